"""Lines over the years."""

from collections.abc import Callable
from itertools import pairwise

from kinerja_desktop.documents.charts.pen import (
    DARK,
    GRID,
    INK,
    LEGEND_HEIGHT,
    TITLE_HEIGHT,
    Pen,
    draw_legend,
)
from kinerja_desktop.domain.angka.angka import format_angka
from kinerja_desktop.domain.laporan.grafik import TrendChart
from kinerja_desktop.domain.laporan.grafik_ukuran import exact, number_text, value_range


def draw_trend(pen: Pen, chart: TrendChart, width: float, height: float) -> None:
    """Draw a `TrendChart`; the axis need not begin at 0, as its numbers tell."""
    top, bottom, left, right = height - TITLE_HEIGHT - LEGEND_HEIGHT - 10, 18.0, 44.0, width - 30
    values = [float(v) for series in chart.series for v in series.values if v is not None]
    low, high, step = value_range(values)
    scale = (top - bottom) / (high - low)
    for number in range(round((high - low) / step) + 1):
        y = bottom + number * step * scale
        pen.line(left, y, right, y, GRID, 0.3)
        pen.text(left - 5, y - 3, format_angka(exact(low + number * step)), 7, "end")
    pen.line(left, bottom, right, bottom)
    gap = (right - left) / max(len(chart.years), 1)
    xs = [left + gap * (number + 0.5) for number in range(len(chart.years))]
    for x, year in zip(xs, chart.years, strict=True):
        pen.text(x, bottom - 11, year, anchor="middle")
    signs: list[tuple[str, Callable[[float], None]]] = []
    y = top + 12
    for number, series in enumerate(chart.series):
        points = [
            None if value is None else (x, bottom + (float(value) - low) * scale)
            for x, value in zip(xs, series.values, strict=True)
        ]
        _draw_series(pen, points, number)
        for point, value in zip(points, series.values, strict=True):
            if point and value is not None:
                drop = 6 if number % 2 == 0 else -12
                pen.text(point[0], point[1] + drop, number_text(value, chart.unit), 7, "middle")
        signs.append((series.name, _series_sign(pen, y + 3, number)))
    draw_legend(pen, left, y, signs)


_LINES: tuple[tuple[str, float, tuple[int, ...]], ...] = (
    (DARK, 1.6, ()),
    (INK, 1.1, (4, 2)),
    (INK, 1.1, (1, 2)),
)


def _draw_series(pen: Pen, points: list[tuple[float, float] | None], number: int) -> None:
    color, line_width, dashes = _LINES[number % len(_LINES)]
    for start, end in pairwise(points):
        if start and end:
            pen.line(*start, *end, color, line_width, dashes)
    for point in points:
        if point:
            _draw_point(pen, *point, number)


def _draw_point(pen: Pen, x: float, y: float, number: int) -> None:
    """Draw a filled diamond, an empty square or an empty triangle."""
    shapes = (
        ([x - 3.4, y, x, y + 3.4, x + 3.4, y, x, y - 3.4], DARK),
        ([x - 2.5, y - 2.5, x - 2.5, y + 2.5, x + 2.5, y + 2.5, x + 2.5, y - 2.5], "#ffffff"),
        ([x - 3, y - 2.5, x + 3, y - 2.5, x, y + 3], "#ffffff"),
    )
    pen.shape(*shapes[number % len(shapes)])


def _series_sign(pen: Pen, y: float, number: int) -> Callable[[float], None]:
    return lambda x: _draw_series(pen, [(x, y), (x + 18, y)], number)
