"""The whole data of a server as an SQLite database, and back: one form for backups and proofs.

Values go in the very form in which each database keeps them, so that a backup made of one restores
into the other and every table has the same fingerprint on both.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from kinerja_desktop.progress import Progress, silent, tell_through
from kinerja_desktop.store.database import connect
from kinerja_desktop.store.database_copy import DamagedDatabaseError, check_database, end_use
from kinerja_desktop.store.migrations import migrate
from kinerja_desktop.store.postgres.dialect import ROW_NUMBER
from kinerja_desktop.store.postgres.failures import (
    ServerFailedError,
    ServerFailure,
    told_below_engine,
)
from kinerja_desktop.store.schema import HEAD, create_schema

VERSION_TABLE = "alembic_version"
_ROWS_AT_ONCE = 2_000
_COLUMNS = (
    "SELECT table_name, column_name, data_type FROM information_schema.columns "
    "WHERE table_schema = 'public'"
)
#: By table and column, as PostgreSQL names it.
Kinds = dict[str, dict[str, str]]
#: How SQLite keeps what PostgreSQL has a type for (sqlalchemy.dialects.sqlite).
_FORMS = {
    "uuid": "replace(CAST({0} AS text), '-', '')",
    "timestamp without time zone": "to_char({0}, 'YYYY-MM-DD HH24:MI:SS.US')",
    "date": "to_char({0}, 'YYYY-MM-DD')",
    "boolean": "CAST({0} AS integer)",
    "json": "CAST({0} AS text)",
}


def copy_to_file(
    connection: Connection, target: Path, revision: str, progress: Progress = silent
) -> None:
    """Write the data that a transaction sees into a new SQLite database, and check it.

    Args:
        connection: whose transaction sees one state of the data.
        target: the file; it must not exist yet.
        revision: the schema's revision.
        progress: told of the tables; what it raises ends the copying.

    Raises:
        DamagedDatabaseError: the copy is not sound, and not to be used.
        KinerjaError: the server or the disk failed.
    """
    if revision != HEAD:
        engine = connect(f"sqlite:///{target.as_posix()}")
        try:
            migrate(engine, revision)
        finally:
            engine.dispose()
    with closing(sqlite3.connect(target, isolation_level=None)) as file:
        # Nobody relies on it before it is checked and brought down to the disk as a whole.
        file.execute("PRAGMA synchronous = OFF")
        file.execute("BEGIN")
        for statement in _list_schema() if revision == HEAD else ():
            file.execute(statement)
        tables = list_tables(file)
        kinds = _read_kinds(connection, tables)
        filled = tuple(_find_filled(connection, tables))
        for table in tell_through(filled, progress, "Menyalin data…"):
            _copy_table(connection, file, table, kinds)
        file.execute("COMMIT")
    end_use(target)
    if check_database(target):
        raise DamagedDatabaseError(target)


def fill_from_file(connection: Connection, source: Path) -> None:
    """Put the rows of a checked SQLite database in the place of all rows, in one transaction.

    Args:
        connection: in a transaction that holds the turn to write.
        source: of the very schema that the server's database has.

    Raises:
        KinerjaError: the server failed, or this user may not.
    """
    with closing(sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True)) as file:
        # The trail's heads before its lines; all other references wait for the commit.
        tables = sorted(list_tables(file), key=lambda name: (name == "perubahan", name))
        kinds = _read_kinds(connection, tables)
        for table in reversed(tables):
            # Not TRUNCATE: who reads meanwhile goes on seeing the data of before.
            connection.exec_driver_sql(f"DELETE FROM {quote(table)}")
        for table in tables:
            _fill_table(connection, file, table, kinds)
    for table in ("transaksi", "perubahan"):
        connection.exec_driver_sql(
            f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), "
            f"greatest((SELECT max(id) FROM {table}), 1), EXISTS (SELECT 1 FROM {table}))"
        )


def list_tables(file: sqlite3.Connection) -> list[str]:
    """Return the tables of office data in an SQLite database."""
    rows = file.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' "
        "AND name NOT LIKE 'sqlite!_%' ESCAPE '!' AND name != ? ORDER BY name",
        (VERSION_TABLE,),
    )
    return [name for (name,) in rows]


def quote(name: str) -> str:
    """Return a name as it stands in a statement."""
    doubled = name.replace('"', '""').replace("%", "%%")
    return f'"{doubled}"'


@cache
def _list_schema() -> tuple[str, ...]:
    """Return the statements of the present schema: making it anew costs more than the rows do."""
    engine = connect("sqlite://")
    try:
        create_schema(engine)
        with engine.connect() as connection:
            made = connection.exec_driver_sql(
                "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type DESC, rowid"
            )
            return (*made.scalars(), f"INSERT INTO {VERSION_TABLE} VALUES ('{HEAD}')")
    finally:
        engine.dispose()


def _find_filled(connection: Connection, tables: list[str]) -> list[str]:
    """Return the tables that have rows: each that is copied costs several journeys."""
    asked = " UNION ALL ".join(
        f"SELECT {number} WHERE EXISTS (SELECT 1 FROM {quote(table)})"
        for number, table in enumerate(tables)
    )
    return [tables[number] for number in sorted(connection.exec_driver_sql(asked).scalars())]


def _read_kinds(connection: Connection, tables: list[str]) -> Kinds:
    kinds: Kinds = {}
    for table, column, kind in connection.exec_driver_sql(_COLUMNS):
        kinds.setdefault(table, {})[column] = kind
    if not kinds.keys() >= set(tables):
        raise ServerFailedError(ServerFailure.FOREIGN)
    return kinds


def _copy_table(connection: Connection, file: sqlite3.Connection, table: str, kinds: Kinds) -> None:
    kept = [row[1] for row in file.execute(f"PRAGMA table_info({quote(table)})")]
    types = kinds[table]
    columns = [name for name in kept if name in types]
    forms = ", ".join(_FORMS.get(types[name], "{0}").format(quote(name)) for name in columns)
    statement = f"SELECT {forms} FROM {quote(table)} ORDER BY {ROW_NUMBER}"
    marks = ", ".join("?" * len(columns))
    listed = ", ".join(map(quote, columns))
    # Of this statement alone: set on the connection, every later one would only be declared.
    options = {"stream_results": True, "max_row_buffer": _ROWS_AT_ONCE}
    # Closed whatever happens: a cursor of the server's own outlives a failure.
    with connection.exec_driver_sql(statement, execution_options=options) as result:
        file.executemany(
            f"INSERT INTO {quote(table)} ({listed}) VALUES ({marks})", map(tuple, result)
        )


def _fill_table(connection: Connection, file: sqlite3.Connection, table: str, kinds: Kinds) -> None:
    types = kinds[table]
    columns = [row[1] for row in file.execute(f"PRAGMA table_info({quote(table)})")]
    columns = [name for name in columns if name in types]
    listed = ", ".join(map(quote, columns))
    raw: Any = connection.connection.driver_connection
    with (
        told_below_engine(),
        raw.cursor() as cursor,
        cursor.copy(f"COPY {quote(table)} ({listed}) FROM STDIN") as copy,
    ):
        for row in _read_rows(file, table, listed):
            copy.write_row(row)


def _read_rows(file: sqlite3.Connection, table: str, listed: str) -> Iterator[list[Any]]:
    # Each value as text: PostgreSQL reads SQLite's forms of all of them.
    for row in file.execute(f"SELECT {listed} FROM {quote(table)} ORDER BY rowid"):
        yield [None if value is None else str(value) for value in row]
