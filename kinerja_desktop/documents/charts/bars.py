"""Bars: capaian against a target, and realisasi against pagu."""

from decimal import Decimal

from kinerja_desktop.documents.charts.pen import (
    BOLD,
    DARK,
    GRID,
    LABEL_SHARE,
    LEGEND_HEIGHT,
    LIGHT,
    SIZE,
    TITLE_HEIGHT,
    Pen,
    draw_legend,
    share_rows,
)
from kinerja_desktop.documents.fonts import text_width
from kinerja_desktop.domain.laporan.grafik import BarChart, SerapanChart
from kinerja_desktop.domain.laporan.grafik_ukuran import (
    exact,
    nice_step,
    number_text,
    serapan_text,
)


def draw_bars(pen: Pen, chart: BarChart, width: float, height: float) -> None:
    """Draw a `BarChart`: dark bars reach the target, light ones do not."""
    left = width * LABEL_SHARE + 8
    values = [bar.value for bar in chart.bars if bar.value is not None]
    top_value = float(max([*values, (chart.target or Decimal(0)) * Decimal("1.1"), Decimal(1)]))
    scale = (width - left - 52) / top_value
    target_x = left + float(chart.target or -1) * scale
    y = height - TITLE_HEIGHT - LEGEND_HEIGHT
    bottom = 14.0
    _bar_legend(pen, chart, left, y + 4)
    _value_axis(pen, chart, left, bottom, y, scale, top_value)
    rows = share_rows([bar.label for bar in chart.bars], width, y - bottom)
    for bar, row in zip(chart.bars, rows, strict=True):
        middle = y - row / 2
        pen.label(left - 5, middle, bar.label, width * LABEL_SHARE)
        if bar.value is None:
            pen.text(left + 4, middle - 3, bar.word)
        else:
            length = max(float(bar.value), 0.0) * scale
            number = number_text(bar.value, chart.unit, chart.digits)
            is_reached = chart.target is None or bar.value >= chart.target
            thickness = min(row * 0.55, 16)
            pen.bar(left, middle - thickness / 2, length, thickness, DARK if is_reached else LIGHT)
            x = left + length + 4
            # The target line must not run through a number.
            if x - 3 < target_x < x + text_width(number, BOLD) * SIZE + 3:
                x = target_x + 4
            pen.text(x, middle - 3, number, bold=True)
        y -= row
    if chart.target is not None:
        pen.line(
            target_x,
            bottom,
            target_x,
            height - TITLE_HEIGHT - LEGEND_HEIGHT,
            width=1.1,
            dashes=(4, 2),
        )
    pen.line(left, bottom, left, height - TITLE_HEIGHT - LEGEND_HEIGHT)


def _bar_legend(pen: Pen, chart: BarChart, x: float, y: float) -> None:
    if chart.target is None:
        return
    draw_legend(
        pen, x, y,
        [
            ("mencapai target", lambda at: pen.bar(at, y, 16, 7, DARK)),
            ("di bawah target", lambda at: pen.bar(at, y, 16, 7, LIGHT)),
            (
                f"target {number_text(chart.target, chart.unit)}",
                lambda at: pen.line(at, y + 3, at + 18, y + 3, width=1.1, dashes=(4, 2)),
            ),
        ],
    )  # fmt: skip


def _value_axis(
    pen: Pen, chart: BarChart, left: float, bottom: float, top: float, scale: float, highest: float
) -> None:
    step = nice_step(highest / 5)
    for number in range(int(highest / step) + 1):
        x = left + number * step * scale
        pen.line(x, bottom, x, top, GRID, 0.3)
        pen.text(x, bottom - 10, number_text(exact(number * step), chart.unit), 7, "middle")


def draw_serapan(pen: Pen, chart: SerapanChart, width: float, height: float) -> None:
    """Draw a `SerapanChart`: realisasi over pagu, in words above each bar."""
    left = width * LABEL_SHARE + 8
    y = height - TITLE_HEIGHT - LEGEND_HEIGHT
    draw_legend(
        pen, left, y + 4,
        [
            ("realisasi", lambda at: pen.bar(at, y + 4, 16, 7, DARK)),
            ("pagu", lambda at: pen.bar(at, y + 4, 16, 7, LIGHT)),
        ],
    )  # fmt: skip
    amounts = [amount for row in chart.rows for amount in (row.pagu, row.realisasi or Decimal(0))]
    scale = (width - left - 4) / float(max([*amounts, Decimal(1)]))
    rows = share_rows([row.label for row in chart.rows], width, y - 4)
    for row, room in zip(chart.rows, rows, strict=True):
        middle = y - room / 2
        pen.label(left - 5, middle, row.label, width * LABEL_SHARE)
        pen.bar(left, middle - 7, float(row.pagu) * scale, 8, LIGHT)
        if row.realisasi is not None:
            pen.bar(left, middle - 7, float(row.realisasi) * scale, 8, DARK)
        pen.text(left + 3, middle + 4, serapan_text(row), 7)
        y -= room
    pen.line(left, 4, left, height - TITLE_HEIGHT - LEGEND_HEIGHT)
