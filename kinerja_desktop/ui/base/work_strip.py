"""Progress and *Batal* of one long piece of work, in the page that started it."""

from collections import deque
from collections.abc import Callable
from time import monotonic
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton

from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.diary import Work
from kinerja_desktop.ui.base.remaining import Remaining
from kinerja_desktop.ui.base.tasks import Task

T = TypeVar("T")

_TOO_LATE = "Tidak dapat dibatalkan lagi…"
_TOO_LATE_WHY = "Tidak dapat dibatalkan lagi: hasilnya sedang disimpan. Tunggu sampai selesai."


class WorkStrip(QFrame):
    """Hidden while nothing is running; runs one piece of work at a time.

    Signals:
        busy_changed: work has begun or ended.
    """

    busy_changed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._task: Task | None = None
        self._work: Work | None = None
        self._remaining = Remaining()
        self._following: deque[Callable[[], None]] = deque()
        self.setObjectName("kartu")
        self.label = QLabel()
        self.label.setMinimumWidth(220)
        self.time = QLabel()
        self.time.setObjectName("redup")
        self.time.setAccessibleName("Sisa waktu")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.cancel_button = QPushButton("&Batal")
        self.cancel_button.clicked.connect(self.cancel)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(style.MEDIUM, style.SMALL, style.MEDIUM, style.SMALL)
        layout.addWidget(self.label, 1)
        layout.addWidget(self.bar, 1)
        layout.addWidget(self.time)
        layout.addWidget(self.cancel_button)
        self.hide()

    @property
    def context(self) -> Context:
        """The window's: says what came of the work."""
        return self._context

    @property
    def is_busy(self) -> bool:
        """Whether work is running that shows its progress here."""
        return self._task is not None

    def run(
        self,
        text: str,
        work: Callable[[Task], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        *,
        can_cancel: bool = True,
    ) -> None:
        """Run work on the worker thread.

        Args:
            text: what is being done, until the work itself reports more.
            work: asks its task whether to stop, and reports to it.
            done: gets the result.
            failed: gets the exception, also that of a cancelled work.
            can_cancel: whether it may be stopped at all.
        """
        self._remaining = Remaining()
        self._work = self._context.diary.begin(text)
        self._show(0, 0, text)
        self.cancel_button.setVisible(can_cancel)
        self.cancel_button.setEnabled(True)
        self.cancel_button.setToolTip("")
        self.show()
        self._task = self._context.tasks.run(
            work,
            done=lambda result: self._end(done, result, None),
            failed=lambda error: self._end(failed, error, error),
            progress=self._show,
            too_late=self._tell_too_late,
        )
        self.busy_changed.emit()

    def when_free(self, begin: Callable[[], None]) -> None:
        """Begin work at once, or when that which is running has ended, in the order of asking."""
        if self.is_busy or self._following:
            self._following.append(begin)
        else:
            begin()

    def cancel(self) -> None:
        """Ask the work to stop."""
        if self._task is not None and self._task.cancel():
            self.cancel_button.setEnabled(False)
            self.label.setText("Membatalkan…")

    def _show(self, step: int, steps: int, text: str) -> None:
        self.bar.setRange(0, steps)
        self.bar.setValue(step)
        if self._task is None or not self._task.is_stopping:
            self.label.setText(text)
        left = self._remaining.note(step, steps, monotonic())
        self.time.setText(left)
        self.time.setVisible(bool(left))

    def _end(self, callback: Callable[[T], None], value: T, error: Exception | None) -> None:
        task, work, self._task, self._work = self._task, self._work, None, None
        self.hide()
        self.busy_changed.emit()
        assert work is not None, "what ends was begun"
        is_part = error is None and task is not None and task.was_heard
        with self._context.diary.ending(work, error, is_part=is_part):
            callback(value)
        if self._following and not self.is_busy:
            self._following.popleft()()

    def _tell_too_late(self) -> None:
        self.cancel_button.setEnabled(False)
        self.cancel_button.setToolTip(_TOO_LATE_WHY)
        self.label.setText(_TOO_LATE)
