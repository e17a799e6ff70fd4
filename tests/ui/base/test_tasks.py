from collections.abc import Iterator
from threading import Event, current_thread, main_thread

import pytest
from pytestqt.qtbot import QtBot

from kinerja_desktop.ui.base.tasks import Task, TaskRunner


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[TaskRunner]:
    made = TaskRunner()
    yield made
    made.shutdown()


def fail(error: Exception) -> None:
    raise error


def test_work_runs_elsewhere_and_comes_back_here(qtbot: QtBot, runner: TaskRunner) -> None:
    threads: list[bool] = []
    results: list[int] = []

    def work(task: Task) -> int:
        threads.append(current_thread() is main_thread())
        return 42

    def done(value: int) -> None:
        threads.append(current_thread() is main_thread())
        results.append(value)

    runner.run(work, done=done, failed=fail)
    assert runner.pending == 1
    qtbot.waitUntil(lambda: results == [42])
    assert (threads, runner.pending) == ([False, True], 0)


def test_a_failure_is_handed_over_and_not_lost(qtbot: QtBot, runner: TaskRunner) -> None:
    errors: list[Exception] = []

    def work(task: Task) -> str:
        raise ValueError("gagal")

    runner.run(work, done=lambda found: None, failed=errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert str(errors[0]) == "gagal"


def test_progress_arrives_in_order_before_the_end(qtbot: QtBot, runner: TaskRunner) -> None:
    told: list[object] = []

    def work(task: Task) -> str:
        for step in (1, 2):
            task.report(step, 2, f"langkah {step}")
        return "selesai"

    runner.run(
        work, done=told.append, failed=fail, progress=lambda step, steps, text: told.append(text)
    )
    qtbot.waitUntil(lambda: len(told) == 3)
    assert told == ["langkah 1", "langkah 2", "selesai"]


def test_work_can_be_asked_to_stop(qtbot: QtBot, runner: TaskRunner) -> None:
    seen: list[bool] = []

    def work(task: Task) -> bool:
        while not task.is_cancelled():
            pass
        return True

    task = runner.run(work, done=seen.append, failed=fail)
    task.cancel()
    qtbot.waitUntil(lambda: seen == [True])


def test_after_the_end_nothing_is_delivered(qtbot: QtBot) -> None:
    runner = TaskRunner()
    late: list[object] = []
    runner.run(lambda task: "terlambat", done=late.append, failed=fail)
    runner.shutdown()
    runner.run(lambda task: "lebih terlambat", done=late.append, failed=fail)
    qtbot.wait(20)
    assert late == []


def test_it_is_too_late_to_stop_what_is_being_stored(qtbot: QtBot, runner: TaskRunner) -> None:
    told: list[object] = []
    stored = Event()

    def work(task: Task) -> bool:
        is_stopped = task.last_call()
        stored.wait(5)
        return is_stopped or task.is_cancelled()

    task = runner.run(work, done=told.append, failed=fail, too_late=lambda: told.append("lambat"))
    qtbot.waitUntil(lambda: told == ["lambat"])
    assert not task.cancel()
    stored.set()
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told[1] is False
    assert not task.is_stopping
    assert not task.was_heard


def test_the_last_call_hears_who_was_in_time() -> None:
    told: list[str] = []
    task = Task(lambda *_: None, lambda: told.append("lambat"))
    assert task.cancel()
    assert task.cancel(), "pressed twice"
    assert not task.was_heard
    assert task.last_call()
    assert task.was_heard
    assert told == []
