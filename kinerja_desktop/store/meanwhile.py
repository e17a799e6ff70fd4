"""Somebody else has changed what is about to be written: told, never written over."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import inspect
from sqlalchemy.orm.base import NO_VALUE

from kinerja_desktop.domain.angka.tanggal import format_waktu
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.store.columns import to_plain
from kinerja_desktop.store.records import Json, Record

_EMPTY: tuple[Any, ...] = (None, "", [], {})
#: A column of a row; the empty column is the row itself.
Spot = tuple[str, UUID, str]


@dataclass(frozen=True)
class OtherChange:
    """A row that somebody else has changed, and this program has not shown yet.

    Attributes:
        pelaku: who.
        waktu: when.
        tabel: the table.
        baris: the row.
        lama: the columns before; None when the row was added.
        baru: the columns since; None when the row was deleted.
        transaksi_id: the deed in the trail.
    """

    pelaku: str
    waktu: datetime
    tabel: str
    baris: UUID
    lama: Json | None
    baru: Json | None
    transaksi_id: int = 0


@dataclass(frozen=True)
class Knowledge:
    """What somebody had seen of the others' deeds when they typed what is to be stored.

    Attributes:
        sight: the latest deed of the trail whose outcome stood on the screen; None for every deed
            that this program has been told of.
        accepted: columns that they want to write over all the same, each up to the deed that was
            shown to them (`ChangedMeanwhileError.meetings`).
    """

    sight: int | None = None
    accepted: Mapping[Spot, int] = field(default_factory=dict)

    def accept(self, meetings: Iterable["Meeting"]) -> "Knowledge":
        """Return what is known once these have been shown, and are to be written over."""
        shown = {meeting.spot: meeting.change.transaksi_id for meeting in meetings}
        return replace(self, accepted={**self.accepted, **shown})


KNOWN = "diketahui"
"""In the `info` of a deed's session: its `Knowledge`."""


@dataclass(frozen=True)
class Meeting:
    """One column that two people changed.

    Attributes:
        change: what the other has done.
        kolom: the column; empty where the row is to be deleted.
        anda: what was to be written there, in the plain form of the trail.
    """

    change: OtherChange
    kolom: str = ""
    anda: Any = None

    @property
    def spot(self) -> Spot:
        """Where they met."""
        return self.change.tabel, self.change.baris, self.kolom

    @property
    def sebelum(self) -> Any:
        """What stood there before the other, in the plain form of the trail."""
        return (self.change.lama or {}).get(self.kolom)

    @property
    def kini(self) -> Any:
        """What stands there now."""
        return (self.change.baru or {}).get(self.kolom)


class ChangedMeanwhileError(KinerjaError):
    """What somebody typed would go over what somebody else stored unseen; nothing was stored.

    Attributes:
        meetings: every place where the two met, in the order of the rows.
    """

    def __init__(self, meetings: Sequence[Meeting]) -> None:
        change = meetings[0].change
        super().__init__(
            f"{change.pelaku} baru saja mengubah isian yang sama ({format_waktu(change.waktu)}), "
            "jadi isian Anda belum disimpan.",
            "Lihat isinya sekarang, lalu isi lagi bila isian Anda yang benar.",
        )
        self.meetings = tuple(meetings)

    @property
    def change(self) -> OtherChange:
        """What the other has done where they met first."""
        return self.meetings[0].change

    @property
    def kolom(self) -> str:
        """The column where they met first; empty where the row is to be deleted."""
        return self.meetings[0].kolom

    @property
    def sebelum(self) -> Any:
        """What stood there before the other, in the plain form of the trail."""
        return self.meetings[0].sebelum

    @property
    def kini(self) -> Any:
        """What stands there now."""
        return self.meetings[0].kini


class GoneMeanwhileError(KinerjaError):
    """A row that a page shows, or that a new one belongs to, was taken away by somebody else.

    Args:
        change: who has deleted it; None when that is not known.
    """

    def __init__(self, change: OtherChange | None = None) -> None:
        if change is None:
            super().__init__(
                "Isian ini baru saja dihapus atau diganti oleh orang lain, jadi tidak ada yang "
                "diubah.",
                "Lihat isinya sekarang, lalu ulangi bila masih perlu.",
            )
            return
        super().__init__(
            f"{change.pelaku} baru saja menghapus baris ini ({format_waktu(change.waktu)}), jadi "
            "isian Anda tidak disimpan.",
            f"Bila barisnya masih diperlukan, minta {change.pelaku} membatalkan penghapusannya "
            "(Ctrl+Z).",
        )


def refuse_overwriting(
    others: Sequence[OtherChange],
    changed: Iterable[Record],
    deleted: Iterable[Record],
    accepted: Mapping[Spot, int] | None = None,
) -> frozenset[str]:
    """Refuse to change a column, or delete a row, that others have changed unseen.

    Args:
        others: what others changed and was not shown here, in its order.
        changed: rows with other columns than the database has.
        deleted: rows that are to go.
        accepted: what may be written over; see `Knowledge`.

    Returns:
        Whose entries are knowingly written over.

    Raises:
        ChangedMeanwhileError: they meet where it is not accepted.
    """
    latest: dict[tuple[str, UUID], list[OtherChange]] = {}
    for change in others:
        latest.setdefault((change.tabel, change.baris), []).insert(0, change)
    met: dict[Spot, Meeting] = {}
    for row in deleted:
        for change in latest.get((str(row.__tablename__), row.id), ()):
            met.setdefault(Meeting(change).spot, Meeting(change))
    for row in changed:
        for change in latest.get((str(row.__tablename__), row.id), ()):
            for meeting in _find_shared(row, change):
                met.setdefault(meeting.spot, meeting)
    allowed = accepted or {}
    refused = [
        meeting
        for spot, meeting in met.items()
        if meeting.change.transaksi_id > allowed.get(spot, -1)
    ]
    if refused:
        raise ChangedMeanwhileError(refused)
    return frozenset(meeting.change.pelaku for meeting in met.values())


def _find_shared(row: Record, change: OtherChange) -> Iterator[Meeting]:
    """Find the columns that both change; of a new row only what was filled in counts."""
    theirs = change.baru or {}
    state = inspect(row)
    for name, before in state.committed_state.items():
        if before is NO_VALUE or name not in theirs:
            continue
        mine = to_plain(state.mapper.columns[name], getattr(row, name))
        # Who writes what stands there already takes nothing from anybody.
        if mine == to_plain(state.mapper.columns[name], before):
            continue
        if change.lama is not None or theirs[name] not in _EMPTY:
            yield Meeting(change, str(name), mine)
