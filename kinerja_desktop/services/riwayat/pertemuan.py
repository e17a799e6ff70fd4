"""Two people on one entry: what stood there, what stands there now, and what was to be written."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

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
                told = [
                    words.value(change.tabel, meeting.kolom, value)
                    for value in (meeting.sebelum, meeting.kini, meeting.anda)
                ]
            else:
                # The row was to go: what the other did to it is told column by column.
                column = ""
                told = ["", _list(words, change.tabel, change.baru or {}), _DELETED]
            where = " · ".join(part for part in (*parts, column) if part)
            found.append(Pertemuan(where, change.pelaku, change.waktu, *told))
        return found


def _list(words: TrailWords, tabel: str, plain: dict[str, object]) -> str:
    return "; ".join(
        f"{words.label(tabel, name)}: {words.value(tabel, name, value)}"
        for name, value in plain.items()
        if name != "id"
    )
