"""Rules of `docs/sakip.md` §4.4; figures by hand."""

from decimal import Decimal

import pytest

from kinerja_desktop.domain.capaian.akumulasi import (
    Akumulasi,
    aggregate_realisasi,
    aggregate_target,
)
from kinerja_desktop.domain.capaian.capaian import IsianRealisasi
from kinerja_desktop.domain.capaian.nilai import Nilai
from kinerja_desktop.domain.capaian.profil import PembandingTriwulan

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


def test_a_yearly_indicator_is_not_made_of_triwulan() -> None:
    assert aggregate_realisasi(Akumulasi.TAHUNAN_SAJA, entries("1")).nilai is None


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


def test_the_office_may_compare_with_the_year() -> None:
    yearly = PembandingTriwulan.TARGET_TAHUNAN
    assert aggregate_target(Akumulasi.AKUMULASI, TARGETS, [1], Decimal(14), yearly) == 14
