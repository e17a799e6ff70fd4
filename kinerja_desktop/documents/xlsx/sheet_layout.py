"""Where the columns of a table lie on a sheet, and how high its rows are."""

from collections.abc import Sequence
from itertools import accumulate

from kinerja_desktop.documents.naskah.cell_places import CellPlace
from kinerja_desktop.documents.naskah.tables import Table
from kinerja_desktop.documents.naskah.text import plain
from kinerja_desktop.documents.typeset import Style, set_text

# Points: a letter of Excel's unit of width, a line of the cells' type, the white around a text.
_SIZE, _LETTER, _LINE, _PADDING = 9.0, 5.25, 11.5, 4.0
# A line of text outside a table, and its height.
_TEXT_SIZE, _TEXT_LINE = 10.0, 12.75
# The least and the greatest height of a row, in points; Excel allows no higher one.
_LEAST, _HIGHEST = 15.0, 409.0


def spread_columns(table: Table, weights: Sequence[float]) -> list[int]:
    """Return where each column of a table begins on the sheet, and where the last one ends.

    Args:
        table: one that is spread takes the columns of the sheet in shares of its own weights.
        weights: of the sheet's columns.
    """
    count, wide = len(table.columns), len(weights)
    if not table.is_spread or count >= wide:
        return list(range(count + 1))
    own = list(accumulate((column.weight for column in table.columns), initial=0.0))
    given = list(accumulate(weights, initial=0.0))
    edges = [0]
    for place in range(1, count):
        goal = own[place] / own[-1] * given[-1]
        free = range(edges[-1] + 1, wide - (count - place) + 1)
        edges.append(min(free, key=lambda edge: abs(given[edge] - goal)))
    return [*edges, wide]


def measure_rows(
    places: Sequence[CellPlace], edges: Sequence[int], widths: Sequence[float]
) -> dict[int, float]:
    """Return the height of each row in points: merged cells never make room for themselves.

    Args:
        places: the cells of a table.
        edges: where its columns lie; see `spread_columns`.
        widths: of the sheet's columns, in Excel's unit.
    """
    needed: dict[int, float] = {}
    # Single rows first; what is merged only adds to its last row what is still missing.
    for place in sorted(places, key=lambda place: place.row_end - place.row):
        room = sum(widths[edges[place.column] : edges[place.column_end]]) * _LETTER - _PADDING
        box = set_text(plain(place.cell.text), room, Style(_SIZE, bold=place.cell.bold))
        last = place.row_end - 1
        given = sum(needed.get(row, _LEAST) for row in range(place.row, last))
        wanted = len(box.lines) * _LINE + _PADDING - given
        needed[last] = max(wanted, needed.get(last, _LEAST))
    return {row: min(height, _HIGHEST) for row, height in needed.items()}


def measure_line(text: str, widths: Sequence[float], *, bold: bool = False) -> float | None:
    """Return how high a row is whose text is broken across the sheet; None where it fits as it is.

    Args:
        text: a single line.
        widths: of the sheet's columns, in Excel's unit.
        bold: its face.
    """
    room = sum(widths) * _LETTER - _PADDING
    lines = set_text(text, room, Style(_TEXT_SIZE, bold=bold)).lines
    return min(len(lines) * _TEXT_LINE + _PADDING, _HIGHEST) if len(lines) > 1 else None
