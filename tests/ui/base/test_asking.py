"""A double click asks one question."""

from threading import Event

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.ui.base import dialogs
from kinerja_desktop.ui.base.asking import ask_after
from kinerja_desktop.ui.base.context import Context


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def rest(qtbot: QtBot, context: Context) -> None:
    qtbot.waitUntil(lambda: context.tasks.pending == 0)


def test_what_is_asked_already_is_not_asked_again(
    qtbot: QtBot, context: Context, parent: QWidget
) -> None:
    asked: list[str] = []

    def ask(found: str) -> None:
        asked.append(found)
        # The second of two clicks may come while the dialog stands.
        ask_after(context, parent, lambda _: "kedua", ask)

    ask_after(context, parent, lambda _: "satu", ask)
    ask_after(context, parent, lambda _: "dua", ask)
    rest(qtbot, context)
    assert asked == ["satu"]
    ask_after(context, parent, lambda _: "tiga", ask)
    rest(qtbot, context)
    assert asked == ["satu", "tiga"]


def test_after_a_failure_it_can_be_asked_again(
    qtbot: QtBot, context: Context, parent: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(dialogs, "explain", lambda _parent, error: told.append(error.message))

    def fail(_office: Office) -> str:
        raise KinerjaError("Tidak terbaca.")

    for _ in range(2):
        ask_after(context, parent, fail, lambda _: None)
        rest(qtbot, context)
    assert told == ["Tidak terbaca."] * 2


def test_who_left_in_the_meantime_is_asked_nothing(qtbot: QtBot, context: Context) -> None:
    gone, is_gone = QWidget(), Event()
    asked: list[bool] = []
    ask_after(context, gone, lambda _: is_gone.wait(10), asked.append)
    with qtbot.waitSignal(gone.destroyed):
        gone.deleteLater()
    is_gone.set()
    rest(qtbot, context)
    assert asked == []
