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
    lines = len(_wrap_signs(_list_signs(chart), metrics, width))
    return sum(_row_heights(chart, width, metrics)) + (lines + 1) * (metrics.height() + GAP)


def draw_bars(pen: Pen, chart: BarChart, width: float, height: float) -> None:
    """Draw a `BarChart`: filled bars reach the target, hatched ones do not."""
    left, line = width * LABEL_SHARE + GAP, pen.metrics.height()
    top, bottom = _draw_legend(pen, chart, width), height - line - GAP
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
        start, end = QPointF(target, top), QPointF(target, bottom)
        pen.line(start, end, pen.colours.ink, 1.6, Qt.PenStyle.DashLine)
    pen.line(QPointF(left, top), QPointF(left, bottom), pen.colours.ink)


def draw_serapan(pen: Pen, chart: SerapanChart, width: float, height: float) -> None:
    """Draw a `SerapanChart`: realisasi over pagu, in words above each bar."""
    left, line = width * LABEL_SHARE + GAP, pen.metrics.height()
    top = _draw_legend(pen, chart, width)
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


def _list_signs(chart: BarChart | SerapanChart) -> list[tuple[str, bool | None]]:
    """Return the words of a legend, each with its bar: filled, hatched, or None for a line."""
    if isinstance(chart, SerapanChart):
        return [("realisasi", True), ("pagu", False)]
    if chart.target is None:
        return []
    target = f"target {number_text(chart.target, chart.unit)}"
    return [("mencapai target", True), ("di bawah target", False), (target, None)]


def _sign_width(words: str, metrics: QFontMetricsF) -> float:
    return _SIGN + GAP + metrics.horizontalAdvance(words) + 2 * GAP


def _wrap_signs(
    signs: Sequence[tuple[str, bool | None]], metrics: QFontMetricsF, width: float
) -> list[list[tuple[str, bool | None]]]:
    """Share the words of a legend among lines of a width."""
    lines: list[list[tuple[str, bool | None]]] = [[]]
    used = 0.0
    for sign in signs:
        more = _sign_width(sign[0], metrics)
        if lines[-1] and used + more > width:
            lines.append([])
            used = 0.0
        lines[-1].append(sign)
        used += more
    return lines


def _draw_legend(pen: Pen, chart: BarChart | SerapanChart, width: float) -> float:
    """Draw the legend at the top; return the height below it."""
    line = pen.metrics.height()
    y = 0.0
    for signs in _wrap_signs(_list_signs(chart), pen.metrics, width):
        x, middle = 1.0, y + line / 2
        for words, is_full in signs:
            if is_full is None:
                start, end = QPointF(x, middle), QPointF(x + _SIGN, middle)
                pen.line(start, end, pen.colours.ink, 1.6, Qt.PenStyle.DashLine)
            else:
                pen.bar(QRectF(x, middle - 5, _SIGN, 10), is_full=is_full)
            pen.text(x + _SIGN + GAP, middle, words, small=True)
            x += _sign_width(words, pen.metrics)
        y += line + GAP
    return y
