"""What the cases of SOPs are made of, as rows and back: kejadian."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlmodel import Session

from kinerja_desktop.domain.sop.kejadian import JenisKejadian, Kejadian
from kinerja_desktop.domain.sop.model import Sop
from kinerja_desktop.domain.sop.pelaksanaan import check_kejadian
from kinerja_desktop.domain.sop.posisi import (
    Kalender,
    Posisi,
    find_posisi,
    make_posisi_rusak,
)
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.store.queries.sop import list_kejadian
from kinerja_desktop.store.records import KejadianSop

_MINUTE = timedelta(minutes=1)
#: Nothing that an office writes down happened before; nor, but for a wrong clock, after next year.
_FIRST_YEAR = 1900
#: What `Lampiran.milik` says of evidence of a case.
MILIK = "pelaksanaan_sop"


def kejadian_of_case(session: Session, case_id: UUID) -> tuple[Kejadian, ...]:
    """Return what happened in a case, the oldest first.

    Raises:
        KinerjaError: a row was changed outside the program and cannot be read.
    """
    return tuple(read_kejadian(row) for row in list_kejadian(session, case_id))


def rows_by_case(session: Session) -> dict[UUID, list[KejadianSop]]:
    """Return the rows of what happened in every case, the oldest first, with one query."""
    found: dict[UUID, list[KejadianSop]] = {}
    for row in list_kejadian(session):
        found.setdefault(row.pelaksanaan_id, []).append(row)
    return found


def read_kejadian(row: KejadianSop) -> Kejadian:
    """Return what a row says.

    Raises:
        KinerjaError: it was changed outside the program and cannot be read.
    """
    try:
        return _kejadian(row)
    except ValueError as error:
        raise KinerjaError(f"Kejadian ke-{row.urutan} berubah di luar program.") from error


def posisi_of_rows(
    sop: Sop, rows: Sequence[KejadianSop], today: date, kalender: Kalender
) -> Posisi:
    """Return where a case with these rows stands; one that is unreadable hides no other."""
    try:
        return find_posisi(sop, [read_kejadian(row) for row in rows], today, kalender)
    except KinerjaError:
        return make_posisi_rusak(sop)


def add_kejadian(session: Session, case_id: UUID, sop: Sop, baru: Kejadian) -> None:
    """Add a kejadian to the history as it stands inside the deed, and check it against that.

    What was read before the deed's turn may have moved on: two at once would note a step twice.

    Raises:
        KinerjaError: it cannot happen any more.
    """
    riwayat = kejadian_of_case(session, case_id)
    check_kejadian(sop, riwayat, baru)
    session.add(kejadian_to_row(case_id, len(riwayat) + 1, baru))


def kejadian_to_row(case_id: UUID, urutan: int, kejadian: Kejadian) -> KejadianSop:
    """Return a kejadian as the row that keeps it."""
    return KejadianSop(
        pelaksanaan_id=case_id,
        urutan=urutan,
        waktu=kejadian.dicatat or kejadian.saat,
        terjadi=kejadian.saat if kejadian.dicatat else None,
        jenis=kejadian.jenis.value,
        langkah=kejadian.langkah,
        pelaku=kejadian.pelaku,
        alasan=kejadian.alasan,
        putaran=kejadian.putaran,
        pengecualian=kejadian.pengecualian,
        bukti=list(kejadian.bukti),
    )


def find_moment(
    now: datetime, terjadi: datetime | None, terakhir: datetime | None
) -> tuple[datetime, datetime | None]:
    """Return when something happened, and when it was written down where that was later.

    People write hours and minutes: what happened in the very minute of the event before is taken
    as having followed it at once.

    Args:
        now: the moment of writing down.
        terjadi: when it happened, as the clerk says; None for now.
        terakhir: when that happened which moved the case last.

    Raises:
        KinerjaError: the moment has no zone, or lies in no year of an office.
    """
    if terjadi is None:
        return now, None
    if terjadi.tzinfo is None or not _FIRST_YEAR <= terjadi.year <= now.year + 1:
        raise KinerjaError(
            f"Waktu {terjadi:%d-%m-%Y %H:%M} tidak dapat dipakai.",
            "Isi tanggal dan jam kejadiannya, atau kosongkan bila sekarang.",
        )
    if terakhir is not None and terjadi < terakhir < terjadi + _MINUTE:
        terjadi = terakhir
    return terjadi, now


def _kejadian(row: KejadianSop) -> Kejadian:
    return Kejadian(
        row.terjadi or row.waktu,
        JenisKejadian(row.jenis),
        row.langkah,
        row.pelaku,
        row.alasan,
        row.putaran,
        tuple(row.bukti),
        dicatat=row.waktu if row.terjadi else None,
        pengecualian=row.pengecualian,
    )
