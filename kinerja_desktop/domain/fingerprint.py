"""Are two states of the data the same? Rows and a hash of the content, table by table."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class TableFingerprint:
    """What a table holds, in short.

    Attributes:
        table: its name.
        columns: the columns whose content was read, in the order they were read.
        rows: the number of rows.
        sha256: hash of the content of those columns; the same for the same rows in any order.
    """

    table: str
    columns: tuple[str, ...]
    rows: int
    sha256: str


@dataclass(frozen=True)
class TableChange:
    """What an update did to a table: rows and hash before and after.

    Attributes:
        table: its name.
        rows_before: the number of rows; None for a table that was not there.
        rows_after: the number of rows; None for a table that is no longer there.
        sha256_before: hash of the content; empty for a table that was not there.
        sha256_after: hash of the same columns' content afterwards; empty when they are gone.
    """

    table: str
    rows_before: int | None
    rows_after: int | None
    sha256_before: str
    sha256_after: str

    @property
    def is_new(self) -> bool:
        """Whether a newer program has added the table."""
        return self.rows_before is None

    @property
    def is_same(self) -> bool:
        """Whether nothing that was there has changed; a table just added takes nothing away."""
        same = self.rows_before == self.rows_after and self.sha256_before == self.sha256_after
        return same or self.is_new


def compare_tables(
    before: Iterable[TableFingerprint], after: Iterable[TableFingerprint]
) -> tuple[TableChange, ...]:
    """Compare two states of the data; `after` was read in the columns of `before`.

    Returns:
        All tables by name; a column that is gone makes its table a changed one.
    """
    old = {item.table: item for item in before}
    new = {item.table: item for item in after}
    return tuple(_compare(name, old.get(name), new.get(name)) for name in sorted(old | new))


def columns_of(tables: Iterable[TableFingerprint]) -> Mapping[str, tuple[str, ...]]:
    """Return which columns were read, by table: to read a later state in the same ones."""
    return {item.table: item.columns for item in tables}


def _compare(name: str, old: TableFingerprint | None, new: TableFingerprint | None) -> TableChange:
    is_comparable = old is not None and new is not None and old.columns == new.columns
    return TableChange(
        name,
        old.rows if old else None,
        new.rows if new else None,
        old.sha256 if old else "",
        new.sha256 if new and (is_comparable or old is None) else "",
    )
