"""Pembilang and penyebut: `docs/sakip.md` §4.14; figures by hand."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from kinerja_desktop.domain.capaian.capaian import IsianRealisasi
from kinerja_desktop.domain.capaian.rasio import (
    check_rasio,
    complete_realisasi,
    compute_rasio,
    contradicts,
    describe_rasio,
    explain_rasio,
)

HALF = IsianRealisasi(pembilang=Decimal(45), penyebut=Decimal(50))


@pytest.mark.parametrize(
    ("satuan", "rasio"), [("%", 90), (" Persen ", 90), ("Rasio", Fraction(9, 10)), ("", 0.9)]
)
def test_the_unit_decides_whether_it_is_a_percentage(satuan: str, rasio: float) -> None:
    found = compute_rasio(Decimal(45), Decimal(50), satuan)
    assert found is not None
    assert float(found) == float(rasio)


def test_without_both_there_is_no_quotient() -> None:
    assert compute_rasio(None, Decimal(50), "%") is None
    assert compute_rasio(Decimal(45), None, "%") is None
    assert compute_rasio(Decimal(45), Decimal(0), "%") is None
    assert compute_rasio(Decimal(0), Decimal(50), "%") == 0


def test_a_blank_realisasi_is_the_quotient() -> None:
    assert complete_realisasi(HALF, "%") == replace(HALF, nilai=Decimal(90))
    third = IsianRealisasi(pembilang=Decimal(1), penyebut=Decimal(3))
    assert str(complete_realisasi(third, "%").nilai).startswith("33.3333333333333333333333")


def test_what_was_entered_stays() -> None:
    typed = replace(HALF, nilai=Decimal(85))
    assert complete_realisasi(typed, "%") is typed
    off = replace(HALF, tidak_berlaku=True)
    assert complete_realisasi(off, "%") is off
    assert complete_realisasi(IsianRealisasi(), "%") == IsianRealisasi()


def test_it_is_told_how_it_came_about() -> None:
    assert describe_rasio(HALF, "%") == "Pembilang 45 ÷ penyebut 50 × 100 = 90"
    assert describe_rasio(HALF, "Rasio") == "Pembilang 45 ÷ penyebut 50 = 0,9"
    assert describe_rasio(IsianRealisasi(Decimal(3)), "%") == ""


@pytest.mark.parametrize(
    ("nilai", "odd"),
    [("66.67", False), ("66.66", False), ("66.7", False), ("67", False), ("66", False),
     ("66.68", True), ("66.65", True), ("68", True), ("65", True), ("0.67", True)],
)  # fmt: skip
def test_rounding_and_cutting_off_are_no_contradiction(nilai: str, odd: bool) -> None:
    """2/3 is 66,666…%: rounded 66,67, cut off 66,66."""
    assert contradicts(Decimal(nilai), compute_rasio(Decimal(2), Decimal(3), "%")) is odd


def test_words_and_blanks_contradict_nothing() -> None:
    rasio = compute_rasio(Decimal(2), Decimal(3), "%")
    assert not contradicts(None, rasio)
    assert not contradicts("BB", rasio)
    assert not contradicts(Decimal(5), None)


@pytest.mark.parametrize(
    ("isian", "sentence"),
    [
        (IsianRealisasi(), ""),
        (IsianRealisasi(Decimal(90)), ""),
        (HALF, "Dihitung dari 45 ÷ 50 × 100 = 90."),
        (replace(HALF, penyebut=None), "Penyebut belum diisi, jadi realisasi tidak dihitung."),
        (
            replace(HALF, nilai=Decimal(80), pembilang=None),
            "Pembilang belum diisi, jadi realisasi tidak dihitung. Realisasi 80 diketik sendiri.",
        ),
        (
            replace(HALF, penyebut=Decimal(0)),
            "Penyebut 0 tidak dapat dipakai membagi, jadi realisasi tidak dihitung.",
        ),
        (
            replace(HALF, tidak_berlaku=True),
            "Tidak berlaku pada periode ini, jadi 45 ÷ 50 × 100 tidak dipakai.",
        ),
        (
            replace(HALF, nilai=Decimal(92)),
            "Realisasi 92 diketik sendiri, padahal 45 ÷ 50 × 100 = 90: kosongkan realisasinya "
            "agar dihitung, atau periksa ketiganya.",
        ),
        (
            IsianRealisasi(Decimal("33.33"), pembilang=Decimal(1), penyebut=Decimal(3)),
            "Realisasi 33,33 diketik sendiri; 1 ÷ 3 × 100 = 33,33, sesuai sesudah dibulatkan.",
        ),
    ],
)
def test_every_state_is_told_in_words(isian: IsianRealisasi, sentence: str) -> None:
    assert explain_rasio(complete_realisasi(isian, "%"), "%") == sentence


def test_a_plain_quotient_is_not_multiplied() -> None:
    told = explain_rasio(complete_realisasi(HALF, "Rasio"), "Rasio")
    assert told == "Dihitung dari 45 ÷ 50 = 0,9."


def test_only_a_contradiction_is_remarked_on() -> None:
    (remark,) = check_rasio(replace(HALF, nilai=Decimal(92)), "%")
    assert remark.startswith("Realisasi 92 diketik sendiri, padahal 45 ÷ 50 × 100 = 90")
    assert check_rasio(replace(HALF, nilai=Decimal(90)), "%") == []
    assert check_rasio(replace(HALF, nilai=Decimal(92), tidak_berlaku=True), "%") == []
    assert check_rasio(IsianRealisasi(Decimal(92)), "%") == []
