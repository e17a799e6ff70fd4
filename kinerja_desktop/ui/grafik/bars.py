"""Bars on the screen: capaian against a target."""

from decimal import Decimal
from functools import partial

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF

from kinerja_desktop.domain.laporan.grafik import BarChart
from kinerja_desktop.domain.laporan.grafik_ukuran import number_text, shared_digits
from kinerja_desktop.ui.grafik.legend import Legend, Sign, draw_legend, legend_height
from kinerja_desktop.ui.grafik.pen import GAP, Pen, wrap
from kinerja_desktop.ui.grafik.rows import Columns, draw_axis, fit_rows, make_columns, row_heights


def bars_height(chart: BarChart, width: float, metrics: QFontMetricsF, lines: int) -> float:
    """Return the height that a chart needs at a width, its names in at most so many lines."""
    rows = row_heights(
        _names(chart), _columns(chart, width, metrics), metrics, lines, _bar(metrics)
    )
    above = legend_height(_legend(chart), metrics, width)
    return above + sum(rows) + metrics.height() + GAP


def draw_bars(pen: Pen, chart: BarChart, width: float, height: float) -> None:
    """Draw a `BarChart`: filled bars reach the target, hatched ones do not."""
    metrics, digits = pen.metrics, shared_digits(chart)
    columns = _columns(chart, width, metrics)
    top = draw_legend(pen, _legend(chart), width)
    values = [bar.value for bar in chart.bars if bar.value is not None]
    most = float(max([*values, _least_end(chart)]))
    scale = (columns.right - columns.left) / most
    least = _bar(metrics)
    lines, rows = fit_rows(
        lambda most_lines: row_heights(_names(chart), columns, metrics, most_lines, least),
        height - metrics.height() - GAP - top,
        metrics,
    )
    bottom = top + sum(rows)
    draw_axis(pen, partial(number_text, unit=chart.unit), columns, most, (top, bottom))
    y = top
    for bar, row in zip(chart.bars, rows, strict=True):
        middle = y + row / 2
        pen.label(columns.names, middle, wrap(bar.label, metrics, columns.names, lines))
        if bar.value is None:
            pen.text(columns.left + GAP, middle, bar.word)
        else:
            length = max(float(bar.value), 0.0) * scale
            is_reached = chart.target is None or bar.value >= chart.target
            box = QRectF(columns.left, middle - least / 2, length, least)
            pen.bar(box, is_full=is_reached)
            pen.text(width, middle, number_text(bar.value, chart.unit, digits), "end", bold=True)
        y += row
    if chart.target is not None:
        x = columns.left + float(chart.target) * scale
        pen.line(QPointF(x, top), QPointF(x, bottom), pen.colours.ink, 1.6, Qt.PenStyle.DashLine)
    pen.line(QPointF(columns.left, top), QPointF(columns.left, bottom), pen.colours.ink)


def _names(chart: BarChart) -> list[str]:
    return [bar.label for bar in chart.bars]


def _columns(chart: BarChart, width: float, metrics: QFontMetricsF) -> Columns:
    digits = shared_digits(chart)
    figures = [
        number_text(bar.value, chart.unit, digits) for bar in chart.bars if bar.value is not None
    ]
    return make_columns(_names(chart), figures, width, metrics)


def _bar(metrics: QFontMetricsF) -> float:
    """Return how thick a bar is beside words of a size."""
    return metrics.height()


def _least_end(chart: BarChart) -> Decimal:
    """Return how far the axis reaches at least: beyond the target, or to the whole of a share."""
    if chart.target is not None:
        return max(chart.target * Decimal("1.1"), Decimal(1))
    return Decimal(100 if chart.unit == "%" else 1)


def _legend(chart: BarChart) -> Legend:
    if chart.target is None:
        return ()
    return (
        ("mencapai target", Sign.FULL),
        ("di bawah target", Sign.HATCHED),
        (f"target {number_text(chart.target, chart.unit)}", Sign.DASHED),
    )
