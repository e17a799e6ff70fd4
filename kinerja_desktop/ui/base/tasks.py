"""Run long work off the UI thread, one piece at a time, and come back with the result."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

T = TypeVar("T")

#: Work reports "step n of m" and what it is doing through the function it is given.
Progress = Callable[[int, int, str], None]


class CancelledError(Exception):
    """The clerk pressed *Batal*; the work has left nothing behind."""


class Task:
    """What the work sees of its surroundings: where to report, and whether to stop."""

    def __init__(self, report: Progress) -> None:
        self.report = report
        self._stop = Event()

    def cancel(self) -> None:
        """Ask the work to stop at its next safe point."""
        self._stop.set()

    def is_cancelled(self) -> bool:
        """Tell whether the clerk wants the work to stop."""
        return self._stop.is_set()


class TaskRunner(QObject):
    """Owns the one worker thread. Callbacks run on the UI thread, in the order of events."""

    #: The number of pieces of work not yet delivered has changed.
    busy_changed = Signal(int)

    _event = Signal(object, tuple)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="kerja")
        self._pending = 0
        self._closed = False
        self._event.connect(self._deliver)

    @property
    def pending(self) -> int:
        """How many pieces of work are waiting, running or not yet delivered."""
        return self._pending

    def run(
        self,
        work: Callable[[Task], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        progress: Progress = lambda step, steps, text: None,
    ) -> Task:
        """Run `work` on the worker thread; it must touch no widget.

        Args:
            work: gets a `Task` to report to.
            done: gets the result.
            failed: gets the exception.
            progress: gets the reports.
        """
        # Handed over before the start: connected later, a fast result would be lost.
        task = Task(lambda *state: self._event.emit(progress, state))
        if self._closed:
            # A page's timer may still fire while the window goes.
            return task

        def job() -> None:
            try:
                result = work(task)
            except Exception as error:  # noqa: BLE001, handed to `failed`, never lost
                self._event.emit(self._finish, (failed, error))
            else:
                self._event.emit(self._finish, (done, result))

        self._pending += 1
        self.busy_changed.emit(self._pending)
        self._pool.submit(job)
        return task

    def shutdown(self) -> None:
        """Wait for the running work and take no more; late results are dropped."""
        self._closed = True
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _finish(self, callback: Callable[[Any], None], value: Any) -> None:
        self._pending -= 1
        self.busy_changed.emit(self._pending)
        callback(value)

    def _deliver(self, callback: Callable[..., None], arguments: tuple[Any, ...]) -> None:
        if not self._closed:
            callback(*arguments)
