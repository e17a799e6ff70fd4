from datetime import date

import pytest

from kinerja_desktop.domain.angka.periode import Periode, batas_lkjip


def test_a_year_and_a_triwulan_have_their_titles() -> None:
    assert Periode(2024).label == "Tahun 2024"
    assert Periode(2024, 2).label == "Triwulan II Tahun 2024"
    assert Periode(2024).romawi == ""
    assert (Periode(2024).kode, Periode(2024, 3).kode) == ("2024", "2024-TW3")


def test_a_fifth_triwulan_is_refused() -> None:
    with pytest.raises(ValueError, match="triwulan 5 tidak ada"):
        Periode(2024, 5)


@pytest.mark.parametrize(
    ("triwulan", "last"),
    [(1, (3, 31)), (2, (6, 30)), (3, (9, 30)), (4, (12, 31)), (None, (12, 31))],
)
def test_a_period_ends_with_its_month(triwulan: int | None, last: tuple[int, int]) -> None:
    assert Periode(2023, triwulan).last_day == date(2023, *last)


@pytest.mark.parametrize(("triwulan", "month"), [(1, 1), (2, 4), (3, 7), (4, 10), (None, 1)])
def test_a_period_begins_after_the_one_before(triwulan: int | None, month: int) -> None:
    assert Periode(2023, triwulan).first_day == date(2023, month, 1)


@pytest.mark.parametrize(
    ("tahun", "day"),
    [(2023, date(2024, 2, 29)), (2024, date(2025, 2, 28)), (1899, date(1900, 2, 28)),
     (1999, date(2000, 2, 29))],
)  # fmt: skip
def test_the_lkjip_is_due_two_months_after_the_year(tahun: int, day: date) -> None:
    """PermenPANRB 53/2014 Lampiran II D (`docs/sakip.md` §2.3)."""
    assert batas_lkjip(tahun) == day
