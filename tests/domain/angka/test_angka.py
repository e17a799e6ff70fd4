"""Expected readings come from `docs/architecture.md` §4.3 and `docs/sakip.md` §9 (*Numbers*)."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_desktop.domain.angka.angka import (
    AmbiguousAngkaError,
    format_angka,
    format_isian,
    format_persen,
    format_rupiah,
    parse_angka,
    parse_rupiah,
    round_half_up,
)

decimals = st.decimals(
    min_value=-(10**12), max_value=10**12, allow_nan=False, allow_infinity=False, places=4
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.234,5", "1234.5"),
        ("1234,5", "1234.5"),
        ("97.5", "97.5"),
        ("97,95", "97.95"),
        ("93,75%", "93.75"),
        (" 12 ", "12"),
        ("1.234.567", "1234567"),
        ("1,234.50", "1234.50"),
        ("0.123", "0.123"),
        ("1234.567", "1234.567"),
        ("-3,5", "-3.5"),
        ("−3,5", "-3.5"),
        ("+4", "4"),
        ("1\u00a0234,5", "1234.5"),
        ("0", "0"),
    ],
)
def test_a_number_that_can_mean_one_thing_is_read(text: str, value: str) -> None:
    assert parse_angka(text) == Decimal(value)


def test_an_ambiguous_number_is_asked_back_with_both_readings() -> None:
    with pytest.raises(AmbiguousAngkaError) as caught:
        parse_angka("1.234")
    assert caught.value.pilihan == (Decimal(1234), Decimal("1.234"))
    assert "1234 atau 1,234" in str(caught.value)


@pytest.mark.parametrize("raw", [5, Decimal("5"), 5.0])
def test_numbers_from_cells_pass_through(raw: object) -> None:
    assert parse_angka(raw) == Decimal(5)


def test_noise_of_the_binary_form_is_dropped() -> None:
    assert parse_angka(0.1 + 0.2) == Decimal("0.3")


@pytest.mark.parametrize("raw", ["abc", "1,2,3", "12..5", "", True, False, float("nan"), None])
def test_what_is_no_number_is_refused_with_an_example(raw: object) -> None:
    with pytest.raises(ValueError, match="bukan angka"):
        parse_angka(raw)


def test_an_excel_error_is_named() -> None:
    with pytest.raises(ValueError, match=r"rumus Excel di sel ini gagal \(#DIV/0!\)"):
        parse_angka("#DIV/0!")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.234", "1234"),
        ("Rp 1.234.567,00", "1234567"),
        ("Rp1.234", "1234"),
        ("rp. 5.000,-", "5000"),
        ("2726810205", "2726810205"),
        ("-1.000", "-1000"),
    ],
)
def test_a_dot_in_rupiah_stands_between_thousands(text: str, value: str) -> None:
    assert parse_rupiah(text) == Decimal(value)


def test_rupiah_from_a_cell_pass_through() -> None:
    assert parse_rupiah(1500000) == Decimal(1500000)


def test_rupiah_with_a_decimal_dot_are_refused() -> None:
    with pytest.raises(ValueError, match="bukan jumlah rupiah"):
        parse_rupiah("97.5")


def test_words_are_no_rupiah() -> None:
    with pytest.raises(ValueError, match="bukan angka"):
        parse_rupiah("banyak")


@given(decimals)
def test_an_entry_cell_reads_back_what_it_shows(value: Decimal) -> None:
    assert parse_angka(format_isian(value)) == value


@given(st.integers(min_value=-(10**15), max_value=10**15))
def test_rupiah_read_back_what_they_show(value: int) -> None:
    assert parse_rupiah(format_rupiah(Decimal(value))) == value


def test_numbers_are_printed_with_dots_and_a_comma() -> None:
    assert format_angka(Decimal("1234567.5")) == "1.234.567,5"
    assert format_angka(Decimal("1234.5"), 2) == "1.234,50"


def test_rupiah_show_sen_only_where_there_are_some() -> None:
    assert format_rupiah(Decimal("1234567")) == "Rp1.234.567"
    assert format_rupiah(Decimal("-5.5")) == "-Rp5,50"


def test_a_percentage_drops_its_empty_decimals() -> None:
    assert format_persen(Decimal("93.75")) == "93,75%"
    assert format_persen(Decimal("100.00")) == "100%"
    assert format_persen(Decimal("100")) == "100%"


def test_half_is_rounded_up_as_clerks_do() -> None:
    assert round_half_up(Decimal("0.125"), 2) == Decimal("0.13")
    assert round_half_up(Decimal("100.385"), 2) == Decimal("100.39")
