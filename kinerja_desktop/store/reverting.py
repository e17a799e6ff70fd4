"""Take a row back to what it was before a deed, unless something rests on what it is now."""

from sqlmodel import Session

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.store.recorder import plain_to_values, row_to_plain
from kinerja_desktop.store.records import RECORDS, Perubahan


class StaleUndoError(KinerjaError):
    """Something rests on what the old action did, so it cannot be taken back."""

    def __init__(self, label: str) -> None:
        super().__init__(
            f"'{label}' tidak dapat dibatalkan lagi karena datanya sudah berubah atau dipakai "
            "sesudah itu.",
            "Ubah datanya langsung.",
        )


def revert(session: Session, change: Perubahan, label: str) -> None:
    """Apply the inverse of a change.

    Args:
        session: of the deed that takes back.
        change: of a row, as the trail has it.
        label: of the deed that is taken back.

    Raises:
        StaleUndoError: the row has changed since.
    """
    record = RECORDS[change.tabel]
    row = session.get(record, change.baris)
    now = row_to_plain(row) if row else {}
    if not (change.baru or {}).items() <= now.items() or (row and change.baru is None):
        raise StaleUndoError(label)
    if change.lama is None:
        session.delete(row)
        return
    values = plain_to_values(record, change.lama)
    if row is None:
        session.add(record(**values))
        return
    for key, value in values.items():
        setattr(row, key, value)
