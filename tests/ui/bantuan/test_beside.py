"""The help beside a dialog that cannot become narrower, and one that the clerk has moved."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QSize
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QVBoxLayout
from pytestqt.qtbot import QtBot

from kinerja_desktop.ui.bantuan.beside import BesideDialog
from kinerja_desktop.ui.bantuan.pane import HelpPane
from kinerja_desktop.ui.shell.application import make_application


@pytest.fixture(autouse=True)
def application() -> None:
    make_application()


#: A dialog, and the button at its foot.
Made = tuple[QDialog, QPushButton]


@pytest.fixture
def make(qtbot: QtBot) -> Iterator[Callable[[QSize], Made]]:
    """Make a dialog of a least size, shown; its help is put away before it."""
    made: list[Made] = []

    def make(least: QSize) -> Made:
        dialog = QDialog()
        button = QPushButton("Simpan")
        layout = QVBoxLayout(dialog)
        layout.addStretch()
        layout.addWidget(button)
        dialog.setMinimumSize(least)
        dialog.show()
        made.append((dialog, button))
        return made[-1]

    yield make
    for dialog, _ in made:
        for beside in dialog.findChildren(BesideDialog):
            beside.close()
        dialog.close()
        dialog.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_the_buttons_of_a_wide_dialog_stay_in_reach(make: Callable[[QSize], Made]) -> None:
    dialog, button = make(QSize(700, 600))
    beside = BesideDialog(dialog, HelpPane(is_whole=False))
    beside.place()
    beside.show()
    assert beside.geometry().intersects(dialog.geometry()), "the screen has no room for both"
    assert beside.frameGeometry().bottom() < button.mapToGlobal(QPoint(0, 0)).y()
    assert dialog.screen().availableGeometry().contains(beside.frameGeometry())


def test_a_dialog_that_was_moved_meanwhile_stays_there(make: Callable[[QSize], Made]) -> None:
    dialog, _ = make(QSize(300, 200))
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


def test_a_dialog_as_large_as_the_screen_makes_room_and_is_large_again(
    make: Callable[[QSize], Made],
) -> None:
    dialog, _ = make(QSize(300, 200))
    dialog.showMaximized()
    beside = BesideDialog(dialog, HelpPane(is_whole=False))
    beside.place()
    beside.show()
    assert not beside.frameGeometry().intersects(dialog.frameGeometry())
    beside.give_back()
    assert dialog.isMaximized()
