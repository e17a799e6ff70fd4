"""What the program proposes: header rows, sheets, and columns by their words."""

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from kinerja_desktop.services.pemetaan.guessing import propose_kind, propose_sheet
from kinerja_desktop.services.pemetaan.headings import HeadingRows, read_headings
from kinerja_desktop.services.pemetaan.kinds import KINDS
from kinerja_desktop.services.pemetaan.proposing import (
    propose,
    propose_columns,
)
from kinerja_desktop.services.pemetaan.taking import read_own_book
from tests.services.pemetaan.tables import Rows, read_table, write_table

Propose = Callable[..., tuple[HeadingRows, dict[int, str]] | None]


@pytest.fixture
def proposed(tmp_path: Path) -> Propose:
    def read(kind: str, rows: Rows, *merged: str) -> tuple[HeadingRows, dict[int, str]] | None:
        grid = read_table(write_table(tmp_path / "t.xlsx", rows, *merged))
        found = propose(grid, KINDS[kind])
        return (found.rows, found.columns) if found else None

    return read


def test_headings_may_reach_right_without_being_merged(proposed: Propose) -> None:
    rows = [
        ["Indikator", "Realisasi", None, "Target", None],
        [None, "2024", "2025", "2026", "2027"],
        ["Satu", 1, 2, 3, 4],
    ]
    assert proposed("target_tahunan", rows) == (
        HeadingRows(0, 2), {0: "indikator", 3: "nilai", 4: "nilai"},
    )  # fmt: skip


def test_a_blank_heading_stays_blank_where_none_is_above_several(tmp_path: Path) -> None:
    rows = [["Uraian", None, "Pagu"], [None, "Satuan", None]]
    grid = read_table(write_table(tmp_path / "t.xlsx", rows))
    assert read_headings(grid, HeadingRows(0, 2)) == ["Uraian", "Satuan", "Pagu"]


def test_bare_years_are_targets_where_nothing_else_is(proposed: Propose) -> None:
    rows = [["Rencana"], ["Indikator", 2025, 2026], ["Satu", 1, 2]]
    assert proposed("target_tahunan", rows) == (
        HeadingRows(1), {0: "indikator", 1: "nilai", 2: "nilai"},
    )  # fmt: skip


def test_realisasi_is_not_taken_for_target_nor_the_other_way(proposed: Propose) -> None:
    rows = [["Indikator", "Target TW I", "Realisasi TW I", "Capaian TW I"]]
    assert proposed("rencana_aksi", rows) == (HeadingRows(0), {0: "indikator", 1: "tw1"})
    assert proposed("realisasi", rows) == (HeadingRows(0), {0: "indikator", 2: "tw1"})


@pytest.mark.parametrize(
    ("word", "slots"),
    [
        ("Triwulan", ["tw1", "tw2", "tw3", "tw4"]),
        ("Tribulan", ["tw1", "tw2", "tw3", "tw4"]),
        ("TW", ["tw1", "tw2", "tw3", "tw4"]),
    ],
)
def test_triwulan_have_several_words(proposed: Propose, word: str, slots: list[str]) -> None:
    for signs in (("I", "II", "III", "IV"), (1, 2, 3, 4)):
        rows = [["Kode", *(f"{word} {sign}" for sign in signs)]]
        found = proposed("rencana_aksi", rows)
        assert found is not None
        assert list(found[1].values()) == ["kode_indikator", *slots]


def test_a_kode_in_parts_may_have_a_heading_for_each(proposed: Propose) -> None:
    rows = [["Kode Program", "Kode Kegiatan", "Kode Sub Kegiatan", "Nama", "Pagu", "Realisasi"]]
    assert proposed("mata_anggaran", rows) == (
        HeadingRows(0), {0: "kode3", 1: "kode4", 2: "kode5", 3: "nama", 4: "murni"},
    )  # fmt: skip


def test_pagu_before_and_after_the_change(proposed: Propose) -> None:
    rows = [
        ["Kode Rekening", "Uraian", "Pagu Murni", "Pagu Perubahan", "Pagu Renstra", "Sisa Pagu"]
    ]
    assert proposed("mata_anggaran", rows) == (
        HeadingRows(0), {0: "kode", 1: "nama", 2: "murni", 3: "perubahan", 4: "renstra"},
    )  # fmt: skip


def test_a_year_beside_pagu_is_no_column_of_years(proposed: Propose) -> None:
    rows = [["Kode", "Pagu Tahun Anggaran 2025", "Tahun Anggaran"]]
    assert proposed("mata_anggaran", rows) == (HeadingRows(0), {0: "kode", 1: "murni", 2: "tahun"})


def test_two_columns_that_claim_the_same_get_nothing(proposed: Propose) -> None:
    rows = [["Indikator", "Realisasi", "Realisasi", "Penghambat"]]
    assert proposed("realisasi", rows) == (HeadingRows(0), {0: "indikator", 3: "penghambat"})


def test_triwulan_below_a_merged_heading_are_headings(proposed: Propose) -> None:
    rows = [
        ["Kode", "Uraian", "REALISASI TW", None, None],
        [None, None, "I", "II", "III"],
        ["7.01.01", "Program", 1, 2, 3],
    ]
    wanted = (HeadingRows(0, 2), {0: "kode", 2: "tw1", 3: "tw2", 4: "tw3"})
    assert proposed("realisasi_anggaran", rows, "A1:A2", "B1:B2", "C1:E1") == wanted
    assert proposed("realisasi_anggaran", rows, "C1:E1") == wanted
    assert proposed("realisasi_anggaran", rows) == wanted


def test_pagu_of_sipd_stands_below_a_merged_heading(proposed: Propose) -> None:
    rows = [
        ["DPA"],
        ["Tahun 2025"],
        ["KODE REKENING", None, None, None, None, None, "URAIAN", "SUMBER DANA", "PAGU", None],
        [None, None, None, None, None, None, None, None, "Sebelum", "Setelah Perubahan"],
        [7, 1, 1, None, None, None, "PROGRAM", None, 5, 6],
    ]
    parts = {column: f"kode{column + 1}" for column in range(6)}
    wanted = (HeadingRows(2, 2), {**parts, 6: "nama", 8: "murni", 9: "perubahan"})
    assert proposed("mata_anggaran", rows, "A3:F4", "G3:G4", "H3:H4", "I3:J3") == wanted


def test_pagu_before_and_after_need_no_merged_cells(proposed: Propose) -> None:
    rows = [
        ["Kode", "Uraian", "Pagu", None],
        [None, None, "Sebelum", "Setelah"],
        ["7.01.01", "Program", 5, 6],
    ]
    found = proposed("mata_anggaran", rows)
    assert found is not None
    assert found[0] == HeadingRows(0, 2)


def test_headings_merged_with_the_title_are_found_all_the_same(proposed: Propose) -> None:
    rows = [["Kode", "Uraian", "Pagu"], [], [], [], ["x", "y", 5]]
    found = proposed("mata_anggaran", rows, "A1:A4", "B1:B4", "C1:C4")
    assert found is not None
    assert found[1] == {0: "kode", 1: "nama", 2: "murni"}


@pytest.mark.parametrize(
    ("headings", "present", "wanted"),
    [
        (["Kode", "Uraian", "Pagu"], "indikator", "mata_anggaran"),
        (["Indikator", "Satuan", "Target"], "indikator", "target_tahunan"),
        (["Indikator", "Satuan", "Definisi", "Formula", "Target"], "realisasi", "indikator"),
        (["Indikator", "TW I", "TW II", "Penghambat"], "mata_anggaran", "realisasi"),
        (["Kode", "Uraian", "Pagu", "Realisasi"], "realisasi_anggaran", "realisasi_anggaran"),
        (["Surat", "Perihal"], "realisasi", "realisasi"),
    ],
)
def test_the_kind_of_another_sheet_is_told_by_its_headings(
    tmp_path: Path, headings: list[str], present: str, wanted: str
) -> None:
    grid = read_table(write_table(tmp_path / "t.xlsx", [headings, ["x"] * len(headings)]))
    assert propose_kind(grid, KINDS[present]).key == wanted


def test_no_headings_no_proposal(proposed: Propose) -> None:
    assert proposed("realisasi", [["Surat"], ["x" * 200, "Realisasi"], ["Indikator", 5]]) is None


def test_the_sheet_that_fits_best_is_proposed(tmp_path: Path) -> None:
    book = Workbook()
    first, second = book.active, book.create_sheet("Data")
    assert first is not None
    first.append(["Surat pengantar", "Perihal"])
    second.append(["Indikator", "Realisasi"])
    book.save(tmp_path / "b.xlsx")
    grids = read_own_book(tmp_path / "b.xlsx").grids
    assert propose_sheet(grids, KINDS["realisasi"]) == 1
    assert propose_sheet(grids, KINDS["mata_anggaran"]) == 0


def test_rows_beyond_the_sheet_have_no_headings(tmp_path: Path) -> None:
    grid = read_table(write_table(tmp_path / "t.xlsx", [["Kode", "Nama"]]))
    assert propose_columns(grid, KINDS["mata_anggaran"], HeadingRows(5)).columns == {}
