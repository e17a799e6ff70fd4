"""Lines over the years, on the screen."""

from itertools import pairwise

from PySide6.QtCore import QPointF, Qt

from kinerja_desktop.domain.angka.angka import format_angka
from kinerja_desktop.domain.laporan.grafik import TrendChart
from kinerja_desktop.domain.laporan.grafik_ukuran import exact, number_text, value_range
from kinerja_desktop.ui.grafik.pen import GAP, Pen

#: How a series is drawn beside its colour: the width and kind of its line.
_LINES = ((2.2, Qt.PenStyle.SolidLine), (1.6, Qt.PenStyle.DashLine))
_POINT = 4.0
_SIGN = 24.0


def draw_trend(pen: Pen, chart: TrendChart, width: float, height: float) -> None:
    """Draw a `TrendChart`; the axis need not begin at 0, as its numbers tell."""
    line = pen.metrics.height()
    values = [float(v) for series in chart.series for v in series.values if v is not None]
    low, high, step = value_range(values)
    marks = [low + number * step for number in range(round((high - low) / step) + 1)]
    words = [format_angka(exact(mark)) for mark in marks]
    left = max(pen.metrics.horizontalAdvance(text) for text in words) + 2 * GAP
    top, bottom, right = line + 2 * GAP, height - line - GAP, width - GAP
    scale = (bottom - top) / (high - low)
    for mark, text in zip(marks, words, strict=True):
        y = bottom - (mark - low) * scale
        pen.line(QPointF(left, y), QPointF(right, y), pen.colours.grid)
        pen.text(left - GAP, y, text, "end", small=True)
    gap = (right - left) / len(chart.years)
    xs = [left + gap * (number + 0.5) for number in range(len(chart.years))]
    for x, year in zip(xs, chart.years, strict=True):
        pen.text(x, bottom + line / 2 + 2, year, "middle", small=True)
    sign = left
    for number, series in enumerate(chart.series):
        points = [
            None if value is None else QPointF(x, bottom - (float(value) - low) * scale)
            for x, value in zip(xs, series.values, strict=True)
        ]
        _draw_series(pen, points, number)
        for place, (point, value) in enumerate(zip(points, series.values, strict=True)):
            if point is not None and value is not None:
                away = -line * 0.8 if _is_upper(chart, number, place) else line * 0.8
                text = number_text(value, chart.unit)
                pen.text(point.x(), point.y() + away, text, "middle", bold=number == 0)
        _draw_series(pen, [QPointF(sign, line / 2), QPointF(sign + _SIGN, line / 2)], number)
        pen.text(sign + _SIGN + 2 * GAP, line / 2, series.name, small=True)
        sign += _SIGN + 2 * GAP + pen.metrics.horizontalAdvance(series.name) + 3 * GAP


def _is_upper(chart: TrendChart, number: int, year: int) -> bool:
    """Tell whether a figure stands above its point: the highest of a year, so that none meet."""
    known = [
        (value, -place)
        for place, value in enumerate(series.values[year] for series in chart.series)
        if value is not None
    ]
    return max(known)[1] == -number


def _draw_series(pen: Pen, points: list[QPointF | None], number: int) -> None:
    width, style = _LINES[number % len(_LINES)]
    is_first = number % len(_LINES) == 0
    colour = pen.colours.full if is_first else pen.colours.ink
    for start, end in pairwise(points):
        if start is not None and end is not None:
            pen.line(start, end, colour, width, style)
    for point in points:
        if point is not None:
            pen.shape(_diamond(point) if is_first else _square(point), is_full=is_first)


def _diamond(at: QPointF) -> list[QPointF]:
    reach = _POINT + 1
    return [at + QPointF(*way) for way in ((-reach, 0), (0, -reach), (reach, 0), (0, reach))]


def _square(at: QPointF) -> list[QPointF]:
    side = _POINT - 0.5
    corners = ((-side, -side), (side, -side), (side, side), (-side, side))
    return [at + QPointF(*corner) for corner in corners]
