"""What the drawings of charts have in common, on paper and on the screen: words and axes."""

from collections.abc import Iterator
from decimal import Decimal
from math import ceil, floor, log10

from kinerja_desktop.domain.angka.angka import format_angka, format_persen, format_rupiah
from kinerja_desktop.domain.laporan.grafik import BarChart, Serapan, SerapanChart, TrendChart


def number_text(value: Decimal, unit: str) -> str:
    """Write a value with its unit, in Indonesian notation."""
    return format_persen(value) if unit == "%" else f"{format_angka(value)} {unit}".rstrip()


def serapan_text(row: Serapan) -> str:
    """Write what was spent of a pagu, in rupiah and %."""
    if row.realisasi is None:
        return f"belum diisi, pagu {format_rupiah(row.pagu)}"
    share = f" ({format_persen(row.persen)})" if row.persen is not None else ""
    return f"{format_rupiah(row.realisasi)} dari {format_rupiah(row.pagu)}{share}"


def nice_step(rough: float) -> float:
    """Return 1, 2, 2,5 or 5 times a power of ten, not below `rough`."""
    power = 10.0 ** floor(log10(rough))
    return next((power * f for f in (1, 2, 2.5, 5, 10) if power * f >= rough), power * 10)


def exact(number: float) -> Decimal:
    """Return the number of an axis mark without the noise of its binary form."""
    return Decimal(f"{number:.10g}").normalize() + 0


def value_range(values: list[float]) -> tuple[float, float, float]:
    """Return an axis' ends and step, with room for the numbers above and below the points."""
    least, most = (min(values), max(values)) if values else (0.0, 1.0)
    margin = (most - least or abs(most) or 1.0) * 0.25
    step = nice_step((most - least + 2 * margin) / 4)
    low = floor((least - margin) / step) * step
    # Nothing that is measured here falls below zero, so neither does the axis.
    low = max(low, 0.0) if least >= 0 else low
    return low, ceil((most + margin) / step) * step, step


def describe_chart(chart: BarChart | TrendChart | SerapanChart) -> str:
    """Tell every figure of a chart in words: for whoever hears the screen."""
    match chart:
        case BarChart():
            lines = [
                f"{bar.label}: "
                f"{bar.word if bar.value is None else number_text(bar.value, chart.unit)}"
                for bar in chart.bars
            ]
        case SerapanChart():
            lines = [f"{row.label}: {serapan_text(row)}" for row in chart.rows]
        case _:
            lines = list(_list_years(chart))
    return "; ".join(lines)


def _list_years(chart: TrendChart) -> Iterator[str]:
    for place, year in enumerate(chart.years):
        found = [(series.name, series.values[place]) for series in chart.series]
        words = [
            f"{name} {'tidak ada' if value is None else number_text(value, chart.unit)}"
            for name, value in found
        ]
        yield f"{year}: {', '.join(words)}"
