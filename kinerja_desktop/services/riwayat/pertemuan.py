"""Two people on one entry: what stood there, what stands there now, and what was to be written."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from kinerja_desktop.services.kantor.connection import Meeting
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.riwayat.trail_words import TrailWords, name_table
from kinerja_desktop.store.recorder import row_to_plain
from kinerja_desktop.store.records import RECORDS


@dataclass(frozen=True)
class Pertemuan:
    """One entry that two people changed, in words.

    Attributes:
        isian: which entry: kind of row, row, column.
        pelaku: who changed it before.
        waktu: when, aware.
        sebelum: what stood there before that.
        kini: what stands there now.
        anda: what was to be written.
    """

    isian: str
    pelaku: str
    waktu: datetime
    sebelum: str
    kini: str
    anda: str


_DELETED = "(dihapus)"


def describe_meetings(office: Office, meetings: Sequence[Meeting]) -> list[Pertemuan]:
    """Put the places where two people met into the words of the audit trail.

    Raises:
        KinerjaError: the data cannot be read.
    """
    with office.journal.reading() as session:
        words = TrailWords(session)
        found = []
        for meeting in meetings:
            change = meeting.change
            row = session.get(RECORDS[change.tabel], change.baris)
            plain = row_to_plain(row) if row else change.baru or change.lama or {}
            parts = [name_table(change.tabel), words.name_row(change.tabel, plain)]
            if meeting.kolom:
                column = words.label(change.tabel, meeting.kolom)
                values = (meeting.sebelum, meeting.kini, meeting.anda)
                told = _tell_parts(values) or [
                    words.value(change.tabel, meeting.kolom, value) for value in values
                ]
            else:
                # The row was to go: what the other did to it is told column by column.
                column = ""
                told = ["", _list(words, change.tabel, change.baru or {}), _DELETED]
            where = " · ".join(part for part in (*parts, column) if part)
            found.append(Pertemuan(where, change.pelaku, change.waktu, *told))
        return found


def _tell_parts(values: tuple[Any, ...]) -> list[str]:
    """Tell of contents of many parts, such as a letter's, only those that are not the same."""
    if not all(isinstance(value, dict) for value in values):
        return []
    names = [name for name in values[2] if len({repr(value.get(name)) for value in values}) > 1]
    return [
        "; ".join(
            f"{name.replace('_', ' ').capitalize()}: {_flatten(value.get(name))}" for name in names
        )
        for value in values
    ]


def _flatten(value: Any) -> str:
    """Write a part of a content on one line."""
    if isinstance(value, dict):
        return ", ".join(filter(None, map(_flatten, value.values())))
    if isinstance(value, list):
        return ", ".join(filter(None, map(_flatten, value)))
    return "" if value is None else str(value)


def _list(words: TrailWords, tabel: str, plain: dict[str, object]) -> str:
    return "; ".join(
        f"{words.label(tabel, name)}: {words.value(tabel, name, value)}"
        for name, value in plain.items()
        if name != "id"
    )
