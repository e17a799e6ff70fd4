"""What the cases of SOPs are made of, as rows and back: kejadian."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlmodel import Session

from kinerja_desktop.domain.sop.kejadian import JenisKejadian, Kejadian
from kinerja_desktop.store.queries.sop import list_kejadian
from kinerja_desktop.store.records import KejadianSop

_MINUTE = timedelta(minutes=1)
#: What `Lampiran.milik` says of evidence of a case.
MILIK = "pelaksanaan_sop"


def kejadian_of_case(session: Session, case_id: UUID) -> tuple[Kejadian, ...]:
    """Return what happened in a case, the oldest first."""
    return tuple(_kejadian(row) for row in list_kejadian(session, case_id))


def kejadian_by_case(session: Session) -> dict[UUID, list[Kejadian]]:
    """Return what happened in every case, the oldest first, with one query."""
    found: dict[UUID, list[Kejadian]] = {}
    for row in list_kejadian(session):
        found.setdefault(row.pelaksanaan_id, []).append(_kejadian(row))
    return found


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
    """
    if terjadi is None:
        return now, None
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
