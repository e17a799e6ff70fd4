"""Read the fingerprint of every table of a database."""

import hashlib
import json
import sqlite3
from collections.abc import Mapping
from pathlib import Path

from sqlalchemy import Engine

from kinerja_desktop.domain.fingerprint import TableFingerprint
from kinerja_desktop.store.database_copy import reading

Columns = Mapping[str, tuple[str, ...]]

_TABLES = (
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!' "
    "AND name != 'alembic_version' ORDER BY name"
)


def read_fingerprints(path: Path, columns: Columns | None = None) -> tuple[TableFingerprint, ...]:
    """Read the tables of a database that nobody has open.

    Args:
        path: the database.
        columns: the columns to read, by table, as far as they are there; of a table that is not
            named all.

    Raises:
        DamagedDatabaseError: it is not sound.
        KinerjaError: it cannot be read.
    """
    with reading(path) as connection:
        return _read(connection, columns or {})


def read_live_fingerprints(
    engine: Engine, columns: Columns | None = None
) -> tuple[TableFingerprint, ...]:
    """Read the tables of the open database, all in one state; see `read_fingerprints`."""
    with engine.connect() as connection:
        connection.exec_driver_sql("SELECT 1")
        raw = connection.connection.driver_connection
        assert isinstance(raw, sqlite3.Connection), "the office's database is SQLite"
        return _read(raw, columns or {})


def _read(connection: sqlite3.Connection, columns: Columns) -> tuple[TableFingerprint, ...]:
    names = [name for (name,) in connection.execute(_TABLES)]
    return tuple(_read_table(connection, name, columns.get(name)) for name in names)


def _read_table(
    connection: sqlite3.Connection, table: str, wanted: tuple[str, ...] | None
) -> TableFingerprint:
    present = [row[1] for row in connection.execute(f"PRAGMA table_info({_quote(table)})")]
    columns = tuple(sorted(present) if wanted is None else (c for c in wanted if c in present))
    listed = ", ".join(map(_quote, columns)) or "1"
    digest = hashlib.sha256()
    rows = 0
    # In the order of the content: a table that a migration rebuilt may keep its rows otherwise.
    for row in connection.execute(f"SELECT {listed} FROM {_quote(table)} ORDER BY {listed}"):
        digest.update(json.dumps(row, default=_plain).encode())
        rows += 1
    return TableFingerprint(table, columns, rows, digest.hexdigest())


def _plain(value: bytes) -> dict[str, str]:
    """Return what JSON has no form for; of SQLite's values those are bytes alone."""
    return {"hex": value.hex()}


def _quote(name: str) -> str:
    doubled = name.replace('"', '""')
    return f'"{doubled}"'
