"""A sheet of the office's own as it is shown for mapping, without its cells' inner life."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kinerja_desktop.exchange.workbook_faults import column_letter
from kinerja_desktop.exchange.workbook_grid import Grid
from kinerja_desktop.services.pemetaan.figures import describe_left, find_takers
from kinerja_desktop.services.pemetaan.guessing import propose_kind
from kinerja_desktop.services.pemetaan.headings import (
    SEARCHED_ROWS,
    HeadingRows,
    read_headings,
    read_title,
)
from kinerja_desktop.services.pemetaan.kinds import KINDS
from kinerja_desktop.services.pemetaan.proposing import (
    Proposal,
    propose,
    propose_columns,
)
from kinerja_desktop.services.pemetaan.table_mapping import (
    ColumnChoice,
    TableMapping,
    fit,
    make_mapping,
)
from kinerja_desktop.services.pemetaan.taking import Choices
from kinerja_desktop.services.pemetaan.words import find_triwulan, find_year, fold, has_phrase

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
        triwulan: likewise.
        takers: columns of figures, to the keys of the kinds of table that take them.
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
    triwulan: int | None = None
    takers: Mapping[int, tuple[str, ...]] = field(default_factory=dict)


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


def describe_view(view: SheetView, columns: Mapping[int, str]) -> str:
    """Say what the clerk must know of a sheet as its columns are chosen now; empty for nothing.

    Args:
        view: the sheet.
        columns: number of a column, from 0, to the name of its slot.
    """
    left = describe_left(view.takers, view.headings, view.kind, columns) if columns else ""
    parts = (view.remark, _describe_stand_in(view, columns), left)
    return " ".join(part for part in parts if part)


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
    title = read_title(grid, rows)
    return SheetView(
        letters, lines, headings, kind, rows, columns, cumulative, remark,
        find_year(title), find_triwulan(title), find_takers(grid, rows),
    )  # fmt: skip


def _describe_stand_in(view: SheetView, columns: Mapping[int, str]) -> str:
    """Name a column that was taken by another word than its own: the word may mean two things."""
    stand_in = KINDS[view.kind].stand_in
    if stand_in is None:
        return ""
    written, meant = stand_in
    words = {column: fold(view.headings[column]) for column in columns}
    names = [
        f"'{' '.join(view.headings[column].split())}'"
        for column, heading in words.items()
        if heading.split(" ")[0] == written and not has_phrase(heading, meant)
    ]
    if not names:
        return ""
    return (
        f"Kolom {', '.join(names)} dibaca sebagai realisasi. Bila isinya persentase capaian "
        "terhadap target, jangan diambil: tekan Delete di baris kolom itu."
    )


def _name(kind: str, choice: ColumnChoice) -> str:
    label = KINDS[kind].label(choice.slot)
    return f"kolom '{choice.heading}' ({label})" if choice.heading else f"kolom {label}"
