"""Where the cells of a table stand: its head as rows, and its merged cells on the grid."""

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from kinerja_desktop.documents.naskah.tables import Cell, Column, Row
from kinerja_desktop.documents.naskah.text import Text

_HEAD_FILL = "#e4e4e4"


def head_rows(columns: Sequence[Column], *, numbered: bool) -> tuple[Row, ...]:
    """Return the head as rows: groups, titles, and "(1) (2) …" when numbered."""
    has_groups = any(column.group for column in columns)
    upper: list[Cell] = []
    lower: list[Cell] = []
    for group, members in groupby(columns, key=lambda column: column.group):
        titles = [_head_cell(column.title) for column in members]
        if group:
            upper.append(_head_cell(group, col_span=len(titles)))
            lower.extend(titles)
        else:
            span = 2 if has_groups else 1
            upper.extend(_head_cell(cell.text, row_span=span) for cell in titles)
    rows = [upper, lower] if has_groups else [upper]
    heads = tuple(Row(tuple(cells)) for cells in rows)
    if not numbered:
        return heads
    numbers = (
        Cell(f"({place})", "center", fill=_HEAD_FILL) for place in range(1, len(columns) + 1)
    )
    return (*heads, Row(tuple(numbers)))


def _head_cell(text: Text, row_span: int = 1, col_span: int = 1) -> Cell:
    return Cell(
        text,
        "center",
        bold=True,
        row_span=row_span,
        col_span=col_span,
        fill=_HEAD_FILL,
        valign="middle",
    )


# A named tuple is made three times as fast as a dataclass, and large tables have thousands.
class CellPlace(NamedTuple):
    """A cell with its place: rows `row` … `row_end` - 1, columns likewise."""

    cell: Cell
    row: int
    row_end: int
    column: int
    column_end: int


def cell_places(rows: Sequence[Row], width: int) -> list[CellPlace]:
    """Find the place of each cell; spans beyond the table end at its edge."""
    places: list[CellPlace] = []
    # For each column the first row that no span from above covers.
    free_from = [0] * width
    for number, row in enumerate(rows):
        cells = iter(row.cells)
        column = 0
        while column < width:
            if free_from[column] > number:
                column += 1
                continue
            cell = next(cells, None) or Cell()
            end = column + 1
            while end < min(column + cell.col_span, width) and free_from[end] <= number:
                end += 1
            row_end = min(number + max(cell.row_span, 1), len(rows))
            places.append(CellPlace(cell, number, row_end, column, end))
            if row_end > number + 1:
                free_from[column:end] = [row_end] * (end - column)
            column = end
    return places
