"""What the drawings of charts have in common, on paper and on the screen: words and axes."""

from collections.abc import Iterator
from decimal import Decimal
from math import ceil, floor, log10

from kinerja_desktop.domain.angka.angka import format_angka, format_persen, format_rupiah
from kinerja_desktop.domain.laporan.grafik import BarChart, Serapan, SerapanChart, TrendChart

#: Decimals of a figure on the screen, at most.
_DIGITS = 2


def number_text(value: Decimal, unit: str, digits: int | None = None) -> str:
    """Write a value with its unit, in Indonesian notation.

    Args:
        value: the figure.
        unit: printed behind it; empty for none.
        digits: its decimals, where all of a column have the same; None for as many as it has.
    """
    if digits is not None:
        text = format_angka(value, digits)
        return f"{text}%" if unit == "%" else f"{text} {unit}".rstrip()
    return format_persen(value) if unit == "%" else f"{format_angka(value)} {unit}".rstrip()


def shared_digits(chart: BarChart | SerapanChart) -> int:
    """Return the decimals of all figures of a chart on the screen: its own, or the finest's."""
    if isinstance(chart, BarChart):
        if chart.digits is not None:
            return chart.digits
        values = [bar.value for bar in chart.bars]
    else:
        values = [row.persen for row in chart.rows]
    found = (-int(v.normalize().as_tuple().exponent) for v in values if v is not None)
    return min(max([0, *found]), _DIGITS)


def amounts_parts(row: Serapan) -> tuple[str, str]:
    """Write what was spent, and of which pagu, in rupiah: each part may have its own line."""
    if row.realisasi is None:
        return "belum diisi,", f"pagu {format_rupiah(row.pagu)}"
    return format_rupiah(row.realisasi), f"dari {format_rupiah(row.pagu)}"


def amounts_text(row: Serapan) -> str:
    """Write what was spent of a pagu in rupiah."""
    return " ".join(amounts_parts(row))


def serapan_text(row: Serapan, digits: int | None = None) -> str:
    """Write what was spent of a pagu, in rupiah and %; `digits` as in `number_text`."""
    if row.realisasi is None or row.persen is None:
        return amounts_text(row)
    return f"{amounts_text(row)} ({number_text(row.persen, '%', digits)})"


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
            digits = shared_digits(chart)
            words = [
                bar.word if bar.value is None else number_text(bar.value, chart.unit, digits)
                for bar in chart.bars
            ]
            lines = [f"{bar.label}: {word}" for bar, word in zip(chart.bars, words, strict=True)]
        case SerapanChart():
            digits = shared_digits(chart)
            lines = [f"{row.label}: {serapan_text(row, digits)}" for row in chart.rows]
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
