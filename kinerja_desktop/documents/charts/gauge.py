"""One overall number on a half circle."""

from decimal import Decimal
from math import cos, pi, sin

from kinerja_desktop.documents.charts.pen import DARK, TITLE_HEIGHT, Anchor, Pen
from kinerja_desktop.domain.angka.angka import format_persen
from kinerja_desktop.domain.laporan.grafik import Gauge
from kinerja_desktop.domain.laporan.grafik_ukuran import number_text


def draw_gauge(pen: Pen, chart: Gauge, width: float, height: float) -> None:
    """Draw a `Gauge`; a value beyond its end fills the whole ring."""
    radius = min(width / 2 - 30, height - TITLE_HEIGHT - 40)
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
        pen.text(x, y, number_text(mark, "%"), 7, anchor)
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
