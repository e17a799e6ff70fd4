"""Criteria as JSON and as a workbook: what is written reads back, what is wrong is told."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from kinerja_desktop.domain.lke.berkas import read_lembar
from kinerja_desktop.domain.lke.lembar import LembarKriteria
from kinerja_desktop.errors import DataProblemsError, KinerjaError
from kinerja_desktop.exchange.lembar_book import read_lembar_book, write_lembar_book
from kinerja_desktop.exchange.lembar_json import (
    MAKS_UKURAN,
    read_lembar_json,
    write_lembar_json,
)
from tests.domain.lke.sheets import read_kecil, shipped

ROWS = [
    ("Kode", "Uraian", "Bobot", "Contoh bukti"),
    ("1", "Perencanaan", 100, None),
    ("1.1", "Ada", "100", None),
    ("1.1.1", "Ada Renstra.", None, "Renstra; PK"),
]


def write_book(path: Path, rows: list[tuple[Any, ...]]) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


def read_again(data: Any) -> LembarKriteria:
    lembar, problems = read_lembar(data, "Lembar kecil")
    assert lembar is not None, problems
    return lembar


def bawaan() -> LembarKriteria:
    return read_again(shipped())


def test_json_reads_back(tmp_path: Path) -> None:
    path = tmp_path / "k.json"
    path.write_bytes(write_lembar_json(read_kecil()))
    assert read_again(read_lembar_json(path)) == read_kecil()


def test_a_bom_is_no_damage_and_weights_are_exact(tmp_path: Path) -> None:
    path = tmp_path / "k.json"
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps({"bobot": 4.1}).encode())
    assert str(read_lembar_json(path)["bobot"]) == "4.1"


@pytest.mark.parametrize(
    "content", [b"", b"{", b"\xff\xfe{}", b'{"bobot": NaN}', b"[" * 200_000, b"PK\x03\x04"]
)
def test_what_is_no_json_is_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "k.json"
    path.write_bytes(content)
    with pytest.raises(KinerjaError, match=r"k\.json bukan berkas JSON yang utuh"):
        read_lembar_json(path)


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "k.json"
    path.write_bytes(b" " * (MAKS_UKURAN + 1))
    with pytest.raises(KinerjaError, match="terlalu besar"):
        read_lembar_json(path)


def test_a_workbook_reads_back(tmp_path: Path) -> None:
    path = tmp_path / "k.xlsx"
    path.write_bytes(write_lembar_book(bawaan()))
    assert read_again(read_lembar_book(path)).komponen == bawaan().komponen


def test_the_template_keeps_a_kode_from_becoming_a_date(tmp_path: Path) -> None:
    path = tmp_path / "k.xlsx"
    path.write_bytes(write_lembar_book(read_kecil()))
    sheet = load_workbook(path).active
    assert sheet is not None
    kode = sheet["A4"]
    assert (kode.value, kode.number_format, kode.data_type) == ("1.1.1", "@", "s")


def test_a_table_below_a_title_and_without_examples_is_found(tmp_path: Path) -> None:
    rows = [("LKE Inspektorat",), (), *[row[:3] for row in ROWS], (None, None, None)]
    data = read_lembar_book(write_book(tmp_path / "k.xlsx", rows))
    lembar = read_again(data)
    assert [item.kode for item in lembar.list_kriteria()] == ["1.1.1"]
    assert next(lembar.list_kriteria()).contoh_bukti == ()


def test_numbers_in_the_column_of_kode_are_read_as_kode(tmp_path: Path) -> None:
    rows = [ROWS[0], (1, "Perencanaan", 100.0, None), (1.1, "Ada", "100,0", None), ROWS[3]]
    lembar = read_again(read_lembar_book(write_book(tmp_path / "k.xlsx", rows)))
    assert [sub.kode for sub in lembar.list_subkomponen()] == ["1.1"]


def test_a_kode_that_became_a_date_is_told_with_its_cell(tmp_path: Path) -> None:
    rows = [*ROWS[:3], (date(2003, 1, 1), "Ada Renstra.", None, None)]
    with pytest.raises(DataProblemsError) as caught:
        read_lembar_book(write_book(tmp_path / "k.xlsx", rows))
    (problem,) = caught.value.problems
    assert problem.cell == "A4"
    assert problem.message.startswith("Excel membaca kode ini sebagai tanggal")


def test_a_formula_that_failed_is_no_kode(tmp_path: Path) -> None:
    rows = [*ROWS[:3], ("#REF!", "Ada Renstra.", None, None)]
    with pytest.raises(DataProblemsError) as caught:
        read_lembar_book(write_book(tmp_path / "k.xlsx", rows))
    assert caught.value.problems[0].cell == "A4"


def test_lines_without_what_they_stand_in_are_told(tmp_path: Path) -> None:
    rows = [ROWS[0], ROWS[3], ROWS[2], ROWS[1], ROWS[3]]
    with pytest.raises(DataProblemsError) as caught:
        read_lembar_book(write_book(tmp_path / "k.xlsx", rows))
    assert [(item.cell, item.message) for item in caught.value.problems] == [
        ("A2", "baris 1.1.1 berdiri sebelum komponennya"),
        ("A3", "baris 1.1 berdiri sebelum komponennya"),
        ("A5", "baris 1.1.1 berdiri sebelum subkomponennya"),
    ]


def test_a_weight_that_is_a_word_is_told_by_the_check(tmp_path: Path) -> None:
    rows = [ROWS[0], ("1", "Perencanaan", "seratus", None), *ROWS[2:]]
    _, problems = read_lembar(read_lembar_book(write_book(tmp_path / "k.xlsx", rows)), "x")
    assert "Komponen 1: bobot harus berupa angka di atas 0 sampai 100" in [
        problem.message for problem in problems
    ]


def test_a_workbook_without_the_table_is_told(tmp_path: Path) -> None:
    with pytest.raises(KinerjaError, match="tidak ada tabel dengan judul kolom Kode, Uraian"):
        read_lembar_book(write_book(tmp_path / "k.xlsx", [("Nama", "Nilai")]))


def test_a_table_of_thousands_of_rows_is_refused(tmp_path: Path) -> None:
    rows = [ROWS[0], *[("1", "x", 1, None)] * 1001]
    with pytest.raises(KinerjaError, match="lebih dari 1000 baris"):
        read_lembar_book(write_book(tmp_path / "k.xlsx", rows))
