"""What every page is given: the office, the worker, the chosen period, and ways to speak up."""

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.installation import find_installation
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.riwayat.status import suggest_periode
from kinerja_desktop.ui.base import dialogs
from kinerja_desktop.ui.base.tasks import TaskRunner
from kinerja_desktop.ui.base.window_memory import WindowMemory

T = TypeVar("T")


class Context(QObject):
    """Shared by the window and its pages; holds no data of the office.

    Signals:
        periode_changed: another year or triwulan was chosen.
        tables_changed: names of the tables that an action has changed.
        page_wanted: key of a page to show, and what it should show.
        said: a sentence for the status line.
        leaving: the window is to close; what was given to `leave` is done after that.

    Attributes:
        office: the open office.
        installation: where the program was installed to; None for a checkout or a .deb.
        memory: where the window was left.
        farewell: what to do when window and office are closed; None for nothing.
    """

    periode_changed = Signal(object)
    tables_changed = Signal(object)
    page_wanted = Signal(str, object)
    said = Signal(str)
    leaving = Signal()

    def __init__(self, office: Office, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.office = office
        self.installation = find_installation()
        self.farewell: Callable[[], None] | None = None
        self.tasks = TaskRunner(self)
        self.memory = WindowMemory(office.folder, self)
        self._periode = suggest_periode(office)
        # The journal calls back on the thread that wrote; a signal brings it to ours.
        self._listener: Callable[[set[str]], None] = self.tables_changed.emit
        office.journal.listeners.append(self._listener)

    @property
    def periode(self) -> Periode:
        """The year and triwulan chosen at the top of the window."""
        return self._periode

    def set_periode(self, periode: Periode) -> None:
        """Choose another year or triwulan."""
        if periode != self._periode:
            self._periode = periode
            self.periode_changed.emit(periode)

    def open_page(self, key: str, argument: Any = None) -> None:
        """Show another page."""
        self.page_wanted.emit(key, argument)

    def leave(self, farewell: Callable[[], None]) -> None:
        """Close the window and the office, then do something as the last deed."""
        self.farewell = farewell
        self.leaving.emit()

    def say(self, sentence: str) -> None:
        """Show a sentence in the status line."""
        self.said.emit(sentence)

    def attempt(self, parent: QWidget, deed: Callable[[], T]) -> T | None:
        """Do something short; explain a known failure or damaged data, let a bug rise."""
        try:
            with self.office.guarded():
                return deed()
        except KinerjaError as error:
            dialogs.explain(parent, error)
            return None

    def load(self, parent: QWidget, read: Callable[[Office], T], show: Callable[[T], None]) -> None:
        """Read on the worker thread and show the result on ours."""
        self.tasks.run(
            lambda task: read(self.office),
            done=show,
            failed=lambda error: self.explain(parent, error),
        )

    def explain(self, parent: QWidget | None, error: Exception) -> None:
        """Explain a known failure of background work, or damaged data; let a bug rise."""
        try:
            with self.office.guarded():
                raise error
        except KinerjaError as known:
            dialogs.explain(parent, known)

    def close(self) -> None:
        """End the worker; the office is closed by who opened it."""
        self.office.journal.listeners.remove(self._listener)
        self.tasks.shutdown()
