"""How statements are written for PostgreSQL so that they answer as on SQLite.

One query is right on both: what SQLite does by itself is said to PostgreSQL here, once for all.
"""

from typing import Any

from sqlalchemy import FromClause, Table
from sqlalchemy.dialects.postgresql.base import PGTypeCompiler
from sqlalchemy.dialects.postgresql.psycopg import PGCompiler_psycopg
from sqlalchemy.schema import Column
from sqlalchemy.sql import operators
from sqlalchemy.sql.elements import UnaryExpression
from sqlalchemy.sql.selectable import Join
from sqlmodel import SQLModel

ROW_NUMBER = "rowid"
"""A column that every table has beside its own: the order in which rows came, as SQLite has it."""


class LargeNumbers(PGTypeCompiler):
    """Makes columns for whole numbers as large as those of SQLite."""

    def visit_INTEGER(self, type_: Any, **words: Any) -> str:  # noqa: N802
        """Write the kind of column: a package may have more than 2^31 bytes."""
        del type_, words
        return "BIGINT"


class LikeSqlite(PGCompiler_psycopg):
    """Asks for rows in the order of SQLite.

    Where nothing else decides, that is the order in which they came: PostgreSQL moves a row when it
    is changed, and the same data would be printed in another order (`docs/architecture.md` §2.5).
    What is not filled in is the least of all values, where PostgreSQL takes it for the greatest.
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
        is_decided = len(tables) == 1 and _is_decided(select)
        if toplevel and tables and _gives_rows(select) and not is_decided:
            names = (self.preparer.format_table(table) for table in tables)
            self._numbers[id(select)] = ", ".join(f"{name}.{ROW_NUMBER}" for name in names)
        body: str = super()._compose_select_body(  # type: ignore[no-untyped-call]
            text, select, compile_state, inner_columns, froms, byfrom, toplevel, kwargs
        )
        return body + self._take(select, " ORDER BY ")

    def order_by_clause(self, select: Any, **words: Any) -> str:
        """Write what was asked for, and behind it the order of coming."""
        parts = [
            item._compiler_dispatch(self, **words) + _place_nulls(item)
            for item in select._order_by_clauses
        ]
        return f" ORDER BY {', '.join(parts)}{self._take(select, ', ')}"

    def visit_like_op_binary(self, binary: Any, operator: Any, **words: Any) -> str:
        """Compare without regard to capitals, as SQLite's LIKE does: also in `startswith`."""
        text: str = self.visit_ilike_op_binary(binary, operator, **words)  # type: ignore[no-untyped-call]
        return text

    def visit_not_like_op_binary(self, binary: Any, operator: Any, **words: Any) -> str:
        """Compare without regard to capitals."""
        text: str = self.visit_not_ilike_op_binary(binary, operator, **words)  # type: ignore[no-untyped-call]
        return text

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


def _is_decided(select: Any) -> bool:
    """Tell whether the order asked for leaves no two rows of one table equal."""
    columns = [_find_column(item)[0] for item in select._order_by_clauses]
    return any(column is not None and column.primary_key for column in columns)


def _place_nulls(item: Any) -> str:
    """Say where a column that may be empty has its empty rows."""
    column, is_falling = _find_column(item)
    if column is None or not column.nullable:
        return ""  # else no index would serve
    return " NULLS LAST" if is_falling else " NULLS FIRST"


def _find_column(item: Any) -> tuple[Column[Any] | None, bool]:
    """Return the column by which is sorted, None for another thing, and whether it falls."""
    is_falling = False
    while isinstance(item, UnaryExpression):
        is_falling = item.modifier is operators.desc_op
        item = item.element
    return (item if isinstance(item, Column) else None), is_falling
