"""The rows of any section, for tables, workbook and lookups that sections drive."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Row, inspect
from sqlalchemy import select as select_columns
from sqlmodel import Session, col, func, select

from kinerja_desktop.store.records import RECORDS, Record


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


def list_columns(session: Session, section: str, names: Iterable[str]) -> Sequence[Row[Any]]:
    """Return these columns of all rows of a section, in no order.

    Plain rows, not records: an office has thousands, and a reader that compares needs no more.
    """
    table = inspect(RECORDS[section]).local_table
    return session.connection().execute(select_columns(*(table.c[name] for name in names))).all()


def count_rows(session: Session) -> dict[str, int]:
    """Return how many rows every table of office data has, in the order of `RECORDS`."""
    return {
        tabel: session.exec(select(func.count()).select_from(record)).one()
        for tabel, record in RECORDS.items()
    }
