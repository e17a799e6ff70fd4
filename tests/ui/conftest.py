"""A context on an empty or filled office, and the fate of message boxes in tests."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.shell.application import make_application


@pytest.fixture(autouse=True)
def clear_desk(qapp: QApplication) -> None:
    """No test finds what another one copied, nor Ctrl held down as it left it."""
    qapp.clipboard().clear()
    QTest.keyClick(QWidget(), Qt.Key.Key_F35)


@pytest.fixture
def qtbot(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> QtBot:
    """A page alone wears what it wears in the window."""
    add = qtbot.addWidget

    def add_dressed(widget: QWidget, **how: Any) -> None:
        style.dress(widget)
        add(widget, **how)

    monkeypatch.setattr(qtbot, "addWidget", add_dressed)
    return qtbot


@pytest.fixture
def context(qtbot: QtBot, office: Office) -> Iterator[Context]:
    """A context on an office that is not set up yet."""
    make_application()
    made = Context(office)
    yield made
    made.close()


@pytest.fixture
def sample(qtbot: QtBot, muncar: Office) -> Iterator[Context]:
    """A context on the sample office."""
    make_application()
    made = Context(muncar)
    yield made
    made.close()
