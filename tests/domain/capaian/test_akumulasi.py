"""Rules of `docs/sakip.md` §4.4; figures by hand."""

from decimal import Decimal

import pytest

from kinerja_desktop.domain.capaian.akumulasi import (
    Akumulasi,
    aggregate_realisasi,
    aggregate_target,
    explain_target,
    targets_of_months,
)
from kinerja_desktop.domain.capaian.capaian import IsianRealisasi
from kinerja_desktop.domain.capaian.nilai import Nilai
from kinerja_desktop.domain.capaian.profil import Aturan, PembandingTriwulan

TW = PembandingTriwulan.TARGET_TRIWULAN


def entries(*values: str | None) -> dict[int, IsianRealisasi]:
    return {
        tw: IsianRealisasi(None if value is None else Decimal(value))
        for tw, value in enumerate(values, start=1)
    }


@pytest.mark.parametrize(
    ("akumulasi", "annual"),
    [
        (Akumulasi.AKUMULASI, "10"),
        (Akumulasi.POSISI_AKHIR, "3"),
        (Akumulasi.RATA_RATA, "2.5"),
        (Akumulasi.MAKSIMUM, "4"),
        (Akumulasi.MINIMUM, "1"),
    ],
)
def test_a_year_is_made_of_its_triwulan(akumulasi: Akumulasi, annual: str) -> None:
    isian = aggregate_realisasi(akumulasi, entries("2", "1", "4", "3"))
    assert isian.nilai == Decimal(annual)


def test_of_a_yearly_indicator_tw_iv_is_the_year() -> None:
    once = Akumulasi.TAHUNAN_SAJA
    assert aggregate_realisasi(once, entries("1", "2", "3")).nilai is None
    assert aggregate_realisasi(once, entries("1", "2", "3", "4")).nilai == 4
    assert aggregate_realisasi(once, entries("1", "2", "3", "4"), 3).nilai is None
    assert aggregate_realisasi(once, entries("1", "2", "3", None)).nilai is None
    off = IsianRealisasi(tidak_berlaku=True, alasan="tidak dinilai")
    assert aggregate_realisasi(once, {4: off}) == off
    first = aggregate_realisasi(once, entries("1", "2", "3", "4"), aturan=Aturan.SATU)
    assert first.nilai is None


def test_gaps_are_left_out_and_a_zero_counts() -> None:
    assert aggregate_realisasi(Akumulasi.POSISI_AKHIR, entries("5", None, "0", None)).nilai == 0
    assert aggregate_realisasi(Akumulasi.RATA_RATA, entries("4", None, "0", None)).nilai == 2
    assert aggregate_realisasi(Akumulasi.AKUMULASI, entries(None, None)).nilai is None


def test_only_what_came_before_counts() -> None:
    assert aggregate_realisasi(Akumulasi.AKUMULASI, entries("1", "2", "3", "4"), 2).nilai == 3


def test_the_last_word_stands_for_a_predikat() -> None:
    by_triwulan = {1: IsianRealisasi("B"), 3: IsianRealisasi("BB")}
    assert aggregate_realisasi(Akumulasi.AKUMULASI, by_triwulan).nilai == "BB"


def test_a_mean_keeps_its_endless_decimals() -> None:
    mean = aggregate_realisasi(Akumulasi.RATA_RATA, entries("1", "1", "2")).nilai
    assert isinstance(mean, Decimal)
    assert str(mean).startswith("1.333333333333333333333")


def test_what_never_applied_does_not_apply() -> None:
    off = IsianRealisasi(tidak_berlaku=True, alasan="tidak ada kegiatan")
    assert aggregate_realisasi(Akumulasi.AKUMULASI, {1: off}).tidak_berlaku
    mixed = aggregate_realisasi(Akumulasi.AKUMULASI, {1: off, 2: IsianRealisasi(Decimal(3))})
    assert (mixed.nilai, mixed.tidak_berlaku) == (3, False)
    assert (
        aggregate_realisasi(Akumulasi.AKUMULASI, {1: off, 2: IsianRealisasi()}) == IsianRealisasi()
    )


TARGETS: dict[int, Nilai | None] = {1: Decimal(2), 2: Decimal(3), 3: Decimal(4), 4: Decimal(5)}


@pytest.mark.parametrize(
    ("akumulasi", "filled", "target"),
    [
        (Akumulasi.AKUMULASI, [1, 2], 5),
        (Akumulasi.AKUMULASI, [1, 3], 6),
        (Akumulasi.POSISI_AKHIR, [1, 3], 4),
        (Akumulasi.RATA_RATA, [1, 2], 14),
        (Akumulasi.AKUMULASI, [], 14),
    ],
)
def test_targets_follow_the_triwulan_that_are_filled(
    akumulasi: Akumulasi, filled: list[int], target: int
) -> None:
    assert aggregate_target(akumulasi, TARGETS, filled, Decimal(14), TW) == target


def test_the_year_stands_in_for_missing_targets() -> None:
    gaps: dict[int, Nilai | None] = {1: Decimal(2)}
    assert aggregate_target(Akumulasi.AKUMULASI, gaps, [1, 2], Decimal(14), TW) == 14
    assert aggregate_target(Akumulasi.POSISI_AKHIR, gaps, [1, 2], Decimal(14), TW) == 14


@pytest.mark.parametrize(
    ("akumulasi", "targets", "filled", "sentence"),
    [
        (Akumulasi.AKUMULASI, {1: Decimal(2)}, [1, 2],
         "s.d. TW II dibandingkan dengan target tahunan 14, karena target TW II belum ditetapkan"),
        (Akumulasi.AKUMULASI, {2: Decimal(2)}, [1, 2, 3],
         "s.d. TW III dibandingkan dengan target tahunan 14, karena target TW I, III belum "
         "ditetapkan"),
        (Akumulasi.POSISI_AKHIR, {1: Decimal(2)}, [1, 3],
         "s.d. TW III dibandingkan dengan target tahunan 14, karena target TW III belum "
         "ditetapkan"),
        (Akumulasi.POSISI_AKHIR, {3: Decimal(2)}, [1, 3], ""),
        (Akumulasi.AKUMULASI, TARGETS, [1, 2], ""),
        # Here the year's target is the rule (`docs/sakip.md` §4.4).
        (Akumulasi.RATA_RATA, {}, [1, 2], ""),
        (Akumulasi.AKUMULASI, {}, [], ""),
    ],
)  # fmt: skip
def test_it_is_said_where_the_year_stands_in(
    akumulasi: Akumulasi, targets: dict[int, Nilai | None], filled: list[int], sentence: str
) -> None:
    assert explain_target(akumulasi, targets, filled, Decimal(14), TW) == sentence


def test_nothing_is_said_of_a_year_that_was_chosen_or_is_not_there() -> None:
    yearly = PembandingTriwulan.TARGET_TAHUNAN
    assert explain_target(Akumulasi.AKUMULASI, {}, [1], Decimal(14), yearly) == ""
    assert explain_target(Akumulasi.AKUMULASI, {}, [1], None, TW) == ""


def months(*values: str | None) -> list[Nilai | None]:
    return [None if value is None else Decimal(value) for value in values]


YEAR = months("1", "2", "6", "4", "5", "6", "7", "8", "9", "10", "11", "12")


@pytest.mark.parametrize(
    ("akumulasi", "targets"),
    [
        # 1 + 2 + 6, 4 + 5 + 6, 7 + 8 + 9, 10 + 11 + 12.
        (Akumulasi.AKUMULASI, ["9", "15", "24", "33"]),
        (Akumulasi.POSISI_AKHIR, ["6", "6", "9", "12"]),
        (Akumulasi.RATA_RATA, ["3", "5", "8", "11"]),
        (Akumulasi.MAKSIMUM, ["6", "6", "9", "12"]),
        (Akumulasi.MINIMUM, ["1", "4", "7", "10"]),
        (Akumulasi.TAHUNAN_SAJA, [None, None, None, "12"]),
    ],
)
def test_targets_of_triwulan_follow_from_those_of_months(
    akumulasi: Akumulasi, targets: list[str | None]
) -> None:
    assert list(targets_of_months(akumulasi, YEAR).values()) == months(*targets)


def test_a_triwulan_with_a_blank_month_has_no_target() -> None:
    gaps = [*months(None, None, "50"), *months("50", None, None), *([None] * 6)]
    assert targets_of_months(Akumulasi.AKUMULASI, gaps) == dict.fromkeys((1, 2, 3, 4))
    # For posisi akhir only the end counts (`docs/sakip.md` §3.6).
    assert list(targets_of_months(Akumulasi.POSISI_AKHIR, gaps).values()) == months(
        "50", None, None, None
    )


def test_words_of_months_are_not_added_up() -> None:
    assert targets_of_months(Akumulasi.AKUMULASI, ["B"] * 11 + ["BB"])[4] == "BB"


def test_the_office_may_compare_with_the_year() -> None:
    yearly = PembandingTriwulan.TARGET_TAHUNAN
    assert aggregate_target(Akumulasi.AKUMULASI, TARGETS, [1], Decimal(14), yearly) == 14
