"""The help beside a dialog that cannot become narrower, and one that the clerk has moved."""

import pytest
from PySide6.QtCore import QPoint, QSize
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout
from pytestqt.qtbot import QtBot

from kinerja_desktop.ui.bantuan.beside import BesideDialog
from kinerja_desktop.ui.bantuan.pane import HelpPane
from kinerja_desktop.ui.shell.application import make_application


@pytest.fixture(autouse=True)
def application() -> None:
    make_application()


def make_dialog(qtbot: QtBot, least: QSize) -> tuple[QDialog, QPushButton]:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    button = QPushButton("Simpan")
    layout = QVBoxLayout(dialog)
    layout.addStretch()
    layout.addWidget(button)
    dialog.setMinimumSize(least)
    dialog.show()
    return dialog, button


def test_the_buttons_of_a_wide_dialog_stay_in_reach(qtbot: QtBot) -> None:
    dialog, button = make_dialog(qtbot, QSize(700, 600))
    beside = BesideDialog(dialog, HelpPane(is_whole=False))
    beside.place()
    beside.show()
    assert beside.geometry().intersects(dialog.geometry()), "the screen has no room for both"
    assert beside.frameGeometry().bottom() < button.mapToGlobal(QPoint(0, 0)).y()
    assert dialog.screen().availableGeometry().contains(beside.frameGeometry())


def test_a_dialog_that_was_moved_meanwhile_stays_there(qtbot: QtBot) -> None:
    dialog, _ = make_dialog(qtbot, QSize(300, 200))
    dialog.move(480, 100)
    before = dialog.geometry()
    beside = BesideDialog(dialog, HelpPane(is_whole=False))
    beside.place()
    assert dialog.x() < before.x()
    beside.give_back()
    assert dialog.geometry() == before
    beside.place()
    dialog.move(50, 60)
    beside.give_back()
    assert dialog.frameGeometry().topLeft() == QPoint(50, 60)


def test_a_dialog_as_large_as_the_screen_makes_room_and_is_large_again(qtbot: QtBot) -> None:
    dialog, _ = make_dialog(qtbot, QSize(300, 200))
    dialog.showMaximized()
    beside = BesideDialog(dialog, HelpPane(is_whole=False))
    beside.place()
    beside.show()
    assert not beside.frameGeometry().intersects(dialog.frameGeometry())
    beside.give_back()
    assert dialog.isMaximized()
