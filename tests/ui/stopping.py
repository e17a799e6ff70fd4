"""*Batal* pressed in the very middle of a piece of work, through the real button."""

from time import monotonic, sleep

import pytest
from PySide6.QtCore import QMetaObject, Qt

from kinerja_desktop.ui.base.diary import WorkState
from kinerja_desktop.ui.base.tasks import Task
from kinerja_desktop.ui.base.work_strip import WorkStrip
from kinerja_desktop.ui.shell.main_window import MainWindow

_LONGEST = 10.0


def press_batal(monkeypatch: pytest.MonkeyPatch, strip: WorkStrip, at: int = 1) -> None:
    """Let the clerk press *Batal* when the work asks for the so-manieth time."""
    ask, asked = Task.is_cancelled, [0]

    def hear(task: Task) -> bool:
        asked[0] += 1
        if asked[0] == at:
            # As a click: by the window's own thread, while the worker is in the middle of it.
            QMetaObject.invokeMethod(
                strip.cancel_button, "click", Qt.ConnectionType.QueuedConnection
            )
            end = monotonic() + _LONGEST
            while not task.is_stopping and monotonic() < end:
                sleep(0.002)
        return ask(task)

    monkeypatch.setattr(Task, "is_cancelled", hear)


def last_state(window: MainWindow) -> WorkState:
    """How the latest piece of work ended, by the diary."""
    return window.context.diary.works[-1].state
