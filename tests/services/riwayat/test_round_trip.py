"""What the program writes it takes back: the same office, no rows to change, no refusal."""

import csv
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.strategies import booleans
from openpyxl import load_workbook
from sqlmodel import select

from kinerja_desktop.domain.sections import list_sections
from kinerja_desktop.services.kantor.directory import Directory
from kinerja_desktop.services.kantor.office import Office, open_office
from kinerja_desktop.services.riwayat.workbook import apply_import, export_workbook, plan_import
from kinerja_desktop.store.records import Instansi
from tests.services.riwayat.offices import fill, offices

_SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]


def open_filled(folder: Path, rows: dict[str, list[dict[str, Any]]]) -> Office:
    office = open_office(folder / "data")
    fill(office, rows)
    return office


@given(rows=offices(), is_bappeda=booleans())
@settings(max_examples=10, phases=[Phase.generate], suppress_health_check=_SLOW)
def test_an_exported_workbook_changes_nothing(
    rows: dict[str, list[dict[str, Any]]], is_bappeda: bool
) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        office = open_filled(folder, rows)
        if is_bappeda:
            with office.journal.action("Bappeda") as session:
                for row in session.exec(select(Instansi)):
                    row.jenis = "bappeda"
        try:
            path = folder / "kantor.xlsx"
            export_workbook(office, path)
            plan = plan_import(office, path)
        finally:
            office.close()
    assert plan.is_sound, [str(problem) for problem in plan.problems]
    assert plan.rows == []
    has_office = bool(rows["instansi"])
    sections = list_sections(is_bappeda=is_bappeda and has_office)
    assert plan.unchanged == sum(len(rows[key]) for key in sections)


@given(rows=offices())
@settings(max_examples=5, phases=[Phase.generate], suppress_health_check=_SLOW)
def test_each_sheet_as_csv_changes_nothing(rows: dict[str, list[dict[str, Any]]]) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        office = open_filled(folder, rows)
        try:
            for key, section in list_sections(is_bappeda=False).items():
                path = folder / f"{section.title}.csv"
                with office.journal.reading() as session:
                    describe = Directory(session).describe
                    lines = [
                        [field.format(row[field.name], describe, copied=True)
                         for field in section.fields]
                        for row in rows[key]
                    ]  # fmt: skip
                with path.open("w", encoding="utf-8", newline="") as file:
                    writer = csv.writer(file, delimiter=";")
                    writer.writerows([[field.name for field in section.fields], *lines])
                plan = plan_import(office, path)
                assert plan.is_sound, [str(problem) for problem in plan.problems]
                assert plan.rows == []
        finally:
            office.close()


def test_the_workbook_of_a_whole_office_founds_it_anew(latihan: Office, tmp_path: Path) -> None:
    """Its IKI stand above the IKU that they support, as the sheet is sorted by code."""
    path, again = tmp_path / "kantor.xlsx", tmp_path / "lagi.xlsx"
    export_workbook(latihan, path)
    founded = open_office(tmp_path / "baru")
    try:
        plan = plan_import(founded, path)
        assert plan.is_sound, [str(problem) for problem in plan.problems if not problem.is_warning]
        apply_import(founded, plan)
        assert plan_import(founded, path).rows == []
        export_workbook(founded, again)
    finally:
        founded.close()
    assert read_cells(again) == read_cells(path)


def read_cells(path: Path) -> dict[str, list[tuple[object, ...]]]:
    book = load_workbook(path)
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}
