"""The time that is left: told when it is steady, and in words that promise no more."""

import pytest
from pytestqt.qtbot import QtBot

from kinerja_desktop.ui.base import work_strip
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.remaining import Remaining, write_remaining
from kinerja_desktop.ui.base.tasks import Task
from kinerja_desktop.ui.base.work_strip import WorkStrip


def told(marks: list[tuple[int, int, float]]) -> list[str]:
    remaining = Remaining()
    return [remaining.note(*mark) for mark in marks]


def test_an_even_work_tells_after_two_seconds_and_three_equal_judgements() -> None:
    # One step a second of forty: 36 are left when four are done.
    marks = [(step, 40, float(step)) for step in range(9)]
    assert told(marks) == ["", "", "", "", "", *("± 35 detik lagi",) * 3, "± 35 detik lagi"]


def test_an_uneven_work_tells_nothing() -> None:
    slower_and_slower = [(step, 100, 1.6**step) for step in range(12)]
    assert set(told(slower_and_slower)) == {""}


def test_another_part_of_the_work_is_judged_anew() -> None:
    first = [(step, 40, float(step)) for step in range(8)]
    second = [(0, 12, 9.0), (1, 12, 10.0), (2, 12, 11.0), (3, 12, 12.0), (4, 12, 13.0)]
    begun_again = [(0, 12, 14.0), (1, 12, 15.0)]
    assert set(told(first + second + begun_again)[len(first) :]) == {""}


def test_without_steps_or_at_the_end_there_is_nothing_to_tell() -> None:
    assert set(told([(0, 0, float(second)) for second in range(9)])) == {""}
    assert told([(step, 8, float(step)) for step in range(9)])[-1] == ""


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0.4, "beberapa detik lagi"),
        (9.9, "beberapa detik lagi"),
        (10.0, "± 10 detik lagi"),
        (16.0, "± 20 detik lagi"),
        (58.0, "± 60 detik lagi"),
        (60.0, "± 1 menit lagi"),
        (61.0, "± 2 menit lagi"),
        (600.0, "± 10 menit lagi"),
    ],
)
def test_it_is_rounded_up(seconds: float, words: str) -> None:
    assert write_remaining(seconds) == words


def test_the_strip_shows_it_beside_the_bar(
    qtbot: QtBot, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = iter(range(100))
    monkeypatch.setattr(work_strip, "monotonic", lambda: float(next(clock)))
    strip = WorkStrip(context)
    qtbot.addWidget(strip)
    shown: list[str] = []

    def work(task: Task) -> None:
        for step in range(7):
            task.report(step, 40, f"Berkas {step}")

    strip.run("Menulis…", work, lambda _: shown.append(strip.time.text()), lambda _: None)
    qtbot.waitUntil(lambda: bool(shown))
    assert shown == ["± 35 detik lagi"]
    strip.run("Lagi…", lambda _: None, lambda _: shown.append(strip.time.text()), lambda _: None)
    assert strip.time.isHidden()
    qtbot.waitUntil(lambda: len(shown) == 2)
    assert shown[1] == ""
