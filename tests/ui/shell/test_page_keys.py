"""Ctrl+F and Ctrl+P on every page, Ctrl+Y on every desktop."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.ui.base.page import LazyPage
from kinerja_desktop.ui.dokumen.page import DokumenPage
from kinerja_desktop.ui.pengukuran.page import PengukuranPage
from kinerja_desktop.ui.rencana.rencana_aksi_page import RencanaAksiPage
from kinerja_desktop.ui.shell.main_window import MainWindow
from kinerja_desktop.ui.shell.pages import PAGES
from tests.ui.window import current_page, open_window, settle

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
#: Pages without a list, table or tree in sight on the sample.
_BARE = ("beranda", "pengaturan", "pengumpulan", "perjanjian", "sop", "kirim", "evaluasi")
LISTS = [page.KEY for page in PAGES if page.KEY not in _BARE]


@pytest.fixture
def window(qtbot: QtBot, muncar: Office) -> Iterator[MainWindow]:
    pages = [page.load() if isinstance(page, LazyPage) else page for page in PAGES]
    with open_window(qtbot, muncar, pages) as opened:
        yield opened


@pytest.mark.parametrize("key", LISTS)
def test_ctrl_f_goes_to_where_one_searches(window: MainWindow, qtbot: QtBot, key: str) -> None:
    window.open_page(key)
    settle(qtbot, window)
    qtbot.wait(400)
    settle(qtbot, window)
    QTest.keyClick(window, Qt.Key.Key_F, CONTROL)
    focus = QApplication.focusWidget()
    assert isinstance(focus, QLineEdit | QAbstractItemView)
    assert current_page(window).isAncestorOf(focus)


def test_a_list_without_a_search_line_says_how_one_searches_it(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.open_page("dokumen")
    settle(qtbot, window)
    qtbot.wait(400)
    settle(qtbot, window)
    said: list[str] = []
    window.context.said.connect(said.append)
    page = current_page(window)
    assert isinstance(page, DokumenPage)
    page.preview.setFocus()
    QTest.keyClick(window, Qt.Key.Key_F, CONTROL)
    assert said == ["Ketik awal namanya: daftar ini menuju ke sana."]
    assert page.side.list.hasFocus()
    QTest.keyClicks(page.side.list, "evaluasi re")
    assert page.side.list.currentItem().text().startswith("Evaluasi Re")
    settle(qtbot, window)
    window.open_page("renstra")
    settle(qtbot, window)
    QTest.keyClick(window, Qt.Key.Key_F, CONTROL)
    assert len(said) == 1, "a table has its search line"


@pytest.mark.parametrize("key", ["beranda", "renstra", "pengukuran", "perjanjian", "rencana_aksi"])
def test_ctrl_p_leads_to_paper(window: MainWindow, qtbot: QtBot, key: str) -> None:
    window.open_page(key)
    settle(qtbot, window)
    QTest.keyClick(window, Qt.Key.Key_P, CONTROL)
    settle(qtbot, window)
    assert current_page(window).KEY == "dokumen"


def test_an_indicator_is_found_in_the_table(window: MainWindow, qtbot: QtBot) -> None:
    window.open_page("pengukuran")
    settle(qtbot, window)
    page = current_page(window)
    assert isinstance(page, PengukuranPage)
    last = page.model.rowCount() - 1
    name = str(page.model.index(last, 1).data())
    QTest.keyClick(window, Qt.Key.Key_F, CONTROL)
    QTest.keyClicks(page.finder.field, name)
    found = page.table.currentIndex()
    assert found.row() > 1
    assert name.casefold() in str(found.data()).casefold()
    QTest.keyClicks(page.finder.field, "qqq")
    assert page.finder.note.text() == "Tidak ditemukan"
    QTest.keyClick(page.finder.field, Qt.Key.Key_Escape)
    assert page.table.hasFocus()
    assert not page.finder.isVisible()


def test_enter_goes_to_the_next_match(window: MainWindow, qtbot: QtBot) -> None:
    window.open_page("pengukuran")
    settle(qtbot, window)
    page = current_page(window)
    assert isinstance(page, PengukuranPage)
    column = page.model.kolom_realisasi + 1
    word = str(page.model.index(1, column + 1).data())
    QTest.keyClick(window, Qt.Key.Key_F, CONTROL)
    QTest.keyClicks(page.finder.field, word)
    first = page.table.currentIndex()
    assert str(first.data()) == word
    QTest.keyClick(page.finder.field, Qt.Key.Key_Return)
    assert word.casefold() in str(page.table.currentIndex().data()).casefold()


@pytest.mark.parametrize(
    ("key", "modifier"), [(Qt.Key.Key_Y, CONTROL), (Qt.Key.Key_Z, CONTROL | SHIFT)]
)
def test_both_keys_redo(
    window: MainWindow, qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    window.open_page("pengukuran")
    settle(qtbot, window)
    page = current_page(window)
    assert isinstance(page, PengukuranPage)
    window.context.set_periode(type(window.context.periode)(2025))
    settle(qtbot, window)
    redone: list[bool] = []
    window.top.redo_action.setEnabled(True)
    window.top.redo_action.triggered.disconnect()
    window.top.redo_action.triggered.connect(lambda: redone.append(True))
    QTest.keyClick(window, key, modifier)
    assert redone == [True]


@pytest.mark.parametrize(
    ("key", "modifier"), [(Qt.Key.Key_Y, CONTROL), (Qt.Key.Key_Z, CONTROL | SHIFT)]
)
def test_a_field_redoes_its_own_letters_first(
    window: MainWindow, qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    redone: list[bool] = []
    window.top.redo_action.setEnabled(True)
    window.top.redo_action.triggered.disconnect()
    window.top.redo_action.triggered.connect(lambda: redone.append(True))
    window.open_page("renstra")
    settle(qtbot, window)
    QTest.keyClick(window, Qt.Key.Key_F, CONTROL)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "abc")
    field.undo()
    assert field.text() == ""
    QTest.keyClick(field, key, modifier)
    assert (field.text(), redone) == ("abc", [])
    QTest.keyClick(field, key, modifier)
    assert redone == [True]


def where(window: MainWindow) -> str:
    """Name the part of the page Rencana Aksi in which the cursor is."""
    focus = QApplication.focusWidget()
    page = current_page(window)
    assert isinstance(page, RencanaAksiPage)
    if focus is window.navigation:
        return "daftar"
    if focus is page.grid.table:
        return "tabel"
    return "isian" if focus and page.form.isAncestorOf(focus) else str(focus)


def test_f6_goes_from_the_table_to_the_form_of_its_line(window: MainWindow, qtbot: QtBot) -> None:
    window.open_page("rencana_aksi")
    settle(qtbot, window)
    page = current_page(window)
    assert isinstance(page, RencanaAksiPage)
    page.grid.table.setFocus()
    line = page.grid.current_key()
    went = []
    for _ in range(4):
        QTest.keyClick(window, Qt.Key.Key_F6)
        went.append(where(window))
    assert went == ["isian", "daftar", "tabel", "isian"]
    assert page.grid.current_key() == line
    QTest.keyClick(window, Qt.Key.Key_F6, SHIFT)
    assert where(window) == "tabel"


def test_f6_enters_a_page_from_the_bar_above_it(window: MainWindow, qtbot: QtBot) -> None:
    window.open_page("rencana_aksi")
    settle(qtbot, window)
    for modifier, part in ((Qt.KeyboardModifier.NoModifier, "tabel"), (SHIFT, "isian")):
        window.top.tahun.setFocus()
        QTest.keyClick(window, Qt.Key.Key_F6, modifier)
        assert where(window) == part


def test_f6_changes_between_the_list_and_a_page_of_one_part(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.open_page("beranda")
    settle(qtbot, window)
    window.navigation.setFocus()
    QTest.keyClick(window, Qt.Key.Key_F6)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert current_page(window).isAncestorOf(focus)
    QTest.keyClick(window, Qt.Key.Key_F6)
    assert QApplication.focusWidget() is window.navigation
