"""Somebody else has changed what is about to be written: told, never written over."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import inspect
from sqlalchemy.orm.base import NO_VALUE

from kinerja_desktop.domain.angka.tanggal import format_waktu
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.store.records import Json, Record

_EMPTY: tuple[Any, ...] = (None, "", [], {})


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
    """

    pelaku: str
    waktu: datetime
    tabel: str
    baris: UUID
    lama: Json | None
    baru: Json | None


class ChangedMeanwhileError(KinerjaError):
    """What somebody typed would go over what somebody else stored unseen; nothing was stored.

    Attributes:
        change: what the other has done.
        kolom: the column that both changed; empty where the row is to be deleted.
        sebelum: what stood there before the other, in the plain form of the trail.
        kini: what stands there now.
    """

    def __init__(self, change: OtherChange, kolom: str = "") -> None:
        super().__init__(
            f"{change.pelaku} baru saja mengubah isian yang sama ({format_waktu(change.waktu)}), "
            "jadi isian Anda belum disimpan.",
            "Lihat isinya sekarang, lalu isi lagi bila isian Anda yang benar.",
        )
        self.change = change
        self.kolom = kolom
        self.sebelum: Any = (change.lama or {}).get(kolom)
        self.kini: Any = (change.baru or {}).get(kolom)


class GoneMeanwhileError(KinerjaError):
    """A row that a page shows, or that a new one belongs to, was taken away by somebody else."""

    def __init__(self) -> None:
        super().__init__(
            "Isian ini baru saja dihapus atau diganti oleh orang lain, jadi tidak ada yang diubah.",
            "Lihat isinya sekarang, lalu ulangi bila masih perlu.",
        )


def refuse_overwriting(
    others: Sequence[OtherChange], changed: Iterable[Record], deleted: Iterable[Record]
) -> None:
    """Refuse to change a column, or delete a row, that others have changed unseen.

    Args:
        others: what others changed and was not shown here, in its order.
        changed: rows with other columns than the database has.
        deleted: rows that are to go.

    Raises:
        ChangedMeanwhileError: they meet.
    """
    latest: dict[tuple[str, UUID], list[OtherChange]] = {}
    for change in others:
        latest.setdefault((change.tabel, change.baris), []).insert(0, change)
    for row in deleted:
        for change in latest.get((str(row.__tablename__), row.id), ()):
            raise ChangedMeanwhileError(change)
    for row in changed:
        for change in latest.get((str(row.__tablename__), row.id), ()):
            kolom = _find_shared(row, change)
            if kolom:
                raise ChangedMeanwhileError(change, kolom)


def _find_shared(row: Record, change: OtherChange) -> str:
    """Return a column that both change; of a row that is new, only what was filled in counts."""
    theirs = change.baru or {}
    for name, before in inspect(row).committed_state.items():
        if before is NO_VALUE or name not in theirs:
            continue
        if change.lama is not None or theirs[name] not in _EMPTY:
            return str(name)
    return ""
