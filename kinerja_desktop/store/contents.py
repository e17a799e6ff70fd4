"""Is a sound SQLite file also a database of this program: its tables, and values that can be read?

Who replaces the file, or writes into it with another tool, can put anything there. Schemas are
judged before a statement runs that a view or trigger of somebody else could take part in.
"""

import json
import re
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import JSON, Boolean, Column, Date, Engine, Integer, Table, Uuid
from sqlmodel import SQLModel

from kinerja_desktop.domain.capaian.nilai import Rentang, nilai_from_text
from kinerja_desktop.domain.sections import SECTIONS
from kinerja_desktop.store import records
from kinerja_desktop.store.columns import ExactDecimal, Moment, NilaiText
from kinerja_desktop.store.sqlite_failures import limit_time

assert records.RECORDS, "the tables must be known before they are looked for"

_UUID = re.compile(r"[0-9a-f]{32}")
_OWN_TABLES = {"alembic_version", *SQLModel.metadata.tables}


def find_foreign_parts(connection: sqlite3.Connection) -> list[str]:
    """Name what this program never makes: views, triggers, virtual tables, computed columns.

    Raises:
        sqlite3.Error: the database is damaged.
    """
    found = []
    rows = connection.execute("SELECT type, name, sql FROM sqlite_schema").fetchall()
    for kind, name, sql in rows:
        words = str(sql or "").split()
        if kind not in ("table", "index") or [w.upper() for w in words[1:2]] == ["VIRTUAL"]:
            found.append(f"'{name}' bukan bagian data Kinerja Desktop")
        elif kind == "table" and any(column[6] for column in _columns(connection, name)):
            found.append(f"kolom '{name}' dihitung oleh program lain")
    return found


def find_wrong_schema(connection: sqlite3.Connection) -> list[str]:
    """Compare the tables of a database with the present schema.

    Raises:
        sqlite3.Error: the database is damaged.
    """
    if foreign := find_foreign_parts(connection):
        return foreign
    names = {
        name
        for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        if not name.startswith("sqlite_")
    }
    found = [f"tabel '{name}' tidak ada" for name in sorted(_OWN_TABLES - names)]
    found += [f"tabel '{name}' bukan milik program ini" for name in sorted(names - _OWN_TABLES)]
    for name, table in SQLModel.metadata.tables.items():
        if name in names:
            present = {column[1] for column in _columns(connection, name)}
            if present != set(table.columns.keys()):
                found.append(f"kolom-kolom tabel '{name}' bukan yang seharusnya")
    return found


def find_wrong_values(connection: sqlite3.Connection) -> list[str]:
    """Read every value of a database of the present schema; name the columns with wrong ones.

    Raises:
        sqlite3.Error: the database is damaged.
    """
    found = [
        text for table in SQLModel.metadata.tables.values() for text in _judge(connection, table)
    ]
    (offices,) = connection.execute("SELECT count(*) FROM instansi").fetchone()
    if offices > 1:
        found.append(f"ada {offices} kantor (baris instansi), seharusnya satu")
    return found


def find_wrong_live_schema(engine: Engine) -> list[str]:
    """Compare the tables of the open database with the present schema; it costs 2 ms.

    Raises:
        KinerjaError: it is damaged.
        sqlite3.Error: it is damaged.
    """
    with _raw(engine) as connection:
        return find_wrong_schema(connection)


def find_wrong_content(engine: Engine) -> list[str]:
    """Name what is wrong with the schema and the values of the open database.

    Raises:
        KinerjaError: it is damaged.
        sqlite3.Error: it is damaged.
    """
    with _raw(engine) as connection:
        return find_wrong_schema(connection) or find_wrong_values(connection)


@contextmanager
def _raw(engine: Engine) -> Iterator[sqlite3.Connection]:
    with engine.connect() as connection:
        connection.exec_driver_sql("SELECT 1")
        raw = connection.connection.driver_connection
        assert isinstance(raw, sqlite3.Connection), "the office's database is SQLite"
        with limit_time(raw):
            yield raw


def _columns(connection: sqlite3.Connection, table: str) -> list[tuple[Any, ...]]:
    quoted = table.replace('"', '""')
    return connection.execute(f'PRAGMA table_xinfo("{quoted}")').fetchall()


def _judge(connection: sqlite3.Connection, table: Table) -> Iterator[str]:
    columns = list(table.columns)
    judges = [_find_judge(table, column) for column in columns]
    listed = ", ".join(f'"{column.name}"' for column in columns)
    wrong = dict.fromkeys(range(len(columns)), 0)
    for row in connection.execute(f'SELECT {listed} FROM "{table.name}"'):
        for place, (value, judge) in enumerate(zip(row, judges, strict=True)):
            if not judge(value):
                wrong[place] += 1
    for place, count in wrong.items():
        if count:
            yield f"isi kolom {table.name}.{columns[place].name} tidak sah di {count} baris"


def _find_judge(table: Table, column: Column[Any]) -> Callable[[object], bool]:
    accepts = _accept(column)
    if (table.name, column.name) == ("perubahan", "tabel"):
        return lambda value: value in SQLModel.metadata.tables
    section = SECTIONS.get(table.name)
    field = next((f for f in section.fields if f.name == column.name), None) if section else None
    choices: Mapping[str, str] = (field.choices if field else None) or {}
    is_optional = bool(column.nullable)
    may_be_blank = not choices or field is None or not field.required

    def judge(value: object) -> bool:
        if value is None:
            return is_optional
        if value == "":
            return may_be_blank and accepts(value)
        return accepts(value) and (not choices or value in choices)

    return judge


def _accept(column: Column[Any]) -> Callable[[object], bool]:
    match column.type:
        case Uuid():
            return lambda value: isinstance(value, str) and bool(_UUID.fullmatch(value))
        case Boolean():
            return lambda value: value in (0, 1)
        case Integer():
            return lambda value: isinstance(value, int)
    read = _READERS.get(type(column.type))
    if read is None:
        return lambda value: isinstance(value, str)

    def accept(value: object) -> bool:
        try:
            return isinstance(value, str) and read(value)
        # `Decimal` raises ArithmeticError; deeply nested JSON a RecursionError.
        except (ValueError, ArithmeticError, RecursionError):
            return False

    return accept


def _is_amount(text: str) -> bool:
    return Decimal(text).is_finite()


def _is_nilai(text: str) -> bool:
    match nilai_from_text(text):
        case Rentang(low, high):
            return low.is_finite() and high.is_finite()
        case Decimal() as number:
            return number.is_finite()
    return True


def _is_json(text: str) -> bool:
    json.loads(text)
    return True


_READERS: dict[type, Callable[[str], bool]] = {
    ExactDecimal: _is_amount,
    NilaiText: _is_nilai,
    JSON: _is_json,
    Date: lambda text: date.fromisoformat(text).isoformat() == text,
    Moment: lambda text: bool(datetime.fromisoformat(text)),
}
