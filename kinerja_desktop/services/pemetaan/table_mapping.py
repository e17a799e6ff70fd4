"""How the columns of an office's table are read, kept so that next year's table is read alike."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kinerja_desktop.exchange.workbook_grid import Grid
from kinerja_desktop.services.pemetaan.headings import (
    SEARCHED_ROWS,
    HeadingRows,
    read_headings,
)
from kinerja_desktop.services.pemetaan.kinds import KINDS, TableKind
from kinerja_desktop.services.pemetaan.words import fold_heading

#: More of a heading is not kept; two that differ only beyond it are told apart by their order.
_KEPT = 200


@dataclass(frozen=True)
class ColumnChoice:
    """What one column means, and how it is found again.

    Attributes:
        slot: name of the slot.
        heading: its heading, folded, its year made nameless; empty for a column without one.
        nth: which of the columns with this heading it is, from 0.
        place: its number, from 0; tells it where it has no heading.
    """

    slot: str
    heading: str
    nth: int
    place: int


@dataclass(frozen=True)
class TableMapping:
    """The columns of a table of one kind.

    Attributes:
        kind: key of the kind of table.
        heading_rows: how many rows of headings it has.
        columns: the columns that mean something.
        cumulative: amounts of a triwulan count from the beginning of the year.
    """

    kind: str
    heading_rows: int
    columns: tuple[ColumnChoice, ...]
    cumulative: bool = False


@dataclass(frozen=True)
class Fitting:
    """A mapping laid upon a sheet.

    Attributes:
        rows: where the headings were found.
        columns: number of a column to the name of its slot.
        missing: columns of the mapping that the sheet has not, by what they mean.
    """

    rows: HeadingRows
    columns: dict[int, str]
    missing: tuple[ColumnChoice, ...] = ()


def make_mapping(
    grid: Grid,
    kind: TableKind,
    rows: HeadingRows,
    columns: Mapping[int, str],
    *,
    cumulative: bool = False,
) -> TableMapping:
    """Return what the clerk chose in a form that fits other sheets."""
    headings = _fold_headings(grid, rows)
    chosen = tuple(
        ColumnChoice(slot, headings[column], headings[:column].count(headings[column]), column)
        for column, slot in sorted(columns.items())
    )
    return TableMapping(kind.key, rows.count, chosen, cumulative)


def fit(mapping: TableMapping, grid: Grid) -> Fitting:
    """Find the columns of a mapping on a sheet, wherever they moved, by their headings."""
    last = min(SEARCHED_ROWS, grid.rows) - mapping.heading_rows + 1
    tries = [HeadingRows(top, mapping.heading_rows) for top in range(max(last, 1))]
    found = [_lay(mapping, grid, rows) for rows in tries]
    return min(found, key=lambda fitting: len(fitting.missing))


def to_plain(mapping: TableMapping) -> dict[str, Any]:
    """Return a mapping as it is kept."""
    return {
        "baris_judul": mapping.heading_rows,
        "kumulatif": mapping.cumulative,
        "kolom": [
            {
                "isian": choice.slot,
                "judul": choice.heading,
                "ke": choice.nth,
                "letak": choice.place,
            }
            for choice in mapping.columns
        ],
    }


def from_plain(kind: str, plain: Mapping[str, Any]) -> TableMapping:
    """Read a mapping as it was kept; slots that this version does not know are left out."""
    slots = KINDS[kind].slots
    columns = tuple(
        ColumnChoice(kept["isian"], kept["judul"], kept["ke"], kept["letak"])
        for kept in plain["kolom"]
        if kept["isian"] in slots
    )
    return TableMapping(kind, plain["baris_judul"], columns, plain["kumulatif"])


def _fold_headings(grid: Grid, rows: HeadingRows) -> list[str]:
    return [fold_heading(text)[:_KEPT] for text in read_headings(grid, rows)]


def _lay(mapping: TableMapping, grid: Grid, rows: HeadingRows) -> Fitting:
    headings = _fold_headings(grid, rows)
    slots = KINDS[mapping.kind].slots
    columns: dict[int, str] = {}
    missing = []
    for choice in mapping.columns:
        alike = [place for place, heading in enumerate(headings) if heading == choice.heading]
        if not choice.heading:
            alike = [place for place in alike if place == choice.place]
        elif not slots[choice.slot].per_year:
            # Of years there may be more in the next Renstra, under the same words.
            alike = alike[choice.nth : choice.nth + 1]
        if not alike:
            missing.append(choice)
        columns |= dict.fromkeys(alike, choice.slot)
    return Fitting(rows, dict(sorted(columns.items())), tuple(missing))
