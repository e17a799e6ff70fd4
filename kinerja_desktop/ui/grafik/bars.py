"""Bars on the screen: capaian against a target, and realisasi against pagu."""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF

from kinerja_desktop.domain.laporan.grafik import BarChart, SerapanChart
from kinerja_desktop.domain.laporan.grafik_ukuran import (
    exact,
    nice_step,
    number_text,
    serapan_text,
)
from kinerja_desktop.ui.grafik.pen import GAP, LABEL_SHARE, Pen, wrap

_THICKNESS = 18.0
_SPACE = 12.0
_MOST_ROW = 56.0
_SIGN = 18.0


def bars_height(chart: BarChart | SerapanChart, width: float, metrics: QFontMetricsF) -> float:
    """Return the height that a chart needs at a width."""
    return sum(_row_heights(chart, width, metrics)) + 2 * (metrics.height() + GAP)


def draw_bars(pen: Pen, chart: BarChart, width: float, height: float) -> None:
    """Draw a `BarChart`: filled bars reach the target, hatched ones do not."""
    left, line = width * LABEL_SHARE + GAP, pen.metrics.height()
    top, bottom = line + GAP, height - line - GAP
    values = [bar.value for bar in chart.bars if bar.value is not None]
    most = float(max([*values, _least_end(chart)]))
    numbers = [number_text(value, chart.unit) for value in values]
    room = max((pen.bold_width(text) for text in numbers), default=0.0) + 2 * GAP
    scale = (width - left - room) / most
    rows = _fit(_row_heights(chart, width, pen.metrics), bottom - top)
    bottom = top + sum(rows)
    _draw_axis(pen, chart.unit, left, scale, most, (top, bottom))
    target = left + float(chart.target) * scale if chart.target is not None else None
    y = top
    for bar, row in zip(chart.bars, rows, strict=True):
        middle = y + row / 2
        pen.label(left - GAP, middle, wrap(bar.label, pen.metrics, width * LABEL_SHARE - GAP))
        if bar.value is None:
            pen.text(left + GAP, middle, bar.word)
        else:
            length = max(float(bar.value), 0.0) * scale
            is_reached = chart.target is None or bar.value >= chart.target
            pen.bar(QRectF(left, middle - _THICKNESS / 2, length, _THICKNESS), is_full=is_reached)
            text = number_text(bar.value, chart.unit)
            x = left + length + GAP
            # The target line must not run through a number.
            if target is not None and x - 3 < target < x + pen.bold_width(text) + 3:
                x = target + GAP
            pen.text(x, middle, text, bold=True)
        y += row
    if target is not None:
        _draw_target(pen, target, top, bottom)
        _draw_legend(pen, line / 2, f"target {number_text(chart.target or Decimal(0), chart.unit)}")
    pen.line(QPointF(left, top), QPointF(left, bottom), pen.colours.ink)


def draw_serapan(pen: Pen, chart: SerapanChart, width: float, height: float) -> None:
    """Draw a `SerapanChart`: realisasi over pagu, in words above each bar."""
    left, line = width * LABEL_SHARE + GAP, pen.metrics.height()
    top = line + GAP
    x = 1.0
    for words, is_full in (("realisasi", True), ("pagu", False)):
        x = _draw_sign(pen, x, line / 2, words, is_full=is_full)
    amounts = [amount for row in chart.rows for amount in (row.pagu, row.realisasi or Decimal(0))]
    scale = (width - left - GAP) / float(max([*amounts, Decimal(1)]))
    rows = _fit(_row_heights(chart, width, pen.metrics), height - top - GAP)
    y = top
    for row, room in zip(chart.rows, rows, strict=True):
        middle = y + room / 2
        pen.label(left - GAP, middle, wrap(row.label, pen.metrics, width * LABEL_SHARE - GAP))
        bar = QRectF(left, middle + 1, float(row.pagu) * scale, _THICKNESS / 2)
        pen.bar(bar, is_full=False)
        if row.realisasi is not None:
            bar.setWidth(max(float(row.realisasi), 0.0) * scale)
            pen.bar(bar, is_full=True)
        pen.text(left + GAP, middle - line / 2, serapan_text(row))
        y += room
    pen.line(QPointF(left, top), QPointF(left, y), pen.colours.ink)


def _least_end(chart: BarChart) -> Decimal:
    """Return how far the axis reaches at least: beyond the target, or to the whole of a share."""
    if chart.target is not None:
        return max(chart.target * Decimal("1.1"), Decimal(1))
    return Decimal(100 if chart.unit == "%" else 1)


def _row_heights(
    chart: BarChart | SerapanChart, width: float, metrics: QFontMetricsF
) -> list[float]:
    items = chart.bars if isinstance(chart, BarChart) else chart.rows
    least = _THICKNESS if isinstance(chart, BarChart) else metrics.height() + _THICKNESS / 2
    column = width * LABEL_SHARE - GAP
    lines = [len(wrap(item.label, metrics, column)) * metrics.height() for item in items]
    return [max(least, height) + _SPACE for height in lines]


def _fit(heights: Sequence[float], room: float) -> list[float]:
    """Share what room is left among the rows, but never stretch them out of sight of each other."""
    more = max(0.0, room - sum(heights)) / max(len(heights), 1)
    return [max(height, min(height + more, _MOST_ROW)) for height in heights]


def _draw_axis(
    pen: Pen, unit: str, left: float, scale: float, most: float, ends: tuple[float, float]
) -> None:
    step = nice_step(most / 4)
    for number in range(int(most / step) + 1):
        x = left + number * step * scale
        pen.line(QPointF(x, ends[0]), QPointF(x, ends[1]), pen.colours.grid)
        text = number_text(exact(number * step), unit)
        pen.text(x, ends[1] + pen.metrics.height() / 2, text, "middle", small=True)


def _draw_target(pen: Pen, x: float, top: float, bottom: float) -> None:
    pen.line(QPointF(x, top), QPointF(x, bottom), pen.colours.ink, 1.6, Qt.PenStyle.DashLine)


def _draw_legend(pen: Pen, middle: float, target: str) -> None:
    x = _draw_sign(pen, 1.0, middle, "mencapai target", is_full=True)
    x = _draw_sign(pen, x, middle, "di bawah target", is_full=False)
    start, end = QPointF(x, middle), QPointF(x + _SIGN, middle)
    pen.line(start, end, pen.colours.ink, 1.6, Qt.PenStyle.DashLine)
    pen.text(x + _SIGN + GAP, middle, target, small=True)


def _draw_sign(pen: Pen, x: float, middle: float, words: str, *, is_full: bool) -> float:
    """Draw a sign with its words; return where the next one begins."""
    pen.bar(QRectF(x, middle - 5, _SIGN, 10), is_full=is_full)
    pen.text(x + _SIGN + GAP, middle, words, small=True)
    return x + _SIGN + GAP + pen.metrics.horizontalAdvance(words) + 2 * GAP
