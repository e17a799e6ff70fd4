"""Column types that keep what SQLite and JSON would lose, and the columns' plain form."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import Column, DateTime, Dialect, ForeignKey, String
from sqlalchemy.types import TypeDecorator
from sqlmodel import Field

from kinerja_desktop.domain.capaian.nilai import Nilai, nilai_from_text, nilai_to_text


class ExactDecimal(TypeDecorator[Decimal]):
    """A Decimal kept as text: SQLite's own numbers round after fifteen digits."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:
        """Write the digits as they are."""
        return None if value is None else f"{value:f}"

    def process_result_value(self, value: str | None, dialect: Dialect) -> Decimal | None:
        """Turn the kept digits into a number."""
        return None if value is None else Decimal(value)


class NilaiText(TypeDecorator[Nilai]):
    """A target or realisasi (number, range or word) kept as text."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: Nilai | None, dialect: Dialect) -> str | None:
        """Write it as `domain.capaian.nilai` does."""
        return None if value is None else nilai_to_text(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Nilai | None:
        """Turn the kept text into a number, range or word."""
        return None if value is None else nilai_from_text(value)


class Moment(TypeDecorator[datetime]):
    """An aware moment, kept in UTC (SQLite forgets the zone)."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Turn a moment into UTC without its zone, as SQLite keeps it."""
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give the kept moment its zone, UTC."""
        return None if value is None else value.replace(tzinfo=UTC)


def belongs_to(target: str, *, optional: bool = False) -> Any:
    """Make a foreign key checked at commit, so that rows may be written in any order."""
    key = ForeignKey(target, deferrable=True, initially="DEFERRED")
    return Field(default=None if optional else ..., index=True, sa_column_args=[key])


def amount() -> Any:
    """Make a column for rupiah, percent or weight; None when not entered."""
    return Field(default=None, sa_type=ExactDecimal)


def nilai() -> Any:
    """Make a column for a target or realisasi; None when not entered."""
    return Field(default=None, sa_type=NilaiText)


def moment(*, optional: bool = False) -> Any:
    """Make a column for an aware moment."""
    return Field(default=None if optional else ..., sa_type=Moment)


_WRITERS: dict[type, Callable[[Any], Any]] = {
    UUID: str,
    Decimal: lambda value: f"{value:f}",
    date: lambda value: value.isoformat(),
    datetime: lambda value: value.astimezone(UTC).isoformat(),
}


def to_plain(column: Column[Any], value: Any) -> Any:
    """Turn a column's value into plain JSON data, for the journal and for packages."""
    if value is not None and isinstance(column.type, NilaiText):
        return nilai_to_text(value)
    writer = _WRITERS.get(type(value))
    return writer(value) if writer else value


def from_plain(column: Column[Any], value: Any) -> Any:
    """Read back what `to_plain` wrote."""
    if value is None:
        return None
    match column.type:
        case NilaiText():
            return nilai_from_text(value)
        case ExactDecimal():
            return Decimal(value)
        case Moment():
            return datetime.fromisoformat(value)
    python_type = column.type.python_type
    if python_type is UUID:
        return UUID(value)
    return date.fromisoformat(value) if python_type is date else value
