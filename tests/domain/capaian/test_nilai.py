from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_desktop.domain.angka.angka import AmbiguousAngkaError
from kinerja_desktop.domain.capaian.nilai import (
    Nilai,
    Rentang,
    format_nilai,
    format_nilai_isian,
    format_nilai_salinan,
    nilai_from_text,
    nilai_to_text,
    parse_nilai,
)

numbers = st.decimals(min_value=0, max_value=10**6, places=3)
ranges = st.tuples(numbers, numbers).map(lambda pair: Rentang(min(pair), max(pair)))
words = st.sampled_from(["Ya", "Tidak", "AA", "BB", "CC", "D", "WTP", "TMP"])
values = numbers | ranges | words


@pytest.mark.parametrize(
    "text", ["7-8", "7–8", "7 s.d. 8", "7 s/d 8", "7 sampai 8", "7 sampai dengan 8", "7%-8%"]
)
def test_a_range_is_read_however_it_is_written(text: str) -> None:
    assert parse_nilai(text) == Rentang(Decimal(7), Decimal(8))


def test_a_decimal_comma_is_no_range() -> None:
    """A neighbour read "0,5" as the range 0–5 (`docs/sakip.md` §4.12)."""
    assert parse_nilai("0,5") == Decimal("0.5")


def test_a_negative_number_is_no_range() -> None:
    assert parse_nilai("-5") == Decimal(-5)


def test_a_range_upside_down_is_refused() -> None:
    with pytest.raises(ValueError, match="terbalik"):
        parse_nilai("8-7")


def test_a_range_that_excel_made_a_date_is_explained() -> None:
    with pytest.raises(ValueError, match=r"tulis 7 s\.d\. 8"):
        parse_nilai(date(2024, 8, 7))


@pytest.mark.parametrize(("text", "word"), [("bb", "BB"), (" wtp ", "WTP"), ("ada", "Ya"),
                                            ("TIDAK  ADA", "Tidak"), ("ya", "Ya")])  # fmt: skip
def test_words_are_read_in_any_spelling(text: str, word: str) -> None:
    assert parse_nilai(text) == word


def test_numbers_from_cells_are_read() -> None:
    assert parse_nilai(90.76) == Decimal("90.76")


def test_an_ambiguous_number_is_asked_back() -> None:
    with pytest.raises(AmbiguousAngkaError):
        parse_nilai("1.234")


@pytest.mark.parametrize("text", ["1,250", "0,5-1,250"])
def test_a_copied_comma_may_stand_between_thousands(text: str) -> None:
    assert parse_nilai(text)
    with pytest.raises(AmbiguousAngkaError):
        parse_nilai(text, copied=True)


def test_signs_that_nobody_sees_do_not_count() -> None:
    assert parse_nilai("\u200e95,5") == Decimal("95.5")
    assert parse_nilai("BB\u200b") == "BB"
    assert parse_nilai("7\u00a0–\u200b8") == Rentang(Decimal(7), Decimal(8))


@given(values)
def test_storing_keeps_every_value(nilai: Nilai) -> None:
    assert nilai_from_text(nilai_to_text(nilai)) == nilai


@given(values)
def test_an_entry_cell_reads_back_what_it_shows(nilai: Nilai) -> None:
    assert parse_nilai(format_nilai_isian(nilai)) == nilai
    assert parse_nilai(format_nilai_salinan(nilai), copied=True) == nilai


def test_values_are_printed_as_typed() -> None:
    assert format_nilai(Decimal("90.00")) == "90,00"
    assert format_nilai(Rentang(Decimal("7"), Decimal("8.5"))) == "7–8,5"
    assert format_nilai("BB") == "BB"
    assert format_nilai(None) == ""


def test_a_mean_with_endless_decimals_is_printed_with_two() -> None:
    assert format_nilai(Decimal("33.33333333")) == "33,33"
