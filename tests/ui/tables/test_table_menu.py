"""The menu of tables: by mouse and by key, with the shortcuts of what it does."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QTableView
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.ui.pengukuran.page import PengukuranPage
from kinerja_desktop.ui.sop.reading_table import ReadingTable
from kinerja_desktop.ui.tables.entry_table import EntryTable
from kinerja_desktop.ui.tables.plain_model import Column, PlainTableModel
from kinerja_desktop.ui.tables.plain_table import PlainTable
from tests.ui.window import current_page, open_window, settle

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def table(qtbot: QtBot) -> PlainTable[tuple[str, str]]:
    model = PlainTableModel(
        [
            Column[tuple[str, str]]("Nama", lambda row: row[0], 100),
            Column[tuple[str, str]]("Jumlah\nhari", lambda row: row[1], 80),
        ]
    )
    model.set_rows([("Camat", "3"), ("Kasi", "5")])
    made = PlainTable(model, "Pejabat")
    qtbot.addWidget(made)
    made.show()
    return made


def opened(table: QTableView, reason: QContextMenuEvent.Reason) -> QMenu:
    """Ask a table for its menu."""
    event = QContextMenuEvent(reason, QPoint(5, 5), table.viewport().mapToGlobal(QPoint(5, 5)))
    QApplication.sendEvent(table.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def lines(menu: QMenu) -> Iterator[tuple[str, bool]]:
    for action in menu.actions():
        if not action.isSeparator():
            yield action.text().replace("&", ""), action.isEnabled()


def run(menu: QMenu, words: str) -> None:
    (action,) = [one for one in menu.actions() if one.text().replace("&", "").startswith(words)]
    action.trigger()
    menu.close()


def test_a_table_that_is_read_is_copied_with_and_without_headings(
    table: PlainTable[tuple[str, str]],
) -> None:
    table.selectRow(1)
    menu = opened(table, QContextMenuEvent.Reason.Mouse)
    assert list(lines(menu)) == [
        ("Salin\tCtrl+C", True),
        ("Salin dengan judul\tCtrl+Shift+C", True),
        ("Saring…\tCtrl+F", True),
        ("Urutkan menurut", True),
    ]
    run(menu, "Salin\t")
    assert QGuiApplication.clipboard().text() == "Kasi\t5\n"
    run(opened(table, QContextMenuEvent.Reason.Mouse), "Salin dengan judul")
    assert QGuiApplication.clipboard().text() == "Nama\tJumlah hari\nKasi\t5\n"


def test_the_keys_do_the_same(table: PlainTable[tuple[str, str]]) -> None:
    table.selectRow(0)
    QTest.keySequence(table, "Ctrl+Shift+C")
    assert QGuiApplication.clipboard().text() == "Nama\tJumlah hari\nCamat\t3\n"
    QTest.keySequence(table, "Ctrl+C")
    assert QGuiApplication.clipboard().text() == "Camat\t3\n"


def test_nothing_chosen_is_not_copied(table: PlainTable[tuple[str, str]]) -> None:
    menu = opened(table, QContextMenuEvent.Reason.Mouse)
    assert [can for _, can in lines(menu)][:2] == [False, False]
    menu.close()
    QTest.keySequence(table, "Ctrl+C")
    assert QGuiApplication.clipboard().text() == ""


def test_by_key_it_opens_below_the_current_cell(table: PlainTable[tuple[str, str]]) -> None:
    table.selectRow(1)
    menu = opened(table, QContextMenuEvent.Reason.Keyboard)
    cell = table.visualRect(table.currentIndex())
    assert menu.pos() == table.viewport().mapToGlobal(cell.bottomLeft())
    menu.close()


def test_what_a_page_adds_stands_below(table: PlainTable[tuple[str, str]]) -> None:
    table.addAction(QAction("Lihat cara hitung", table))
    menu = opened(table, QContextMenuEvent.Reason.Mouse)
    assert [words for words, _ in lines(menu)][-1] == "Lihat cara hitung"
    menu.close()


def test_tables_of_an_sop_have_it_too(qtbot: QtBot) -> None:
    table = ReadingTable(("Langkah", "Usulan"), (60, 0), "Usulan")
    qtbot.addWidget(table)
    table.set_rows([("1", "dua\nbaris")])
    table.show()
    table.selectRow(0)
    QTest.keySequence(table, "Ctrl+C")
    assert QGuiApplication.clipboard().text() == '1\t"dua\nbaris"\n'
    run(opened(table, QContextMenuEvent.Reason.Mouse), "Salin dengan judul")
    assert QGuiApplication.clipboard().text().startswith("Langkah\tUsulan\n")


def test_cells_that_are_filled_can_be_pasted_and_emptied(qtbot: QtBot, muncar: Office) -> None:
    with open_window(qtbot, muncar, (PengukuranPage,), Periode(2024)) as window:
        page = current_page(window)
        assert isinstance(page, PengukuranPage)
        table = page.table
        assert isinstance(table, EntryTable)
        cell = table.currentIndex()
        assert cell.flags() & Qt.ItemFlag.ItemIsEditable
        before = cell.data()
        menu = opened(table, QContextMenuEvent.Reason.Mouse)
        offered = dict(lines(menu))
        assert offered["Tempel\tCtrl+V"] is False, "the clipboard is empty"
        assert offered["Hapus isi\tDelete"] is True
        run(menu, "Salin\t")
        run(opened(table, QContextMenuEvent.Reason.Mouse), "Hapus isi")
        settle(qtbot, window)
        assert cell.data() != before
        run(opened(table, QContextMenuEvent.Reason.Mouse), "Tempel")
        settle(qtbot, window)
        assert cell.data() == before
        page.panel.tabs.setCurrentWidget(page.panel.told)
        run(opened(table, QContextMenuEvent.Reason.Mouse), "Lihat cara hitung")
        assert page.panel.tabs.currentWidget() is page.panel.counted
        table.setCurrentIndex(cell.siblingAtColumn(1))
        menu = opened(table, QContextMenuEvent.Reason.Mouse)
        assert dict(lines(menu))["Hapus isi\tDelete"] is False, "not a cell to fill"
        menu.close()
