"""A double click presses a button that changes data once."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kinerja_desktop.ui.base.writing import writes
from kinerja_desktop.ui.shell.application import make_application

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def pressed(qtbot: QtBot) -> Iterator[tuple[QPushButton, list[bool]]]:
    make_application()
    window = QWidget()
    qtbot.addWidget(window)
    button, heard = QPushButton("Hapus", window), list[bool]()
    writes(button)
    button.clicked.connect(lambda: heard.append(True))
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    yield button, heard
    window.close()


def test_a_double_click_is_one_press(pressed: tuple[QPushButton, list[bool]]) -> None:
    button, heard = pressed
    # What a mouse sends for it: a click, then one that is called a double click.
    QTest.mouseClick(button, LEFT)
    QTest.mouseDClick(button, LEFT)
    assert len(heard) == 1
    QTest.mouseClick(button, LEFT)
    assert len(heard) == 2, "a click of its own counts"


def test_a_second_enter_as_fast_as_that_is_none(
    qtbot: QtBot, pressed: tuple[QPushButton, list[bool]]
) -> None:
    button, heard = pressed
    button.setFocus()
    for _ in range(3):
        QTest.keyClick(button, Qt.Key.Key_Return)
    assert len(heard) == 1
    qtbot.wait(QApplication.doubleClickInterval() + 20)
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert len(heard) == 2
