"""Texts on their way to the office: written one by one, the latest of each section, none lost."""

from collections import Counter
from collections.abc import Callable
from threading import Lock

from kinerja_desktop.services.kantor.office import Office

#: Year and kunci of a section.
Tempat = tuple[int, str]
Write = Callable[[Office, int, str, str], None]


class Outbox:
    """Filled on the UI thread, emptied on the worker, or at the end wherever it must be.

    Writing a text reads the report to know its draft, which is too slow for the UI thread.
    """

    def __init__(self, write: Write) -> None:
        self._write = write
        self._lock = Lock()
        self._waiting: dict[Tempat, str] = {}
        #: Texts handed over and not answered yet; only the UI thread counts.
        self._open: Counter[Tempat] = Counter()

    def put(self, tahun: int, kunci: str, teks: str) -> None:
        """Take a text; an older one of the same section that still waits is forgotten."""
        self._open[tahun, kunci] += 1
        self._waiting[tahun, kunci] = teks

    def settle(self, tahun: int, kunci: str) -> None:
        """Hear, on the UI thread, that the worker has answered for a text."""
        self._open[tahun, kunci] -= 1

    def holds(self, tahun: int, kunci: str) -> bool:
        """Whether what was read of a section may be older than what was typed there."""
        return self._open[tahun, kunci] > 0

    def drain(self, office: Office) -> None:
        """Store everything that waits to be stored.

        Raises:
            KinerjaError: a text was refused; the others wait for the next time.
        """
        with self._lock:
            while self._waiting:
                (tahun, kunci), teks = self._waiting.popitem()
                self._write(office, tahun, kunci, teks)
