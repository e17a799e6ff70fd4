"""What ran in the background since the window was opened, and how it ended.

It belongs to the window: nothing of it stands in the office's data.
"""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from kinerja_desktop.errors import CancelledError, KinerjaError

#: More than anybody looks through.
_MOST = 200
_BUG = "kesalahan program; laporannya ditampilkan"


class WorkState(Enum):
    """How far a piece of work came, in words."""

    RUNNING = "sedang berjalan"
    DONE = "selesai"
    FAILED = "gagal"
    CANCELLED = "dibatalkan"


@dataclass
class Work:
    """One piece of work.

    Attributes:
        number: tells it from the others; the first is 1.
        name: what it is, as its page calls it.
        begun: when, aware.
        state: how far it came.
        result: what was said of it; empty for nothing yet.
        folder: where lies what it wrote; None when it wrote nothing.
    """

    number: int
    name: str
    begun: datetime
    state: WorkState = WorkState.RUNNING
    result: str = ""
    folder: Path | None = None


class WorkDiary(QObject):
    """Remembers pieces of work, the latest last.

    Signals:
        changed: one has begun or ended, or something was said of it.
    """

    changed = Signal()

    def __init__(self, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._works: deque[Work] = deque(maxlen=_MOST)
        self._count = 0
        self._told: Work | None = None

    @property
    def works(self) -> Sequence[Work]:
        """All of them."""
        return tuple(self._works)

    def begin(self, name: str) -> Work:
        """Write down that a piece of work begins."""
        self._count += 1
        work = Work(self._count, name.replace("&", "").rstrip("… ."), self._now())
        self._works.append(work)
        self.changed.emit()
        return work

    def note(self, name: str, result: str, error: Exception | None = None) -> None:
        """Write down what began by itself, when it is over already."""
        work = self.begin(name)
        work.result = result
        with self.ending(work, error):
            pass

    @contextmanager
    def ending(
        self, work: Work, error: Exception | None = None, *, is_part: bool = False
    ) -> Iterator[None]:
        """Write down how it ended; what is said within the block is said of it.

        Args:
            work: what ended.
            error: why it failed; None when it did not.
            is_part: the clerk stopped it, and what was done until then stays.
        """
        if error is None:
            work.state = WorkState.CANCELLED if is_part else WorkState.DONE
        else:
            is_cancelled = isinstance(error, CancelledError)
            work.state = WorkState.CANCELLED if is_cancelled else WorkState.FAILED
            work.result = str(error) if isinstance(error, KinerjaError) else _BUG
        before, self._told = self._told, work
        try:
            yield
        finally:
            self._told = before
            self.changed.emit()

    def hear(self, sentence: str, folder: Path | None = None) -> None:
        """Hear what is said in the status line; of work that ends just now it is the result."""
        if self._told is not None and self._told.state is not WorkState.FAILED:
            self._told.result = sentence
            self._told.folder = folder or self._told.folder
