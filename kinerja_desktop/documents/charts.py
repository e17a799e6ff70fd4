"""Draw charts: one drawing for paper (`pdf.pictures`) and screen (`chart_svg`).

They must read in black and white, so dark and light, whole and dashed lines tell things apart, and
every bar and point carries its number. What has no number is written as a word, never drawn as 0.
"""

import re
from collections.abc import Callable
from decimal import Decimal
from itertools import pairwise
from math import ceil, cos, floor, log10, pi, sin
from typing import Any, Literal

from kinerja_desktop.documents.chart_specs import (
    BarChart,
    Chart,
    Gauge,
    Serapan,
    SerapanChart,
    TrendChart,
)
from kinerja_desktop.documents.fonts import FAMILY, load_faces, printable, text_width
from kinerja_desktop.documents.typeset import Style, set_text
from kinerja_desktop.domain.angka import format_angka, format_persen, format_rupiah

DARK, LIGHT, GRID, INK = "#2f5d8a", "#c3d3e4", "#bdbdbd", "#000000"
_BOLD = f"{FAMILY}-Bold"
_SIZE, _TITLE_SIZE = 8.0, 9.5
_TITLE_HEIGHT = 18.0
_LEGEND_HEIGHT = 14.0
_LABEL_SHARE = 0.36
_LABEL_LINES = 3
_LEADING = _SIZE * 1.2
_SCREEN_WIDTH = 560.0

Anchor = Literal["start", "middle", "end"]


def draw_chart(chart: Chart, width: float, height: float) -> Any:
    """Return a ReportLab drawing of the chart; sizes in points."""
    from reportlab.graphics.shapes import Drawing

    load_faces()
    drawing = Drawing(width, height)
    pen = _Pen(drawing)
    pen.text(width / 2, height - _TITLE_SIZE, chart.title, _TITLE_SIZE, "middle", bold=True)
    match chart:
        case BarChart():
            _draw_bars(pen, chart, width, height)
        case TrendChart():
            _draw_trend(pen, chart, width, height)
        case SerapanChart():
            _draw_serapan(pen, chart, width, height)
        case Gauge():
            _draw_gauge(pen, chart, width, height)
    return drawing


def chart_svg(chart: Chart, width: float = _SCREEN_WIDTH, height: float | None = None) -> bytes:
    """Return the chart as SVG for the screen, in the same shapes and words as on paper."""
    from reportlab.graphics import renderSVG

    drawing = draw_chart(chart, width, height or natural_height(chart, width))
    svg = renderSVG.drawToString(drawing)
    text = svg.decode() if isinstance(svg, bytes) else svg
    # ReportLab writes its own names of the faces, which no other program knows.
    text = text.replace(
        f"font-family: {_BOLD}", "font-family: 'Liberation Sans'; font-weight: bold"
    )
    text = text.replace(f"font-family: {FAMILY}", "font-family: 'Liberation Sans'")
    return re.sub(r"<\?xml[^>]*\?>", '<?xml version="1.0" encoding="utf-8"?>', text).encode()


def natural_height(chart: Chart, width: float) -> float:
    """Return the height in points that the chart needs at a width."""
    match chart:
        case BarChart():
            rows = sum(_row_height(bar.label, width) for bar in chart.bars)
            return _TITLE_HEIGHT + _LEGEND_HEIGHT + rows + 16
        case SerapanChart():
            rows = sum(_row_height(row.label, width) + 6 for row in chart.rows)
            return _TITLE_HEIGHT + _LEGEND_HEIGHT + rows + 4
        case TrendChart():
            return max(150.0, min(width * 0.42, 230))
        case Gauge():
            return min(width * 0.55, 150) + _TITLE_HEIGHT


class _Pen:
    """The few shapes that charts are made of."""

    def __init__(self, drawing: Any) -> None:
        self._drawing = drawing

    def text(
        self, x: float, y: float, text: str, size: float = _SIZE, anchor: Anchor = "start",
        *, bold: bool = False,
    ) -> None:  # fmt: skip
        from reportlab.graphics.shapes import String

        face = _BOLD if bold else FAMILY
        words = printable(text).replace("\n", " ")
        self._drawing.add(String(x, y, words, fontName=face, fontSize=size, textAnchor=anchor))

    def label(self, x: float, middle: float, text: str, width: float) -> None:
        """Write a few lines ending at x, around the height `middle`."""
        lines = _label_lines(text, width)
        y = middle + len(lines) * _LEADING / 2 - _SIZE * 0.97
        for line in lines:
            self.text(x, y, line, anchor="end")
            y -= _LEADING

    def line(
        self, x1: float, y1: float, x2: float, y2: float, color: str = INK, width: float = 0.6,
        dashes: tuple[int, ...] = (),
    ) -> None:  # fmt: skip
        from reportlab.graphics.shapes import Line

        line: Any = Line(x1, y1, x2, y2, strokeColor=_color(color), strokeWidth=width)
        line.strokeDashArray = list(dashes) or None
        self._drawing.add(line)

    def bar(self, x: float, y: float, width: float, height: float, fill: str) -> None:
        from reportlab.graphics.shapes import Rect

        rect: Any = Rect(x, y, max(width, 0), height)
        rect.fillColor, rect.strokeColor, rect.strokeWidth = _color(fill), _color(INK), 0.4
        self._drawing.add(rect)

    def shape(self, points: list[float], fill: str) -> None:
        from reportlab.graphics.shapes import Polygon

        self._drawing.add(
            Polygon(points, fillColor=_color(fill), strokeColor=_color(INK), strokeWidth=0.6)
        )


def _color(code: str) -> Any:
    from reportlab.lib.colors import HexColor

    return HexColor(code)


def _label_lines(text: str, width: float) -> list[str]:
    box = set_text(text, width, Style(_SIZE))
    lines = ["".join(part.text for part in line.fragments) for line in box.lines]
    if len(lines) > _LABEL_LINES:
        lines = [*lines[: _LABEL_LINES - 1], f"{lines[_LABEL_LINES - 1][:-2].rstrip()} …"]
    return lines


def _row_height(label: str, width: float) -> float:
    lines = len(_label_lines(label, width * _LABEL_SHARE))
    return max(20.0, lines * _LEADING + 8)


def _number(value: Decimal, unit: str) -> str:
    return format_persen(value) if unit == "%" else f"{format_angka(value)} {unit}".rstrip()


def _row_heights(labels: list[str], width: float, room: float) -> list[float]:
    """Share the room among the rows as their labels need it."""
    heights = [_row_height(label, width) for label in labels]
    return [height * room / sum(heights) for height in heights] if heights else []


def _legend(
    pen: _Pen, x: float, y: float, entries: list[tuple[str, Callable[[float], None]]]
) -> None:
    """Write words behind their signs, beside each other."""
    for words, draw_sign in entries:
        draw_sign(x)
        pen.text(x + 22, y, words)
        x += 22 + text_width(printable(words), FAMILY) * _SIZE + 16


def _draw_bars(pen: _Pen, chart: BarChart, width: float, height: float) -> None:
    left = width * _LABEL_SHARE + 8
    values = [bar.value for bar in chart.bars if bar.value is not None]
    top_value = float(max([*values, (chart.target or Decimal(0)) * Decimal("1.1"), Decimal(1)]))
    scale = (width - left - 52) / top_value
    target_x = left + float(chart.target or -1) * scale
    y = height - _TITLE_HEIGHT - _LEGEND_HEIGHT
    bottom = 14.0
    _bar_legend(pen, chart, left, y + 4)
    _value_axis(pen, chart, left, bottom, y, scale, top_value)
    rows = _row_heights([bar.label for bar in chart.bars], width, y - bottom)
    for bar, row in zip(chart.bars, rows, strict=True):
        middle = y - row / 2
        pen.label(left - 5, middle, bar.label, width * _LABEL_SHARE)
        if bar.value is None:
            pen.text(left + 4, middle - 3, bar.word)
        else:
            length = max(float(bar.value), 0.0) * scale
            number = _number(bar.value, chart.unit)
            is_reached = chart.target is None or bar.value >= chart.target
            thickness = min(row * 0.55, 16)
            pen.bar(left, middle - thickness / 2, length, thickness, DARK if is_reached else LIGHT)
            x = left + length + 4
            # The target line must not run through a number.
            if x - 3 < target_x < x + text_width(number, _BOLD) * _SIZE + 3:
                x = target_x + 4
            pen.text(x, middle - 3, number, bold=True)
        y -= row
    if chart.target is not None:
        pen.line(
            target_x,
            bottom,
            target_x,
            height - _TITLE_HEIGHT - _LEGEND_HEIGHT,
            width=1.1,
            dashes=(4, 2),
        )
    pen.line(left, bottom, left, height - _TITLE_HEIGHT - _LEGEND_HEIGHT)


def _bar_legend(pen: _Pen, chart: BarChart, x: float, y: float) -> None:
    if chart.target is None:
        return
    _legend(
        pen, x, y,
        [
            ("mencapai target", lambda at: pen.bar(at, y, 16, 7, DARK)),
            ("di bawah target", lambda at: pen.bar(at, y, 16, 7, LIGHT)),
            (
                f"target {_number(chart.target, chart.unit)}",
                lambda at: pen.line(at, y + 3, at + 18, y + 3, width=1.1, dashes=(4, 2)),
            ),
        ],
    )  # fmt: skip


def _value_axis(
    pen: _Pen, chart: BarChart, left: float, bottom: float, top: float, scale: float, highest: float
) -> None:
    step = _nice_step(highest / 5)
    for number in range(int(highest / step) + 1):
        x = left + number * step * scale
        pen.line(x, bottom, x, top, GRID, 0.3)
        pen.text(x, bottom - 10, _number(_exact(number * step), chart.unit), 7, "middle")


def _nice_step(rough: float) -> float:
    """Return 1, 2, 2,5 or 5 times a power of ten, not below `rough`."""
    power = 10.0 ** floor(log10(rough))
    return next((power * f for f in (1, 2, 2.5, 5, 10) if power * f >= rough), power * 10)


def _exact(number: float) -> Decimal:
    return Decimal(f"{number:.10g}").normalize() + 0


def _draw_trend(pen: _Pen, chart: TrendChart, width: float, height: float) -> None:
    top, bottom, left, right = height - _TITLE_HEIGHT - _LEGEND_HEIGHT - 10, 18.0, 44.0, width - 30
    values = [float(v) for series in chart.series for v in series.values if v is not None]
    low, high, step = _value_range(values)
    scale = (top - bottom) / (high - low)
    for number in range(round((high - low) / step) + 1):
        y = bottom + number * step * scale
        pen.line(left, y, right, y, GRID, 0.3)
        pen.text(left - 5, y - 3, format_angka(_exact(low + number * step)), 7, "end")
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
                pen.text(point[0], point[1] + drop, _number(value, chart.unit), 7, "middle")
        signs.append((series.name, _series_sign(pen, y + 3, number)))
    _legend(pen, left, y, signs)


def _value_range(values: list[float]) -> tuple[float, float, float]:
    """Return the axis' ends and step, with room for the numbers above and below the points."""
    least, most = (min(values), max(values)) if values else (0.0, 1.0)
    margin = (most - least or abs(most) or 1.0) * 0.25
    step = _nice_step((most - least + 2 * margin) / 4)
    low = floor((least - margin) / step) * step
    # Nothing that is measured here falls below zero, so neither does the axis.
    low = max(low, 0.0) if least >= 0 else low
    return low, ceil((most + margin) / step) * step, step


_LINES: tuple[tuple[str, float, tuple[int, ...]], ...] = (
    (DARK, 1.6, ()),
    (INK, 1.1, (4, 2)),
    (INK, 1.1, (1, 2)),
)


def _draw_series(pen: _Pen, points: list[tuple[float, float] | None], number: int) -> None:
    color, line_width, dashes = _LINES[number % len(_LINES)]
    for start, end in pairwise(points):
        if start and end:
            pen.line(*start, *end, color, line_width, dashes)
    for point in points:
        if point:
            _draw_point(pen, *point, number)


def _draw_point(pen: _Pen, x: float, y: float, number: int) -> None:
    """Draw a filled diamond, an empty square or an empty triangle."""
    shapes = (
        ([x - 3.4, y, x, y + 3.4, x + 3.4, y, x, y - 3.4], DARK),
        ([x - 2.5, y - 2.5, x - 2.5, y + 2.5, x + 2.5, y + 2.5, x + 2.5, y - 2.5], "#ffffff"),
        ([x - 3, y - 2.5, x + 3, y - 2.5, x, y + 3], "#ffffff"),
    )
    pen.shape(*shapes[number % len(shapes)])


def _series_sign(pen: _Pen, y: float, number: int) -> Callable[[float], None]:
    return lambda x: _draw_series(pen, [(x, y), (x + 18, y)], number)


def _draw_serapan(pen: _Pen, chart: SerapanChart, width: float, height: float) -> None:
    left = width * _LABEL_SHARE + 8
    y = height - _TITLE_HEIGHT - _LEGEND_HEIGHT
    _legend(
        pen, left, y + 4,
        [
            ("realisasi", lambda at: pen.bar(at, y + 4, 16, 7, DARK)),
            ("pagu", lambda at: pen.bar(at, y + 4, 16, 7, LIGHT)),
        ],
    )  # fmt: skip
    amounts = [amount for row in chart.rows for amount in (row.pagu, row.realisasi or Decimal(0))]
    scale = (width - left - 4) / float(max([*amounts, Decimal(1)]))
    rows = _row_heights([row.label for row in chart.rows], width, y - 4)
    for row, room in zip(chart.rows, rows, strict=True):
        middle = y - room / 2
        pen.label(left - 5, middle, row.label, width * _LABEL_SHARE)
        pen.bar(left, middle - 7, float(row.pagu) * scale, 8, LIGHT)
        if row.realisasi is not None:
            pen.bar(left, middle - 7, float(row.realisasi) * scale, 8, DARK)
        pen.text(left + 3, middle + 4, _serapan_words(row), 7)
        y -= room
    pen.line(left, 4, left, height - _TITLE_HEIGHT - _LEGEND_HEIGHT)


def _serapan_words(row: Serapan) -> str:
    if row.realisasi is None:
        return f"belum diisi, pagu {format_rupiah(row.pagu)}"
    share = f" ({format_persen(row.persen)})" if row.persen is not None else ""
    return f"{format_rupiah(row.realisasi)} dari {format_rupiah(row.pagu)}{share}"


def _draw_gauge(pen: _Pen, chart: Gauge, width: float, height: float) -> None:
    radius = min(width / 2 - 30, height - _TITLE_HEIGHT - 40)
    center_x, center_y = width / 2, 30.0
    share = 0.0
    if chart.value is not None:
        share = min(max(float(chart.value / chart.maximum), 0.0), 1.0)
    for start, end, fill in ((0.0, share, DARK), (share, 1.0, "#ececec")):
        if end > start:
            pen.shape(_ring(center_x, center_y, radius, start, end), fill)
    for mark in (Decimal(0), Decimal(100), chart.maximum):
        angle = pi * (1 - float(mark / chart.maximum))
        x, y = center_x + (radius + 5) * cos(angle), center_y + (radius + 5) * sin(angle)
        anchor: Anchor = "end" if cos(angle) < -0.3 else "start"
        pen.text(x, y, _number(mark, "%"), 7, anchor)
    if chart.value is not None:
        pen.text(center_x, center_y + 6, format_persen(chart.value), 16, "middle", bold=True)
    pen.text(center_x, 10, chart.word, 9, "middle", bold=chart.value is not None)


def _ring(x: float, y: float, radius: float, start: float, end: float) -> list[float]:
    """Return the outline of a part of the half ring, from the left (0) to the right (1)."""
    steps = [start + (end - start) * number / 32 for number in range(33)]
    points: list[float] = []
    for share in steps:
        points += [x + radius * cos(pi * (1 - share)), y + radius * sin(pi * (1 - share))]
    for share in reversed(steps):
        points += [
            x + radius * 0.62 * cos(pi * (1 - share)),
            y + radius * 0.62 * sin(pi * (1 - share)),
        ]
    return points
