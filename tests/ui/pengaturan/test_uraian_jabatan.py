"""Tugas and fungsi of a post are typed and pasted beside it, and taken back with Ctrl+Z."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from kinerja_desktop.services.kantor.data_entry import list_rows
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.ui.shell.main_window import MainWindow
from kinerja_desktop.ui.shell.pages import PAGES
from kinerja_desktop.ui.tables.section_editor import SectionEditor
from tests.ui.window import current_page, open_window, settle


@pytest.fixture
def window(qtbot: QtBot, muncar: Office) -> Iterator[MainWindow]:
    """Show the posts of the sample office, the Sekretaris chosen."""
    with open_window(qtbot, muncar, PAGES) as opened:
        opened.open_page("pengaturan", "penempatan")
        settle(qtbot, opened)
        editor = posts(opened)
        (post,) = list_rows(muncar, "penempatan", peran="sekretaris")
        editor.choose_row(post["id"])
        yield opened


def posts(window: MainWindow) -> SectionEditor:
    editor = current_page(window).findChild(SectionEditor)
    assert editor is not None
    assert editor.section.key == "penempatan"
    return editor


def box_of(window: MainWindow, name: str) -> QPlainTextEdit:
    box = posts(window).form.editors[name]
    assert isinstance(box, QPlainTextEdit)
    return box


def stored(office: Office, name: str) -> str:
    (post,) = list_rows(office, "penempatan", peran="sekretaris")
    return str(post[name])


def test_tugas_is_typed_and_stored_when_its_field_is_left(
    qtbot: QtBot, window: MainWindow, muncar: Office
) -> None:
    box = box_of(window, "tugas")
    box.setFocus()
    qtbot.keyClicks(box, "membantu Camat")
    qtbot.keyClick(box, Qt.Key.Key_Tab)
    assert box_of(window, "fungsi").hasFocus(), "Tab goes on"
    assert stored(muncar, "tugas") == "membantu Camat"
    settle(qtbot, window)
    assert muncar.journal.undo() == "Mengubah Penempatan: Tugas"
    settle(qtbot, window)
    assert stored(muncar, "tugas") == box.toPlainText() == ""


def test_fungsi_are_pasted_one_a_line_without_signs_that_nobody_sees(
    qtbot: QtBot, window: MainWindow, muncar: Office
) -> None:
    box = box_of(window, "fungsi")
    box.setFocus()
    QGuiApplication.clipboard().setText("menyusun\u200b program\r\nmenata\x07 keuangan")
    qtbot.keyClick(box, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(box, Qt.Key.Key_Tab)
    assert stored(muncar, "fungsi") == "menyusun program\nmenata keuangan"
    settle(qtbot, window)
    assert box.toPlainText() == "menyusun program\nmenata keuangan"


def test_a_text_that_is_too_long_is_told_below_it_and_not_stored(
    qtbot: QtBot, window: MainWindow, muncar: Office
) -> None:
    box = box_of(window, "fungsi")
    box.setFocus()
    box.setPlainText("x" * 15_001)
    qtbot.keyClick(box, Qt.Key.Key_Tab)
    text, label = posts(window).form.unsettled
    assert (len(text), label) == (15_001, "Fungsi")
    assert stored(muncar, "fungsi") == ""
