"""Run long work off the UI thread, one piece at a time, and come back with the result."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Lock
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from kinerja_desktop.progress import Progress, silent

T = TypeVar("T")


class Task:
    """What the work sees of its surroundings: where to report, and whether to stop.

    Attributes:
        report: told "step n of m" and what is being done.
    """

    def __init__(self, report: Progress, too_late: Callable[[], None] = lambda: None) -> None:
        """Make it.

        Args:
            report: where reports go.
            too_late: told, on the worker, that it can no longer be stopped.
        """
        self.report = report
        self._too_late = too_late
        self._lock = Lock()
        self._is_wanted = self._is_heard = self._is_settled = False

    @property
    def is_stopping(self) -> bool:
        """Whether it was asked to stop."""
        return self._is_wanted

    @property
    def was_heard(self) -> bool:
        """Whether the work knows that it was asked to stop: what it gives then is not all."""
        return self._is_heard

    def cancel(self) -> bool:
        """Ask the work to stop at its next safe point; False when it is too late for that."""
        with self._lock:
            self._is_wanted = self._is_wanted or not self._is_settled
            return self._is_wanted

    def is_cancelled(self) -> bool:
        """Tell the work whether the clerk wants it to stop."""
        self._is_heard = wanted = self._is_wanted
        return wanted

    def last_call(self) -> bool:
        """Tell it the last time: if not now, what follows is done to its end."""
        with self._lock:
            self._is_settled = not self._is_wanted
        if self._is_settled:
            self._too_late()
        return self.is_cancelled()


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
        progress: Progress = silent,
        too_late: Callable[[], None] = lambda: None,
    ) -> Task:
        """Run `work` on the worker thread; it must touch no widget.

        Args:
            work: gets a `Task` to report to.
            done: gets the result.
            failed: gets the exception.
            progress: gets the reports.
            too_late: told when the work can no longer be stopped.
        """
        # Handed over before the start: connected later, a fast result would be lost.
        task = Task(
            lambda *state: self._event.emit(progress, state),
            lambda: self._event.emit(too_late, ()),
        )
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
