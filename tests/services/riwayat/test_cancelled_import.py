"""An import that the clerk stops leaves nothing behind: no row, no line in the trail, no backup."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from kinerja_desktop.services.kantor.data_entry import list_rows
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.riwayat.maintenance import read_backups
from kinerja_desktop.services.riwayat.trail import Saring, list_deeds
from kinerja_desktop.services.riwayat.workbook import (
    ImportCancelledError,
    apply_import,
    export_workbook,
    plan_import,
)
from tests.stopping import stop_at


@pytest.fixture
def buku(muncar: Office, tmp_path: Path) -> Path:
    """A workbook in which every indicator has another wording."""
    path = tmp_path / "kantor.xlsx"
    export_workbook(muncar, path)
    book = load_workbook(path)
    sheet = book["Indikator"]
    uraian = [cell.value for cell in sheet[4]].index("uraian") + 1
    for row in range(5, sheet.max_row + 1):
        if sheet.cell(row, uraian).value:
            sheet.cell(row, uraian).value = f"Uraian baris {row}"
    book.save(path)
    return path


def test_planning_stops_between_sheets(muncar: Office, buku: Path) -> None:
    with pytest.raises(ImportCancelledError, match="dibatalkan"):
        plan_import(muncar, buku, stop_at(2))


@pytest.mark.parametrize("when", [1, 2, 3])
def test_taking_in_stops_with_nothing_left(muncar: Office, buku: Path, when: int) -> None:
    """Before the backup, at the first rows, and at the last moment."""
    plan = plan_import(muncar, buku)
    before = list_rows(muncar, "indikator"), read_backups(muncar)
    deeds, undo = list_deeds(muncar, Saring()), muncar.journal.undo_label
    reported: list[int] = []
    with pytest.raises(ImportCancelledError):
        apply_import(muncar, plan, lambda step, *_: reported.append(step), stop_at(when))
    assert (list_rows(muncar, "indikator"), read_backups(muncar)) == before
    assert list_deeds(muncar, Saring()) == deeds
    assert muncar.journal.undo_label == undo
    apply_import(muncar, plan, lambda step, *_: reported.append(step))
    assert list_rows(muncar, "indikator") != before[0]
    assert reported[-1] == 0


def test_at_the_last_moment_its_backup_goes_too(muncar: Office, buku: Path) -> None:
    plan = plan_import(muncar, buku)
    before = list_rows(muncar, "indikator"), read_backups(muncar)
    deeds = list_deeds(muncar, Saring())
    with pytest.raises(ImportCancelledError):
        apply_import(muncar, plan, last_call=lambda: True)
    assert (list_rows(muncar, "indikator"), read_backups(muncar)) == before
    assert list_deeds(muncar, Saring()) == deeds
