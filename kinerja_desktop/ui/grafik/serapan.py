"""How much of each pagu is spent, on the screen: in percent, so that programs can be compared.

A thin line below tells how large each pagu is beside the largest; the amounts stand in words.
"""

from decimal import Decimal
from functools import partial

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF

from kinerja_desktop.domain.laporan.grafik import Serapan, SerapanChart
from kinerja_desktop.domain.laporan.grafik_ukuran import (
    amounts_parts,
    amounts_text,
    number_text,
    shared_digits,
)
from kinerja_desktop.ui.grafik.legend import THIN, Legend, Sign, draw_legend, legend_height
from kinerja_desktop.ui.grafik.pen import GAP, Pen, wrap
from kinerja_desktop.ui.grafik.rows import Columns, draw_axis, fit_rows, make_columns, row_heights

_LEGEND: Legend = (
    ("realisasi", Sign.FULL),
    ("sisa pagu", Sign.HATCHED),
    ("besar pagu dibanding pagu terbesar", Sign.THIN),
)
#: How thick a bar is, how far the words stand above it, in how many lines an amount is at most.
_BAR, _ABOVE, _AMOUNT_LINES = 11.0, 3.0, 4


def serapan_height(chart: SerapanChart, width: float, metrics: QFontMetricsF, lines: int) -> float:
    """Return the height that a chart needs at a width, its names in at most so many lines."""
    columns = _columns(chart, width, metrics)
    least = _least(chart, width - columns.left - GAP, metrics)
    rows = row_heights(_names(chart), columns, metrics, lines, least)
    return legend_height(_LEGEND, metrics, width) + sum(rows) + metrics.height() + GAP


def draw_serapan(pen: Pen, chart: SerapanChart, width: float, height: float) -> None:
    """Draw a `SerapanChart`: realisasi in the pagu, each pagu as long as the others."""
    metrics, columns = pen.metrics, _columns(chart, width, pen.metrics)
    top = draw_legend(pen, _LEGEND, width)
    most = float(max([Decimal(100), *(row.persen for row in chart.rows if row.persen)]))
    room_of_words = width - columns.left - GAP
    least = _least(chart, room_of_words, metrics)
    lines, rows = fit_rows(
        lambda most_lines: row_heights(_names(chart), columns, metrics, most_lines, least),
        height - metrics.height() - GAP - top,
        metrics,
    )
    bottom = top + sum(rows)
    draw_axis(pen, partial(number_text, unit="%"), columns, most, (top, bottom))
    largest = max([*(row.pagu for row in chart.rows), Decimal(1)])
    y = top
    for row, room in zip(chart.rows, rows, strict=True):
        pen.label(columns.names, y + room / 2, wrap(row.label, metrics, columns.names, lines))
        foot = y + (room + least) / 2
        bar = foot - 3 * THIN - _BAR
        _draw_row(pen, row, columns, bar, most)
        _draw_amounts(pen, _amounts(row, room_of_words, metrics), columns.left + GAP, bar - _ABOVE)
        if row.persen is not None:
            text = number_text(row.persen, "%", shared_digits(chart))
            pen.text(width, bar + _BAR / 2, text, "end", bold=True)
        end = columns.left + float(row.pagu / largest) * (columns.right - columns.left)
        thin = foot - THIN / 2
        pen.line(QPointF(columns.left, thin), QPointF(end, thin), pen.colours.ink, THIN)
        y += room
    pen.line(QPointF(columns.left, top), QPointF(columns.left, bottom), pen.colours.ink)


def _draw_row(pen: Pen, row: Serapan, columns: Columns, top: float, most: float) -> None:
    """Draw the bar of a program: what is spent in the whole pagu."""
    scale = (columns.right - columns.left) / most
    bar = QRectF(columns.left, top, 100 * scale, _BAR)
    pen.bar(bar, is_full=False)
    if row.persen is not None:
        bar.setWidth(max(float(row.persen), 0.0) * scale)
        pen.bar(bar, is_full=True)


def _draw_amounts(pen: Pen, lines: list[str], left: float, bottom: float) -> None:
    """Write the amounts of a program above its bar; no line of the axis runs through them."""
    middle = bottom - (len(lines) - 0.5) * pen.metrics.height()
    for text in lines:
        pen.clear(left, middle, text)
        pen.text(left, middle, text)
        middle += pen.metrics.height()


def _amounts(row: Serapan, width: float, metrics: QFontMetricsF) -> list[str]:
    """Return the amounts in one line, or in one each; a figure is broken in dire need only."""
    if metrics.horizontalAdvance(amounts_text(row)) <= width:
        return [amounts_text(row)]
    return [
        line for part in amounts_parts(row) for line in wrap(part, metrics, width, _AMOUNT_LINES)
    ]


def _least(chart: SerapanChart, width: float, metrics: QFontMetricsF) -> float:
    """Return the height of what stands beside a name: the amounts, the bar, the thin line."""
    lines = max((len(_amounts(row, width, metrics)) for row in chart.rows), default=1)
    return lines * metrics.height() + _ABOVE + _BAR + 3 * THIN


def _names(chart: SerapanChart) -> list[str]:
    return [row.label for row in chart.rows]


def _columns(chart: SerapanChart, width: float, metrics: QFontMetricsF) -> Columns:
    digits = shared_digits(chart)
    figures = [number_text(row.persen, "%", digits) for row in chart.rows if row.persen is not None]
    return make_columns(_names(chart), figures, width, metrics)
