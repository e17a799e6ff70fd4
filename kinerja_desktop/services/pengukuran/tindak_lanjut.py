"""Tindak lanjut: which are late, and that one was done."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.angka.teks import says_something
from kinerja_desktop.domain.capaian.tindak_lanjut import TindakLanjut, list_late
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.store.queries import pengukuran as queries


def list_late_tindak_lanjut(office: Office, libur: Collection[date]) -> list[TindakLanjut]:
    """Return every tindak lanjut of any period that is late today, the oldest first."""
    today = office.today()
    with office.journal.reading() as session:
        return list_late(queries.list_open_tindak_lanjut(session, today), today, libur)


def mark_selesai(
    office: Office, indikator_id: UUID, periode: Periode, tanggal: date | None
) -> None:
    """Write down when a tindak lanjut was done; None when it was not, after all.

    Possible in a final period too: the paper tells what is to be done, not whether it was
    (`docs/sakip.md` §4.14).

    Raises:
        KinerjaError: there is no tindak lanjut, or the day is yet to come.
    """
    if tanggal is not None and tanggal > office.today():
        raise KinerjaError(
            "Tanggal selesai belum tiba.", "Isi hari tindak lanjut itu benar-benar selesai."
        )
    verb = "Menandai selesai" if tanggal else "Membuka lagi"
    with office.journal.action(f"{verb} tindak lanjut {periode.label}") as session:
        found = queries.list_realisasi(session, [indikator_id], periode)
        row = found[0] if found else None
        if row is None or not says_something(row.tindak_lanjut):
            raise KinerjaError("Belum ada rencana tindak lanjut di sini.", "Tulis dulu rencananya.")
        row.selesai = tanggal
