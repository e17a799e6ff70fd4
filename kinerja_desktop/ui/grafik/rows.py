"""The rows of a chart of bars: names at the left, bars, figures at the right in one column."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFontMetricsF

from kinerja_desktop.domain.laporan.grafik_ukuran import exact, nice_step
from kinerja_desktop.ui.grafik.pen import GAP, LABEL_SHARE, LEAST_LINES, Pen, wrap

#: A name takes as many lines as there is room for, up to these.
MOST_LINES = 7
#: Share of the width that names take at most, so that no word of theirs is cut.
_MOST_SHARE = 0.46
#: What stands between two rows, and how far they are drawn apart, in heights of a line.
_SPACE, _MOST_ROW = 0.7, 3.4


@dataclass(frozen=True)
class Columns:
    """Where the parts of a row stand.

    Attributes:
        names: the width of the names.
        left: where the bars begin.
        right: where the axis ends.
    """

    names: float
    left: float
    right: float


def make_columns(
    names: Sequence[str], figures: Sequence[str], width: float, metrics: QFontMetricsF
) -> Columns:
    """Share a width: short names leave it to the bars, and no figure runs over one."""
    longest = max(map(metrics.horizontalAdvance, names), default=0.0) + 1
    words = (metrics.horizontalAdvance(word) for name in names for word in name.split())
    whole_words = min(max(words, default=0.0) + 1, width * _MOST_SHARE)
    column = min(longest, max(width * LABEL_SHARE, whole_words))
    # Figures are set bold, which runs a tenth wider.
    room = max(map(metrics.horizontalAdvance, figures), default=0.0) * 1.1 + GAP
    return Columns(column, column + GAP, width - room)


def row_heights(
    names: Sequence[str], columns: Columns, metrics: QFontMetricsF, lines: int, least: float
) -> list[float]:
    """Return the height of each row, its name in at most so many lines."""
    line = metrics.height()
    heights = (len(wrap(name, metrics, columns.names, lines)) * line for name in names)
    return [max(least, height) + _SPACE * line for height in heights]


def fit_rows(
    heights: Callable[[int], list[float]], room: float, metrics: QFontMetricsF
) -> tuple[int, list[float]]:
    """Return in how many lines the names are set in a room, and the height of each row.

    Rows share what is left, but are never drawn out of sight of each other.
    """
    tries = ((lines, heights(lines)) for lines in range(MOST_LINES, LEAST_LINES, -1))
    fitting = ((lines, found) for lines, found in tries if sum(found) <= room)
    lines, found = next(fitting, (LEAST_LINES, heights(LEAST_LINES)))
    more = max(0.0, room - sum(found)) / max(len(found), 1)
    most = _MOST_ROW * metrics.height()
    return lines, [max(height, min(height + more, most)) for height in found]


def draw_axis(
    pen: Pen, write: Callable[..., str], columns: Columns, most: float, ends: tuple[float, float]
) -> None:
    """Draw the lines of an axis from 0 to `most` with their numbers, which never meet."""
    scale = (columns.right - columns.left) / most
    step = nice_step(most / 4)
    while step <= most and pen.small_width(write(exact(step))) + 2 * GAP > step * scale:
        step = nice_step(step * 1.01)
    for number in range(int(most / step) + 1):
        x = columns.left + number * step * scale
        pen.line(QPointF(x, ends[0]), QPointF(x, ends[1]), pen.colours.grid)
        text = write(exact(number * step))
        pen.text(x, ends[1] + pen.metrics.height() / 2, text, "middle", small=True)
