from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from kinerja_desktop.paths import resource
from kinerja_desktop.services.kantor.data_entry import add_row, list_rows
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.riwayat.import_preview import (
    BARU,
    BarisPratinjau,
    count_rows,
    describe_plan,
)
from kinerja_desktop.services.riwayat.workbook import export_workbook, plan_import


@pytest.fixture
def book(muncar: Office, tmp_path: Path) -> Path:
    path = tmp_path / "buku.xlsx"
    export_workbook(muncar, path)
    return path


def test_an_unchanged_workbook_would_change_nothing(muncar: Office, book: Path) -> None:
    plan = plan_import(muncar, book)
    assert describe_plan(muncar, plan) == []
    assert count_rows(plan) == (0, 0)


def test_a_changed_cell_stands_old_beside_new(muncar: Office, book: Path) -> None:
    # `docs/sakip.md` §14, Muncar 2020: IKM 91.
    workbook = load_workbook(book)
    workbook["Realisasi"]["E5"] = 95.5
    workbook.save(book)
    plan = plan_import(muncar, book)
    assert describe_plan(muncar, plan) == [
        BarisPratinjau("Realisasi", "IKU-1 · 2020", "Realisasi", "91", "95,5")
    ]
    assert count_rows(plan) == (0, 1)


def test_new_rows_name_what_comes_with_them(office: Office) -> None:
    plan = plan_import(office, resource("contoh/muncar.xlsx"))
    lines = describe_plan(office, plan)
    assert BarisPratinjau("Sasaran", "S1", "Tujuan", BARU, "T1") in lines
    assert all(line.baru != "–" for line in lines)
    added, changed = count_rows(plan)
    assert added == len(plan.rows)
    assert changed == 0


def test_a_figure_that_is_emptied_is_shown(muncar: Office, book: Path) -> None:
    workbook = load_workbook(book)
    workbook["Realisasi"]["E5"] = None
    workbook.save(book)
    (line,) = describe_plan(muncar, plan_import(muncar, book))
    assert (line.lama, line.baru) == ("91", "–")
    assert Decimal(line.lama) == 91


def test_a_unit_in_a_cell_is_taken_only_when_it_is_the_indicators(
    muncar: Office, book: Path
) -> None:
    workbook = load_workbook(book)
    (satuan,) = {row["satuan"] for row in list_rows(muncar, "indikator") if row["kode"] == "IKU-1"}
    workbook["Realisasi"]["E5"] = f"95,5 {satuan}"
    workbook.save(book)
    (line,) = describe_plan(muncar, plan_import(muncar, book))
    assert (line.lama, line.baru) == ("91", "95,5")
    workbook["Realisasi"]["E5"] = "95,5 desa"
    workbook.save(book)
    plan = plan_import(muncar, book)
    assert "satuan 'desa' bukan satuan indikator ini" in str(plan.problems[0])
    assert not plan.rows


def test_an_odd_figure_is_remarked_on_and_taken_all_the_same(muncar: Office, book: Path) -> None:
    workbook = load_workbook(book)
    workbook["Realisasi"]["E5"] = 9100
    workbook.save(book)
    plan = plan_import(muncar, book)
    remarks = [str(problem) for problem in plan.problems if problem.cell == "E5"]
    assert any("sepuluh kali target" in remark for remark in remarks)
    assert all(problem.is_warning for problem in plan.problems)
    assert count_rows(plan) == (0, 1)


def test_the_baseline_may_have_the_unit_of_its_own_row(muncar: Office, book: Path) -> None:
    workbook = load_workbook(book)
    sheet = workbook["Indikator"]
    columns = {cell.value: number for number, cell in enumerate(sheet[4], start=1)}
    satuan = sheet.cell(5, columns["satuan"]).value
    sheet.cell(5, columns["baseline_nilai"]).value = f"77,5 {satuan}"
    workbook.save(book)
    (line,) = describe_plan(muncar, plan_import(muncar, book))
    assert line.baru == "77,5"


def test_an_answer_that_the_scale_lacks_is_remarked_on(office: Office, tmp_path: Path) -> None:
    # `docs/sakip.md` §11: AA to E.
    add_row(office, "jawaban_lke", {"tahun": 2024, "kriteria": "1.1.1", "jawaban": "BB"})
    path = tmp_path / "buku.xlsx"
    export_workbook(office, path)
    workbook = load_workbook(path)
    sheet = workbook["Jawaban LKE"]
    for row, (kode, jawaban) in enumerate(
        (("1.1.1", "Z"), ("1.1.2", "bb"), ("1.1.3", None), ("1.1.4", "Ya")), start=5
    ):
        for column, value in enumerate((2024, kode, jawaban), start=1):
            sheet.cell(row, column, value)
    workbook.save(path)
    plan = plan_import(office, path)
    assert len(plan.rows) == 4
    assert [(problem.cell, problem.is_warning) for problem in plan.problems] == [
        ("C5", True), ("C8", True),
    ]  # fmt: skip
    assert "pilih AA, A, BB, B, CC, C, D, E" in str(plan.problems[0])
