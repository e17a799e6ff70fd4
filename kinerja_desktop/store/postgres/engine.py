"""Connect to a database on a PostgreSQL server, so that it answers as SQLite does."""

from typing import Any

from sqlalchemy import URL, Engine, ExceptionContext, FromClause, Table, create_engine, event
from sqlalchemy.dialects.postgresql.base import PGTypeCompiler
from sqlalchemy.dialects.postgresql.psycopg import PGCompiler_psycopg
from sqlalchemy.schema import Column
from sqlalchemy.sql.selectable import Join
from sqlmodel import SQLModel

from kinerja_desktop.server_address import ServerAddress
from kinerja_desktop.store.postgres.failures import ServerFailedError, classify

ROW_NUMBER = "rowid"
"""A column that every table has beside its own: the order in which rows came, as SQLite has it."""

LOCK_SECONDS = 10
"""How long a deed waits for that of somebody else."""
_IDLE_SECONDS = 120
_CONNECT_SECONDS = 10
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
_NOT_SAVED = ", jadi perubahan ini belum disimpan"
_READING = ("SELECT", "WITH", "BEGIN", "SHOW", "LISTEN", "COPY (")


def make_connect_words(address: ServerAddress) -> dict[str, Any]:
    """Return what libpq is told to reach a database; a password it finds by itself."""
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
    return words


def connect(address: ServerAddress) -> Engine:
    """Open an engine on a database of a server; nothing is sent yet."""
    engine = create_engine(
        URL.create("postgresql+psycopg"),
        connect_args=make_connect_words(address),
        # One reading sees one state of the data, as with SQLite; a deed says otherwise.
        isolation_level="REPEATABLE READ",
        # A connection that broke while nobody worked is replaced unseen.
        pool_pre_ping=True,
        pool_size=3,
        hide_parameters=True,
        use_native_hstore=False,
    )
    engine.dialect.statement_compiler = _Compiler
    engine.dialect.type_compiler_instance = _TypeCompiler(engine.dialect)
    event.listen(engine, "handle_error", _explain)
    return engine


class _TypeCompiler(PGTypeCompiler):
    def visit_INTEGER(self, type_: Any, **words: Any) -> str:  # noqa: N802
        """Keep whole numbers as large as SQLite's: a package may have more than 2^31 bytes."""
        del type_, words
        return "BIGINT"


class _Compiler(PGCompiler_psycopg):
    """Asks for rows in the order in which they came, where nothing else decides.

    SQLite gives them so by itself. PostgreSQL moves a row when it is changed, and the same data
    would be printed in another order (`docs/architecture.md` §2.5).
    """

    def _compose_select_body(
        self,
        text: str,
        select: Any,
        compile_state: Any,
        inner_columns: list[str],
        froms: list[FromClause],
        byfrom: Any,
        toplevel: bool,
        kwargs: dict[str, Any],
    ) -> str:
        tables = _list_tables(froms)
        if toplevel and tables and _gives_rows(select):
            names = (self.preparer.format_table(table) for table in tables)
            self._numbers[id(select)] = ", ".join(f"{name}.{ROW_NUMBER}" for name in names)
        body: str = super()._compose_select_body(  # type: ignore[no-untyped-call]
            text, select, compile_state, inner_columns, froms, byfrom, toplevel, kwargs
        )
        return body + self._take(select, " ORDER BY ")

    def order_by_clause(self, select: Any, **words: Any) -> str:
        """Add the order of coming behind what was asked for."""
        asked: str = super().order_by_clause(select, **words)  # type: ignore[no-untyped-call]
        return asked + self._take(select, ", ")

    def _row_limit_clause(self, cs: Any, **kwargs: Any) -> str:
        limit: str = super()._row_limit_clause(cs, **kwargs)  # type: ignore[no-untyped-call]
        return self._take(cs, " ORDER BY ") + limit

    @property
    def _numbers(self) -> dict[int, str]:
        known: dict[int, str] = self.__dict__.setdefault("_kept_numbers", {})
        return known

    def _take(self, select: Any, before: str) -> str:
        numbers = self._numbers.pop(id(select), "")
        return before + numbers if numbers else ""


def _list_tables(froms: list[FromClause]) -> list[Table]:
    """Return the plain tables that a query reads, in its order; none where there are others."""
    tables: list[Table] = []
    waiting = list(froms)
    while waiting:
        item = waiting.pop(0)
        if isinstance(item, Join):
            waiting[:0] = [item.left, item.right]
        elif isinstance(item, Table) and item.metadata is SQLModel.metadata:
            tables.append(item)
        else:
            return []
    return tables


def _gives_rows(select: Any) -> bool:
    """Tell whether a query gives rows of its tables, rather than what is reckoned from them."""
    if select._group_by_clauses or select._distinct or select._having_criteria:
        return False
    return all(isinstance(item, Column | Table) for item in select._raw_columns)


def _explain(context: ExceptionContext) -> None:
    if context.is_pre_ping:
        return  # a new connection takes the place of the broken one
    failure = classify(context.original_exception)
    if failure is None:
        return  # our own mistake: let it rise
    running = context.execution_context
    statement = context.statement or getattr(running, "statement", None) or "COMMIT"
    is_reading = statement.lstrip().upper().startswith(_READING) or not context.connection
    raise ServerFailedError(failure, "" if is_reading else _NOT_SAVED) from (
        context.original_exception
    )
