"""The LKjIP as a kind of document, and as what goes to Bappeda once it is final."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from kinerja_desktop.documents.naskah.blocks import Naskah
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.kantor.dokumen import (
    DOCX,
    DRAF,
    FINAL,
    PDF,
    Dokumen,
    KeadaanDokumen,
    Permintaan,
    Salinan,
    TempatPaket,
    read_kept,
)
from kinerja_desktop.services.kantor.finals import require_genuine
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.lkjip.cetak import compose_report, read_final
from kinerja_desktop.services.pengukuran.dokumen import without_indikator
from kinerja_desktop.store.queries.bahan import list_indikator
from kinerja_desktop.store.records import Lkjip


def list_report_data(office: Office, periode: Periode) -> Sequence[Mapping[str, Any]]:
    """Return the report's entry among the documents of ``data.json``; none while it is a draft.

    Raises:
        KinerjaError: what was frozen no longer gives the kode on the signed paper.
    """
    final = _find_sent(office, periode)
    if final is None:
        return ()
    entry = {
        "judul": f"LKjIP {periode.label}",
        "kode": final.kode,
        "versi": final.versi,
        "data": require_genuine(final, LKJIP.judul),
    }
    return (entry,)


def _compose(office: Office, permintaan: Permintaan) -> Naskah:
    day = permintaan.tanggal or office.today()
    return compose_report(office, permintaan.periode.tahun, day)


def _describe(office: Office, periode: Periode) -> KeadaanDokumen:
    final = read_final(office, periode.tahun)
    if final is not None:
        return KeadaanDokumen(f"{FINAL} · kode {final.kode}")
    with office.journal.reading() as session:
        if not list_indikator(session, periode.tahun):
            return without_indikator(periode)
    return KeadaanDokumen(DRAF)


def _find_kept(office: Office, permintaan: Permintaan, bentuk: str) -> bytes | None:
    final = read_final(office, permintaan.periode.tahun)
    if final is None:
        return None
    require_genuine(final, LKJIP.judul)
    return read_kept(office, {PDF: final.pdf, DOCX: final.docx}[bentuk])


def _find_sent(office: Office, periode: Periode) -> Lkjip | None:
    """Return the final report, which goes along with the delivery of its whole year."""
    return None if periode.triwulan else read_final(office, periode.tahun)


def _list_salinan(office: Office, periode: Periode) -> Iterator[Salinan]:
    final = _find_sent(office, periode)
    if final is not None:
        wanted = Permintaan(LKJIP.kunci, periode, tanggal=final.tanggal)
        stem = f"{LKJIP.nama_berkas}_{periode.tahun}"
        yield Salinan(f"{stem}.pdf", "LKjIP (PDF)", wanted)
        yield Salinan(f"{stem}.docx", "LKjIP (Word)", wanted, DOCX)


def _describe_gap(office: Office, periode: Periode, goes_along: bool) -> str:
    if goes_along or periode.triwulan is not None:
        return ""
    return f"LKjIP {periode.tahun} belum final, jadi tidak disertakan: selesaikan di LKjIP"


LKJIP = Dokumen(
    "lkjip",
    "LKjIP",
    "Laporan Kinerja setahun, ditulis di halaman LKjIP dan ditandatangani Camat.",
    compose=_compose,
    describe=_describe,
    is_tahunan=True,
    has_kop=True,
    find_kept=_find_kept,
    paket=TempatPaket(
        "04_LKJIP/",
        "LKjIP final setahun (PDF dan Word), bila ada",
        _list_salinan,
        _describe_gap,
        list_report_data,
    ),
)
