from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.data_entry import add_row
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.ui.base import dialogs
from kinerja_desktop.ui.base.context import Context


@pytest.fixture
def explained(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    told: list[str] = []
    monkeypatch.setattr(dialogs, "explain", lambda parent, error: told.append(error.message))
    return told


def refuse(*_: Any) -> None:
    raise KinerjaError("Tidak bisa.")


def test_the_year_begins_where_the_plan_is(context: Context, sample: Context) -> None:
    assert sample.periode == Periode(2024)


def test_an_empty_office_begins_this_year(context: Context) -> None:
    assert context.periode == Periode(2025)


def test_another_period_is_told_once(qtbot: QtBot, context: Context) -> None:
    heard: list[Periode] = []
    context.periode_changed.connect(heard.append)
    context.set_periode(Periode(2024, 1))
    context.set_periode(Periode(2024, 1))
    assert heard == [Periode(2024, 1)]


def test_a_change_of_the_data_is_heard(context: Context) -> None:
    heard: list[set[str]] = []
    context.tables_changed.connect(heard.append)
    add_row(context.office, "pejabat", {"nama": "Ani"})
    assert heard == [{"pejabat"}]


def test_what_cannot_be_done_is_explained(
    qtbot: QtBot, context: Context, explained: list[str]
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    assert context.attempt(parent, refuse) is None
    assert context.attempt(parent, lambda: 5) == 5
    assert explained == ["Tidak bisa."]


def test_reading_fails_in_words(qtbot: QtBot, context: Context, explained: list[str]) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    context.load(parent, refuse, lambda found: None)
    qtbot.waitUntil(lambda: explained == ["Tidak bisa."])


def test_what_was_closed_meanwhile_is_shown_nothing(
    qtbot: QtBot, context: Context, explained: list[str]
) -> None:
    parent, shown = QWidget(), list[int]()
    context.load(parent, lambda office: 5, shown.append)
    context.load(parent, refuse, lambda found: None)
    delete(parent)
    qtbot.waitUntil(lambda: context.tasks.pending == 0)
    assert shown == []
    assert explained == ["Tidak bisa."]


def test_a_context_made_beside_another_ends_with_it(context: Context) -> None:
    """The window may be closed while pages are pictured."""
    before = len(context.office.journal.listeners)
    beside = Context(context.office, context)
    assert len(context.office.journal.listeners) == before + 1
    context.close()
    assert len(context.office.journal.listeners) == before - 1
    beside.close()


def test_a_bug_is_not_explained_away(qtbot: QtBot, context: Context) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)

    def read(office: Office) -> None:
        raise ZeroDivisionError

    with qtbot.captureExceptions() as caught:
        context.load(parent, read, lambda found: None)
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError


def test_pages_ask_for_each_other_and_speak(context: Context) -> None:
    heard: list[Any] = []
    context.page_wanted.connect(lambda key, argument: heard.append((key, argument)))
    context.said.connect(heard.append)
    context.open_page("dokumen", 5)
    context.say("Selesai.")
    assert heard == [("dokumen", 5), "Selesai."]
