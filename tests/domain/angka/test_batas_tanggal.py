"""A plan is signed before or within its year, a report after its period (`docs/sakip.md` §2.3)."""

from datetime import date

import pytest

from kinerja_desktop.domain.angka.batas_tanggal import BatasTanggal, bound_measured, bound_plan
from kinerja_desktop.domain.angka.periode import Periode

TODAY = date(2027, 11, 30)
VACANT = "tidak ada Camat yang menjabat pada hari itu"
MASA = [(date(2026, 1, 1), date(2026, 6, 30)), (date(2026, 8, 1), None)]


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (date(2025, 1, 31), f"Sebelum tahun 2026; {VACANT}: periksa lagi"),
        (date(2026, 1, 31), ""),
        (date(2026, 6, 30), ""),
        (date(2026, 7, 1), "Tidak ada Camat yang menjabat pada hari itu: periksa lagi"),
        (date(2026, 12, 31), ""),
        (date(2027, 1, 1), "Sesudah tahun 2026: periksa lagi"),
        (date(2099, 12, 31), "Hari itu belum tiba; sesudah tahun 2026: periksa lagi"),
    ],
)
def test_a_plan_is_dated_in_its_year_while_its_signer_is_in_office(day: date, told: str) -> None:
    assert bound_plan(2026, TODAY, MASA, VACANT).describe_odd(day) == told


def test_what_is_planned_the_year_before_may_be_dated_then() -> None:
    bounds = bound_plan(2026, TODAY, None, "", sejak=2025)
    assert bounds.describe_odd(date(2025, 1, 31)) == ""
    assert bounds.describe_odd(date(2024, 12, 31)) == "Sebelum tahun 2025: periksa lagi"


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (date(2025, 1, 15), "Sebelum Tahun 2025 berakhir: periksa lagi"),
        (date(2025, 12, 31), ""),
        (date(2026, 1, 15), ""),
        (date(2027, 1, 1), "Sesudah tahun 2026: periksa lagi"),
    ],
)
def test_a_report_is_dated_after_what_it_measures(day: date, told: str) -> None:
    assert bound_measured(Periode(2025), TODAY, None, "").describe_odd(day) == told


def test_a_paper_of_no_year_is_only_not_of_tomorrow() -> None:
    assert BatasTanggal(TODAY).describe_odd(TODAY) == ""


def test_a_paper_that_follows_another_is_dated_after_it() -> None:
    bounds = bound_plan(2026, TODAY, None, "").since(date(2026, 10, 6), "sebelum PK-2026-P1")
    assert bounds.describe_odd(date(2026, 3, 1)) == "Sebelum PK-2026-P1: periksa lagi"
    assert bounds.describe_odd(date(2026, 10, 6)) == ""
    # One that was dated before the year itself loosens nothing.
    early = bound_plan(2026, TODAY, None, "").since(date(2025, 10, 6), "sebelum PK-2025")
    assert early.describe_odd(date(2025, 12, 1)) == "Sebelum tahun 2026: periksa lagi"
