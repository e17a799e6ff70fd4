"""What was typed into the pages of the wizard, kept until the office is there."""

from collections.abc import Mapping
from typing import Protocol

from kinerja_desktop.services.awal.draf_panduan import (
    DrafPanduan,
    IsiHalaman,
    read_draf,
    remove_draf,
    write_draf,
)
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.ui.wizard.typed import text_of

_WHERE, _PAGE = "letak", "halaman"


class KeptPage(Protocol):
    """A page that can say what was typed into it, and take that back."""

    def state(self) -> IsiHalaman:
        """Return what was typed."""

    def restore(self, state: IsiHalaman) -> None:
        """Type it again."""


class KeptDraft:
    """Writes the draft only when something was typed since.

    Attributes:
        halaman: id of the page where the wizard was left.
    """

    def __init__(self, office: Office, pages: Mapping[str, KeptPage]) -> None:
        self._office, self._pages = office, pages
        self._blank = self._states()
        self._kept: DrafPanduan = {}
        self.halaman = 0

    def take_up(self) -> bool:
        """Fill the pages with what was kept; tell whether there was anything.

        Raises:
            KinerjaError: the draft is damaged or cannot be read.
        """
        found = read_draf(self._office)
        if not found:
            return False
        for name, page in self._pages.items():
            page.restore(found.get(name, {}))
        number = text_of(found.get(_WHERE, {}), _PAGE)
        self.halaman = int(number) if number.isdecimal() else 0
        self._kept = found
        return True

    def keep(self, halaman: int, *, without: str = "") -> None:
        """Write down what is typed, if it is something new; of blank pages nothing is kept.

        Args:
            halaman: id of the page that is shown.
            without: name of a page that is to be blank the next time; empty for none.

        Raises:
            KinerjaError: the data folder is full or cannot be written.
        """
        states = self._states()
        if without:
            states[without] = self._blank[without]
        draf = {**states, _WHERE: {_PAGE: str(halaman)}}
        if draf == self._kept:
            return
        if states == self._blank:
            if self._kept:
                self.remove()
            return
        write_draf(self._office, draf)
        self._kept = draf

    def empty(self) -> None:
        """Make the pages blank again; the file goes."""
        for name, page in self._pages.items():
            page.restore(self._blank[name])
        self.remove()

    def remove(self) -> bool:
        """Forget what was kept.

        Raises:
            KinerjaError: the file cannot be taken away.
        """
        remove_draf(self._office)
        self._kept = {}
        return True

    def _states(self) -> dict[str, IsiHalaman]:
        return {name: page.state() for name, page in self._pages.items()}
