"""Enter on the button that is framed."""

from functools import partial

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDialog,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from kinerja_desktop.ui.shell.application import make_application

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@pytest.fixture(autouse=True)
def keys() -> None:
    make_application()


def show(qtbot: QtBot, window: QWidget, *parts: QWidget) -> list[str]:
    """Show the parts in a window; return what is pressed, as it is."""
    pressed: list[str] = []
    layout = QVBoxLayout(window)
    for part in (QLineEdit(), *parts):
        layout.addWidget(part)
    for part in parts:
        if isinstance(part, QPushButton | QToolButton | QCheckBox):
            part.clicked.connect(partial(_note, pressed, part.text()))
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return pressed


def _note(pressed: list[str], name: str) -> None:
    pressed.append(name)


@pytest.mark.parametrize("go", ["grey", "hide"])
def test_the_neighbour_of_a_button_that_goes_is_not_pressed(qtbot: QtBot, go: str) -> None:
    """A second Enter after *Tandatangani* fell on *Hapus draf*."""
    sign, remove = QPushButton("Tandatangani"), QPushButton("Hapus draf")
    window = QWidget()
    pressed = show(qtbot, window, sign, remove)
    sign.clicked.connect(lambda: sign.setEnabled(False) if go == "grey" else sign.hide())
    sign.setFocus()
    for _ in range(2):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Return)
    assert pressed == ["Tandatangani"]
    # Whoever goes there presses it.
    remove.setFocus()
    QTest.keyClick(remove, Qt.Key.Key_Return)
    assert pressed == ["Tandatangani", "Hapus draf"]


@pytest.mark.parametrize("key", ENTER)
def test_enter_presses_the_button_with_the_cursor(qtbot: QtBot, key: Qt.Key) -> None:
    add, undo = QPushButton("Tambah"), QToolButton()
    undo.setText("Urungkan")
    undo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    window = QWidget()
    pressed = show(qtbot, window, add, undo)
    for button in (add, undo):
        button.setFocus()
        QTest.keyClick(button, key)
    assert pressed == ["Tambah", "Urungkan"]


def test_a_key_that_is_held_down_presses_once(qtbot: QtBot) -> None:
    add = QPushButton("Tambah")
    window = QWidget()
    pressed = show(qtbot, window, add)
    add.setFocus()
    for is_again in (False, True, True):
        event = QKeyEvent(
            QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", is_again
        )
        QApplication.sendEvent(add, event)
    assert pressed == ["Tambah"]


def test_what_is_grey_or_no_button_is_not_pressed(qtbot: QtBot) -> None:
    add, check = QPushButton("Tambah"), QCheckBox("Ingat")
    window = QWidget()
    pressed = show(qtbot, window, add, check)
    add.setFocus()
    add.setEnabled(False)
    QTest.keyClick(add, Qt.Key.Key_Return)
    check.setFocus()
    QTest.keyClick(check, Qt.Key.Key_Return)
    assert pressed == []
    assert not check.isChecked()


def test_a_dialog_answers_once(qtbot: QtBot) -> None:
    """There Qt itself presses it."""
    add = QPushButton("Tambah")
    window = QDialog()
    pressed = show(qtbot, window, add)
    add.setFocus()
    QTest.keyClick(add, Qt.Key.Key_Return)
    assert pressed == ["Tambah"]
