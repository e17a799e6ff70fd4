from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_desktop.domain.angka.angka import AmbiguousAngkaError
from kinerja_desktop.domain.capaian.nilai import Rentang
from kinerja_desktop.domain.sections import SECTIONS
from kinerja_desktop.domain.sections.fields import Field, Kind, Section

CHOICES = {"naik": "Makin besar makin baik", "turun": "Makin kecil makin baik"}


def field(kind: Kind, **options: Any) -> Field:
    return Field("x", "Isian", kind, **options)


@pytest.mark.parametrize(
    ("kind", "raw", "value"),
    [
        (Kind.TEXT, "  dua   kata ", "dua kata"),
        (Kind.TEXT, 7.0, "7"),
        (Kind.TEXT, 7.5, "7.5"),
        (Kind.TEXT, "a\u00a0b", "a b"),
        (Kind.TEXT, "a\u200b b\x0bc", "a b c"),
        (Kind.TEXT, 123456789012345, "123456789012345"),
        (Kind.TEXT, Decimal("7.25"), "7.25"),
        (Kind.TEXT, date(2024, 2, 5), "2024-02-05"),
        (Kind.LONG_TEXT, "\uf0b7 satu\x0b\uf0fc dua\x07", "• satu\n√ dua"),
        (Kind.ANGKA, "95,5\u200b", Decimal("95.5")),
        (Kind.LONG_TEXT, " baris 1\r\nbaris 2 ", "baris 1\nbaris 2"),
        (Kind.ANGKA, "1,5", Decimal("1.5")),
        (Kind.BULAT, "2.025", 2025),
        (Kind.BULAT, 2025.0, 2025),
        (Kind.RUPIAH, "1.000", Decimal(1000)),
        (Kind.RUPIAH, "1,250,000", Decimal(1250000)),
        (Kind.TANGGAL, "05-02-2024", date(2024, 2, 5)),
        (Kind.TANGGAL, "\u200e05-02-2024", date(2024, 2, 5)),
        (Kind.NILAI, "7-8", Rentang(Decimal(7), Decimal(8))),
        (Kind.YA_TIDAK, "ya", True),
        (Kind.YA_TIDAK, "Tidak", False),
        (Kind.YA_TIDAK, True, True),
    ],
)
def test_every_kind_reads_what_people_write(kind: Kind, raw: Any, value: Any) -> None:
    assert field(kind).parse(raw) == value


@pytest.mark.parametrize(
    ("kind", "value"),
    [(Kind.TEXT, ""), (Kind.LONG_TEXT, ""), (Kind.YA_TIDAK, False), (Kind.ANGKA, None),
     (Kind.ACUAN, None)],
)  # fmt: skip
@pytest.mark.parametrize("raw", [None, "", "  ", "\u200b\n"])
def test_a_blank_is_no_value(kind: Kind, value: Any, raw: Any) -> None:
    assert field(kind).parse(raw) == value


@pytest.mark.parametrize("kind", [Kind.TEXT, Kind.LONG_TEXT, Kind.ACUAN])
@pytest.mark.parametrize("raw", [198001012005011002, 1.98001012005011e17, 10**15])
def test_a_nip_that_came_as_a_number_has_lost_its_last_digits(kind: Kind, raw: float) -> None:
    message = (
        "^NIP: tersimpan sebagai angka, Excel membulatkan sesudah 15 angka: ketik sebagai teks"
    )
    with pytest.raises(ValueError, match=message):
        Field("nip", "NIP", kind).parse(raw)


@pytest.mark.parametrize(
    ("kind", "length", "most"), [(Kind.TEXT, 1001, "1.000"), (Kind.LONG_TEXT, 15001, "15.000")]
)
def test_a_text_that_is_too_long_is_refused(kind: Kind, length: int, most: str) -> None:
    assert field(kind).parse("a" * (length - 1))
    with pytest.raises(ValueError, match=f"^Isian: teksnya .* huruf, paling banyak {most}"):
        field(kind).parse("a" * length)


@pytest.mark.parametrize("kind", [Kind.ANGKA, Kind.NILAI])
def test_a_copied_comma_is_asked_back_and_a_typed_one_is_not(kind: Kind) -> None:
    assert field(kind).parse("1,250") == Decimal("1.25")
    with pytest.raises(AmbiguousAngkaError, match=r"^Isian: '1,250' dapat berarti 1250 atau 1,25"):
        field(kind).parse("1,250", copied=True)


@pytest.mark.parametrize("kind", [Kind.ANGKA, Kind.NILAI])
def test_a_number_of_26_digits_is_refused(kind: Kind) -> None:
    with pytest.raises(ValueError, match=r"^Isian: angkanya terlalu besar"):
        field(kind).parse("9" * 26)


def test_a_whole_number_has_nine_digits() -> None:
    assert field(Kind.BULAT).parse("999999999") == 999_999_999
    with pytest.raises(ValueError, match="terlalu besar, paling banyak 9 angka"):
        field(Kind.BULAT).parse("1000000000")


def test_a_required_field_says_so() -> None:
    with pytest.raises(ValueError, match="Isian harus diisi"):
        field(Kind.TEXT, required=True).parse(" ")


@pytest.mark.parametrize("raw", ["turun", "makin  KECIL makin baik"])
def test_a_choice_is_known_by_value_and_label(raw: str) -> None:
    assert field(Kind.PILIHAN, choices=CHOICES).parse(raw) == "turun"


def test_an_unknown_choice_names_the_known_ones() -> None:
    with pytest.raises(ValueError, match="'mundur' tidak dikenal: pilih Makin besar"):
        field(Kind.PILIHAN, choices=CHOICES).parse("mundur")
    with pytest.raises(ValueError, match="tidak dikenal"):
        field(Kind.PILIHAN).parse("apa saja")


def test_a_problem_names_its_column() -> None:
    with pytest.raises(ValueError, match=r"^Isian: 'abc' bukan angka"):
        field(Kind.ANGKA).parse("abc")


@pytest.mark.parametrize(
    ("raw", "batas", "message"),
    [("1989", (1990, 2100), "1989 di luar 1990–2100"), ("2101", (None, 2100), "2101 di atas 2100"),
     ("-1", (0, None), "-1 di bawah 0: periksa lagi")],
)  # fmt: skip
def test_a_number_out_of_its_bounds_is_refused(
    raw: str, batas: tuple[int | None, int | None], message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        field(Kind.BULAT, batas=batas).parse(raw)


@pytest.mark.parametrize("raw", ["2,5", 2.5, "dua", "1.5"])
def test_a_whole_number_has_no_decimals_and_is_asked_for_as_one(raw: str | float) -> None:
    with pytest.raises(ValueError, match=rf"'{raw}' bukan bilangan bulat: tulis seperti 1$"):
        field(Kind.BULAT).parse(raw)


def test_a_year_is_asked_for_as_a_year() -> None:
    with pytest.raises(ValueError, match=r"'abc' bukan bilangan bulat: tulis seperti 2025$"):
        field(Kind.BULAT, batas=(1990, 2100)).parse("abc")
    with pytest.raises(ValueError, match="rumus Excel di sel ini gagal"):
        field(Kind.BULAT, batas=(1990, 2100)).parse("#REF!")


def test_a_reference_is_found_by_its_words() -> None:
    acuan = field(Kind.ACUAN, acuan="sasaran")
    assert acuan.parse("S1", lambda section, text: (section, text)) == ("sasaran", "S1")


def test_an_unknown_reference_is_refused() -> None:
    with pytest.raises(ValueError, match="'S9' tidak ditemukan"):
        field(Kind.ACUAN).parse("S9", lambda section, text: None)
    with pytest.raises(ValueError, match="'S9' tidak ditemukan"):
        field(Kind.ACUAN).parse("S9")


@pytest.mark.parametrize(
    ("kind", "value", "text"),
    [
        (Kind.TEXT, None, ""),
        (Kind.TEXT, "kata", "kata"),
        (Kind.ANGKA, Decimal("1234.5"), "1234,5"),
        (Kind.NILAI, Decimal("90.00"), "90,00"),
        (Kind.NILAI, Rentang(Decimal(7), Decimal(8)), "7–8"),
        (Kind.NILAI, "BB", "BB"),
        (Kind.TANGGAL, date(2024, 2, 5), "05-02-2024"),
        (Kind.YA_TIDAK, True, "Ya"),
        (Kind.YA_TIDAK, False, "Tidak"),
        (Kind.BULAT, 2025, "2025"),
        (Kind.PILIHAN, "naik", "Makin besar makin baik"),
        (Kind.PILIHAN, "lama", "lama"),
        (Kind.ACUAN, 5, "5"),
    ],
)
def test_every_kind_is_written_for_an_entry_cell(kind: Kind, value: Any, text: str) -> None:
    assert field(kind, choices=CHOICES).format(value) == text


def test_a_reference_is_written_in_words() -> None:
    assert field(Kind.ACUAN, acuan="sasaran").format(5, lambda section, row: f"S{row}") == "S5"


@given(st.dates(min_value=date(1945, 1, 1), max_value=date(2100, 1, 1)))
def test_a_date_cell_reads_back(day: date) -> None:
    cell = field(Kind.TANGGAL)
    assert cell.parse(cell.format(day)) == day
    assert cell.parse(datetime(day.year, day.month, day.day)) == day  # noqa: DTZ001, as Excel has it


@given(
    st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-9999, max_value=9999)
)
def test_a_number_cell_reads_back(value: Decimal) -> None:
    for kind in (Kind.ANGKA, Kind.NILAI):
        assert field(kind).parse(field(kind).format(value)) == value


def test_figures_are_aligned_on_the_right() -> None:
    assert Kind.RUPIAH.is_number
    assert not Kind.TEXT.is_number


def test_a_section_finds_its_fields() -> None:
    section = Section("s", "S", (field(Kind.TEXT),), ("x",))
    assert section.field("x").label == "Isian"


@pytest.mark.parametrize("kind", [Kind.ANGKA, Kind.NILAI])
@pytest.mark.parametrize("text", ["1.250", "1.234", "0.125", "12.5", "90.76", "1234.567"])
def test_what_is_copied_out_is_pasted_back_as_it_was(kind: Kind, text: str) -> None:
    """`1,250` would be asked back where it is pasted: it is written `1,25`."""
    field = Field("nilai", "Nilai", kind)
    value = Decimal(text)
    assert field.parse(field.format(value, copied=True), copied=True) == value


def test_a_field_leaves_out_the_word_that_the_program_writes() -> None:
    field = SECTIONS["instansi"].field("kabupaten")
    assert field.parse("Kab. Lumajang") == "Lumajang"
    assert field.parse("Lumajang") == "Lumajang"
