"""What a cell is: decided once, where it is read, as people see it on the sheet."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from kinerja_desktop.domain.angka.teks import is_excel_error
from kinerja_desktop.domain.sections.fields import Field

Place = tuple[int, int]

#: A cell in percent above this shows more than 1.000 %.
_MOST_PERCENT = 10
_LARGEST_EXACT = 10**15
#: Number formats with % that need no declaration (ECMA-376 18.8.30).
_PERCENT_IDS = (9, 10)
_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}


@dataclass
class Survey:
    """What calamine does not tell of a sheet's cells.

    Attributes:
        rows: how many rows there are to the last filled one.
        columns: the same for columns.
        errors: what stands in cells whose formula failed.
        percents: numbers that are shown as percent.
        uncomputed: formulas without a stored result.
        filled: how many cells calamine must find; None where this cannot be told.
        merged: first and last cell of each merged one; known where they were asked for.
    """

    rows: int = 0
    columns: int = 0
    errors: dict[Place, str] = field(default_factory=dict)
    percents: set[Place] = field(default_factory=set)
    uncomputed: list[Place] = field(default_factory=list)
    filled: int | None = None
    merged: list[tuple[Place, Place]] = field(default_factory=list)

    def reach(self, row: int, column: int) -> None:
        """Note that a cell is filled."""
        self.rows = max(self.rows, row + 1)
        self.columns = max(self.columns, column + 1)


@dataclass(frozen=True)
class Sheet:
    """A worksheet: its lines as calamine has them, and what the survey adds."""

    lines: list[list[Any]]
    survey: Survey

    def raw(self, row: int, column: int) -> Any:
        """Return what stands in a cell; an error as its text, nothing as None."""
        errors = self.survey.errors
        if errors and (row, column) in errors:
            return errors[row, column]
        line = self.lines[row] if row < len(self.lines) else []
        value = line[column] if column < len(line) else ""
        return None if value == "" else value

    def row(self, row: int) -> Iterator[Any]:
        """Go through all cells of a row."""
        return (self.raw(row, column) for column in range(self.survey.columns))

    def values(self, row: int, wanted: Iterable[tuple[int, Field]]) -> Iterator[Any]:
        """Go through cells of a row as fields are to read them, by their columns."""
        line = self.lines[row] if row < len(self.lines) else []
        width = len(line)
        for column, field_ in wanted:
            value = line[column] if column < width else ""
            # Most cells hold words or nothing.
            if value.__class__ is str and not self.survey.errors:
                yield value or None
            else:
                yield self._value(row, column, field_)

    def _value(self, row: int, column: int, wanted: Field) -> Any:
        value = self.raw(row, column)
        if isinstance(value, str | bool | None) or not isinstance(value, int | float):
            return value
        if (row, column) in self.survey.percents:
            return _as_percent(value, wanted)
        if abs(value) < _LARGEST_EXACT and int(value) == value:
            return int(value)
        return value


def is_error(value: Any) -> bool:
    """Tell whether a cell holds an error of a spreadsheet, or such a word typed as text."""
    return isinstance(value, str) and is_excel_error(value)


def error_text(code: int) -> str:
    """Return the word of an error in Excel's binary formats."""
    return _ERRORS.get(code, "#N/A")


def is_percent(number: int, code: str = "") -> bool:
    """Tell whether a number format shows percent.

    Args:
        number: its number; below 164 Excel knows it without a code.
        code: such as ``0.00%``.
    """
    if not code:
        return number in _PERCENT_IDS
    # The first part is that of the positive numbers; `General;[Red]0%` shows 0,9 as it is.
    return "%" in _LITERAL.sub("", code).split(";")[0]


class DoubtfulPercent(str):
    """What a cell in percent shows that is hardly meant: 90 typed before the format was chosen."""


def _as_percent(value: float, wanted: Field) -> Any:
    if _MOST_PERCENT < abs(value) < _LARGEST_EXACT:
        return DoubtfulPercent(f"{value * 100:.15g}%".replace(".", ","))
    if not abs(value) < _LARGEST_EXACT:
        return value * 100
    # Excel keeps fifteen digits; more are noise of the binary form.
    shown = Decimal(f"{value:.15g}") * 100
    shown = shown.quantize(Decimal(1)) if shown == shown.to_integral_value() else shown.normalize()
    return shown if wanted.kind.is_number else f"{shown:f}%".replace(".", ",")
