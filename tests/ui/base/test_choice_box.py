"""The wheel over a list or a number: it scrolls what lies below unless the cursor is there."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

import kinerja_desktop.ui
from kinerja_desktop.ui.base.choice_box import ChoiceBox
from kinerja_desktop.ui.base.number_box import NumberBox
from kinerja_desktop.ui.shell.application import make_application


@pytest.fixture
def desk(qtbot: QtBot) -> QWidget:
    make_application()
    made = QWidget()
    qtbot.addWidget(made)
    rows = QVBoxLayout(made)
    choice, number = ChoiceBox(), NumberBox()
    choice.addItems(["2026", "2025", "2024"])
    choice.setCurrentIndex(1)
    number.setRange(1990, 2100)
    number.setValue(2025)
    for widget in (QLineEdit(), choice, number):
        rows.addWidget(widget)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.findChildren(QLineEdit)[0].setFocus()
    return made


def turn(widget: QWidget) -> QWheelEvent:
    event = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)
    return event


def test_without_the_cursor_the_wheel_changes_nothing(desk: QWidget) -> None:
    choice, number = desk.findChild(ChoiceBox), desk.findChild(NumberBox)
    assert isinstance(choice, ChoiceBox)
    assert isinstance(number, NumberBox)
    for box in (choice, number):
        assert not turn(box).isAccepted(), "the page below may have it"
        assert not box.hasFocus()
    assert choice.currentText() == "2025"
    assert number.value() == 2025


def test_with_the_cursor_the_wheel_chooses(desk: QWidget) -> None:
    choice, number = desk.findChild(ChoiceBox), desk.findChild(NumberBox)
    assert isinstance(choice, ChoiceBox)
    assert isinstance(number, NumberBox)
    choice.setFocus()
    turn(choice)
    assert choice.currentText() == "2024"
    number.setFocus()
    turn(number)
    assert number.value() == 2024


#: An opened list is a window of its own, of which the offscreen platform has only the picture.
opens_a_list = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@opens_a_list
@pytest.mark.parametrize("row", [0, 1, 2])
def test_the_line_under_the_pointer_can_be_read(desk: QWidget, row: int) -> None:
    choice = desk.findChild(ChoiceBox)
    assert isinstance(choice, ChoiceBox)
    choice.showPopup()
    view = choice.view()
    view.setCurrentIndex(choice.model().index(row, 0))
    picture = view.viewport().grab(view.visualRect(view.currentIndex())).toImage()
    tones = [
        picture.pixelColor(x, y).lightness()
        for x in range(picture.width())
        for y in range(3, picture.height() - 3)
    ]
    assert max(tones) - min(tones) > 120, "its words stand out from what is behind them"
    choice.hidePopup()


@opens_a_list
def test_a_narrow_box_opens_a_list_that_shows_its_lines_whole(desk: QWidget) -> None:
    choice = desk.findChild(ChoiceBox)
    assert isinstance(choice, ChoiceBox)
    longest = "IKI Kepala Seksi Ketenteraman dan Ketertiban Umum"
    choice.addItem(longest)
    choice.setMaximumWidth(90)
    choice.showPopup()
    view = choice.view()
    assert view.viewport().width() >= view.fontMetrics().horizontalAdvance(longest)
    last = view.visualRect(choice.model().index(choice.count() - 1, 0))
    assert view.viewport().rect().contains(last), "no line is cut off"
    choice.hidePopup()


def test_every_list_of_the_program_is_one_of_these() -> None:
    """Also the next one that somebody writes."""
    room = Path(kinerja_desktop.ui.__file__).parent
    bare = [
        f"{path.relative_to(room)}: {line.strip()}"
        for path in room.rglob("*.py")
        for line in path.read_text(encoding="utf-8").splitlines()
        if f"{QComboBox.__name__}()" in line and "case " not in line
    ]
    assert bare == []
