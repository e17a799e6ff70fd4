"""When garbage is collected."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from kinerja_desktop import garbage
from kinerja_desktop.ui.shell.collecting import Collecting


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    was_on = gc.isenabled()
    yield
    gc.unfreeze()
    if was_on:
        gc.enable()
    else:
        gc.disable()


class Circle:
    """Held by itself alone."""

    def __init__(self, died_on: list[int]) -> None:
        self.me = self
        weakref.finalize(self, lambda: died_on.append(threading.get_ident()))


def make_much(died_on: list[int]) -> None:
    for _ in range(2 * gc.get_threshold()[0]):
        Circle(died_on)


def test_what_stands_stays() -> None:
    garbage.hold_back()
    assert not gc.isenabled()
    with garbage.held_back():
        assert not gc.isenabled()
    # Held back before, it stays so.
    assert not gc.isenabled()
    frozen = gc.get_freeze_count()
    garbage.settle()
    assert gc.get_freeze_count() > frozen


def test_after_much_was_read_it_is_collected_again() -> None:
    gc.enable()
    with pytest.raises(KeyError), garbage.held_back():
        assert not gc.isenabled()
        raise KeyError
    assert gc.isenabled()


def test_little_is_left_alone() -> None:
    gc.disable()
    gc.collect()
    died_on: list[int] = []
    Circle(died_on)
    garbage.collect_due()
    assert died_on == []


def test_what_the_worker_leaves_dies_on_the_thread_of_the_window(qtbot: QtBot) -> None:
    application = QCoreApplication.instance()
    assert application is not None
    collecting = Collecting(application)
    died_on: list[int] = []
    worker = threading.Thread(target=make_much, args=(died_on,))
    worker.start()
    worker.join()
    assert died_on == []
    qtbot.waitUntil(lambda: bool(died_on), timeout=5_000)
    assert set(died_on) == {threading.get_ident()}
    collecting.setParent(None)
