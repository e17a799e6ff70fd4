"""How much of each pagu is spent, on the screen: in percent, so that programs can be compared.

A thin line below tells how large each pagu is beside the largest; the amounts stand in words.
"""

from decimal import Decimal
from functools import partial

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF

from kinerja_desktop.domain.laporan.grafik import Serapan, SerapanChart
from kinerja_desktop.domain.laporan.grafik_ukuran import amounts_text, number_text, shared_digits
from kinerja_desktop.ui.grafik.legend import THIN, Legend, Sign, draw_legend, legend_height
from kinerja_desktop.ui.grafik.pen import GAP, Pen, wrap
from kinerja_desktop.ui.grafik.rows import Columns, draw_axis, fit_rows, make_columns, row_heights

_LEGEND: Legend = (
    ("realisasi", Sign.FULL),
    ("sisa pagu", Sign.HATCHED),
    ("besar pagu dibanding pagu terbesar", Sign.THIN),
)
_BAR, _AMOUNT_LINES = 11.0, 2


def serapan_height(chart: SerapanChart, width: float, metrics: QFontMetricsF, lines: int) -> float:
    """Return the height that a chart needs at a width, its names in at most so many lines."""
    columns = _columns(chart, width, metrics)
    rows = row_heights(_names(chart), columns, metrics, lines, _least(chart, columns, metrics))
    return legend_height(_LEGEND, metrics, width) + sum(rows) + metrics.height() + GAP


def draw_serapan(pen: Pen, chart: SerapanChart, width: float, height: float) -> None:
    """Draw a `SerapanChart`: realisasi in the pagu, each pagu as long as the others."""
    metrics, columns = pen.metrics, _columns(chart, width, pen.metrics)
    top = draw_legend(pen, _LEGEND, width)
    most = float(max([Decimal(100), *(row.persen for row in chart.rows if row.persen)]))
    least = _least(chart, columns, metrics)
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
        _draw_row(pen, row, columns, y + (room - least) / 2, most)
        if row.persen is not None:
            text = number_text(row.persen, "%", shared_digits(chart))
            middle = y + (room + least) / 2 - _BAR / 2 - 2 * THIN
            pen.text(width, middle, text, "end", bold=True)
        end = columns.left + float(row.pagu / largest) * (columns.right - columns.left)
        foot = y + (room + least) / 2 - THIN / 2
        pen.line(QPointF(columns.left, foot), QPointF(end, foot), pen.colours.ink, THIN)
        y += room
    pen.line(QPointF(columns.left, top), QPointF(columns.left, bottom), pen.colours.ink)


def _draw_row(pen: Pen, row: Serapan, columns: Columns, top: float, most: float) -> None:
    """Draw the amounts of a program and its bar below them."""
    line = pen.metrics.height()
    for text in _amounts(row, columns, pen.metrics):
        pen.text(columns.left + GAP, top + line / 2, text)
        top += line
    scale = (columns.right - columns.left) / most
    bar = QRectF(columns.left, top, 100 * scale, _BAR)
    pen.bar(bar, is_full=False)
    if row.persen is not None:
        bar.setWidth(max(float(row.persen), 0.0) * scale)
        pen.bar(bar, is_full=True)


def _amounts(row: Serapan, columns: Columns, metrics: QFontMetricsF) -> list[str]:
    return wrap(amounts_text(row), metrics, columns.right - columns.left - GAP, _AMOUNT_LINES)


def _least(chart: SerapanChart, columns: Columns, metrics: QFontMetricsF) -> float:
    """Return the height of what stands beside a name: the amounts, the bar, the thin line."""
    lines = max((len(_amounts(row, columns, metrics)) for row in chart.rows), default=1)
    return lines * metrics.height() + _BAR + 3 * THIN


def _names(chart: SerapanChart) -> list[str]:
    return [row.label for row in chart.rows]


def _columns(chart: SerapanChart, width: float, metrics: QFontMetricsF) -> Columns:
    digits = shared_digits(chart)
    figures = [number_text(row.persen, "%", digits) for row in chart.rows if row.persen is not None]
    return make_columns(_names(chart), figures, width, metrics)
