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
    format_salinan,
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
        ("1,250", "1.250"),
        ("1,250,000", "1250000"),
        ("1,250,000.5", "1250000.5"),
        # Copied from WhatsApp or a page: U+200B, U+200E, U+00AD, U+FEFF, U+2007.
        ("95,5\u200b", "95.5"),
        ("\u200e95,5", "95.5"),
        ("9\u00ad5,5\ufeff", "95.5"),
        ("1\u2007234,5", "1234.5"),
    ],
)
def test_a_number_that_can_mean_one_thing_is_read(text: str, value: str) -> None:
    assert parse_angka(text) == Decimal(value)


def test_an_ambiguous_number_is_asked_back_with_both_readings() -> None:
    with pytest.raises(AmbiguousAngkaError) as caught:
        parse_angka("1.234")
    assert caught.value.pilihan == (Decimal(1234), Decimal("1.234"))
    assert "1234 atau 1,234" in str(caught.value)


@pytest.mark.parametrize(
    ("text", "ribuan", "desimal", "remedy"),
    [
        ("1,250", "1250", "1.250", "tulis 1250 atau 1,25"),
        ("12,500", "12500", "12.500", "tulis 12500 atau 12,50"),
        ("-1,234", "-1234", "-1.234", "tulis -1234 atau -1,2340"),
        ("1.234", "1234", "1.234", "tulis 1234 atau 1,2340"),
    ],
)
def test_a_copied_comma_may_stand_between_thousands(
    text: str, ribuan: str, desimal: str, remedy: str
) -> None:
    with pytest.raises(AmbiguousAngkaError, match=f"{remedy}$") as caught:
        parse_angka(text, copied=True)
    assert caught.value.pilihan == (Decimal(ribuan), Decimal(desimal))


@pytest.mark.parametrize(
    ("text", "value"),
    [("0,125", "0.125"), ("1,25", "1.25"), ("1,2500", "1.25"), ("1234,567", "1234.567"),
     ("1,250,000", "1250000")],
)  # fmt: skip
def test_a_copied_comma_that_can_mean_one_thing_is_read(text: str, value: str) -> None:
    assert parse_angka(text, copied=True) == Decimal(value)


@given(decimals)
def test_a_copy_reads_back_at_every_door(value: Decimal) -> None:
    assert parse_angka(format_salinan(value)) == value
    assert parse_angka(format_salinan(value), copied=True) == value


@pytest.mark.parametrize("raw", ["9" * 16, "1" + "0" * 25, 10**15, 1e300, Decimal("-1E+15")])
def test_a_number_has_fifteen_digits_before_the_comma(raw: object) -> None:
    with pytest.raises(ValueError, match="terlalu besar, paling banyak 15 angka di depan koma"):
        parse_angka(raw)


def test_a_number_has_fifteen_digits_behind_the_comma() -> None:
    assert parse_angka("0,123456789012345") == Decimal("0.123456789012345")
    with pytest.raises(ValueError, match="paling banyak 15 angka di belakang koma: bulatkan"):
        parse_angka("0,1234567890123456")
    assert parse_angka("9" * 15) == 10**15 - 1
    assert parse_angka(Decimal("0E+20")) == 0


def test_decimals_of_a_cell_that_are_noise_are_dropped() -> None:
    # 1 − 0,9 − 0,1 in Excel.
    assert str(parse_angka(-2.7755575615628914e-17)) == "0"
    assert parse_angka(0.00012345678901234) == Decimal("0.000123456789012")


def test_a_refusal_does_not_repeat_a_whole_page() -> None:
    with pytest.raises(ValueError, match=f"^'{'a' * 40}…' bukan angka"):
        parse_angka("a" * 5000)


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
        ("1,250,000", "1250000"),
        ("1,250,000.50", "1250000.50"),
        ("1,250.00", "1250"),
        ("Rp1.234\u200b", "1234"),
    ],
)
def test_a_dot_in_rupiah_stands_between_thousands(text: str, value: str) -> None:
    assert parse_rupiah(text) == Decimal(value)


def test_rupiah_from_a_cell_pass_through() -> None:
    assert parse_rupiah(1500000) == Decimal(1500000)
    assert parse_rupiah(1234567.891) == Decimal("1234567.891")
    assert parse_rupiah(1.25) == Decimal("1.25")
    assert parse_rupiah(Decimal("1.500")) == Decimal("1.5")
    assert parse_rupiah(1000.125) == Decimal("1000.125")


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (1.234, "1,234 rupiah? tulis 1234 atau 1,23"),
        (Decimal("-999.125"), "-999,125 rupiah? tulis -999125 atau -999,13"),
        (0.125, "0,125 rupiah? tulis 125 atau 0,13"),
        (Decimal("1.2340"), "1,234 rupiah? tulis 1234 atau 1,23"),
    ],
)
def test_rupiah_from_a_cell_that_may_be_thousands_are_asked_back(
    raw: float | Decimal, message: str
) -> None:
    with pytest.raises(ValueError, match="rupiah") as caught:
        parse_rupiah(raw)
    assert str(caught.value) == message


@pytest.mark.parametrize("text", ["97.5", "1,250"])
def test_rupiah_with_other_signs_are_refused_with_an_example(text: str) -> None:
    with pytest.raises(ValueError, match=r"bukan jumlah rupiah: tulis seperti 1\.234\.567,00"):
        parse_rupiah(text)


@pytest.mark.parametrize("raw", ["1.000.000.000.000.001", 10**15 + 1, -1e16])
def test_an_amount_above_a_thousand_trillion_is_refused(raw: object) -> None:
    with pytest.raises(ValueError, match=r"lebih dari Rp1\.000\.000\.000\.000\.000: periksa"):
        parse_rupiah(raw)


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
    # A number that an earlier release let in; it can still be measured and printed.
    assert round_half_up(Decimal("9" * 26), 2) == Decimal("9" * 26)
