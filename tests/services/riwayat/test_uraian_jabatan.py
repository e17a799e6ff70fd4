"""Tugas and fungsi of a post through workbook, trail, undo and package (`docs/sakip.md` §3.2)."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from kinerja_desktop.domain.sections import SECTIONS
from kinerja_desktop.exchange.package_check import check_package
from kinerja_desktop.exchange.workbook_layout import HEADING_ROW, NAME_ROW
from kinerja_desktop.paths import resource
from kinerja_desktop.services.kantor.data_entry import change_field, list_rows
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kiriman.transfer import compose_package, send_package
from kinerja_desktop.services.riwayat.import_preview import describe_plan
from kinerja_desktop.services.riwayat.maintenance import check_office
from kinerja_desktop.services.riwayat.trail import list_deeds
from kinerja_desktop.services.riwayat.workbook import apply_import, export_workbook, plan_import
from tests.finals import finalize
from tests.services.dokumen.papers import TAHUN, TANGGAL

TUGAS, FUNGSI = "mengoordinasikan sekretariat", "menyusun program\n=1+1\nmenata keuangan"


@pytest.fixture
def post(muncar: Office) -> UUID:
    """The post of the Sekretaris, with tugas and fungsi."""
    key = find_post(muncar)["id"]
    change_field(muncar, "penempatan", key, "tugas", TUGAS)
    change_field(muncar, "penempatan", key, "fungsi", FUNGSI)
    assert isinstance(key, UUID)
    return key


def find_post(office: Office) -> dict[str, Any]:
    (row,) = list_rows(office, "penempatan", peran="sekretaris")
    return row


def texts(office: Office) -> tuple[str, str]:
    row = find_post(office)
    return row["tugas"], row["fungsi"]


def spoil(path: Path, change: Callable[[Worksheet, dict[str, int], int], None]) -> Path:
    """Change the sheet of posts; its columns by name, and the row of the Sekretaris, are told."""
    book = load_workbook(path)
    sheet = book["Penempatan"]
    columns = {str(cell.value): int(cell.column or 0) for cell in sheet[NAME_ROW]}
    row = next(
        cell.row
        for cells in sheet.iter_rows(min_row=5, min_col=columns["peran"], max_col=columns["peran"])
        for cell in cells
        if cell.value == "Sekretaris Kecamatan"
    )
    change(sheet, columns, row)
    book.save(path)
    return path


def test_a_workbook_of_before_has_no_such_columns_and_changes_none(
    muncar: Office, post: UUID
) -> None:
    """The sample was written before: its office has blank ones, and what is entered stays."""
    plan = plan_import(muncar, resource("contoh/muncar.xlsx"))
    assert (plan.rows, plan.problems) == ([], [])
    assert texts(muncar) == (TUGAS, FUNGSI)
    (camat,) = list_rows(muncar, "penempatan", peran="camat")
    assert (camat["tugas"], camat["fungsi"]) == ("", "")


def test_they_go_out_and_come_in_as_they_were(muncar: Office, post: UUID, tmp_path: Path) -> None:
    path = tmp_path / "kantor.xlsx"
    export_workbook(muncar, path)
    assert plan_import(muncar, path).rows == []
    sheet = load_workbook(path)["Penempatan"]
    notes = {cell.value: cell.comment.text for cell in sheet[HEADING_ROW] if cell.comment}
    for name in ("tugas", "fungsi"):
        field = SECTIONS["penempatan"].field(name)
        assert notes[field.label] == field.bantuan
    for name in ("tugas", "fungsi"):
        change_field(muncar, "penempatan", post, name, "")
    apply_import(muncar, plan_import(muncar, path))
    assert texts(muncar) == (TUGAS, FUNGSI)
    assert muncar.journal.undo() == "Mengimpor buku kerja kantor.xlsx"
    assert texts(muncar) == ("", "")


def test_what_a_workbook_says_otherwise_is_shown_old_beside_new(
    muncar: Office, post: UUID, tmp_path: Path
) -> None:
    path = tmp_path / "kantor.xlsx"
    export_workbook(muncar, path)

    def change(sheet: Worksheet, columns: dict[str, int], row: int) -> None:
        sheet.cell(row, columns["tugas"]).value = "membantu Camat"
        sheet.cell(row, columns["fungsi"]).value = None

    plan = plan_import(muncar, spoil(path, change))
    found = [
        (line.lembar, line.kolom, line.lama, line.baru) for line in describe_plan(muncar, plan)
    ]
    assert found == [
        ("Penempatan", "Tugas", TUGAS, "membantu Camat"), ("Penempatan", "Fungsi", FUNGSI, "–"),
    ]  # fmt: skip
    apply_import(muncar, plan)
    assert texts(muncar) == ("membantu Camat", "")


def test_signs_that_nobody_sees_are_dropped_and_bullets_of_word_become_readable(
    muncar: Office, tmp_path: Path
) -> None:
    """`docs/architecture.md` §4.9."""
    path = tmp_path / "kantor.xlsx"
    export_workbook(muncar, path)

    def change(sheet: Worksheet, columns: dict[str, int], row: int) -> None:
        sheet.cell(row, columns["tugas"]).value = "mem\u00adbantu\u200b Camat"
        sheet.cell(row, columns["fungsi"]).value = "\uf0b7 menyusun\r\n\uf0b7 menata"

    apply_import(muncar, plan_import(muncar, spoil(path, change)))
    assert texts(muncar) == ("membantu Camat", "• menyusun\n• menata")


def test_a_text_that_is_too_long_or_a_failed_formula_names_its_cell_and_changes_nothing(
    muncar: Office, tmp_path: Path
) -> None:
    path = tmp_path / "kantor.xlsx"
    export_workbook(muncar, path)

    def change(sheet: Worksheet, columns: dict[str, int], row: int) -> None:
        sheet.cell(row, columns["tugas"]).value = "#REF!"
        sheet.cell(row, columns["fungsi"]).value = "x" * 15_001

    plan = plan_import(muncar, spoil(path, change))
    assert not plan.is_sound
    told = [(problem.sheet, problem.cell[0], problem.message) for problem in plan.problems]
    assert [(sheet, column) for sheet, column, _ in told] == [
        ("Penempatan", "I"), ("Penempatan", "J"),
    ]  # fmt: skip
    assert "Fungsi: teksnya 15.001 huruf, paling banyak 15.000" in told[1][2]
    assert texts(muncar) == ("", "")


def test_every_change_is_in_the_trail_and_can_be_taken_back(muncar: Office, post: UUID) -> None:
    assert [deed.label for deed in list_deeds(muncar)[:2]] == [
        "Mengubah Penempatan: Fungsi", "Mengubah Penempatan: Tugas",
    ]  # fmt: skip
    muncar.journal.undo()
    assert texts(muncar) == (TUGAS, "")
    muncar.journal.redo()
    assert texts(muncar) == (TUGAS, FUNGSI)
    assert check_office(muncar) == []


def test_a_package_is_the_same_with_and_without_them(muncar: Office, tmp_path: Path) -> None:
    """They are no part of what is measured: the kode on a signed paper stays what it was."""
    finalize(muncar, TAHUN, TANGGAL)
    before = compose_package(muncar, TAHUN).kode
    change_field(muncar, "penempatan", find_post(muncar)["id"], "tugas", TUGAS)
    after = compose_package(muncar, TAHUN)
    assert after.kode == before
    package, problems = check_package(send_package(muncar, after, tmp_path))
    assert problems == []
    assert package is not None
    assert package.data["kode"] == before
