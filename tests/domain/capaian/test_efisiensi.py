"""Methods and tests of `docs/sakip.md` §4.8."""

from decimal import Decimal
from fractions import Fraction

import pytest

from kinerja_desktop.domain.capaian.efisiensi import (
    compute_pmk,
    compute_rasio,
    compute_selisih,
    compute_sisa,
)


@pytest.mark.parametrize(
    ("capaian", "serapan", "selisih", "label"),
    [(95, 80, 15, "Efisien"), (80, 75, 5, "Cukup efisien"), (70, 90, -20, "Tidak efisien"),
     (75, 80, -5, "Cukup efisien")],
)  # fmt: skip
def test_the_difference_of_capaian_and_serapan(
    capaian: int, serapan: int, selisih: int, label: str
) -> None:
    hasil = compute_selisih(Fraction(capaian), Fraction(serapan))
    assert hasil.nilai == selisih
    assert hasil.label == label


def test_efficiency_by_the_finance_ministry() -> None:
    assert compute_pmk([(Decimal(100), Fraction(100), Decimal(90))]) == (10, 75)
    assert compute_pmk([(Decimal(100), Fraction(80), Decimal(90))]) == (
        Decimal("-12.5"),
        Decimal("18.75"),
    )


def test_its_value_stays_between_0_and_100() -> None:
    assert compute_pmk([(Decimal(100), Fraction(100), Decimal(10))]) == (90, 100)
    assert compute_pmk([(Decimal(100), Fraction(100), Decimal(200))]) == (-100, 0)


def test_without_plan_there_is_no_efficiency() -> None:
    assert compute_pmk([]) is None


def test_the_ratio_needs_a_capaian() -> None:
    assert compute_rasio(Fraction(0), Fraction(50)) is None
    better = compute_rasio(Fraction(100), Fraction(90))
    assert better is not None
    assert (better.label, better.nilai) == ("Efisien", Decimal("0.90"))
    worse = compute_rasio(Fraction(50), Fraction(100))
    assert worse is not None
    assert worse.label == "Tidak efisien"


def test_money_left_is_efficiency_only_when_the_target_was_met() -> None:
    assert compute_sisa(Fraction(100), Decimal(100), Decimal(90)).label == "Efisien"
    assert compute_sisa(Fraction(99), Decimal(100), Decimal(90)).label == "Sisa anggaran"
    assert compute_sisa(Fraction(100), Decimal(100), Decimal(100)).nilai == 0
