"""Tables as offices make them, written by openpyxl."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.exchange.workbook_grid import Grid
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.pemetaan.kinds import KINDS
from kinerja_desktop.services.pemetaan.proposing import propose
from kinerja_desktop.services.pemetaan.taking import (
    Choices,
    OwnPlan,
    plan_own_table,
    read_own_book,
)

Rows = Sequence[Any]


def write_table(path: Path, rows: Rows, *merged: str, title: str = "Tabel") -> Path:
    """Write rows from A1 on, with merged cells."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    for cells in merged:
        sheet.merge_cells(cells)
    book.save(path)
    return path


def read_table(path: Path) -> Grid:
    """Return the only sheet of a file."""
    (grid,) = read_own_book(path).grids
    return grid


def propose_choices(
    grid: Grid, kind: str, periode: Periode, *, cumulative: bool | None = None
) -> Choices:
    """Return what the program proposes for a sheet."""
    found = propose(grid, KINDS[kind])
    assert found is not None
    said = found.cumulative if cumulative is None else cumulative
    return Choices(kind, found.rows, found.columns, periode, said)


def plan_table(
    office: Office,
    path: Path,
    kind: str,
    periode: Periode = Periode(2025),  # noqa: B008, a value
    *,
    cumulative: bool | None = None,
) -> OwnPlan:
    """Plan a file as the program proposes to read it."""
    grid = read_table(path)
    choices = propose_choices(grid, kind, periode, cumulative=cumulative)
    return plan_own_table(office, path, grid, choices)


def list_values(found: OwnPlan, section: str, *names: str) -> list[tuple[Any, ...]]:
    """Return what would be stored in some fields of a section, with the words of its row."""
    return [
        (row.label, *(row.values.get(name) for name in names))
        for row in found.plan.rows
        if row.section == section
    ]


def list_messages(found: OwnPlan) -> list[str]:
    """Return what is wrong, each with its cell."""
    return [f"{problem.cell}: {problem.message}" for problem in found.plan.problems]
