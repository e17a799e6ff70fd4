"""Roots of verbs by hand: what stands in front of them may have swallowed a letter."""

import pytest

from kinerja_desktop.domain.bantuan.kata_cari import forgive, list_arti


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("menyimpan", "simpan"),
        ("mengirim", "kirim"),
        ("memakai", "pakai"),
        ("menambah", "tambah"),
        ("melihat", "lihat"),
        ("mencetak", "cetak"),
        ("lkip", "lkjip"),
    ],
)
def test_a_verb_stands_for_its_root(word: str, meant: str) -> None:
    (arti,) = list_arti([word])
    assert arti[0] == word
    assert meant in arti


def test_a_short_word_is_taken_as_it_is() -> None:
    assert list_arti(["medi", "pk"]) == [("medi",), ("pk",)]
    assert forgive(("dpa",), {"dpb"}) == ("dpa",)


def test_a_slip_means_the_words_that_are_one_letter_away() -> None:
    known = {"pagu", "target", "tarif", "terget", "targetnya"}
    assert set(forgive(("targat",), known)) == {"targat", "target"}
    assert set(forgive(("tarfi",), known)) == {"tarfi", "tarif"}
