"""The first draft of a section: from figures, or from the outline's own text."""

import string
from collections.abc import Sequence

from kinerja_desktop.domain.lkjip.analisis import AnalisisLkjip, AnalisisSasaran
from kinerja_desktop.domain.lkjip.bahan import BahanLkjip
from kinerja_desktop.domain.lkjip.kalimat_banding import compare_target
from kinerja_desktop.domain.lkjip.kalimat_laporan import PENULIS, write_strategi_masalah
from kinerja_desktop.domain.lkjip.kalimat_renstra import compare_renstra
from kinerja_desktop.domain.lkjip.kalimat_ringkasan import write_ikhtisar, write_kesimpulan
from kinerja_desktop.domain.lkjip.kalimat_sebab import (
    explain_causes,
    explain_efficiency,
    explain_programs,
)
from kinerja_desktop.domain.lkjip.kalimat_standar import compare_standar
from kinerja_desktop.domain.lkjip.kalimat_tahun import compare_years
from kinerja_desktop.domain.lkjip.kata import escape
from kinerja_desktop.domain.lkjip.kelengkapan import TITIK
from kinerja_desktop.domain.lkjip.kerangka import JenisBagian, Kerangka
from kinerja_desktop.domain.lkjip.sistematika import find_bab, write_sistematika
from kinerja_desktop.domain.lkjip.susunan import EVALUASI, BagianTercetak

#: The Perbup on the organisation of the kecamatan, by kabupaten; its title is that of seed 001
#: (`docs/sakip.md` §13). Elsewhere the office fills its number in.
PERBUP_SOTK = {
    "lumajang": "Nomor 96 Tahun 2019 tentang Kedudukan, Susunan Organisasi, Uraian Tugas, dan "
    "Fungsi serta Tata Kerja Kecamatan dan Kelurahan"
}
_PERBUP_BLANK = (
    f"Nomor {TITIK} Tahun {TITIK} tentang Kedudukan, Susunan Organisasi, Tugas dan Fungsi serta "
    "Tata Kerja Kecamatan"
)


def write_draft(
    bagian: BagianTercetak,
    analisis: AnalisisLkjip,
    kerangka: Kerangka,
    susunan: Sequence[BagianTercetak],
) -> str:
    """Return the first draft of a section as Markdown; empty where only people know.

    Args:
        bagian: which section.
        analisis: the figures.
        kerangka: gives the report's name.
        susunan: all sections, for the sistematika and for what refers to another bab.
    """
    isi = bagian.bagian.isi
    if bagian.bagian.jenis is JenisBagian.ANALISIS:
        return _analysis(isi, analisis, analisis.find_sasaran(bagian.sasaran))
    match isi:
        case "sistematika":
            return write_sistematika(analisis.bahan, kerangka, susunan)
        case "ikhtisar":
            return write_ikhtisar(analisis, find_bab(susunan, EVALUASI))
        case "kesimpulan":
            return write_kesimpulan(analisis, find_bab(susunan, EVALUASI))
        case "strategi_masalah":
            return write_strategi_masalah(analisis, find_bab(susunan, EVALUASI))
    if isi in PENULIS:
        return PENULIS[isi](analisis)
    return fill(bagian.bagian.draf, analisis.bahan, kerangka)


def fill(draf: str, bahan: BahanLkjip, kerangka: Kerangka) -> str:
    """Put the office's names into a draft of the outline."""
    instansi = bahan.instansi
    return string.Formatter().vformat(
        draf,
        (),
        {
            "nama_laporan": kerangka.nama_kalimat,
            "tahun": bahan.tahun,
            "kecamatan": escape(instansi.kecamatan),
            "kabupaten": escape(instansi.kabupaten),
            "provinsi": escape(instansi.provinsi),
            "perbup_sotk": PERBUP_SOTK.get(instansi.kabupaten.casefold(), _PERBUP_BLANK),
        },
    )


def _analysis(isi: str, analisis: AnalisisLkjip, sasaran: AnalisisSasaran | None) -> str:
    if sasaran is None or not sasaran.indikator:
        return ""
    tahun, metode = analisis.bahan.tahun, analisis.profil.efisiensi
    match isi:
        case "analisis_1":
            return compare_target(sasaran, tahun)
        case "analisis_2":
            return compare_years(sasaran, tahun)
        case "analisis_3":
            return compare_renstra(sasaran, tahun)
        case "analisis_4":
            return compare_standar(sasaran)
        case "analisis_5":
            return explain_causes(sasaran)
        case "analisis_6":
            return explain_efficiency(sasaran, metode)
        case "analisis_7":
            return explain_programs(analisis, sasaran)
    return ""
