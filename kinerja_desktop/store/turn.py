"""Who may write now: deeds of several threads happen one after another, and none must wait for it.

SQLite lets one connection write and refuses the others after a while. Inside the process the deeds
take turns instead, so that what the worker has begun is not refused because of what is typed
meanwhile, and the UI thread can ask whether it is free rather than wait.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from threading import RLock

PATIENCE: ContextVar[float | None] = ContextVar("paling_lama", default=None)
"""How many seconds what this thread is doing waits for the deeds of other people; None for as long
as the database lets it."""


class Turn:
    """The right to write, held by one thread at a time; within one thread it nests.

    Attributes:
        freed: told, on the thread that gave it back, that it may be free.
    """

    def __init__(self) -> None:
        self._lock = RLock()
        self.freed: list[Callable[[], None]] = []

    @contextmanager
    def take(self, most_seconds: float = -1) -> Iterator[bool]:
        """Hold the turn for a block; tell whether it is held.

        Args:
            most_seconds: how long to wait for another thread; as long as it takes when not given.
        """
        is_held = self._lock.acquire(timeout=most_seconds)
        try:
            yield is_held
        finally:
            if is_held:
                self._lock.release()
                for listener in self.freed:
                    listener()
