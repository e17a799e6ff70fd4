"""The kinds of papers of an Evaluasi Hasil Renja: form, berita acara, tindak lanjut."""

from collections.abc import Iterator
from functools import partial

from kinerja_desktop.domain.angka.periode import TRIWULAN, Periode
from kinerja_desktop.services.evaluasi import papers
from kinerja_desktop.services.evaluasi.baca import (
    PILIH_TRIWULAN,
    describe_empty,
    find_kekurangan,
    gather_evaluasi,
    gather_tindak_lanjut,
    list_unfinished,
)
from kinerja_desktop.services.kantor.dokumen import (
    BELUM_ADA,
    DRAF,
    PDF,
    XLSX,
    Dokumen,
    KeadaanDokumen,
    Permintaan,
    Salinan,
    TempatPaket,
)
from kinerja_desktop.services.kantor.kept_papers import find_paper
from kinerja_desktop.services.kantor.office import Office

_FOLDER = "03_EVALUASI_RENJA/"
_WORDS = {PDF: "PDF", XLSX: "Excel"}


def _describe(office: Office, periode: Periode) -> KeadaanDokumen:
    if periode.triwulan is None:
        return KeadaanDokumen(BELUM_ADA, kosong=PILIH_TRIWULAN)
    with office.journal.reading() as session:
        evaluasi = gather_evaluasi(session, periode)
        unfinished = list_unfinished(session, periode, evaluasi.formulir)
    if not evaluasi.baris:
        return KeadaanDokumen(BELUM_ADA, kosong=describe_empty(periode))
    notes = [item.teks for item in find_kekurangan(evaluasi.formulir)] + unfinished
    return KeadaanDokumen(DRAF, catatan="\n".join(notes))


def _describe_tindak_lanjut(office: Office, periode: Periode) -> KeadaanDokumen:
    if periode.triwulan is None:
        return KeadaanDokumen(BELUM_ADA, kosong=PILIH_TRIWULAN)
    with office.journal.reading() as session:
        count = len(gather_tindak_lanjut(session, periode).butir)
    if not count:
        text = f"Belum ada penghambat atau tindak lanjut pada {periode.label}: isi di Pengukuran."
        return KeadaanDokumen(BELUM_ADA, kosong=text)
    return KeadaanDokumen(f"{count} indikator")


def _list_salinan(kunci: str, office: Office, periode: Periode) -> Iterator[Salinan]:
    """Let what was signed go along, never a draft: of the triwulan, or of all in the year."""
    dokumen = next(item for item in DOKUMEN if item.kunci == kunci)
    quarters = (periode.triwulan,) if periode.triwulan else TRIWULAN
    for tw in quarters:
        of = Periode(periode.tahun, tw)
        wanted = Permintaan(dokumen.kunci, of)
        with office.journal.reading() as session:
            if find_paper(session, dokumen, wanted) is None:
                continue
        stem = f"{dokumen.nama_berkas}_{of.kode}"
        for bentuk in (PDF, XLSX) if dokumen.build_xlsx else (PDF,):
            words = f"{dokumen.judul} {of.label} ({_WORDS[bentuk]})"
            yield Salinan(f"{stem}.{bentuk}", words, wanted, bentuk)


def _describe_gap(office: Office, periode: Periode, goes_along: bool) -> str:
    if goes_along or periode.triwulan is None or _describe(office, periode).kosong:
        return ""
    return (
        f"Evaluasi Renja {periode.label} belum final, jadi tidak disertakan: "
        "jadikan final di Evaluasi Renja"
    )


EVALUASI = Dokumen(
    "evaluasi-renja",
    "Evaluasi Renja (E.81)",
    "Formulir E.81: target, realisasi dan capaian tiap program, kegiatan dan sub kegiatan.",
    compose=papers.compose_evaluasi,
    describe=_describe,
    has_kop=True,
    is_signed=True,
    build_xlsx=papers.build_evaluasi_xlsx,
    paket=TempatPaket(
        _FOLDER,
        "Evaluasi Renja (Formulir E.81)",
        partial(_list_salinan, "evaluasi-renja"),
        _describe_gap,
    ),
)

BERITA_ACARA = Dokumen(
    "berita-acara-evaluasi",
    "Berita Acara Evaluasi Renja",
    "Berita acara evaluasi Renja suatu triwulan dengan hasil dan kesimpulannya.",
    compose=papers.compose_berita_acara,
    describe=_describe,
    has_kop=True,
    is_signed=True,
    paket=TempatPaket(_FOLDER, "berita acara", partial(_list_salinan, "berita-acara-evaluasi")),
)

TINDAK_LANJUT = Dokumen(
    "tindak-lanjut-evaluasi",
    "Tindak Lanjut Evaluasi Renja",
    "Apa yang ditindaklanjuti sesudah evaluasi, oleh siapa, dan sampai kapan.",
    compose=papers.compose_tindak_lanjut,
    describe=_describe_tindak_lanjut,
    has_kop=True,
    is_signed=True,
    paket=TempatPaket(
        _FOLDER, "tindak lanjutnya", partial(_list_salinan, "tindak-lanjut-evaluasi")
    ),
)

#: In the order in which they are made.
DOKUMEN: tuple[Dokumen, ...] = (EVALUASI, BERITA_ACARA, TINDAK_LANJUT)
