"""Windows of their own stay inside a small screen."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from kinerja_desktop.ui.base.screen_room import FRAME, resize_within


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> QSize:
    """1366 × 768 at 150 %, less the system's bar."""
    size = QSize(910, 480)
    monkeypatch.setattr(QScreen, "availableSize", lambda screen: size)
    return size


def test_a_window_is_no_larger_than_its_screen(qtbot: QtBot, small: QSize) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    resize_within(dialog, 880, 560)
    assert dialog.size() == QSize(880, 480 - FRAME.height())


def test_where_there_is_room_it_has_the_size_it_asks_for(qtbot: QtBot, small: QSize) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    resize_within(dialog, 560, 420)
    assert dialog.size() == QSize(560, 420)
