"""F1 and ? in a dialog: what its fields ask for, while it waits for its answer."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QVBoxLayout
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.ui.bantuan.dialog_help import list_fields
from kinerja_desktop.ui.bantuan.pane import HelpPane
from kinerja_desktop.ui.rencana.renstra_page import RenstraPage
from kinerja_desktop.ui.shell.main_window import MainWindow
from kinerja_desktop.ui.tables.add_dialog import AddDialog
from kinerja_desktop.ui.tables.section_editor import SectionEditor
from tests.journeys.clerk import Clerk, at_work

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def asked_for(clerk: Clerk, then: Callable[[AddDialog], None]) -> None:
    """Press *Tambah* of the first tab, and do something in the dialog that runs then."""
    page = clerk.go(RenstraPage)
    editor = next(item for item in page.findChildren(SectionEditor) if item.isVisible())

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, AddDialog)
        try:
            then(dialog)
        finally:
            dialog.reject()

    QTimer.singleShot(200, act)
    editor.ask_new_row()


def beside(window: MainWindow) -> tuple[QDialog, HelpPane]:
    shown = window.help.dialogs.beside
    assert shown is not None
    pane = shown.findChild(HelpPane)
    assert isinstance(pane, HelpPane)
    return shown, pane


def press_f1(dialog: QDialog) -> None:
    focused = dialog.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_F1)
    QApplication.processEvents()


def test_f1_in_a_dialog_tells_of_its_fields_and_then_of_the_page(
    qtbot: QtBot, muncar: Office
) -> None:
    with at_work(qtbot, muncar, Periode(2024)) as clerk:

        def look(dialog: AddDialog) -> None:
            press_f1(dialog)
            shown, pane = beside(clerk.window)
            text = pane.text.toPlainText()
            assert text.startswith("Isian di jendela ini\nNama periode\nMisalnya 2025")
            assert text.index("Renstra & IKU") > text.index("Nomor Keputusan IKU")
            assert pane.field.text().startswith("Nama periode: ")
            # It can be used although the dialog waits, and the dialog goes on beside it.
            assert pane.text.hasFocus()
            assert not pane.manual_button.isVisible()
            dialog.activateWindow()
            dialog.form.editors["nomor_iku"].setFocus()
            QApplication.processEvents()
            assert pane.field.text().startswith("Nomor Keputusan IKU: ")
            assert QApplication.activeModalWidget() is dialog
            QTest.keyClick(pane.text, Qt.Key.Key_Escape)
            assert not shown.isVisible()
            assert dialog.isVisible()

        asked_for(clerk, look)
        assert clerk.window.help.dialogs.beside is None


def test_the_button_opens_it_and_puts_it_away(qtbot: QtBot, muncar: Office) -> None:
    with at_work(qtbot, muncar, Periode(2024)) as clerk:

        def look(dialog: AddDialog) -> None:
            QTest.mouseClick(dialog.help_button, Qt.MouseButton.LeftButton)
            assert beside(clerk.window)[0].isVisible()
            press_f1(dialog)
            assert clerk.window.help.dialogs.beside is None
            press_f1(dialog)
            assert beside(clerk.window)[0].isVisible()

        asked_for(clerk, look)
        # It goes with its dialog.
        assert clerk.window.help.dialogs.beside is None


def test_the_field_under_the_cursor_is_told_of_in_the_dialog(qtbot: QtBot, muncar: Office) -> None:
    with at_work(qtbot, muncar, Periode(2024)) as clerk:

        def look(dialog: AddDialog) -> None:
            dialog.form.editors["nomor_iku"].setFocus()
            QApplication.processEvents()
            assert dialog.hint.text().startswith("Nomor Keputusan IKU: ")
            before = dialog.accept_button.mapTo(dialog, dialog.accept_button.rect().topLeft())
            for name in dialog.form.names():
                dialog.form.editors[name].setFocus()
                QApplication.processEvents()
                place = dialog.accept_button.mapTo(dialog, dialog.accept_button.rect().topLeft())
                assert place == before, name

        asked_for(clerk, look)


def test_help_of_a_dialog_stays_within_the_screen(qtbot: QtBot, muncar: Office) -> None:
    with at_work(qtbot, muncar, Periode(2024)) as clerk:

        def look(dialog: AddDialog) -> None:
            room = dialog.screen().availableGeometry()
            dialog.move(room.right() - dialog.width(), room.top())
            press_f1(dialog)
            shown, _ = beside(clerk.window)
            assert room.contains(shown.frameGeometry())
            # This screen is too small for both side by side: the dialog moved as far as it can.
            assert dialog.frameGeometry().left() == room.left()

        asked_for(clerk, look)


def test_dialogs_of_another_window_and_of_files_are_left_alone(
    qtbot: QtBot, muncar: Office
) -> None:
    with at_work(qtbot, muncar, Periode(2024)) as clerk:
        helping = clerk.window.help.dialogs
        for dialog in (QDialog(), QFileDialog(clerk.window)):
            line = QLineEdit(dialog)
            line.setAccessibleName("Nama")
            helping._follow(None, line)
            keys = [key.key().toString() for key in dialog.findChildren(QShortcut)]
            assert "F1" not in keys
            dialog.deleteLater()


def test_fields_that_say_nothing_are_not_listed(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    layout = QVBoxLayout(dialog)
    for name, hint in (("Satu", "Yang pertama."), ("Dua", ""), ("Satu", "Yang pertama.")):
        line = QLineEdit()
        line.setAccessibleName(name)
        line.setToolTip(hint)
        layout.addWidget(line)
    assert list_fields(dialog) == [("Satu", "Yang pertama.")]
