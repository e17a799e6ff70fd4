"""Any sheet of any workbook as a plain grid: the office's own tables, whatever their layout.

The same limits, refusals and sentences as for the program's own workbook (`workbook_file`). What
stands in a merged cell is repeated in the cells that it covers, and these are known as copies.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from kinerja_desktop.domain.angka.angka import format_isian
from kinerja_desktop.domain.angka.tanggal import format_tanggal_isian
from kinerja_desktop.domain.sections.fields import Field, Kind
from kinerja_desktop.exchange.workbook_cells import Place, Sheet
from kinerja_desktop.exchange.workbook_file import open_sheets
from kinerja_desktop.exchange.workbook_layout import GUIDE_SHEET
from kinerja_desktop.exchange.workbook_read import check_version
from kinerja_desktop.progress import Progress, silent

_SHOWN = Field("", "", Kind.TEXT)


@dataclass(frozen=True)
class Grid:
    """A sheet without any meaning yet.

    Attributes:
        title: its name.
        sheet: the cells; those under a merged cell repeat it.
        copies: cells that repeat a merged one, to the cell that it begins with.
    """

    title: str
    sheet: Sheet
    copies: dict[Place, Place] = field(default_factory=dict)

    @property
    def rows(self) -> int:
        """How many rows there are to the last filled one."""
        return self.sheet.survey.rows

    @property
    def columns(self) -> int:
        """How many columns there are to the last filled one."""
        return self.sheet.survey.columns

    def value(self, row: int, column: int, wanted: Field) -> Any:
        """Return what stands in a cell as a field is to read it; None for nothing."""
        return next(self.sheet.values(row, [(column, wanted)]))

    def text(self, row: int, column: int) -> str:
        """Return what people see in a cell, near enough to know it again."""
        value = self.value(row, column, _SHOWN)
        match value:
            case None:
                return ""
            case float():
                return format_isian(Decimal(f"{value:.15g}"))
            case datetime():
                return format_tanggal_isian(value.date())
            case date():
                return format_tanggal_isian(value)
        return str(value).strip()


def read_grids(path: Path, progress: Progress = silent) -> list[Grid]:
    """Read every filled sheet of a workbook, in its order.

    Args:
        path: an .xlsx, .xls, .xlsb, .ods, or a .csv with ``;``, ``,`` or tab.
        progress: told of sheets and cells; what it raises ends the reading.

    Raises:
        KinerjaError: the file is no workbook, is protected, made by a newer program, or larger
            than an office's can be.
    """
    sheets, _, _ = open_sheets(path, None, lambda _: True, progress=progress)
    check_version(path, sheets.get(GUIDE_SHEET))
    return [_spread(title, sheet) for title, sheet in sheets.items() if sheet.survey.rows]


def _spread(title: str, sheet: Sheet) -> Grid:
    """Repeat merged cells in what they cover; how much that may be is bounded by the reader."""
    survey = sheet.survey
    if not survey.merged:
        return Grid(title, sheet)
    lines = [line + [""] * (survey.columns - len(line)) for line in sheet.lines]
    lines += [[""] * survey.columns for _ in range(survey.rows - len(lines))]
    percents, errors, copies = set(survey.percents), dict(survey.errors), {}
    for first, last in survey.merged:
        if sheet.raw(*first) is None:
            continue
        for place in _covered(first, last, survey.rows, survey.columns):
            row, column = place
            if lines[row][column] not in ("", None) or place in copies:
                continue
            lines[row][column] = lines[first[0]][first[1]]
            copies[place] = first
            if first in percents:
                percents.add(place)
            if first in errors:
                errors[place] = errors[first]
    spread = replace(survey, percents=percents, errors=errors)
    return Grid(title, Sheet(lines, spread), copies)


def _covered(first: Place, last: Place, rows: int, columns: int) -> Iterable[Place]:
    for row in range(first[0], min(last[0], rows - 1) + 1):
        for column in range(first[1], min(last[1], columns - 1) + 1):
            if (row, column) != first:
                yield row, column
