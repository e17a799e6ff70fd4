"""What people wrote, taken into a sentence (`docs/sakip.md` §7.8)."""

import pytest

from kinerja_desktop.domain.lkjip.kutipan import (
    PANJANG,
    first_sentence,
    in_running_text,
    inside_sentence,
    is_one_sentence,
    lower_title,
    shorten,
)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Satu. Dua.", "Satu."),
        ("Benarkah? Ya.", "Benarkah?"),
        ("Jaringan Kec. Muncar putus. Lalu pulih.", "Jaringan Kec. Muncar putus."),
        ("Menurut Perbup No. 5 berlaku. Lalu.", "Menurut Perbup No. 5 berlaku."),
        ("1. Dokumen terlambat. 2. Lain.", "1. Dokumen terlambat."),
        ("Bpk. A. Budi pindah. Lalu.", "Bpk."),
        ("Hanya satu.", "Hanya satu."),
    ],
)
def test_the_first_sentence_ends_where_it_ends(text: str, first: str) -> None:
    assert first_sentence(text) == first


def test_a_sentence_without_end_is_cut_between_words() -> None:
    found = first_sentence("kata " * 100)
    assert found.endswith("kata …")
    assert len(found) <= PANJANG + 2
    assert first_sentence("\\" * 400) == " …"
    assert first_sentence("x" * 400) == f"{'x' * PANJANG} …"


def test_a_long_text_says_where_the_rest_stands() -> None:
    long = "Desa terlambat. " * 30
    assert shorten("Pendek.", "Bab III") == "Pendek."
    assert shorten(long, "Bab III") == "Desa terlambat (lihat Bab III)."
    assert shorten(long, "") == "Desa terlambat."
    assert shorten("kata " * 100, "Bab III").endswith("kata … (lihat Bab III).")


def test_only_one_short_sentence_goes_into_another() -> None:
    assert is_one_sentence("Satu.")
    assert not is_one_sentence("Satu. Dua.")
    assert not is_one_sentence("x" * (PANJANG + 1))
    assert not is_one_sentence("")


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("Bukti dukung belum lengkap.", "bukti dukung belum lengkap."),
        ("Bappeda belum menilai.", "Bappeda belum menilai."),
        ("SDM kurang.", "SDM kurang."),
        ("Karena hujan.", "hujan."),
        ("Disebabkan oleh hujan.", "hujan."),
        ("3 desa terlambat.", "3 desa terlambat."),
        ("A belum siap.", "a belum siap."),
        ("X-ray rusak.", "X-ray rusak."),
    ],
)
def test_a_text_goes_on_in_a_sentence(text: str, inside: str) -> None:
    assert inside_sentence(text) == inside


@pytest.mark.parametrize(
    ("nama", "written"),
    [
        ("PROGRAM PEMBINAAN DAN PENGAWASAN DESA", "Program Pembinaan dan Pengawasan Desa"),
        ("PROGRAM PKK", "Program PKK"),
        ("Program Desa", "Program Desa"),
        ("DAN LAIN", "Dan Lain"),
    ],
)
def test_a_program_in_running_text_is_not_in_capitals(nama: str, written: str) -> None:
    """`docs/sakip.md` §7.8."""
    assert in_running_text(nama) == written


@pytest.mark.parametrize(
    ("judul", "written"),
    [
        ("Tugas dan Fungsi", "tugas dan fungsi"),
        ("Prosedur (SOP)", "prosedur (SOP)"),
        ("PENDAHULUAN", "pendahuluan"),
        ("Target Renstra", "target Renstra"),
    ],
)
def test_a_heading_in_a_sentence_is_small(judul: str, written: str) -> None:
    assert lower_title(judul) == written
