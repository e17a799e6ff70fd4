"""What is typed into Ctrl+K: which words count, and in what forms."""

import pytest

from kinerja_desktop.domain.bantuan.kata import (
    Kata,
    fold,
    fold_triwulan,
    forgive,
    list_kata,
    list_stems,
)


def test_case_marks_and_punctuation_do_not_matter() -> None:
    assert fold("Évaluasi Renja (E.81)") == "evaluasi renja e 81"
    assert fold("Prosedur_Penyusunan – SAKIP") == "prosedur penyusunan sakip"
    assert fold("  ") == ""


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("TW I s.d. TW IV", "triwulan-i s d triwulan-iv"),
        ("tw 5", "triwulan 5"),
        ("triwulan 31 Maret", "triwulan 31 maret"),
        ("triwulanan", "triwulanan"),
        ("Twitter 3", "twitter 3"),
    ],
)
def test_only_a_triwulan_that_there_is_gets_its_number(text: str, folded: str) -> None:
    assert fold_triwulan(text) == folded


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("mengganti", "ganti"), ("mencetak", "cetak"), ("mengirim", "kirim"), ("mengisi", "isi"),
        ("mengukur", "ukur"), ("menulis", "tulis"), ("mendaftar", "daftar"), ("menyusun", "susun"),
        ("memilih", "pilih"), ("membuat", "buat"), ("memperbaiki", "perbaiki"),
        ("melihat", "lihat"), ("menilai", "nilai"), ("memuat", "muat"), ("mengecek", "cek"),
        ("mengirimkan", "kirim"), ("mencetaknya", "cetak"), ("dicetak", "cetak"), ("diisi", "isi"),
    ],
)  # fmt: skip
def test_a_verb_is_found_by_its_stem(word: str, stem: str) -> None:
    assert stem in list_stems(word)


@pytest.mark.parametrize("word", ["camat", "mesin", "meja", "dinas", "desa", "ikan", "merah"])
def test_a_word_without_prefix_has_no_other_stem(word: str) -> None:
    assert list_stems(word) == ()


def test_question_words_are_asked_for_only_when_alone() -> None:
    assert [kata.ketikan for kata in list_kata("bagaimana cara yang cepat")] == ["cepat"]
    assert [kata.ketikan for kata in list_kata("cara apa")] == ["cara", "apa"]
    assert list_kata("") == []


def test_of_several_words_that_may_be_meant_none_is_preferred() -> None:
    typed = Kata("tanfa", ("tanfa",))
    meant = forgive(typed, {"tanda", "tanya", "target", "tanfaat"})
    assert meant == Kata("tanfa", ("tanfa", " tanda ", " tanya "))
    assert forgive(typed, {"tanda", "target"}) == Kata("tanda", ("tanfa", " tanda "))
