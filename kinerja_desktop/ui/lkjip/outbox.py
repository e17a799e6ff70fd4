"""Texts on their way to the office: written one by one, the latest of each section, none lost."""

from collections import Counter
from collections.abc import Callable
from threading import Lock

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.connection import Knowledge
from kinerja_desktop.services.kantor.office import Office

#: Year and kunci of a section.
Tempat = tuple[int, str]
Write = Callable[[Office, int, str, str], None]


class RefusedTextError(Exception):
    """A text was refused.

    Attributes:
        error: why.
        tahun: year of its report.
        kunci: its section.
        teks: the text.
        knowledge: what stood on the screen when it was typed.
    """

    def __init__(
        self, error: KinerjaError, tahun: int, kunci: str, teks: str, knowledge: Knowledge
    ) -> None:
        super().__init__(str(error))
        self.error, self.tahun, self.kunci = error, tahun, kunci
        self.teks, self.knowledge = teks, knowledge


class Outbox:
    """Filled on the UI thread, emptied on the worker, or at the end wherever it must be.

    Writing a text reads the report to know its draft, which is too slow for the UI thread.
    """

    def __init__(self, write: Write) -> None:
        self._write = write
        self._lock = Lock()
        self._waiting: dict[Tempat, tuple[str, Knowledge]] = {}
        #: Texts handed over and not answered yet; only the UI thread counts.
        self._open: Counter[Tempat] = Counter()
        #: A text was refused, and its answer has not been heard on the UI thread yet.
        self.is_refused = False

    def put(self, tahun: int, kunci: str, teks: str, knowledge: Knowledge) -> None:
        """Take a text; an older one of the same section that still waits is forgotten.

        Args:
            tahun: year of the report.
            kunci: its section.
            teks: the text.
            knowledge: what stood on the screen when it was typed.
        """
        self._open[tahun, kunci] += 1
        self._waiting[tahun, kunci] = teks, knowledge

    def put_back(self, tahun: int, kunci: str, teks: str, knowledge: Knowledge) -> None:
        """Take a text again that could not be stored yet, unless a later one is there."""
        self._waiting.setdefault((tahun, kunci), (teks, knowledge))

    def waiting(self) -> list[tuple[int, str, str]]:
        """Return what waits to be stored."""
        return [(tahun, kunci, teks) for (tahun, kunci), (teks, _) in self._waiting.items()]

    def hold(self, tahun: int, kunci: str) -> None:
        """Know that the worker will answer for a text once more."""
        self._open[tahun, kunci] += 1

    def settle(self, tahun: int, kunci: str) -> None:
        """Hear, on the UI thread, that the worker has answered for a text."""
        self._open[tahun, kunci] -= 1
        self.is_refused = False

    def holds(self, tahun: int, kunci: str) -> bool:
        """Whether what was read of a section may be older than what was typed there."""
        return self._open[tahun, kunci] > 0

    def drain(self, office: Office) -> None:
        """Store everything that waits to be stored.

        Raises:
            RefusedTextError: a text was refused; the others wait for the next time.
        """
        with self._lock:
            while self._waiting:
                (tahun, kunci), (teks, knowledge) = self._waiting.popitem()
                try:
                    with office.journal.knowing(knowledge):
                        self._write(office, tahun, kunci, teks)
                except KinerjaError as error:
                    self.is_refused = True
                    raise RefusedTextError(error, tahun, kunci, teks, knowledge) from error
