"""Connect to the office's database: SQLite in a file of the data folder."""

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.store.sqlite_failures import classify

FILE_NAME = "kinerja.db"


def sqlite_url(folder: Path) -> str:
    """Return the URL of the database in a data folder."""
    return f"sqlite:///{(folder / FILE_NAME).as_posix()}"


def connect(url: str) -> Engine:
    """Open an engine on SQLite, set to lose nothing (`docs/architecture.md` §2.7)."""
    engine = create_engine(url)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: object) -> None:
    # Python's sqlite3 opens no transaction before CREATE or ALTER, so a failed
    # migration would stay half done. We say BEGIN ourselves instead.
    connection.isolation_level = None
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA busy_timeout = 2000")


def _begin_sqlite(connection: Connection) -> None:
    raw = connection.connection.dbapi_connection
    # A COMMIT that a deferred foreign key refused leaves SQLite inside the transaction.
    if raw is not None and raw.in_transaction:
        raw.rollback()
    connection.exec_driver_sql("BEGIN")


def find_damage(engine: Engine) -> list[str]:
    """Check a whole database; return what is damaged, empty when it is sound."""
    with engine.connect() as connection:
        lines = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    found = [str(line) for line in lines if line != "ok"]
    return found + [f"{row[0]}: acuan ke {row[2]} hilang" for row in broken]


def explain_database_error(error: DBAPIError) -> KinerjaError | None:
    """Say what a failure of the database means to the clerk; None when it is our bug."""
    failure = classify(error.orig)
    return failure.explain("Data", ", jadi perubahan ini belum disimpan") if failure else None
