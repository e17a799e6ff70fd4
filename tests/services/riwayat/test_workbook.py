"""The whole office out and in again; every spoiled workbook gets a sentence and changes nothing."""

import zipfile
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from sqlmodel import select

from kinerja_desktop.domain.sections import SECTIONS
from kinerja_desktop.errors import DataProblemsError, KinerjaError
from kinerja_desktop.paths import resource
from kinerja_desktop.services.kantor.data_entry import change_field, list_rows
from kinerja_desktop.services.kantor.directory import Directory
from kinerja_desktop.services.kantor.office import Office, open_office
from kinerja_desktop.services.riwayat.workbook import apply_import, export_workbook, plan_import
from kinerja_desktop.store.records import Transaksi

MUNCAR = "contoh/muncar.xlsx"


def contents(office: Office) -> dict[str, list[dict[str, Any]]]:
    return {key: list_rows(office, key) for key in SECTIONS}


def without_ids(office: Office) -> dict[str, Any]:
    """Everything that people see, references in words."""
    with office.journal.reading() as session:
        directory = Directory(session)
        return {
            key: sorted(
                tuple(
                    section.field(name).format(value, directory.describe)
                    for name, value in row.items()
                    if name != "id"
                )
                for row in list_rows(office, key)
            )
            for key, section in SECTIONS.items()
        }


@pytest.fixture
def spoil(tmp_path: Path) -> Callable[[Callable[[Workbook], None]], Path]:
    """Make a copy of the sample workbook and let a test spoil it."""

    def make(change: Callable[[Workbook], None]) -> Path:
        path = tmp_path / "rusak.xlsx"
        book = load_workbook(resource(MUNCAR))
        change(book)
        book.save(path)
        return path

    return make


def cell(sheet: Worksheet, name: str, row: int) -> Any:
    """Find a cell by its field's name in the hidden row."""
    for column in range(1, sheet.max_column + 1):
        if sheet.cell(4, column).value == name:
            return sheet.cell(row, column)
    raise KeyError(name)


Spoil = Callable[[Callable[[Workbook], None]], Path]


def test_the_sample_is_taken_in_whole(office: Office) -> None:
    """Nine indicators in five years, five programs (tests/data/muncar.json)."""
    apply_import(office, plan_import(office, resource(MUNCAR)))
    counts = {key: len(rows) for key, rows in contents(office).items()}
    assert counts["indikator"] == 9
    assert counts["target_tahunan"] == counts["realisasi"] == 45
    assert counts["pagu"] == counts["realisasi_anggaran"] == 25


def test_taking_in_the_same_workbook_twice_changes_nothing(muncar: Office) -> None:
    before = contents(muncar)
    plan = plan_import(muncar, resource(MUNCAR))
    assert plan.rows == []
    apply_import(muncar, plan)
    assert contents(muncar) == before


def test_what_is_written_is_read_back_equal(
    muncar: Office, tmp_path: Path, clock: Callable[[], Any]
) -> None:
    path = tmp_path / "kantor.xlsx"
    export_workbook(muncar, path)
    assert plan_import(muncar, path).rows == []
    other = open_office(tmp_path / "lain", clock)
    try:
        apply_import(other, plan_import(other, path))
        assert without_ids(other) == without_ids(muncar)
    finally:
        other.close()


def test_an_empty_workbook_has_all_headings_and_no_rows(muncar: Office, tmp_path: Path) -> None:
    path = tmp_path / "kosong.xlsx"
    export_workbook(muncar, path, kosong=True)
    book = load_workbook(path)
    titles = [section.title for section in SECTIONS.values()]
    assert book.sheetnames == ["Petunjuk", *titles, "Pilihan"]
    assert book["Pilihan"].sheet_state == "hidden"
    sheet = book["Target Tahunan"]
    assert sheet.row_dimensions[4].hidden
    assert [sheet.cell(3, column).value for column in (1, 3, 4)] == ["Indikator", "Tahun", "Target"]
    assert sheet.max_row == 4


def test_an_import_is_one_deed_and_can_be_undone(muncar: Office, spoil: Spoil) -> None:
    def change(book: Workbook) -> None:
        cell(book["Realisasi"], "nilai", 5).value = 12.5
        cell(book["Sasaran"], "uraian", 5).value = "Meningkatnya kinerja"

    before = contents(muncar)
    plan = plan_import(muncar, spoil(change))
    assert [(row.section, row.is_new) for row in plan.rows] == [
        ("sasaran", False), ("realisasi", False),
    ]  # fmt: skip
    assert plan.rows[0].values == {"uraian": "Meningkatnya kinerja"}
    apply_import(muncar, plan)
    assert contents(muncar) != before
    assert muncar.journal.undo() == "Mengimpor buku kerja rusak.xlsx"
    assert contents(muncar) == before


def test_a_backup_is_made_before(muncar: Office) -> None:
    assert [path.name.endswith("sebelum-impor.db") for path in muncar.backup_folder.iterdir()] == [
        True
    ]


def test_rows_may_refer_to_rows_of_the_same_workbook(office: Office, spoil: Spoil) -> None:
    def change(book: Workbook) -> None:
        sheet = book["Sasaran"]
        last = sheet.max_row + 1
        for name, value in (("tujuan_id", "T1"), ("kode", "S9"), ("uraian", "Baru")):
            cell(sheet, name, last).value = value
        cell(book["Indikator"], "sasaran_id", 6).value = "S9"

    assert plan_import(office, spoil(change)).problems == []


def _formula_without_result(book: Workbook) -> None:
    cell(book["Realisasi"], "nilai", 5).value = "=1+1"


def _moved_name_row(book: Workbook) -> None:
    book["Sasaran"].delete_rows(4)


def _missing_column(book: Workbook) -> None:
    cell(book["Sasaran"], "kode", 4).value = None


def _doubled_column(book: Workbook) -> None:
    sheet = book["Sasaran"]
    sheet.cell(4, sheet.max_column + 1, "uraian")


def _set(sheet: str, name: str, value: object) -> Callable[[Workbook], None]:
    def change(book: Workbook) -> None:
        cell(book[sheet], name, 5).value = value

    return change


def _twin(book: Workbook) -> None:
    cell(book["Indikator"], "kode", 6).value = "IKU-1"


def _no_target(book: Workbook) -> None:
    cell(book["Target Tahunan"], "nilai", 5).value = None


@pytest.mark.parametrize(
    ("change", "sheet", "address", "message"),
    [
        (_set("Realisasi", "nilai", "abc"), "Realisasi", "E5", "Realisasi: 'abc' bukan angka"),
        (_set("Realisasi", "nilai", "1.234"), "Realisasi", "E5", "dapat berarti 1234 atau 1,234"),
        (_set("Realisasi", "nilai", "#DIV/0!"), "Realisasi", "E5", "rumus Excel di sel ini gagal"),
        (_set("Realisasi", "nilai", "8-7"), "Realisasi", "E5", "rentang '8-7' terbalik"),
        (_set("Realisasi", "nilai", "7-8"), "Realisasi", "E5", "satu angka, bukan rentang"),
        (_set("Realisasi", "nilai", date(2024, 8, 7)), "Realisasi", "E5", "sel ini berisi tanggal"),
        (_set("Target Tahunan", "nilai", "90-80"), "Target Tahunan", "D5", "terbalik"),
        (
            _set("Realisasi", "indikator_id", "IKU-99"),
            "Realisasi",
            "A5",
            "'IKU-99' tidak ditemukan",
        ),
        (_set("Realisasi", "triwulan", 5), "Realisasi", "D5", "5 di luar 1–4"),
        (_set("Penempatan", "mulai", "01-01-1900"), "Penempatan", "F5", "tahun 1900 di luar"),
        (_set("Indikator", "arah", "ke samping"), "Indikator", "N5", "'ke samping' tidak dikenal"),
        (_set("Sasaran", "uraian", None), "Sasaran", "D5", "Sasaran strategis harus diisi"),
        (_set("Pagu", "murni", "-5"), "Pagu", "D5", "di luar 0–"),
        (_twin, "Indikator", "A6", "Kode sama dengan baris 5: sisakan satu baris"),
        (_moved_name_row, "Sasaran", "", "baris 4 yang tersembunyi (nama kolom) hilang"),
        (_missing_column, "Sasaran", "", "kolom 'Kode' hilang"),
        (_doubled_column, "Sasaran", "", "kolom 'Sasaran strategis' ada 2"),
        (_formula_without_result, "Realisasi", "E5", "belum pernah dihitung"),
    ],
)
def test_what_is_wrong_is_named_by_file_sheet_and_cell(
    office: Office,
    spoil: Spoil,
    change: Callable[[Workbook], None],
    sheet: str,
    address: str,
    message: str,
) -> None:
    plan = plan_import(office, spoil(change))
    found = [problem for problem in plan.problems if message in problem.message]
    assert found, [str(problem) for problem in plan.problems]
    assert (found[0].file, found[0].sheet, found[0].cell) == ("rusak.xlsx", sheet, address)
    with pytest.raises(DataProblemsError):
        apply_import(office, plan)
    assert all(rows == [] for rows in contents(office).values())
    with office.journal.reading() as session:
        assert session.exec(select(Transaksi)).all() == []


def test_all_problems_are_told_at_once(office: Office, spoil: Spoil) -> None:
    def change(book: Workbook) -> None:
        for row in (5, 6, 7):
            cell(book["Realisasi"], "nilai", row).value = "abc"

    plan = plan_import(office, spoil(change))
    assert [problem.cell for problem in plan.problems] == ["E5", "E6", "E7"]


def test_an_odd_nip_is_only_warned_about(office: Office, spoil: Spoil) -> None:
    plan = plan_import(office, spoil(_set("Pejabat", "nip", "123")))
    assert [(p.is_warning, p.sheet) for p in plan.problems] == [(True, "Pejabat")]
    apply_import(office, plan)
    assert len(list_rows(office, "pejabat")) == 4


def test_moved_columns_are_found_by_their_names(muncar: Office, spoil: Spoil) -> None:
    def change(book: Workbook) -> None:
        sheet = book["Sasaran"]
        sheet.insert_cols(1)
        sheet.insert_rows(1)

    assert plan_import(muncar, spoil(change)).rows == []


def test_a_sheet_may_be_missing(muncar: Office, spoil: Spoil) -> None:
    def change(book: Workbook) -> None:
        del book["Realisasi"]

    plan = plan_import(muncar, spoil(change))
    assert (plan.rows, plan.problems) == ([], [])


def test_a_workbook_of_something_else_is_recognised(office: Office, tmp_path: Path) -> None:
    path = tmp_path / "gaji.xlsx"
    book = Workbook()
    book.save(path)
    (problem,) = plan_import(office, path).problems
    assert "tidak ada lembar yang dikenal" in problem.message


def test_a_workbook_of_a_newer_program_is_refused(office: Office, spoil: Spoil) -> None:
    def change(book: Workbook) -> None:
        sheet = book["Petunjuk"]
        sheet.cell(sheet.max_row, 2).value = 99

    with pytest.raises(KinerjaError, match="versi Kinerja Desktop yang lebih baru"):
        plan_import(office, spoil(change))


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"bukan buku kerja", "bukan buku kerja Excel"),
        (b"", "bukan buku kerja Excel"),
        (OLE + b"\0" * 600, "bukan buku kerja Excel"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "dilindungi kata sandi"),
        (b"PK\x03\x04rusak", "bukan buku kerja Excel"),
    ],
)
def test_a_file_that_is_no_workbook_is_refused(
    office: Office, tmp_path: Path, content: bytes, message: str
) -> None:
    path = tmp_path / "berkas.xlsx"
    path.write_bytes(content)
    with pytest.raises(KinerjaError, match=message):
        plan_import(office, path)


def test_a_zip_that_is_no_workbook_is_refused(office: Office, tmp_path: Path) -> None:
    path = tmp_path / "arsip.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("halo.txt", "halo")
    with pytest.raises(KinerjaError, match="bukan buku kerja Excel"):
        plan_import(office, path)


def test_a_missing_file_is_named(office: Office, tmp_path: Path) -> None:
    with pytest.raises(KinerjaError, match="tidak ada"):
        plan_import(office, tmp_path / "hilang.xlsx")


def test_a_text_that_looks_like_a_formula_stays_a_text(muncar: Office, tmp_path: Path) -> None:
    row = list_rows(muncar, "sasaran")[0]
    change_field(muncar, "sasaran", row["id"], "uraian", "=1+1")
    path = tmp_path / "kantor.xlsx"
    export_workbook(muncar, path)
    assert plan_import(muncar, path).rows == []


def test_figures_beyond_what_excel_can_hold_keep_every_digit(
    muncar: Office, tmp_path: Path
) -> None:
    exact = Decimal("12345678901234567.89")
    row = list_rows(muncar, "pagu")[0]
    change_field(muncar, "pagu", row["id"], "murni", exact)
    path = tmp_path / "kantor.xlsx"
    export_workbook(muncar, path)
    assert plan_import(muncar, path).rows == []
