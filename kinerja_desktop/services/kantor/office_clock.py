"""The office's clock: the PC's, but in the practice office, whose days go on from its last deed.

The practice office ends on a day of its own: on the PC's calendar everything in it would be long
overdue. So its clock begins where its trail ends, and goes on while it is open. Only in a folder:
on a server several PCs would have as many calendars.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from sqlmodel import Session

from kinerja_desktop.store.journal import Journal
from kinerja_desktop.store.queries.kantor import has_sample
from kinerja_desktop.store.queries.riwayat import find_first_label, find_last_moment

#: The first deed of the practice office, by which it is known: a trail only grows, whatever the
#: learner calls the office.
_AWAL_LATIHAN = "Mengimpor buku kerja latihan.xlsx"
_INSTANSI = "instansi"
_NONE = timedelta(0)


class OfficeClock:
    """Tells the moment of the office.

    Attributes:
        real: the clock of the PC; tests pass their own.
    """

    def __init__(self, real: Callable[[], datetime], *, is_alone: bool) -> None:
        """Make it.

        Args:
            real: the clock of the PC; tests pass their own.
            is_alone: whether the data is in a folder, which one PC has open at a time.
        """
        self.real = real
        self._is_alone = is_alone
        self._ahead = _NONE
        self._held: datetime | None = None
        self._is_practice = False
        self._ahead_in_practice: timedelta | None = None

    def __call__(self) -> datetime:
        """Return the present moment, aware."""
        return self._held or self.real() + self._ahead

    @property
    def is_practice(self) -> bool:
        """Whether the days are those of the practice office, not of the PC."""
        return self._is_practice

    def hold(self, moment: datetime) -> None:
        """Stand still at a moment: the practice office is filled day by day."""
        self._held = moment

    def follow(self, journal: Journal) -> None:
        """Go by the data as it is, and again whenever another office takes its place."""
        self._settle(journal)
        if self._is_alone:
            journal.listeners.append(lambda tables: self._hear(journal, tables))

    def go_on(self, journal: Journal) -> None:
        """Stand still no longer."""
        self._held = None
        self._settle(journal)

    def _hear(self, journal: Journal, tables: set[str]) -> None:
        """Go by another office's days, and again by the practice's when that is taken back."""
        if _INSTANSI not in tables or self._held is not None:
            return
        if self._is_practice:
            self._ahead_in_practice = self._ahead
        self._settle(journal)
        if self._is_practice and self._ahead_in_practice is not None:
            self._ahead = self._ahead_in_practice

    def _settle(self, journal: Journal) -> None:
        if not self._is_alone:
            return
        with journal.reading() as session:
            last = find_own_moment(session)
        self._is_practice = last is not None
        self._ahead = last - self.real() if last else _NONE


def find_own_moment(session: Session) -> datetime | None:
    """Return where the practice office's own days stand; None for any other office."""
    return find_last_moment(session) if is_latihan(session) else None


def is_latihan(session: Session) -> bool:
    """Whether this is the practice office, under whatever name, while it is marked as a sample."""
    return has_sample(session) and find_first_label(session) == _AWAL_LATIHAN
