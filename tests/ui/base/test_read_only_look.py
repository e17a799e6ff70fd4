"""What can only be read does not look like what can be typed in."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.shell.application import make_application


def ground(field: QLineEdit | QPlainTextEdit | QComboBox) -> QColor:
    """The colour of most of a field, away from its frame, text and arrow."""
    picture = field.grab().toImage()
    return picture.pixelColor(picture.width() // 2, picture.height() // 2)


def test_a_choice_that_cannot_be_changed_is_darker(qtbot: QtBot) -> None:
    make_application()
    box = QComboBox()
    qtbot.addWidget(box)
    box.resize(200, 30)
    box.show()
    lively = ground(box).lightness()
    box.setEnabled(False)
    assert ground(box).lightness() < lively


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
def test_a_field_that_can_only_be_read_has_another_ground(
    qtbot: QtBot, kind: type[QLineEdit] | type[QPlainTextEdit]
) -> None:
    make_application()
    field = kind()
    qtbot.addWidget(field)
    field.resize(200, 40)
    field.show()
    assert ground(field) == QColor(style.PAPER)
    field.setReadOnly(True)
    assert ground(field) == QColor(style.LOCKED)
    field.setReadOnly(False)
    field.setEnabled(False)
    assert ground(field) == QColor(style.LOCKED)
