"""*Riwayat isian ini*: from the menu of a table to who changed the cell."""

from decimal import Decimal
from uuid import UUID

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QTableView
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.kantor.data_entry import change_field, list_rows
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.pengukuran.ukur import set_realisasi
from kinerja_desktop.ui.lkjip.earlier_years import EarlierYears
from kinerja_desktop.ui.pengukuran.page import PengukuranPage
from kinerja_desktop.ui.rencana.anggaran_page import AnggaranPage
from kinerja_desktop.ui.rencana.renstra_page import RenstraPage
from kinerja_desktop.ui.rencana.target_matrix import TargetMatrix
from kinerja_desktop.ui.shell.main_window import MainWindow
from kinerja_desktop.ui.tables.cell_history import CellHistory
from kinerja_desktop.ui.tables.grid_editor import GridEditor
from kinerja_desktop.ui.tables.section_editor import SectionEditor
from tests.ui.window import current_page, open_window, settle

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def history_of(table: QTableView) -> QAction:
    (action,) = [one for one in table.actions() if one.text().startswith("&Riwayat")]
    return action


def shown(qtbot: QtBot, window: MainWindow, table: QTableView) -> list[list[str]]:
    """Ask for the history of the current cell, read it, and close it again."""
    history_of(table).trigger()
    (dialog,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, CellHistory)]
    assert dialog.isVisible()
    assert not dialog.isModal(), "the window goes on meanwhile"
    settle(qtbot, window)
    model = dialog.model
    rows = [
        [str(model.index(row, column).data()) for column in range(1, model.columnCount())]
        for row in range(model.rowCount())
    ]
    assert dialog.empty.isVisible() == (not rows)
    with qtbot.waitSignal(dialog.destroyed):
        dialog.close()
    return rows


def test_a_realisasi_tells_who_changed_it(qtbot: QtBot, muncar: Office) -> None:
    with open_window(qtbot, muncar, (PengukuranPage,), Periode(2025, 1)) as window:
        page = current_page(window)
        assert isinstance(page, PengukuranPage)
        action = history_of(page.table)
        page.table.setCurrentIndex(page.model.index(0, 0))
        assert not action.isEnabled(), "the line of a sasaran holds no entry"
        action.trigger()
        (item, *_) = page.model.list_items()
        page.table.setCurrentIndex(page.model.entry_index(item.bahan.id))
        assert shown(qtbot, window, page.table) == []
        key = UUID(item.bahan.id)
        for value in (Decimal(80), Decimal(81)):
            set_realisasi(muncar, key, Periode(2025, 1), value)
        settle(qtbot, window)
        deed = "Mengisi realisasi Triwulan I Tahun 2025"
        assert shown(qtbot, window, page.table) == [
            ["Operator", "80", "81", deed],
            ["Operator", "(kosong)", "80", deed],
        ]


def test_each_grid_finds_its_own_cells(qtbot: QtBot, muncar: Office) -> None:
    with open_window(qtbot, muncar, (RenstraPage, AnggaranPage), Periode(2025)) as window:
        page = current_page(window)
        assert isinstance(page, RenstraPage)
        targets = page.tab("target_tahunan")
        assert isinstance(targets, TargetMatrix)
        page.receive("target_tahunan")
        settle(qtbot, window)
        grid = targets.grid
        first_text = grid.model.index(0, 1)
        grid.table.setCurrentIndex(first_text)
        assert not history_of(grid.table).isEnabled()
        cell = last_entry(grid)
        assert grid.model.store_cells([(cell, Decimal(77))])
        settle(qtbot, window)
        assert shown(qtbot, window, grid.table)[0][2] == "77"
        window.open_page("anggaran")
        settle(qtbot, window)
        (budget,) = current_page(window).findChildren(GridEditor)
        cell = last_entry(budget)
        assert budget.model.store_cells([(cell, Decimal(5_000_000))])
        settle(qtbot, window)
        assert shown(qtbot, window, budget.table)[0][2].replace(".", "") == "5000000"


def last_entry(grid: GridEditor) -> QModelIndex:
    """Put the cursor on the last cell that can be typed in."""
    model = grid.model
    cells = [
        model.index(row, column)
        for row in range(model.rowCount())
        for column in range(model.columnCount())
    ]
    cell = [one for one in cells if model.is_editable(one)][-1]
    grid.table.setCurrentIndex(cell)
    return cell


def test_years_before_and_standards_too(qtbot: QtBot, muncar: Office) -> None:
    with open_window(qtbot, muncar, (RenstraPage,), Periode(2025)) as window:
        view = EarlierYears(window.context)
        qtbot.addWidget(view)
        view.show()
        view.reload()
        settle(qtbot, window)
        key = next(iter(view._rows))
        for column, value, told in (
            ("target:2023", Decimal(71), "71"),
            ("realisasi:2023", Decimal(72), "72"),
            ("nilai:kabupaten", Decimal(73), "73"),
        ):
            cell = view.grid.model.find(key, column)
            assert cell.isValid(), column
            view.grid.table.setCurrentIndex(cell)
            assert view.grid.model.store_cells([(cell, value)])
            settle(qtbot, window)
            assert shown(qtbot, window, view.grid.table)[0][2] == told


def test_a_row_beside_a_form_tells_of_all_its_fields(qtbot: QtBot, muncar: Office) -> None:
    (goal, *_) = list_rows(muncar, "tujuan")
    change_field(muncar, "tujuan", goal["id"], "uraian", "Tertib dan aman")
    with open_window(qtbot, muncar, (RenstraPage,), Periode(2025)) as window:
        page = current_page(window)
        assert isinstance(page, RenstraPage)
        editor = page.tab("tujuan")
        assert isinstance(editor, SectionEditor)
        page.receive("tujuan")
        settle(qtbot, window)
        editor.choose_row(goal["id"])
        lines = shown(qtbot, window, editor.table)
        assert lines[0][1:4] == ["Tujuan", goal["uraian"] or "(kosong)", "Tertib dan aman"]
