"""A sheet of the office's own as it is shown for mapping, without its cells' inner life."""

from collections.abc import Mapping
from dataclasses import dataclass

from kinerja_desktop.exchange.workbook_faults import column_letter
from kinerja_desktop.exchange.workbook_grid import Grid
from kinerja_desktop.services.pemetaan.headings import SEARCHED_ROWS, HeadingRows, read_headings
from kinerja_desktop.services.pemetaan.kinds import KINDS
from kinerja_desktop.services.pemetaan.proposing import (
    Proposal,
    propose,
    propose_columns,
    propose_kind,
)
from kinerja_desktop.services.pemetaan.table_mapping import (
    ColumnChoice,
    TableMapping,
    fit,
    make_mapping,
)
from kinerja_desktop.services.pemetaan.taking import Choices
from kinerja_desktop.services.pemetaan.words import find_year

#: More columns than these are mapped, but not shown beside each other.
MOST_SHOWN = 60

NO_HEADINGS = (
    "Judul kolom untuk bagian ini tidak ditemukan. Pilih bagian atau lembar lain, atau tunjuk "
    "baris judulnya dan pilih isian tiap kolom."
)


@dataclass(frozen=True)
class SheetView:
    """The first rows of a sheet, its headings, and what its columns mean.

    Attributes:
        letters: of the columns.
        lines: the texts of the first rows.
        headings: of each column, in words.
        kind: key of the kind of table that its columns are read as.
        rows: which rows are headings.
        columns: number of a column, from 0, to the name of its slot.
        cumulative: amounts of a triwulan count from the beginning of the year.
        remark: what the clerk must know or do, empty for nothing.
        tahun: the only year that is named above the headings; None for none or several.
    """

    letters: tuple[str, ...]
    lines: tuple[tuple[str, ...], ...]
    headings: tuple[str, ...]
    kind: str
    rows: HeadingRows
    columns: Mapping[int, str]
    cumulative: bool = False
    remark: str = ""
    tahun: int | None = None


def view_proposed(grid: Grid, kind: str, rows: HeadingRows | None = None) -> SheetView:
    """Return a sheet with what its columns seem to mean.

    Args:
        grid: the sheet.
        kind: key of the kind of table.
        rows: the rows of headings that the clerk pointed at; None to look for them.
    """
    if rows is not None:
        found: Proposal | None = propose_columns(grid, KINDS[kind], rows)
    else:
        found = propose(grid, KINDS[kind])
    if found is None:
        return _view(grid, kind, HeadingRows(0), {}, remark=NO_HEADINGS)
    remark = "" if found.columns else NO_HEADINGS
    return _view(grid, kind, found.rows, found.columns, cumulative=found.cumulative, remark=remark)


def view_anew(grid: Grid, kind: str) -> SheetView:
    """Return another sheet as the kind of table that it seems to be.

    Args:
        grid: the sheet.
        kind: key of the kind that the sheet before was read as.
    """
    return view_proposed(grid, propose_kind(grid, KINDS[kind]).key)


def view_saved(grid: Grid, mapping: TableMapping) -> SheetView:
    """Return a sheet with what its columns mean by a mapping kept from before."""
    found = fit(mapping, grid)
    remark = ""
    if found.missing:
        names = ", ".join(_name(mapping.kind, choice) for choice in found.missing)
        remark = (
            f"Tidak ada di lembar ini: {names}. Pilih kolomnya sendiri, atau periksa apakah "
            "berkasnya benar."
        )
    return _view(
        grid,
        mapping.kind,
        found.rows,
        found.columns,
        cumulative=mapping.cumulative,
        remark=remark,
    )


def keep_choices(grid: Grid, choices: Choices) -> TableMapping:
    """Return what the clerk chose in a form that fits next year's sheet."""
    return make_mapping(
        grid, KINDS[choices.kind], choices.rows, choices.columns, cumulative=choices.cumulative
    )


def _view(
    grid: Grid,
    kind: str,
    rows: HeadingRows,
    columns: Mapping[int, str],
    *,
    cumulative: bool = False,
    remark: str = "",
) -> SheetView:
    shown = range(min(grid.columns, MOST_SHOWN))
    lines = tuple(
        tuple(grid.text(row, column) for column in shown)
        for row in range(min(grid.rows, SEARCHED_ROWS))
    )
    letters = tuple(column_letter(column) for column in range(grid.columns))
    headings = tuple(read_headings(grid, rows))
    title = " ".join(text for line in lines[: rows.top] for text in line)
    tahun = find_year(title)
    return SheetView(letters, lines, headings, kind, rows, columns, cumulative, remark, tahun)


def _name(kind: str, choice: ColumnChoice) -> str:
    label = KINDS[kind].label(choice.slot)
    return f"kolom '{choice.heading}' ({label})" if choice.heading else f"kolom {label}"
