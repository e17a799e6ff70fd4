"""Stray signs as they come from Word, WhatsApp and Excel; limits of `docs/architecture.md` §4.9."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_desktop.domain.angka.teks import (
    KATA_KECAMATAN,
    MAKS_TEKS,
    MAKS_TEKS_PANJANG,
    bare_name,
    clean_text,
    drop_invisible,
    join_words,
    says_something,
)

EXCEL_CELL = 32_767


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("  dua \t kata\u00a0lagi ", "dua kata lagi"),
        ("a\nb", "a b"),
        ("\u200eCa\u00admat\u200b\ufeff", "Camat"),
        # U+202E turns what follows: "Rekap fdp.exe" would show as "Rekap exe.pdf".
        ("Rekap\u202efdp.exe", "Rekapfdp.exe"),
        ("bel\x07 \x00nol\x7f\x9f", "bel nol"),
        ("\uf0b7 butir \uf0a7 kotak \uf0fc sudah", "• butir ▪ kotak √ sudah"),
        ("rusak \ud83d saja \uffff", "rusak \ufffd saja \ufffd"),
        ("utuh \ud83d\ude00", "utuh \U0001f600"),
        ("7°C 5½ £", "7°C 5½ £"),
    ],
)
def test_stray_signs_are_taken_out(raw: str, text: str) -> None:
    assert clean_text(raw) == text


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029"])
def test_every_line_end_is_a_line_end(end: str) -> None:
    assert clean_text(f"baris 1{end}baris 2", keep_lines=True) == "baris 1\nbaris 2"


def test_a_text_has_a_length() -> None:
    assert len(clean_text("a" * 1000, most=MAKS_TEKS)) == 1000
    assert len(clean_text("a" * 1001)) == 1001
    with pytest.raises(ValueError, match=r"teksnya 1\.001 huruf, paling banyak 1\.000: ringkas"):
        clean_text("a" * 1001, most=MAKS_TEKS)


@given(st.text(st.characters(codec=None)))
def test_what_is_kept_can_be_stored_and_is_not_cleaned_twice(raw: str) -> None:
    text = clean_text(raw, keep_lines=True)
    assert text.encode("utf-8").decode("utf-8") == text
    assert clean_text(text, keep_lines=True) == text


def test_the_longest_text_fits_into_an_excel_cell() -> None:
    assert len(("\U0001f600" * MAKS_TEKS_PANJANG).encode("utf-16-le")) // 2 < EXCEL_CELL


def test_invisible_signs_alone_are_dropped() -> None:
    assert drop_invisible("\u200e95,5\u200b\n") == "95,5\n"


@pytest.mark.parametrize("text", ["", "-", " – ", ".", "...", "-\n-"])
def test_a_dash_says_nothing(text: str) -> None:
    assert not says_something(text)


def test_words_and_figures_say_something() -> None:
    assert says_something("hujan")
    assert says_something("- 3")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Kecamatan Sukodono", "Sukodono"),
        (" KEC.  Candi Puro ", "Candi Puro"),
        ("Sukodono", "Sukodono"),
        ("Kota Sumenep", "Kota Sumenep"),
        ("Kecamatan", "Kecamatan"),
        ("", ""),
    ],
)
def test_the_word_before_a_name_is_left_out(typed: str, kept: str) -> None:
    """The program writes it itself; a name that is nothing else stays."""
    assert bare_name(typed, KATA_KECAMATAN) == kept


@pytest.mark.parametrize(
    ("words", "text"),
    [([], ""), (["a"], "a"), (["a", "b"], "a dan b"), (["a", "b", "c"], "a, b, dan c")],
)
def test_words_are_joined_as_in_speech(words: list[str], text: str) -> None:
    assert join_words(words) == text
