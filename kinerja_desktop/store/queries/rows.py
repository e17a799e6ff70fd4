"""The rows of any section, for tables, workbook and lookups that sections drive."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Dialect, Uuid, inspect
from sqlalchemy import select as select_columns
from sqlalchemy.types import TypeEngine
from sqlmodel import Session, col, func, select

from kinerja_desktop.store.columns import ExactDecimal, NilaiText
from kinerja_desktop.store.records import RECORDS, Record

#: Turns what SQLite keeps into a value.
Reader = Callable[[Any], Any]

#: Kinds of columns whose values are costly to read; none can be changed in place.
_REPEATED = (Uuid, ExactDecimal, NilaiText)
_MOST_REMEMBERED = 20_000
_REMEMBERED: dict[type, Reader] = {}


def list_rows(
    session: Session, section: str, where: Mapping[str, Any] | None = None
) -> list[Record]:
    """Return the rows of a section, in no order: each user sorts by what it shows.

    Args:
        session: a reading or writing session.
        section: key of the section.
        where: values that columns must have, such as ``{"tahun": 2025}``; None for all rows.
    """
    record = RECORDS[section]
    query = select(record)
    for name, value in (where or {}).items():
        query = query.where(col(getattr(record, name)) == value)
    return list(session.exec(query))


def list_columns(session: Session, section: str, names: Iterable[str]) -> Sequence[tuple[Any, ...]]:
    """Return these columns of all rows of a section, in no order.

    Plain rows, not records: an office has thousands, and a reader that compares needs no more.
    """
    connection = session.connection()
    statement, readers = _prepare(connection.dialect, section, tuple(names))
    columns = zip(*connection.exec_driver_sql(statement).all(), strict=True)
    read = (
        column if reader is None else map(reader, column)
        for reader, column in zip(readers, columns, strict=False)
    )
    return list(zip(*read, strict=True))


@lru_cache(maxsize=100)
def _prepare(
    dialect: Dialect, section: str, names: tuple[str, ...]
) -> tuple[str, tuple[Reader | None, ...]]:
    """Write a query once: building it costs more than reading most sections."""
    table = inspect(RECORDS[section]).local_table
    columns = [table.c[name] for name in names]
    statement = str(select_columns(*columns).compile(dialect=dialect))
    return statement, tuple(_find_reader(dialect, column.type) for column in columns)


def _find_reader(dialect: Dialect, kind: TypeEngine[Any]) -> Reader | None:
    """Return what turns the kept form of a column's values into values; None for nothing."""
    reader = kind.dialect_impl(dialect).result_processor(dialect, None)
    if reader is None or type(kind) not in _REPEATED:
        return reader
    return _remember(type(kind), reader)


def _remember(kind: type, reader: Reader) -> Reader:
    # The same ids and figures stand in many rows, and in every workbook that comes in.
    return _REMEMBERED.setdefault(kind, lru_cache(maxsize=_MOST_REMEMBERED, typed=True)(reader))


def count_rows(session: Session) -> dict[str, int]:
    """Return how many rows every table of office data has, in the order of `RECORDS`."""
    return {
        tabel: session.exec(select(func.count()).select_from(record)).one()
        for tabel, record in RECORDS.items()
    }
