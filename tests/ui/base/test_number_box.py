"""A number is typed over, by Tab and by the letter of its label alike."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from kinerja_desktop.ui.base.number_box import NumberBox
from kinerja_desktop.ui.shell.application import make_application


@pytest.fixture
def form(qtbot: QtBot) -> QWidget:
    make_application()
    made = QWidget()
    qtbot.addWidget(made)
    rows = QFormLayout(made)
    rows.addRow("Nama", QLineEdit())
    box = NumberBox()
    box.setRange(1990, 2100)
    box.setValue(2026)
    rows.addRow("&Tahun", box)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def press_letter(form: QWidget, box: NumberBox) -> None:
    QTest.keyClick(form, Qt.Key.Key_T, Qt.KeyboardModifier.AltModifier)


def press_tab(form: QWidget, box: NumberBox) -> None:
    name = form.findChild(QLineEdit)
    assert isinstance(name, QLineEdit)
    QTest.keyClick(name, Qt.Key.Key_Tab)


def begin_there_and_press_letter(form: QWidget, box: NumberBox) -> None:
    """As the page of the wizard does, which gives its first field the cursor."""
    box.setFocus()
    press_letter(form, box)


@pytest.mark.parametrize("come", [press_letter, press_tab, begin_there_and_press_letter])
def test_what_is_typed_takes_the_place_of_what_was_there(
    form: QWidget, come: Callable[[QWidget, NumberBox], None]
) -> None:
    box = form.findChild(NumberBox)
    assert isinstance(box, NumberBox)
    come(form, box)
    QTest.keyClicks(box, "2025")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert box.value() == 2025


def test_a_click_leaves_the_cursor_where_it_is_put(form: QWidget) -> None:
    box = form.findChild(NumberBox)
    assert isinstance(box, NumberBox)
    box.setFocus(Qt.FocusReason.MouseFocusReason)
    assert box.lineEdit().selectedText() == ""
