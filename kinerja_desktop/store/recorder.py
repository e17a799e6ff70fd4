"""Writes down what a deed changes: each row before and after, sealed into the chain of the trail.

The rows' plain form is that of JSON, so that the trail can be read without the program.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, inspect
from sqlalchemy.orm.base import NO_VALUE
from sqlmodel import Session

from kinerja_desktop.domain.angka.teks import MAKS_TEKS, make_storable
from kinerja_desktop.domain.rantai import AWAL, Mata, seal
from kinerja_desktop.store.columns import from_plain, to_plain
from kinerja_desktop.store.records import Json, Perubahan, Record, Transaksi

# Made once: building and compiling them costs more than the rows they write.
_ADD_TRANSAKSI, _ADD_PERUBAHAN = insert(Transaksi), insert(Perubahan)
# As text: it is asked before every deed, and building a statement costs more than reading it.
_LAST_SEAL = "SELECT rantai FROM transaksi ORDER BY id DESC LIMIT 1"

#: A changed row: ``tabel``, ``baris``, and its columns before and after (``lama``, ``baru``).
Line = dict[str, Any]


class Recorder:
    """Notes the rows of one deed, and writes them into the trail when it is done.

    Attributes:
        transaksi_id: of the deed in the trail; None while nothing is written.
        rantai: its seal, once it is written.
        tables: names of the tables that it changed.
        rows: how many changes of rows there were.
    """

    def __init__(self, waktu: datetime, pelaku: str, label: str) -> None:
        # A label may name a file whose name is no text at all (`docs/architecture.md` §4.9).
        names = {"pelaku": make_storable(pelaku), "label": make_storable(label)[:MAKS_TEKS]}
        self._head: Json = {"waktu": waktu, **names}
        self._lines: list[Line] = []
        self._over: set[str] = set()
        self.transaksi_id: int | None = None
        self.rantai = ""

    @property
    def tables(self) -> set[str]:
        """The tables that the deed has changed so far."""
        return {line["tabel"] for line in self._lines}

    @property
    def rows(self) -> int:
        """How many rows the deed has changed so far."""
        return len(self._lines)

    def note(self, session: Session) -> None:
        """Note what this flush adds, changes and deletes."""
        self._lines += (line for line in _changes(session) if line["lama"] != line["baru"])

    def note_over(self, people: Iterable[str]) -> None:
        """Note whose entries the deed knowingly writes over; the trail tells it."""
        self._over.update(people)

    def write(self, session: Session, before: str | None, add: "AddDeed") -> None:
        """Write the deed into the trail, in the transaction that changes the rows.

        Args:
            session: that of the deed.
            before: the seal of the deed before it, where it is known.
            add: writes a sealed deed and its lines.
        """
        if not self._lines:
            return
        mata = Mata(
            **self._name_over(),
            perubahan=[(_["tabel"], str(_["baris"]), _["lama"], _["baru"]) for _ in self._lines],
        )
        self.rantai = seal(before or read_last_seal(session), mata)
        self.transaksi_id = add(session, mata, self.rantai, self._lines)

    def _name_over(self) -> Json:
        if not self._over:
            return self._head
        over = f" (menggantikan isian {', '.join(sorted(self._over))})"
        return {**self._head, "label": self._head["label"][: MAKS_TEKS - len(over)] + over}


#: Writes a sealed deed and its lines into the trail; returns its id.
AddDeed = Callable[[Session, Mata, str, Sequence[Line]], int]


def add_lines(session: Session, mata: Mata, rantai: str, lines: Sequence[Line]) -> int:
    """Write a sealed deed and its lines into the trail, a statement each; return its id."""
    connection = session.connection()
    key = _add_head(connection, mata, rantai)
    connection.execute(_ADD_PERUBAHAN, [{"transaksi_id": key, **line} for line in lines])
    return key


def add_deed(connection: Connection, mata: Mata) -> int:
    """Write the line of a deed that changes no row into the trail, sealed; return its id."""
    return _add_head(connection, mata, seal(_last_seal(connection), mata))


def _add_head(connection: Connection, mata: Mata, rantai: str) -> int:
    values = {"waktu": mata.waktu, "pelaku": mata.pelaku, "label": mata.label}
    result = connection.execute(_ADD_TRANSAKSI, {**values, "rantai": rantai})
    (key,) = result.inserted_primary_key or (0,)
    return int(key)


def read_last_seal(session: Session) -> str:
    """Return the seal of the latest deed: it stands for the whole state of the data."""
    return _last_seal(session.connection())


def _last_seal(connection: Connection) -> str:
    return connection.exec_driver_sql(_LAST_SEAL).scalar() or AWAL


def row_to_plain(row: Record) -> Json:
    """Return all columns of a row as plain JSON data."""
    return _plain(row, inspect(type(row)).columns.keys())


def plain_to_values(record: type[Record], plain: Json) -> dict[str, Any]:
    """Read back columns that `row_to_plain` wrote."""
    columns = inspect(record).columns
    return {key: from_plain(columns[key], value) for key, value in plain.items()}


def _plain(row: Record, names: Iterable[str]) -> Json:
    columns = inspect(type(row)).columns
    return {name: to_plain(columns[name], getattr(row, name)) for name in names}


def _changes(session: Session) -> Iterator[dict[str, Any]]:
    for row in session.new:
        yield _line(row, None, row_to_plain(row))
    for row in session.deleted:
        yield _line(row, {**row_to_plain(row), **_replaced(row)}, None)
    # What was both changed and deleted counts as deleted only.
    for row in session.dirty:
        lama = _replaced(row)
        baru = _plain(row, lama)
        changed = [key for key in lama if lama[key] != baru[key]]
        yield _line(row, {key: lama[key] for key in changed}, {key: baru[key] for key in changed})


def _line(row: Record, lama: Json | None, baru: Json | None) -> dict[str, Any]:
    return {"tabel": row.__tablename__, "baris": row.id, "lama": lama, "baru": baru}


def _replaced(row: Record) -> Json:
    """Return the old values of the columns that were set."""
    state = inspect(row)
    columns = state.mapper.columns
    # `attrs[…].history` says the same and costs ten times as much.
    return {
        name: to_plain(columns[name], old)
        for name, old in state.committed_state.items()
        if old is not NO_VALUE
    }
