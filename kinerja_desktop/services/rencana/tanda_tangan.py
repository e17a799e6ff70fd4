"""Signing a Perjanjian Kinerja: from then on it prints as it was (`docs/architecture.md` §2.5)."""

from datetime import date
from functools import partial
from uuid import UUID

from sqlmodel import Session

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.angka.teks import join_words
from kinerja_desktop.domain.laporan.pengukuran_kinerja import BELUM_DIISI
from kinerja_desktop.errors import KinerjaError, Problem
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.finals import store_final
from kinerja_desktop.services.kantor.kept_papers import freeze_paper
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.rencana.dokumen import PERJANJIAN
from kinerja_desktop.services.rencana.perjanjian_data import gather_perjanjian
from kinerja_desktop.store.queries.dokumen_final import list_signed_without_copy
from kinerja_desktop.store.queries.pengukuran import list_final
from kinerja_desktop.store.records import DokumenFinal, PerjanjianKinerja
from kinerja_desktop.store.row_locks import find_lock


def sign_perjanjian(office: Office, perjanjian_id: UUID, tanggal: date | None = None) -> None:
    """Mark a version as signed, and keep its print; Ctrl+Z takes it back while nothing rests on it.

    Args:
        office: the open office.
        perjanjian_id: which version.
        tanggal: the day that stands on the paper; None for the one that was entered.

    Raises:
        KinerjaError: it is signed already, or bears no date yet.
        MovedError: the data is being changed all the time.
    """
    with office.journal.reading() as session:
        row = session.get_one(PerjanjianKinerja, perjanjian_id)
        if lock := find_lock(session, "perjanjian_kinerja", {"id": row.id}):
            raise lock
    day = tanggal or row.tanggal
    if day is None:
        raise KinerjaError("Tanggal perjanjian belum diisi.", "Isi tanggalnya, lalu ulangi.")

    def mark(session: Session, _kept: DokumenFinal) -> None:
        signed = session.get_one(PerjanjianKinerja, perjanjian_id)
        signed.ditandatangani, signed.tanggal = True, day

    store_final(
        office,
        f"Menandatangani {row.kode}",
        partial(_freeze, office, row, day),
        also=mark,
        undoable=True,
    )


def list_before_signing(office: Office, perjanjian_id: UUID) -> list[Problem]:
    """Return what its paper lacks; signed so, it stays so until a perubahan (`docs/sakip.md` §3.5).

    Raises:
        KinerjaError: there is no such version any more.
    """
    with office.journal.reading() as session:
        paper = gather_perjanjian(session, perjanjian_id, office.today())
        tahun = session.get_one(PerjanjianKinerja, perjanjian_id).tahun
        final = [item for item in list_final(session) if item.tahun == tahun]
    measured = [item.label for item in sorted(final, key=lambda item: item.triwulan or 0)]
    lines = [
        f"{butir.uraian}: target belum ditetapkan, jadi tercetak kosong"
        for group in paper.sasaran
        for butir in group.indikator
        if butir.target.teks == BELUM_DIISI
    ]
    lines += [
        f"{item.nama}: belum berpagu, jadi anggarannya tercetak titik-titik"
        for item in paper.program
        if item.pagu is None
    ]
    if not paper.program:
        lines.append("Belum ada program yang berpagu: lampirannya tercetak tanpa anggaran")
    if measured:
        lines.append(
            f"Pengukuran Kinerja {join_words(measured)} sudah final: bila targetnya lain dari "
            "perjanjian ini, kertasnya tidak lagi sama dengan data"
        )
    return [Problem(text, is_warning=True) for text in lines]


def keep_signed(office: Office) -> int:
    """Keep the prints of agreements that were signed by another door, such as an import.

    Returns:
        How many were kept.
    """
    with office.journal.reading() as session:
        rows = list_signed_without_copy(session, PERJANJIAN.kunci)
    for row in rows:
        store_final(
            office, f"Menyimpan cetakan {row.kode}", partial(_freeze, office, row, row.tanggal)
        )
    return len(rows)


def _freeze(
    office: Office, row: PerjanjianKinerja, tanggal: date | None, state: str
) -> DokumenFinal:
    wanted = Permintaan(PERJANJIAN.kunci, Periode(row.tahun), row.id, tanggal)
    return freeze_paper(office, PERJANJIAN, wanted, state)
