"""A database of an earlier schema with a row in every table, made by the revisions themselves."""

import sqlite3
from contextlib import closing
from pathlib import Path

from kinerja_desktop.store.database import FILE_NAME, connect, sqlite_url
from kinerja_desktop.store.migrations import migrate

ID = "0123456789abcdef0123456789abcdef"
_VALUES = {
    "INTEGER": 1, "BOOLEAN": 1, "DATE": "2024-01-31", "DATETIME": "2024-01-31 02:00:00.000000",
    "JSON": "{}", "NUMERIC": 1,
}  # fmt: skip


def make_old_office(folder: Path, revision: str, only: tuple[str, ...] = ()) -> list[str]:
    """Make the database; every row bears the same id, so that every reference finds its row.

    Args:
        folder: the data folder.
        revision: the schema's.
        only: the tables that get a row; all without.

    Returns:
        The tables that got one.
    """
    folder.mkdir(parents=True, exist_ok=True)
    engine = connect(sqlite_url(folder))
    migrate(engine, revision)
    engine.dispose()
    with closing(sqlite3.connect(folder / FILE_NAME)) as connection:
        query = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'alembic%'"
        tables = [name for (name,) in connection.execute(query) if not only or name in only]
        for table in tables:
            _fill(connection, table)
        connection.commit()
        assert not connection.execute("PRAGMA foreign_key_check").fetchall()
    return tables


def _fill(connection: sqlite3.Connection, table: str) -> None:
    columns = connection.execute(f"PRAGMA table_info({table})").fetchall()
    parents = {
        row[3]: row[4] for row in connection.execute(f"PRAGMA foreign_key_list({table})").fetchall()
    }
    names = [column[1] for column in columns]
    values = [_value(column[1], column[2], column[1] in parents) for column in columns]
    marks = ", ".join("?" for _ in values)
    connection.execute(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})", values)


def _value(name: str, kind: str, is_reference: bool) -> object:
    base = kind.partition("(")[0].upper()
    if base == "CHAR" or (is_reference and base not in _VALUES):
        return ID
    return _VALUES.get(base, f"isi {name}")
