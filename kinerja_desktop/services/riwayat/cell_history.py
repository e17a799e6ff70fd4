"""What became of one cell: who changed it, when, from what to what."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session

from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.riwayat.trail_words import TrailWords
from kinerja_desktop.store.queries.riwayat import list_perubahan_of_row
from kinerja_desktop.store.queries.rows import list_rows
from kinerja_desktop.store.records import Perubahan, Transaksi

#: More than anybody reads; the whole trail stands in *Riwayat & Cadangan*.
_MOST = 300


@dataclass(frozen=True)
class CellPlace:
    """Where a cell stands in the data.

    Attributes:
        tabel: name of the table.
        where: values by which its row is found, such as ``{"indikator_id": …, "tahun": 2025}``.
        kolom: name of the column; empty for every column of the row.
    """

    tabel: str
    where: Mapping[str, Any]
    kolom: str = ""


@dataclass(frozen=True)
class CellChange:
    """One change of a cell, in words.

    Attributes:
        waktu: when, aware.
        pelaku: who.
        kolom: heading of the column.
        lama: what stood there; *(kosong)* where nothing did.
        baru: what stands there since.
        tindakan: the deed that it was part of, as the trail names it.
    """

    waktu: datetime
    pelaku: str
    kolom: str
    lama: str
    baru: str
    tindakan: str


def read_cell_history(office: Office, place: CellPlace, most: int = _MOST) -> list[CellChange]:
    """Return the changes of a cell, the newest first; at most so many.

    A row that was deleted and entered anew begins with its new entry.
    """
    with office.journal.reading() as session:
        words = TrailWords(session)
        changes = [
            change
            for row in list_rows(session, place.tabel, place.where)
            for change in list_perubahan_of_row(session, row.id)
        ]
        changes.sort(key=lambda change: change.id or 0, reverse=True)
        lines = [line for change in changes for line in _describe(session, words, place, change)]
    return lines[:most]


def _describe(
    session: Session, words: TrailWords, place: CellPlace, change: Perubahan
) -> list[CellChange]:
    lama, baru = change.lama or {}, change.baru or {}
    deed = session.get_one(Transaksi, change.transaksi_id)
    names = [place.kolom] if place.kolom else [name for name in baru or lama if name != "id"]
    found = []
    for name in names:
        before, after = (words.value(place.tabel, name, side.get(name)) for side in (lama, baru))
        # What came with its row is told where anything stood in it.
        if before != after:
            label = words.label(place.tabel, name)
            found.append(CellChange(deed.waktu, deed.pelaku, label, before, after, deed.label))
    return found
