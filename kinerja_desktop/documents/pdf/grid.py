"""Where the cells of a table lie and how high its rows are, before any page is cut."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from kinerja_desktop.documents.fonts import face_name, printable, text_width
from kinerja_desktop.documents.naskah.cell_places import CellPlace, cell_places
from kinerja_desktop.documents.naskah.cell_places import head_rows as head_rows
from kinerja_desktop.documents.naskah.tables import Cell, Column, Row
from kinerja_desktop.documents.naskah.text import Align, plain
from kinerja_desktop.documents.pdf.piece import MM
from kinerja_desktop.documents.typeset import Style, TextBox, set_text

PAD_X, PAD_Y = 3.0, 2.5
_TOTAL_FILL = "#f0f0f0"
_WIDEST_WORD = 0.15
#: A code of the budget or an amount: 7.01.01.2.02.0005, 1.100.000.000,50.
_FIGURE = re.compile(r"[A-Z\d]+(\.\d+)+(,\d+)?")
_NUMBER = re.compile(r"(?:Rp ?)?-?\d[\d.]*(?P<tail>(?:,\d+)?(?: ?%)?)")


# Compared by identity: two empty cells are two cells. Not frozen, which makes it twice as fast.
@dataclass(eq=False, slots=True)
class Placed:
    """One cell with its place: rows `row` … `row_end` - 1, columns from `column`.

    Attributes:
        right_pad: points that bring its decimal comma below the others.
    """

    cell: Cell
    box: TextBox
    row: int
    row_end: int
    column: int
    column_end: int
    fill: str
    right_pad: float = 0


@dataclass(frozen=True)
class Grid:
    """Rows laid out for given column edges; heights in points.

    Attributes:
        edges: x of each column's left edge, and of the last one's right edge.
        heights: of each row, high enough for merged cells too.
        tops: sum of the heights above each row, and of all at the end.
        by_row: the cells that begin in each row.
        crossing: the merged cells that come into each row from above.
    """

    edges: tuple[float, ...]
    heights: tuple[float, ...]
    tops: tuple[float, ...]
    by_row: tuple[tuple[Placed, ...], ...]
    crossing: tuple[tuple[Placed, ...], ...]

    @property
    def height(self) -> float:
        """Height of all rows."""
        return self.tops[-1]


def column_edges(
    columns: Sequence[Column], width: float, needs: Sequence[float] = ()
) -> tuple[float, ...]:
    """Share the width among the columns by weight.

    Args:
        columns: their weights.
        width: of all columns, in points.
        needs: see `column_needs`; a column gets at least so much if all can.
    """
    total = sum(column.weight for column in columns)
    shares = [column.weight / total * width for column in columns]
    fixed: dict[int, float] = {}
    while lacking := [
        place for place, need in enumerate(needs) if place not in fixed and shares[place] < need
    ]:
        fixed.update((place, needs[place]) for place in lacking)
        rest = [place for place in range(len(columns)) if place not in fixed]
        room = width - sum(fixed.values())
        weight = sum(columns[place].weight for place in rest)
        if room <= 0 or not rest:
            return column_edges(columns, width)
        shares = [
            fixed.get(place, column.weight / weight * room) for place, column in enumerate(columns)
        ]
    return tuple(accumulate(shares, initial=0.0))


def column_needs(
    columns: Sequence[Column], rows: Sequence[Row], width: float, size: float
) -> list[float]:
    """Return the width in points that each column needs so that its longest word stays whole.

    Words longer than a share of the table are broken all the same. A code or an amount is not:
    broken in the middle it reads as another one. It is broken only where the whole table has no
    room, and then after a full stop (`typeset.set_text`).
    """
    needs, figures = [0.0] * len(columns), [0.0] * len(columns)
    for place in cell_places(rows, len(columns)):
        words = plain(place.cell.text).split()
        if words and place.column_end == place.column + 1:
            is_bold = place.cell.bold or rows[place.row].is_total
            longest = max(words, key=len)
            need = _word_need(longest, is_bold, size)
            needs[place.column] = max(needs[place.column], need)
            code = max(filter(_FIGURE.fullmatch, words), key=len, default="")
            if code:
                need = _word_need(code, is_bold, size)
                figures[place.column] = max(figures[place.column], need)
    capped = [min(need, _WIDEST_WORD * width) for need in needs]
    whole = [max(pair) for pair in zip(capped, figures, strict=True)]
    return whole if sum(whole) <= width else capped


def _word_need(word: str, is_bold: bool, size: float) -> float:
    return text_width(printable(word), face_name(is_bold, False)) * size + 2 * PAD_X + 0.5


def lay_out(
    rows: Sequence[Row], columns: Sequence[Column], edges: tuple[float, ...], size: float
) -> Grid:
    """Set every cell and find the row heights.

    Args:
        rows: places below a span are left out, as in HTML; missing cells become empty ones.
        columns: give the alignment of their cells.
        edges: see `column_edges`.
        size: of the type, in points.
    """
    placed = _align_decimals(
        [
            _set_cell(place, rows[place.row], columns, edges, size)
            for place in cell_places(rows, len(columns))
        ]
    )
    by_row: list[list[Placed]] = [[] for _ in rows]
    crossing: list[list[Placed]] = [[] for _ in rows]
    for cell in placed:
        by_row[cell.row].append(cell)
        for row in range(cell.row + 1, cell.row_end):
            crossing[row].append(cell)
    heights = _row_heights(rows, placed)
    return Grid(
        edges,
        tuple(heights),
        tuple(accumulate(heights, initial=0.0)),
        tuple(map(tuple, by_row)),
        tuple(map(tuple, crossing)),
    )


def _set_cell(
    place: CellPlace, row: Row, columns: Sequence[Column], edges: tuple[float, ...], size: float
) -> Placed:
    cell = place.cell
    align: Align = cell.align or columns[place.column].align
    if align == "decimal" and not _NUMBER.fullmatch(plain(cell.text)):
        align = "center"
    style = Style(size, align, cell.bold or row.is_total, cell.italic)
    width = edges[place.column_end] - edges[place.column] - 2 * PAD_X
    fill = cell.fill or (_TOTAL_FILL if row.is_total else "")
    box = set_text(cell.text, width, style)
    return Placed(cell, box, place.row, place.row_end, place.column, place.column_end, fill)


def _align_decimals(placed: list[Placed]) -> list[Placed]:
    """Give each number the white behind it that its column's longest fraction needs."""
    tails: dict[int, float] = {}
    for cell in placed:
        if cell.box.style.align == "decimal":
            tails[cell.column] = max(tails.get(cell.column, 0), _tail_width(cell))
    return [
        _with_pad(cell, tails[cell.column] - _tail_width(cell))
        if cell.box.style.align == "decimal"
        else cell
        for cell in placed
    ]


def _with_pad(cell: Placed, pad: float) -> Placed:
    # dataclasses.replace takes three times as long, and large tables have thousands of cells.
    return Placed(
        cell.cell, cell.box, cell.row, cell.row_end, cell.column, cell.column_end, cell.fill, pad
    )


def _tail_width(cell: Placed) -> float:
    """Return how wide the number runs from its comma on, in points."""
    match = _NUMBER.fullmatch(plain(cell.cell.text))
    style = cell.box.style
    tail = match["tail"] if match else ""
    return text_width(printable(tail), face_name(style.bold, style.italic)) * style.size


def _row_heights(rows: Sequence[Row], placed: Sequence[Placed]) -> list[float]:
    """Make each row high enough, and the rows below a merged cell together."""
    heights = [row.min_height * MM for row in rows]
    for cell in placed:
        if cell.row_end - cell.row == 1:
            heights[cell.row] = max(heights[cell.row], cell.box.height + 2 * PAD_Y)
    for cell in sorted(placed, key=lambda cell: cell.row_end):
        span = cell.row_end - cell.row
        lack = cell.box.height + 2 * PAD_Y - sum(heights[cell.row : cell.row_end])
        if span > 1 and lack > 0:
            for row in range(cell.row, cell.row_end):
                heights[row] += lack / span
    return heights
