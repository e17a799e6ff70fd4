"""Connect to the office's database: SQLite in a file of the data folder."""

import sys
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, ExceptionContext, create_engine, event
from sqlalchemy.exc import DBAPIError

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.store.sqlite_failures import SqliteFailure, classify

FILE_NAME = "kinerja.db"
_PRAGMAS = ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "busy_timeout = 2000")
_NOT_SAVED = ", jadi perubahan ini belum disimpan"
_READING = ("SELECT", "PRAGMA", "WITH", "BEGIN")


class DatabaseFailedError(KinerjaError):
    """A statement met a full disk, a lost drive, a lock or damage: on any page, in any command.

    Attributes:
        failure: which it was.
    """

    def __init__(self, failure: SqliteFailure, consequence: str = "") -> None:
        told = failure.explain("Data", consequence)
        super().__init__(told.message, told.remedy)
        self.failure = failure


def sqlite_url(folder: Path) -> str:
    """Return the URL of the database in a data folder."""
    return f"sqlite:///{(folder / FILE_NAME).as_posix()}"


def connect(url: str) -> Engine:
    """Open an engine on SQLite, set to lose nothing (`docs/architecture.md` §2.7)."""
    engine = create_engine(url)
    event.listen(engine, "do_connect", _name_system)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    event.listen(engine, "handle_error", _explain)
    return engine


def file_address(path: Path, mode: str = "rwc") -> str:
    """Return the URI by which SQLite opens the live database; every door opens it by this one.

    Args:
        path: the database.
        mode: ``rwc`` makes it when it is not there, ``rw`` does not.
    """
    address = f"{path.absolute().as_uri()}?mode={mode}"
    # The index of the WAL lies in memory, not in a mapped file: on a full disk with small blocks
    # writing into that mapping ended the process (SIGBUS). All connections of one process share
    # it, and other processes find the database locked (sqlite.org/vfs.html, "unix-excl").
    return address if sys.platform == "win32" else f"{address}&vfs=unix-excl"


def _name_system(
    _dialect: object, _record: object, words: list[Any], options: dict[str, Any]
) -> None:
    if words[0] != ":memory:":
        words[0] = file_address(Path(words[0]))
        options["uri"] = True


def _prepare_sqlite(connection: Any, _record: object) -> None:
    # Python's sqlite3 opens no transaction before CREATE or ALTER, so a failed
    # migration would stay half done. We say BEGIN ourselves instead.
    connection.isolation_level = None
    try:
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
    except UnicodeError as error:  # SQLite's message cites a damaged name
        raise DatabaseFailedError(SqliteFailure.DAMAGED) from error


def _begin_sqlite(connection: Connection) -> None:
    raw = connection.connection.dbapi_connection
    # A COMMIT that a deferred foreign key refused leaves SQLite inside the transaction.
    if raw is not None and raw.in_transaction:
        raw.rollback()
    connection.exec_driver_sql("BEGIN")


def _explain(context: ExceptionContext) -> None:
    failure = classify(context.original_exception)
    if failure is None:
        return  # our own mistake: let it rise
    running = context.execution_context
    statement = context.statement or getattr(running, "statement", None) or "COMMIT"
    is_reading = statement.lstrip().upper().startswith(_READING)
    raise DatabaseFailedError(failure, "" if is_reading else _NOT_SAVED)


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
    return DatabaseFailedError(failure, _NOT_SAVED) if failure else None
