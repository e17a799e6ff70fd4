"""A file of criteria: what is wrong in it is told all at once, each with its place."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from kinerja_desktop.domain.lke.berkas import lembar_to_data, read_lembar
from tests.domain.lke.sheets import kecil, read_kecil, shipped


def problems_of(data: Any) -> list[str]:
    lembar, problems = read_lembar(data, "x", "kriteria.json")
    assert (lembar is None) == bool(problems)
    assert all(problem.file == "kriteria.json" for problem in problems)
    return [problem.message for problem in problems]


def test_the_shipped_sheet_is_that_of_the_facts() -> None:
    """`docs/sakip.md` §11.4: 4 komponen 30/30/15/25, 12 subkomponen, 80 kriteria."""
    lembar, problems = read_lembar(shipped(), "bawaan")
    assert lembar is not None, problems
    assert [str(item.bobot) for item in lembar.komponen] == ["30", "30", "15", "25"]
    subs = [(item.kode, str(item.bobot), len(item.kriteria)) for item in lembar.list_subkomponen()]
    assert subs == [
        ("1.1", "6", 7), ("1.2", "9", 10), ("1.3", "15", 8), ("2.1", "6", 3), ("2.2", "9", 7),
        ("2.3", "15", 10), ("3.1", "3", 6), ("3.2", "4.5", 9), ("3.3", "7.5", 7), ("4.1", "5", 3),
        ("4.2", "7.5", 5), ("4.3", "12.5", 5),
    ]  # fmt: skip
    assert len(list(lembar.list_kriteria())) == 80


def test_what_is_written_reads_back() -> None:
    lembar = read_kecil()
    again, problems = read_lembar(lembar_to_data(lembar), "lain")
    assert problems == []
    assert again == lembar
    assert again is not None
    assert again.nama == "Lembar kecil"


def test_a_file_without_a_name_gets_that_of_the_file() -> None:
    data = kecil()
    del data["nama"]
    lembar, _ = read_lembar(data, "Inspektorat 2025")
    assert lembar is not None
    assert lembar.nama == "Inspektorat 2025"


def spoil(change: Callable[[dict[str, Any]], object]) -> list[str]:
    data = kecil()
    change(data)
    return problems_of(data)


def satu(data: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = data["komponen"][0]
    return found


def sub(data: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = satu(data)["subkomponen"][0]
    return found


def test_weights_must_sum_at_each_level() -> None:
    assert spoil(lambda d: satu(d).update(bobot=70)) == [
        "Jumlah bobot di Komponen 1 60, seharusnya 70: perbaiki bobotnya",
        "Jumlah bobot komponen 110, seharusnya 100: perbaiki bobotnya",
    ]
    assert spoil(lambda d: sub(d).update(bobot="19,5")) == [
        "Jumlah bobot di Komponen 1 59,5, seharusnya 60: perbaiki bobotnya"
    ]


def test_a_kode_stands_once_whatever_its_letters() -> None:
    told = spoil(lambda d: sub(d)["kriteria"][1].update(kode="1.1.1"))
    assert told == [
        "Subkomponen 1.1, kriteria ke-2: kode 1.1.1 sudah dipakai oleh Subkomponen 1.1, "
        "kriteria ke-1: beri kode lain"
    ]
    data = kecil()
    data["komponen"][0]["kode"], data["komponen"][1]["kode"] = "a", "A"
    assert any("kode A sudah dipakai oleh Komponen ke-1" in text for text in problems_of(data))


def test_a_kode_begins_with_that_of_what_it_belongs_to() -> None:
    assert spoil(lambda d: sub(d)["kriteria"][0].update(kode="9.9.9")) == [
        "Subkomponen 1.1, kriteria ke-1: kode 9.9.9 harus diawali 1.1., misalnya 1.1.1"
    ]
    assert spoil(lambda d: sub(d)["kriteria"][0].update(kode="1.11.1")) == [
        "Subkomponen 1.1, kriteria ke-1: kode 1.11.1 harus diawali 1.1., misalnya 1.1.1"
    ]
    told = spoil(lambda d: sub(d).update(kode="2.9"))
    assert told[0] == "Komponen 1, subkomponen ke-1: kode 2.9 harus diawali 1., misalnya 1.1"


@pytest.mark.parametrize("kode", ["", "1..1", "../x", "1.1.1.1.1.1", "a b", "CON:", "1234567", "-"])
def test_a_kode_is_one_of_letters_and_digits(kode: str) -> None:
    (told,) = spoil(lambda d: sub(d)["kriteria"][0].update(kode=kode))
    assert told.startswith(f"Subkomponen 1.1, kriteria ke-1: kode '{kode}' harus berupa")


@pytest.mark.parametrize("kode", [None, True, 1.5, [], {}])
def test_a_kode_that_is_no_word_is_missing(kode: Any) -> None:
    (told,) = spoil(lambda d: sub(d)["kriteria"][0].update(kode=kode))
    assert told == "Subkomponen 1.1, kriteria ke-1: kode belum ditulis, misalnya 1.1.3"


@pytest.mark.parametrize(
    "bobot", [0, -1, 101, "abc", "", None, True, Decimal("NaN"), Decimal("Infinity"), [], "1e9"]
)
def test_a_weight_is_a_number_above_0(bobot: Any) -> None:
    told = spoil(lambda d: sub(d).update(bobot=bobot))
    assert told == ["Subkomponen 1.1: bobot harus berupa angka di atas 0 sampai 100"]


def test_a_weight_is_not_infinitely_fine() -> None:
    told = spoil(lambda d: sub(d).update(bobot="20.00001"))
    assert told == ["Subkomponen 1.1: bobot paling banyak 4 angka di belakang koma"]


@pytest.mark.parametrize("data", [None, [], "teks", 5])
def test_what_is_no_sheet_is_told(data: Any) -> None:
    assert problems_of(data)[0] == (
        "Berkas: bukan susunan kriteria LKE; lihat contoh dari 'Simpan templat'"
    )


def test_what_is_missing_is_told_with_its_place() -> None:
    assert spoil(lambda d: d.update(komponen=[])) == ["Berkas: daftar komponen belum ada isinya"]
    assert spoil(lambda d: satu(d).update(subkomponen="x")) == [
        "Komponen 1: daftar subkomponen belum ada isinya"
    ]
    assert spoil(lambda d: sub(d).update(kriteria=[])) == [
        "Subkomponen 1.1: daftar kriteria belum ada isinya"
    ]
    assert spoil(lambda d: sub(d)["kriteria"].__setitem__(0, "teks")) == [
        "Subkomponen 1.1, kriteria ke-1: bukan susunan kriteria LKE; lihat contoh dari "
        "'Simpan templat'",
        "Subkomponen 1.1, kriteria ke-1: kode belum ditulis, misalnya 1.1.3",
    ]
    assert spoil(lambda d: sub(d)["kriteria"][0].pop("uraian")) == [
        "Kriteria 1.1.1: uraian belum ditulis"
    ]
    assert spoil(lambda d: sub(d).update(nama=7)) == [
        "Subkomponen 1.1, nama: harus berupa teks", "Subkomponen 1.1: nama belum ditulis",
    ]  # fmt: skip


def test_sizes_are_bounded() -> None:
    assert spoil(lambda d: d.update(komponen=d["komponen"] * 11)) == [
        "Berkas: 22 komponen, paling banyak 20"
    ]
    told = spoil(lambda d: sub(d)["kriteria"][0].update(uraian="x" * 1001))
    assert told[0].startswith("Kriteria 1.1.1, uraian: teksnya 1.001 huruf")
    assert spoil(lambda d: sub(d)["kriteria"][0].update(contoh_bukti=["x"] * 21)) == [
        "Kriteria 1.1.1: contoh bukti harus berupa daftar, paling banyak 20 baris"
    ]
    assert spoil(lambda d: sub(d)["kriteria"][0].update(contoh_bukti="Renstra")) == [
        "Kriteria 1.1.1: contoh bukti harus berupa daftar, paling banyak 20 baris"
    ]


def test_of_very_many_problems_the_first_fifty_are_told() -> None:
    many = [{"kode": "?", "uraian": "x"}] * 60
    assert len(spoil(lambda d: sub(d).update(kriteria=many))) == 50


def test_blank_examples_are_left_out() -> None:
    data = kecil()
    data["komponen"][0]["subkomponen"][0]["kriteria"][0]["contoh_bukti"] = [" ", "PK"]
    lembar, _ = read_lembar(data, "x")
    assert lembar is not None
    assert next(lembar.list_kriteria()).contoh_bukti == ("PK",)
