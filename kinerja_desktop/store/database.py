"""Connect to the office's database: SQLite in a file, or PostgreSQL by its URL."""

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event

FILE_NAME = "kinerja.db"


def sqlite_url(folder: Path) -> str:
    """Return the URL of the database in a data folder."""
    return f"sqlite:///{(folder / FILE_NAME).as_posix()}"


def connect(url: str) -> Engine:
    """Open an engine; SQLite is set to lose nothing (`desain.md` §2.7)."""
    engine = create_engine(url)
    if engine.dialect.name == "sqlite":
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
    connection.exec_driver_sql("BEGIN")
