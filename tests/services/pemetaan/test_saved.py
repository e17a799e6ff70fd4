"""Mappings kept by name: found again next year, replaced, forgotten, undone."""

from pathlib import Path

import pytest

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.pemetaan.headings import HeadingRows
from kinerja_desktop.services.pemetaan.saved import (
    NameTakenError,
    list_mappings,
    remove_mapping,
    save_mapping,
)
from kinerja_desktop.services.pemetaan.table_mapping import TableMapping, fit
from kinerja_desktop.services.pemetaan.taking import Choices, read_own_book
from kinerja_desktop.services.pemetaan.view import (
    NO_HEADINGS,
    keep_choices,
    view_proposed,
    view_saved,
)
from kinerja_desktop.store.records import Pemetaan
from tests.services.pemetaan.tables import read_table, write_table

YEAR = Periode(2025)
FIRST = [
    ["Judul 2025"],
    ["No", "Indikator", "Satuan", "Target 2025", "Target 2026", None, "K", "K"],
]
CHOSEN = {1: "indikator", 3: "nilai", 4: "nilai", 5: "tahun", 7: "kode_indikator"}


@pytest.fixture
def mapping(tmp_path: Path) -> TableMapping:
    grid = read_table(write_table(tmp_path / "a.xlsx", [*FIRST, [1, 2, 3, 4, 5, 6, 7, 8]]))
    return keep_choices(grid, Choices("target_tahunan", HeadingRows(1), CHOSEN, YEAR, True))


def test_a_mapping_is_kept_and_read_as_it_was(office: Office, mapping: TableMapping) -> None:
    save_mapping(office, "  Target  Renstra ", mapping)
    save_mapping(office, "a", TableMapping("realisasi", 2, ()))
    assert [(one.nama, one.mapping) for one in list_mappings(office)] == [
        ("a", TableMapping("realisasi", 2, ())), ("Target Renstra", mapping),
    ]  # fmt: skip
    office.journal.undo()
    assert [one.nama for one in list_mappings(office)] == ["Target Renstra"]


def test_the_same_name_replaces_only_when_asked(office: Office, mapping: TableMapping) -> None:
    save_mapping(office, "Target", mapping)
    other = TableMapping("realisasi", 1, ())
    with pytest.raises(NameTakenError, match="Pemetaan bernama 'Target' sudah ada"):
        save_mapping(office, "TARGET", other)
    save_mapping(office, "TARGET", other, replacing=True)
    (kept,) = list_mappings(office)
    assert (kept.nama, kept.mapping) == ("TARGET", other)
    office.journal.undo()
    assert list_mappings(office)[0].mapping == mapping


def test_a_mapping_can_be_forgotten(office: Office, mapping: TableMapping) -> None:
    save_mapping(office, "Target", mapping)
    remove_mapping(office, list_mappings(office)[0].id)
    assert list_mappings(office) == []
    office.journal.undo()
    assert len(list_mappings(office)) == 1


@pytest.mark.parametrize(("nama", "why"), [(" ", "belum diisi"), ("x" * 1001, "paling banyak")])
def test_a_name_must_be_one(office: Office, mapping: TableMapping, nama: str, why: str) -> None:
    with pytest.raises(KinerjaError, match=why):
        save_mapping(office, nama, mapping)


def test_what_a_newer_version_kept_is_left_out(office: Office) -> None:
    column = {"isian": "kelak", "judul": "x", "ke": 0, "letak": 0}
    isi = {"baris_judul": 1, "kumulatif": False, "kolom": [column]}
    with office.journal.action("x") as session:
        session.add(Pemetaan(nama="a", bagian="kelak", isi=isi))
        session.add(Pemetaan(nama="b", bagian="realisasi", isi=isi))
    (kept,) = list_mappings(office)
    assert kept.mapping == TableMapping("realisasi", 1, ())


def test_next_year_the_columns_are_found_where_they_moved(
    mapping: TableMapping, tmp_path: Path
) -> None:
    rows = [
        ["Kop"],
        [],
        ["Target 2027", "K", "Target 2026", "K", "Lain", None, "INDIKATOR", "Target 2028"],
        [1, 2, 3, 4, 5, 6, 7, 8],
    ]  # fmt: skip
    found = fit(mapping, read_table(write_table(tmp_path / "b.xlsx", rows)))
    assert found.rows == HeadingRows(2)
    assert found.columns == {
        0: "nilai", 2: "nilai", 3: "kode_indikator", 5: "tahun", 6: "indikator", 7: "nilai",
    }  # fmt: skip
    assert found.missing == ()


def test_a_file_of_another_layout_says_which_columns_are_missing(
    mapping: TableMapping, tmp_path: Path
) -> None:
    grid = read_table(write_table(tmp_path / "b.xlsx", [["Indikator", "K"]]))
    view = view_saved(grid, mapping)
    assert view.remark == (
        "Tidak ada di lembar ini: kolom 'target #' (Target), kolom 'target #' (Target), kolom "
        "Tahun, kolom 'k' (Kode indikator). Pilih kolomnya sendiri, atau periksa apakah berkasnya "
        "benar."
    )
    assert view.columns == {0: "indikator"}
    assert view.cumulative


def test_a_sheet_shorter_than_the_headings_has_nothing(tmp_path: Path) -> None:
    grid = read_table(write_table(tmp_path / "b.xlsx", [["Indikator"]]))
    tall = TableMapping("realisasi", 3, ())
    assert fit(tall, grid).rows == HeadingRows(0, 3)


def test_a_sheet_is_shown_with_its_headings(mapping: TableMapping, tmp_path: Path) -> None:
    grid = read_table(tmp_path / "a.xlsx")
    view = view_proposed(grid, "target_tahunan")
    assert view.rows == HeadingRows(1)
    assert (view.tahun, view.remark) == (2025, "")
    assert view.letters[:3] == ("A", "B", "C")
    assert view.lines[1][:3] == ("No", "Indikator", "Satuan")
    assert view.headings[3] == "Target 2025"
    assert view_saved(grid, mapping).columns == CHOSEN
    assert view_saved(grid, mapping).remark == ""


def test_headings_that_are_not_found_are_told(tmp_path: Path) -> None:
    grid = read_table(write_table(tmp_path / "b.xlsx", [["Surat"]]))
    for rows in (None, HeadingRows(0)):
        view = view_proposed(grid, "realisasi", rows)
        assert (view.columns, view.remark) == ({}, NO_HEADINGS)


def test_a_workbook_without_anything_is_told(tmp_path: Path) -> None:
    path = write_table(tmp_path / "b.xlsx", [])
    with pytest.raises(KinerjaError, match=r"b\.xlsx tidak berisi apa pun"):
        read_own_book(path)
