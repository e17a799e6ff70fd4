"""Does the data still say what the trail tells? Finds what was changed past the journal.

Every row was written by a deed of the trail, so the trail replayed from its beginning must give
the rows as they are, and each deed's seal must follow from the one before (`domain/rantai.py`).
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import Enum, auto
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Connection, RowMapping, inspect

from kinerja_desktop.domain.rantai import AWAL, Mata, seal
from kinerja_desktop.store.columns import to_plain
from kinerja_desktop.store.records import RECORDS, Json

_DEEDS = "SELECT id, waktu, pelaku, label, rantai FROM transaksi ORDER BY id"
_CHANGES = "SELECT transaksi_id, tabel, baris, lama, baru FROM perubahan ORDER BY transaksi_id, id"

Key = tuple[str, str]


class Jenis(Enum):
    """What is wrong with a row or a deed."""

    TIDAK_TERBACA = auto()
    BERUBAH = auto()
    BERTAMBAH = auto()
    HILANG = auto()
    SEGEL = auto()


@dataclass(frozen=True)
class Temuan:
    """Something that the journal did not do.

    Attributes:
        jenis: what is wrong.
        tabel: the table; empty for a deed of the trail.
        baris: the row as plain columns, as far as they can be read.
        kolom: the column, where one is wrong.
        tercatat: what the trail says it is.
        deed: id of the deed whose seal does not fit.
    """

    jenis: Jenis
    tabel: str = ""
    baris: Mapping[str, Any] = field(default_factory=dict)
    kolom: str = ""
    tercatat: Any = None
    deed: int = 0


@dataclass
class Jejak:
    """The trail, replayed.

    Attributes:
        rows: what it says every row is, by table and id.
        seals: the seal of every deed that fits; what is final bears one of them.
        temuan: the deeds that do not.
    """

    rows: dict[Key, Json] = field(default_factory=dict)
    seals: set[str] = field(default_factory=lambda: {AWAL})
    temuan: list[Temuan] = field(default_factory=list)


def replay(connection: Connection) -> Jejak:
    """Go through the whole trail, check each seal, and gather what it makes of the rows.

    Raises:
        DBAPIError: it cannot be read.
    """
    jejak = Jejak()
    lines = _read_changes(connection)
    line = next(lines, None)
    before = AWAL
    for key, waktu, pelaku, label, rantai in connection.exec_driver_sql(_DEEDS).all():
        changes = []
        while line is not None and line[0] <= key:
            if line[0] == key:
                changes.append(line[1:])
                _apply(jejak.rows, *line[1:])
            line = next(lines, None)
        if _seal(before, waktu, pelaku, label, changes) == rantai:
            jejak.seals.add(rantai)
        else:
            jejak.temuan.append(Temuan(Jenis.SEGEL, deed=key))
        # The chain goes on from what stands there: one altered deed is told once.
        before = rantai
    return jejak


def compare_rows(connection: Connection, jejak: Jejak) -> Iterator[Temuan]:
    """Compare every row with what the trail says of it; each column is read by its own type.

    Raises:
        DBAPIError: the table cannot be read.
    """
    left = dict(jejak.rows)
    for tabel, record in RECORDS.items():
        readers = _readers(connection, list(inspect(record).columns))
        for raw in connection.exec_driver_sql(f'SELECT * FROM "{tabel}"').mappings():
            baris, broken = _read_row(readers, raw)
            if broken:
                yield from (Temuan(Jenis.TIDAK_TERBACA, tabel, baris, name) for name in broken)
            known = left.pop((tabel, str(baris.get("id"))), None)
            if known is None:
                yield Temuan(Jenis.BERTAMBAH, tabel, baris)
                continue
            for name, value in known.items():
                if name in baris and name not in broken and baris[name] != value:
                    yield Temuan(Jenis.BERUBAH, tabel, baris, name, value)
    for (tabel, _), plain in left.items():
        yield Temuan(Jenis.HILANG, tabel, plain)


def _read_changes(connection: Connection) -> Iterator[tuple[int, str, str, Any, Any]]:
    for deed, tabel, baris, lama, baru in connection.exec_driver_sql(_CHANGES):
        try:
            # SQLite hands out texts; a server ids, moments and JSON that are read already.
            yield deed, tabel, str(UUID(str(baris))), _read_json(lama), _read_json(baru)
        except (ValueError, TypeError):
            # What is not even readable breaks the seal of its deed.
            yield deed, str(tabel), str(baris), None, None


def _read_json(kept: Any) -> Any:
    return kept if isinstance(kept, dict) else json.loads(kept or "null")


def _apply(rows: dict[Key, Json], tabel: str, baris: str, lama: Any, baru: Any) -> None:
    if not isinstance(baru, dict):
        rows.pop((tabel, baris), None)
    elif lama is None:
        rows[tabel, baris] = dict(baru)
    else:
        rows.setdefault((tabel, baris), {}).update(baru)


def _seal(before: str, waktu: Any, pelaku: Any, label: Any, changes: list[Any]) -> str:
    try:
        moment = datetime.fromisoformat(str(waktu)).replace(tzinfo=UTC)
    except (ValueError, TypeError):
        return ""
    return seal(before, Mata(moment, pelaku, label, changes))


def _readers(connection: Connection, columns: list[Column[Any]]) -> dict[str, Any]:
    dialect = connection.dialect
    return {
        column.name: (column, column.type.dialect_impl(dialect).result_processor(dialect, None))
        for column in columns
    }


def _read_row(
    readers: Mapping[str, tuple[Column[Any], Any]], raw: RowMapping
) -> tuple[Json, list[str]]:
    """Return a row in the plain form of the trail, and which columns hold no such value."""
    plain, broken = {}, []
    for name, (column, read) in readers.items():
        value = raw[name]
        try:
            plain[name] = to_plain(column, read(value) if read else _require(column, value))
        except (ValueError, TypeError, ArithmeticError, AttributeError):
            plain[name] = value
            broken.append(name)
    return plain, broken


def _require(column: Column[Any], value: Any) -> Any:
    """Return a value that needs no reading, once it is of the column's kind.

    Raises:
        TypeError: SQLite keeps any value in any column.
    """
    if value is None or isinstance(value, column.type.python_type):
        return value
    raise TypeError(column.name)
