"""Connect to a database on a PostgreSQL server, so that it answers as SQLite does."""

import select
from functools import partial
from typing import Any

from sqlalchemy import URL, Engine, ExceptionContext, create_engine, event
from sqlalchemy.exc import InvalidatePoolError

from kinerja_desktop.server_address import ServerAddress
from kinerja_desktop.store.postgres.dialect import LargeNumbers, LikeSqlite
from kinerja_desktop.store.postgres.failures import NOT_SAVED, ServerFailedError, classify
from kinerja_desktop.store.postgres.present import find_other_schema

LOCK_SECONDS = 10
"""How long a deed waits for that of somebody else."""
_IDLE_SECONDS = 120
_CONNECT_SECONDS, _HURRIED_CONNECT_SECONDS = 10, 2
#: Whatever the server's own settings are: nothing accepted is lost, a PC that went away in the
#: middle of a deed does not hold up the others, and texts come as they were written.
_SETTINGS = {
    "synchronous_commit": "on",
    "lock_timeout": f"{LOCK_SECONDS}s",
    "idle_in_transaction_session_timeout": f"{_IDLE_SECONDS}s",
    "tcp_keepalives_idle": "10",
    "tcp_keepalives_interval": "5",
    "tcp_keepalives_count": "3",
    "timezone": "UTC",
    "datestyle": "ISO",
    "search_path": "public",
}
_OF_DEEDS = ("AUTOCOMMIT", "READ COMMITTED")
"""How a transaction that writes sees the data; whatever fails in it, nothing is stored."""
_READING = ("SELECT", "WITH", "BEGIN", "SHOW", "LISTEN", "COPY (")


def make_connect_words(address: ServerAddress) -> dict[str, Any]:
    """Return what libpq is told to reach a database; it finds a password that nobody gave."""
    settings = " ".join(f"-c {name}={value}" for name, value in _SETTINGS.items())
    words: dict[str, Any] = {
        "dbname": address.database,
        "port": address.port,
        "application_name": "Kinerja Desktop",
        "connect_timeout": _CONNECT_SECONDS,
        "tcp_user_timeout": 20_000,
        "keepalives_idle": 10,
        "keepalives_interval": 5,
        "keepalives_count": 3,
        "client_encoding": "UTF8",
        "options": settings,
        **dict(address.options),
    }
    if address.host:
        words["host"] = address.host
    if address.user:
        words["user"] = address.user
    if address.password:
        words["password"] = address.password
    return words


def connect(address: ServerAddress) -> Engine:
    """Open an engine on a database of a server; nothing is sent yet."""
    engine = create_engine(
        URL.create("postgresql+psycopg"),
        connect_args=make_connect_words(address),
        # One reading sees one state of the data, as with SQLite; a deed says otherwise.
        isolation_level="REPEATABLE READ",
        pool_size=3,
        hide_parameters=True,
        use_native_hstore=False,
    )
    engine.dialect.statement_compiler = LikeSqlite
    engine.dialect.type_compiler_instance = LargeNumbers(engine.dialect)
    event.listen(engine, "do_connect", _connect)
    event.listen(engine, "checkout", _replace_broken)
    event.listen(engine, "checkout", _limit)
    event.listen(engine, "handle_error", partial(_explain, address))
    return engine


def _connect(_dialect: object, _record: object, words: list[Any], named: dict[str, Any]) -> Any:
    from kinerja_desktop.store.postgres.line import LimitedLine, limit_for_this_thread

    if limit_for_this_thread() is not None:
        named["connect_timeout"] = _HURRIED_CONNECT_SECONDS
    return LimitedLine.connect(*words, **named)


def _limit(raw: Any, _record: object, _proxy: object) -> None:
    from kinerja_desktop.store.postgres.line import limit_for_this_thread

    raw.most_seconds = limit_for_this_thread()


def _replace_broken(raw: Any, _record: object, _proxy: object) -> None:
    """Let a connection that broke while nobody worked be replaced unseen.

    It costs no journey to the server, as a ping would: on a line that is at rest there is
    something to read only when the server has said farewell.
    """
    if select.select([raw.fileno()], [], [], 0)[0]:
        raise InvalidatePoolError


def _close_cursor(context: ExceptionContext) -> None:
    """Close the cursor of a line that broke: SQLAlchemy leaves it open."""
    running = context.execution_context
    cursor = getattr(running, "cursor", None)
    if context.is_disconnect and cursor is not None:
        cursor.close()


def _explain(address: ServerAddress, context: ExceptionContext) -> None:
    _close_cursor(context)
    if other := find_other_schema(address, context.original_exception):
        raise other from context.original_exception
    failure = classify(context.original_exception)
    if failure is None:
        return  # our own mistake: let it rise
    running = context.execution_context
    statement = context.statement or getattr(running, "statement", None) or "COMMIT"
    line = context.connection
    is_deed = line is not None and line.get_execution_options().get("isolation_level") in _OF_DEEDS
    is_reading = statement.lstrip().upper().startswith(_READING) or line is None
    is_reading = is_reading and not is_deed
    raise ServerFailedError(failure, "" if is_reading else NOT_SAVED) from (
        context.original_exception
    )
