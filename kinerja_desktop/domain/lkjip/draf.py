"""The first draft of a section: from figures, or from the outline's own text."""

import string
from collections.abc import Sequence

from kinerja_desktop.domain.lkjip.analisis import AnalisisLkjip, AnalisisSasaran
from kinerja_desktop.domain.lkjip.bahan import BahanLkjip
from kinerja_desktop.domain.lkjip.kalimat_banding import (
    compare_renstra,
    compare_standar,
    compare_target,
    compare_years,
)
from kinerja_desktop.domain.lkjip.kalimat_laporan import PENULIS
from kinerja_desktop.domain.lkjip.kalimat_sebab import (
    explain_causes,
    explain_efficiency,
    explain_programs,
)
from kinerja_desktop.domain.lkjip.kata import escape
from kinerja_desktop.domain.lkjip.kerangka import JenisBagian, Kerangka
from kinerja_desktop.domain.lkjip.susunan import BagianTercetak

_SISTEMATIKA = "sistematika"


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
        susunan: all sections, for the sistematika.
    """
    isi = bagian.bagian.isi
    if bagian.bagian.jenis is JenisBagian.ANALISIS:
        return _analysis(isi, analisis, analisis.find_sasaran(bagian.sasaran))
    if isi == _SISTEMATIKA:
        return _contents(analisis.bahan, kerangka, susunan)
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
            return compare_standar(sasaran, tahun)
        case "analisis_5":
            return explain_causes(sasaran)
        case "analisis_6":
            return explain_efficiency(sasaran, metode)
        case "analisis_7":
            return explain_programs(analisis, sasaran)
    return ""


def _contents(bahan: BahanLkjip, kerangka: Kerangka, susunan: Sequence[BagianTercetak]) -> str:
    """List bab and subbab as they stand in this report."""
    office = f"Kecamatan {escape(bahan.instansi.kecamatan)}"
    lines = [f"{kerangka.nama_kalimat} {office} disusun sebagai berikut:", ""]
    for item in susunan:
        if not item.tampil or item.bagian.jenis not in (JenisBagian.BAB, JenisBagian.SUBBAB):
            continue
        if item.tingkat == 1:
            lines.append(f"- **{item.nomor} {escape(item.judul)}**")
        elif item.tingkat == 2:
            lines.append(f"  - {item.nomor} {escape(item.judul)}")
    return "\n".join(lines)
