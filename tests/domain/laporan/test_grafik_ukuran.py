from decimal import Decimal

import pytest

from kinerja_desktop.domain.laporan.grafik import (
    Bar,
    BarChart,
    Serapan,
    SerapanChart,
    Series,
    TrendChart,
)
from kinerja_desktop.domain.laporan.grafik_ukuran import (
    describe_chart,
    exact,
    nice_step,
    number_text,
    serapan_text,
    shared_digits,
    value_range,
)


def test_every_figure_of_a_chart_is_told() -> None:
    bars = BarChart("x", (Bar("A", Decimal("99.5")), Bar("B", None, "belum diisi")))
    assert describe_chart(bars) == "A: 99,5%; B: belum diisi"
    spent = SerapanChart("x", (
        Serapan("P", Decimal(2000), Decimal(500), Decimal(25)),
        Serapan("Q", Decimal(1000), None, None),
        Serapan("R", Decimal(0), Decimal(0), None),
    ))  # fmt: skip
    assert describe_chart(spent) == (
        "P: Rp500 dari Rp2.000 (25%); Q: belum diisi, pagu Rp1.000; R: Rp0 dari Rp0"
    )
    trend = TrendChart(
        "x", ("2023", "2024"),
        (Series("Realisasi", (Decimal(1), None)), Series("Target", (Decimal(2), Decimal(3)))),
    )  # fmt: skip
    assert describe_chart(trend) == (
        "2023: Realisasi 1, Target 2; 2024: Realisasi tidak ada, Target 3"
    )


def test_a_number_bears_its_unit() -> None:
    assert number_text(Decimal("102.9"), "%") == "102,9%"
    assert number_text(Decimal(12), "laporan") == "12 laporan"
    assert number_text(Decimal(12), "") == "12"


def test_figures_of_one_chart_have_the_decimals_of_the_finest_on_the_screen() -> None:
    """Two at most, rounded half up as on paper (`docs/sakip.md` §4.6); paper leaves `,00` away."""
    bars = BarChart("x", (Bar("A", Decimal("76.53")), Bar("B", Decimal(75)), Bar("C", None, "-")))
    assert shared_digits(bars) == 2
    assert describe_chart(bars) == "A: 76,53%; B: 75,00%; C: -"
    assert shared_digits(BarChart("x", (Bar("A", Decimal("100.00")), Bar("B", Decimal(5))))) == 0
    assert shared_digits(BarChart("x", ())) == 0
    assert number_text(Decimal(400) / 7, "%", 2) == "57,14%"
    assert number_text(Decimal(12), "laporan", 1) == "12,0 laporan"
    thirds = (Bar("A", Decimal(100) / 3),)
    assert describe_chart(BarChart("x", thirds)) == "A: 33,33%"
    spent = SerapanChart("x", (Serapan("P", Decimal(8), Decimal(6), Decimal("75.60")),))
    assert shared_digits(spent) == 1
    assert serapan_text(spent.rows[0]) == serapan_text(spent.rows[0], 1) == "Rp6 dari Rp8 (75,6%)"


@pytest.mark.parametrize(("rough", "step"), [(1, 1), (1.1, 2), (2.2, 2.5), (3, 5), (7, 10)])
def test_steps_of_an_axis_are_round(rough: float, step: float) -> None:
    assert nice_step(rough) == step
    assert exact(0.1 + 0.2) == Decimal("0.3")


def test_an_axis_has_room_above_and_below_but_does_not_fall_below_zero() -> None:
    low, high, step = value_range([90.0, 98.0])
    assert (low < 90 - 1, high > 98 + 1, step) == (True, True, 5.0)
    assert value_range([0.0, 1.0])[0] == 0
    assert value_range([-4.0, 1.0])[0] < -4
    assert value_range([]) == value_range([0.0, 1.0])
    assert value_range([0.0])[1] > 0


def test_a_chart_may_have_the_decimals_of_the_table_beside_it() -> None:
    bars = (Bar("A", Decimal("105.00")), Bar("B", Decimal(5)))
    assert describe_chart(BarChart("x", bars, digits=2)) == "A: 105,00%; B: 5,00%"
