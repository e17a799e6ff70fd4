"""All classes of Qt are made on the window's thread before a worker imports pages."""

from PySide6 import QtWidgets
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from kinerja_desktop.ui.shell.qt_classes import ClassMaker


def test_it_calls_back_when_every_class_is_made(qtbot: QtBot) -> None:
    parent, made = QObject(), list[bool]()
    ClassMaker(parent, lambda: made.append("QStyledItemDelegate" in vars(QtWidgets)))
    qtbot.waitUntil(lambda: bool(made))
    assert made == [True]


def test_what_it_calls_may_be_the_last_to_hold_its_parent(qtbot: QtBot) -> None:
    made = list[bool]()

    def leave_a_parent() -> None:
        parent = QObject()
        ClassMaker(parent, lambda: made.append(isValid(parent)))

    leave_a_parent()
    qtbot.waitUntil(lambda: bool(made))
    qtbot.wait(50)  # what was to be deleted is deleted
    assert made == [True]
