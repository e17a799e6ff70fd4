"""Scores by hand: weight × mean of the answered criteria, summed upward (`docs/sakip.md` §11)."""

from decimal import Decimal
from fractions import Fraction

import pytest

from kinerja_desktop.domain.lke.berkas import read_lembar
from kinerja_desktop.domain.lke.nilai import (
    Predikat,
    compute_nilai,
    find_predikat,
    round_nilai,
)
from kinerja_desktop.domain.lke.skala import SKALA, get_skala
from tests.domain.lke.sheets import read_kecil, shipped

AA_E, Y_T, A_D, A_E = SKALA["aa-e"], SKALA["y-t"], SKALA["a-d"], SKALA["a-e"]


def test_every_criterion_answered_gives_one_score() -> None:
    answers = {"1.1.1": "AA", "1.1.2": "BB", "1.1.3": "C", "1.2.1": "B", "2.1.1": "CC"}
    found = compute_nilai(read_kecil(), AA_E, answers)
    # 1.1: 20 × (1 + 0,8 + 0,5)/3 = 15,333…; 1.2: 40 × 0,7 = 28; 2.1: 40 × 0,6 = 24.
    satu, dua = found.komponen
    assert [sub.nilai.tampil for sub in satu.subkomponen] == [Decimal("15.33"), Decimal("28.00")]
    assert satu.subkomponen[0].nilai.tepat == Fraction(46, 3)
    assert (satu.nilai.tampil, dua.nilai.tampil) == (Decimal("43.33"), Decimal("24.00"))
    assert found.nilai.tampil == Decimal("67.33")
    assert found.nilai.tampil_terendah == Decimal("67.33")
    assert found.nilai.is_complete
    assert found.predikat.kode == "B"


def test_what_is_unanswered_is_told_and_counted_both_ways() -> None:
    found = compute_nilai(read_kecil(), AA_E, {"1.1.1": "A", "1.1.2": "CC"})
    sub = found.komponen[0].subkomponen[0]
    # Answered: 20 × (0,9 + 0,6)/2 = 15; with the third as 0: 20 × 1,5/3 = 10.
    assert (sub.nilai.tampil, sub.nilai.tampil_terendah) == (Decimal("15.00"), Decimal("10.00"))
    assert (sub.nilai.terjawab, sub.nilai.jumlah) == (2, 3)
    assert sub.jawaban[2].pilihan is None
    other = found.komponen[1].nilai
    assert (other.tampil, other.tampil_terendah) == (None, Decimal("0.00"))
    assert (found.nilai.tampil, found.nilai.terjawab) == (Decimal("15.00"), 2)
    assert not found.nilai.is_complete
    assert found.predikat.kode == "D"


def test_the_predikat_is_that_of_the_least_the_office_can_have() -> None:
    """`docs/sakip.md` §11.1: while anything is unanswered, that of the score with it as 0."""
    found = compute_nilai(read_kecil(), AA_E, {"1.1.1": "AA", "1.2.1": "AA", "2.1.1": "AA"})
    # Answered: 20 × 1 + 40 × 1 + 40 × 1 = 100, which alone would be AA (> 90).
    # The two others of 1.1 as 0: 20 × (1 + 0 + 0)/3 = 6,666…; with 40 and 40: 86,67, so A (> 80).
    assert found.nilai.tampil == Decimal("100.00")
    assert found.nilai.tampil_terendah == Decimal("86.67")
    assert found.predikat.kode == "A"
    # The weights of the sheet: 60 (of which 20 and 40) and 40.
    assert found.nilai.bobot == 100
    assert [item.nilai.bobot for item in found.komponen] == [60, 40]
    assert [sub.nilai.bobot for sub in found.komponen[0].subkomponen] == [20, 40]


def test_nothing_answered_has_no_score() -> None:
    found = compute_nilai(read_kecil(), AA_E, {})
    assert (found.nilai.tampil, found.nilai.tepat, found.nilai.terendah) == (None, None, 0)


def test_a_word_of_another_scale_is_no_answer() -> None:
    found = compute_nilai(read_kecil(), Y_T, {"1.1.1": "BB", "1.2.1": "Y", "2.1.1": "T"})
    # 1.2: 40 × 1; 2.1: 40 × 0; 1.1 is unanswered.
    assert found.nilai.terjawab == 2
    assert found.nilai.tampil == Decimal("40.00")


def test_the_thirds_of_a_d_are_exact() -> None:
    answers = dict.fromkeys(["1.1.1", "1.1.2"], "B") | {"1.1.3": "C"}
    sub = compute_nilai(read_kecil(), A_D, answers).komponen[0].subkomponen[0].nilai
    # 20 × (0,66 + 0,66 + 0,33)/3 = 20 × 0,55 = 11, no rounding in between.
    assert sub.tepat == 11


def test_the_whole_shipped_sheet_on_y_t() -> None:
    lembar, _ = read_lembar(shipped(), "bawaan")
    assert lembar is not None
    first = {sub.kriteria[0].kode: "Y" for sub in lembar.list_subkomponen()}
    every = {item.kode: first.get(item.kode, "T") for item in lembar.list_kriteria()}
    found = compute_nilai(lembar, Y_T, every)
    # Σ bobot ÷ criteria: 6/7+9/10+15/8 + 6/3+9/7+15/10 + 3/6+4,5/9+7,5/7 + 5/3+7,5/5+12,5/5
    wanted = sum(
        Fraction(a) / b
        for a, b in (
            ("6", 7), ("9", 10), ("15", 8), ("6", 3), ("9", 7), ("15", 10), ("3", 6),
            ("4.5", 9), ("7.5", 7), ("5", 3), ("7.5", 5), ("12.5", 5),
        )
    )  # fmt: skip
    assert found.nilai.tepat == wanted
    assert found.nilai.tampil == Decimal("16.16")


@pytest.mark.parametrize(
    ("nilai", "predikat"),
    [
        ("100", "AA"), ("90.01", "AA"), ("90.00", "A"), ("90.004", "A"), ("90.005", "AA"),
        ("80.01", "A"), ("80.00", "BB"), ("80.0049", "BB"), ("70.01", "BB"), ("70", "B"),
        ("60.01", "B"), ("60", "CC"), ("50.01", "CC"), ("50", "C"), ("30.01", "C"), ("30", "D"),
        ("0.01", "D"), ("0", "D"),
    ],
)  # fmt: skip
def test_predikat_are_half_open_on_the_rounded_value(nilai: str, predikat: str) -> None:
    """`docs/sakip.md` §11.2: 80,00 is BB, 80,01 is A; 0 is D."""
    assert find_predikat(Decimal(nilai)).kode == predikat


@pytest.mark.parametrize(
    ("nilai", "kode", "arti"),
    [
        (95, "AA", "Sangat Memuaskan"), (85, "A", "Memuaskan"), (75, "BB", "Sangat Baik"),
        (65, "B", "Baik"), (55, "CC", "Cukup (Memadai)"), (40, "C", "Kurang"),
        (15, "D", "Sangat Kurang"),
    ],
)  # fmt: skip
def test_predikat_mean_what_the_regulation_says(nilai: int, kode: str, arti: str) -> None:
    """`docs/sakip.md` §11.2, the column *interpretasi*."""
    assert find_predikat(Decimal(nilai)) == Predikat(kode, arti)


@pytest.mark.parametrize(
    ("value", "rounded"),
    [("1/3", "0.33"), ("2/3", "0.67"), ("1/200", "0.01"), ("7/1000", "0.01"), ("1/250", "0.00")],
)
def test_halves_are_rounded_up(value: str, rounded: str) -> None:
    assert round_nilai(Fraction(value)) == Decimal(rounded)


def test_the_scales_are_those_of_the_sources() -> None:
    """`docs/sakip.md` §11.1."""
    assert [(item.kode, str(item.nilai)) for item in AA_E.pilihan] == [
        ("AA", "1"), ("A", "0.9"), ("BB", "0.8"), ("B", "0.7"), ("CC", "0.6"), ("C", "0.5"),
        ("D", "0.3"), ("E", "0"),
    ]  # fmt: skip
    assert [(item.kode, str(item.nilai)) for item in A_D.pilihan] == [
        ("A", "1"), ("B", "0.66"), ("C", "0.33"), ("D", "0"),
    ]  # fmt: skip
    assert [(item.kode, str(item.nilai)) for item in A_E.pilihan] == [
        ("a", "1"), ("b", "0.75"), ("c", "0.5"), ("d", "0.25"), ("e", "0"),
    ]  # fmt: skip
    assert [(item.kode, str(item.nilai)) for item in Y_T.pilihan] == [("Y", "1"), ("T", "0")]
    assert get_skala("tidak ada") is AA_E


@pytest.mark.parametrize(
    ("skala", "bagian", "jawaban"),
    [
        (AA_E, "1", "BB"), (AA_E, "99/100", "B"), (AA_E, "3/4", "CC"), (AA_E, "1/2", "C"),
        (AA_E, "1/4", "D"), (AA_E, "1/100", "D"), (AA_E, "0", "E"),
        (Y_T, "1", "Y"), (Y_T, "99/100", "T"), (Y_T, "0", "T"),
        (A_D, "1", "A"), (A_D, "66/100", "B"), (A_D, "65/100", "C"), (A_D, "33/100", "C"),
        (A_D, "32/100", "D"),
        (A_E, "91/100", "a"), (A_E, "9/10", "b"), (A_E, "3/4", "c"), (A_E, "4/10", "d"),
        (A_E, "1/10", "e"), (A_E, "0", "e"),
    ],
)  # fmt: skip
def test_a_share_is_proposed_by_the_bands(skala: object, bagian: str, jawaban: str) -> None:
    """More than the mandate (AA, A) is never proposed (`docs/sakip.md` §11.1)."""
    assert skala.propose(Fraction(bagian)).kode == jawaban  # type: ignore[attr-defined]


def test_an_answer_is_known_however_it_is_written() -> None:
    assert AA_E.find(" bb ") is AA_E.find("BB")
    assert Y_T.find("ya") is Y_T.find("Y")
    assert AA_E.find("") is None
    assert AA_E.find("F") is None
