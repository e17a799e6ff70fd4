"""The line at the foot: a word for work that takes its time, and none for what is read at once."""

from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.shell.foot import Foot

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def begin(context: Context) -> Event:
    """Begin work on the worker that goes on until it is let go."""
    go_on = Event()
    context.tasks.run(lambda _: go_on.wait(20), done=lambda _: None, failed=lambda _: None)
    return go_on


def test_work_that_takes_its_time_has_a_word(qtbot: QtBot, sample: Context) -> None:
    foot = Foot(sample)
    qtbot.addWidget(foot)
    foot.show()
    go_on = begin(sample)
    assert foot.busy_label.isHidden(), "not yet"
    qtbot.waitUntil(foot.busy_label.isVisible)
    assert foot.busy_label.text() == "Bekerja…"
    go_on.set()
    qtbot.waitUntil(foot.busy_label.isHidden)


def test_what_is_read_at_once_has_none(qtbot: QtBot, sample: Context) -> None:
    foot = Foot(sample)
    qtbot.addWidget(foot)
    foot.show()
    begin(sample).set()
    qtbot.waitUntil(lambda: sample.tasks.pending == 0)
    qtbot.wait(600)
    assert foot.busy_label.isHidden()
