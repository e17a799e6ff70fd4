"""Where the planning papers of a year stand, and what should be mended before they are printed."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlmodel import Session

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.angka.teks import join_words
from kinerja_desktop.domain.laporan.pengukuran_kinerja import BELUM_DIISI
from kinerja_desktop.services.kantor.dokumen import BELUM_ADA, KeadaanDokumen, Subjek
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.pengukuran.dokumen import without_indikator
from kinerja_desktop.services.rencana.perjanjian_versi import Perjanjian, list_perjanjian
from kinerja_desktop.services.rencana.plan_data import gather_iku, gather_rkt
from kinerja_desktop.services.rencana.rencana_aksi_data import gather_rencana_aksi
from kinerja_desktop.store.queries.bahan import list_pejabat_with_iki
from kinerja_desktop.store.queries.renstra import find_renstra

KANTOR = "IKU kantor"
#: The clerk has said that a paper was signed: no scan of it need be there (`services.dokumen`).
DITANDAI = "ditandai ditandatangani"


def describe_iku(office: Office, periode: Periode) -> KeadaanDokumen:
    """Return where the Penetapan IKU of a year stands: with or without its number."""
    tahun = periode.tahun
    with office.journal.reading() as session:
        data, renstra = gather_iku(session, tahun), find_renstra(session, tahun)
    if not data.sasaran:
        text = f"Belum ada IKU yang berlaku pada {tahun}: isi Renstra & IKU lebih dulu."
        return KeadaanDokumen(BELUM_ADA, kosong=text)
    keadaan = f"Nomor {data.nomor}" if data.nomor else "Belum bernomor"
    if renstra is None:
        text = f"Belum ada periode Renstra yang memuat {tahun}: isi di Renstra & IKU."
        return KeadaanDokumen(keadaan, catatan=text)
    missing = [
        word for word, value in (("Nomor", data.nomor), ("tanggal", data.tanggal)) if not value
    ]
    catatan = (
        f"{join_words(missing).capitalize()} Keputusan Camat belum diisi, jadi tercetak "
        "titik-titik: isi di Renstra & IKU, tab Periode Renstra."
    )
    return KeadaanDokumen(keadaan, catatan=catatan if missing else "")


def describe_rkt(office: Office, periode: Periode) -> KeadaanDokumen:
    """Return where the Rencana Kinerja Tahunan stands, with the pagu in force today."""
    tahun = periode.tahun
    with office.journal.reading() as session:
        data = gather_rkt(session, tahun, office.today())
    items = [item for group in data.sasaran for item in group.indikator]
    if not items:
        return without_indikator(periode)
    blank = sum(item.target.teks == BELUM_DIISI for item in items)
    notes = (
        f"{blank} indikator belum bertarget {tahun}: isi di Renstra & IKU, tab Target tahunan."
        if blank
        else "",
        "" if data.program else f"Pagu {tahun} belum diisi: isi di Anggaran.",
    )
    return KeadaanDokumen(f"{len(items)} indikator", catatan=_lines(notes))


def describe_perjanjian(office: Office, periode: Periode) -> KeadaanDokumen:
    """Return every version of every agreement of a year, and which are signed."""
    tahun = periode.tahun
    found = list_perjanjian(office, tahun)
    if not found:
        text = (
            f"Belum ada Perjanjian Kinerja {tahun}: buat di halaman Perjanjian Kinerja, "
            "tombol Buat murni."
        )
        return KeadaanDokumen(BELUM_ADA, kosong=text)
    signed = sum(item.is_signed for item in found)
    subjek = tuple(
        Subjek(
            item.row["id"],
            f"{item.row['kode']} – {item.pejabat}",
            DITANDAI if item.is_signed else "draf",
        )
        for item in found
    )
    notes = [_describe_gaps(item) for item in found if not item.is_signed]
    if not office.require_instansi().bupati and any(not item.row["atasan_id"] for item in found):
        notes.append("Nama Bupati belum diisi: isi di Pengaturan.")
    return KeadaanDokumen(f"{signed} dari {len(found)} {DITANDAI}", subjek, catatan=_lines(notes))


def describe_rencana_aksi(office: Office, periode: Periode) -> KeadaanDokumen:
    """Return how much of the Rencana Aksi is filled in, and whose there are."""
    tahun, today = periode.tahun, office.today()
    with office.journal.reading() as session:
        filled, count = _count_filled(session, tahun, today, None)
        own = tuple(
            Subjek(row.id, f"IKI {row.nama}", _terisi(*found))
            for row in list_pejabat_with_iki(session)
            if (found := _count_filled(session, tahun, today, row.id))[1]
        )
    subjek = (Subjek(None, KANTOR, _terisi(filled, count)), *own) if own else ()
    if not count:
        return replace(without_indikator(periode), subjek=subjek)
    if not filled:
        text = f"Rencana Aksi {tahun} belum diisi: isi target dan kegiatannya di Rencana Aksi."
        return KeadaanDokumen(BELUM_ADA, subjek, kosong=text)
    return KeadaanDokumen(_terisi(filled, count), subjek)


def _count_filled(
    session: Session, tahun: int, today: date, pejabat_id: UUID | None
) -> tuple[int, int]:
    """Return how many indicators have an interim target or an activity, and how many there are."""
    data = gather_rencana_aksi(session, tahun, today, pejabat_id)
    items = [item for group in data.sasaran for item in group.indikator]
    filled = sum(
        bool(item.aktivitas) or any(target.teks != BELUM_DIISI for target in item.berkala)
        for item in items
    )
    return filled, len(items)


def _terisi(filled: int, count: int) -> str:
    return f"Terisi {filled} dari {count} indikator"


def _describe_gaps(perjanjian: Perjanjian) -> str:
    """Return what is missing in a draft, in one line; empty when nothing is."""
    blank = sum(butir.target is None for butir in perjanjian.butir)
    gaps = [
        "tanggal belum diisi" if perjanjian.row["tanggal"] is None else "",
        f"{blank} butir belum bertarget" if blank else "",
        "" if perjanjian.butir else "belum ada butirnya",
    ]
    text = ", ".join(gap for gap in gaps if gap)
    return f"{perjanjian.row['kode']}: {text}." if text else ""


def _lines(notes: Iterable[str]) -> str:
    return "\n".join(note for note in notes if note)
