"""What every page is given: the office, the worker, the chosen period, and ways to speak up."""

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.installation import find_installation
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.riwayat.status import suggest_periode
from kinerja_desktop.ui.base import dialogs
from kinerja_desktop.ui.base.tasks import TaskRunner
from kinerja_desktop.ui.base.waiting import Afterwards, Mark, Stored, WaitingDeeds
from kinerja_desktop.ui.base.window_memory import WindowMemory

T = TypeVar("T")

#: Long enough for a short deed of the worker, too short to be felt.
_PATIENCE_SECONDS = 0.04


class BusyError(KinerjaError):
    """A long deed is being stored, and what was asked for cannot be put off."""

    def __init__(self) -> None:
        super().__init__(
            "Belum dapat dilakukan: program masih menyimpan pekerjaan yang panjang.",
            "Tunggu sampai tanda sibuk di bawah hilang, lalu ulangi.",
        )


class Context(QObject):
    """Shared by the window and its pages; holds no data of the office.

    Signals:
        periode_changed: another year or triwulan was chosen.
        tables_changed: names of the tables that an action has changed.
        page_wanted: key of a page to show, and what it should show.
        said: a sentence for the status line.
        refused: what was typed is not stored, and this is about to be explained.
        leaving: the window is to close; what was given to `leave` is done after that.

    Attributes:
        office: the open office.
        installation: where the program was installed to; None for a checkout or a .deb.
        memory: where the window was left.
        waiting: what was typed and is not stored yet.
        farewell: what to do when window and office are closed; None for nothing.
        make_page: builds a page once more by its key, for a context of its own, None for a key
            that there is not; the window gives it, and there is none without a window.
    """

    periode_changed = Signal(object)
    tables_changed = Signal(object)
    page_wanted = Signal(str, object)
    said = Signal(str)
    refused = Signal()
    leaving = Signal()

    def __init__(self, office: Office, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.office = office
        self.installation = find_installation()
        self.farewell: Callable[[], None] | None = None
        self.make_page: Callable[[str, Context], QWidget | None] | None = None
        self.tasks = TaskRunner(self)
        self.waiting = WaitingDeeds(office, self)
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

    def store(
        self, parent: QWidget, deed: Callable[[], object], mark: Mark | None = None
    ) -> Stored:
        """Store what was typed or ticked: at once, or marked and in its turn.

        It waits while another deed is being written; a refusal is explained when it comes.

        Args:
            parent: where a refusal is explained.
            deed: the short deed.
            mark: how its place shows that it waits.
        """
        outcome, is_marked = Stored.WAITING, False
        used = mark or Mark()

        def do() -> Afterwards:
            nonlocal outcome
            outcome, error = Stored.REFUSED, None
            try:
                error = self._do(deed)
                outcome = Stored.REFUSED if error else Stored.DONE
            finally:
                if is_marked:
                    used.settle(outcome is Stored.DONE)
            return lambda: self._tell(parent, error)

        if not self.waiting.do(do):
            is_marked = True
            used.wait()
        return outcome

    def store_behind(
        self,
        parent: QWidget,
        work: Callable[[], T],
        done: Callable[[T], None],
        mark: Mark | None = None,
    ) -> None:
        """Store many rows on the worker, in their turn among what else was typed.

        Args:
            parent: where a failure is explained.
            work: the deed; it touches no widget.
            done: gets the result.
            mark: how the places show that they wait.
        """
        used = mark or Mark()

        def finish(result: T) -> None:
            used.settle(True)
            done(result)

        used.wait()
        self.waiting.do(
            lambda: self.run_behind(parent, work, finish, failed=lambda: used.settle(False))
        )

    def run_behind(
        self,
        parent: QWidget,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[], None],
    ) -> None:
        """Do a deed on the worker whose turn it is: what is typed from now on waits for it."""

        def finish(result: T) -> None:
            self.waiting.release()
            done(result)

        def fail(error: Exception) -> None:
            self.waiting.release()
            failed()
            self.refused.emit()
            self.explain(parent, error)

        self.waiting.hold()
        self.tasks.run(lambda task: work(), done=finish, failed=fail)

    def perform(
        self, parent: QWidget, deed: Callable[[], T], done: Callable[[T | None], None]
    ) -> Afterwards:
        """Do a short deed whose turn it is; what is returned tells of it: None when refused."""
        results: list[T] = []
        error = self._do(lambda: results.append(deed()))

        def tell() -> None:
            done(results[0] if results else None)
            self._tell(parent, error)

        return tell

    def attempt(self, parent: QWidget, deed: Callable[[], T]) -> T | None:
        """Do something short whose result is needed at once; explain a known failure.

        What is only stored goes through `store`, which can wait.
        """
        try:
            with self.office.guarded(), self.office.journal.turn.take(_PATIENCE_SECONDS) as is_ours:
                if not is_ours:
                    raise BusyError
                return deed()
        except KinerjaError as error:
            known = error
        dialogs.explain(parent, known)
        return None

    def finish(self, parent: QWidget, deed: Callable[[], object]) -> None:
        """Do what cannot be put off because the window goes, however long it must wait."""
        self._tell(parent, self._do(deed))

    def _tell(self, parent: QWidget, error: KinerjaError | None) -> None:
        if error:
            self.refused.emit()
            dialogs.explain(parent, error)

    def _do(self, deed: Callable[[], object]) -> KinerjaError | None:
        """Do a deed; return a known failure or damaged data, let a bug rise."""
        try:
            with self.office.guarded():
                deed()
        except KinerjaError as error:
            return error
        return None

    def load(self, parent: QWidget, read: Callable[[Office], T], show: Callable[[T], None]) -> None:
        """Read on the worker thread and show the result on ours.

        A dialog or a page that was closed meanwhile is shown nothing any more.
        """

        def done(found: T) -> None:
            if isValid(parent):
                show(found)

        self.tasks.run(
            lambda task: read(self.office),
            done=done,
            failed=lambda error: self.explain(parent if isValid(parent) else None, error),
        )

    def explain(self, parent: QWidget | None, error: Exception) -> None:
        """Explain a known failure of background work, or damaged data; let a bug rise."""
        try:
            with self.office.guarded():
                raise error
        except KinerjaError as known:
            dialogs.explain(parent, known)

    def close(self) -> None:
        """End the worker; the office is closed by who opened it.

        A context that was made beside this one, for pictures of pages, ends with it.
        """
        if self._listener not in self.office.journal.listeners:
            return
        for beside in self.findChildren(Context):
            beside.close()
        self.office.journal.listeners.remove(self._listener)
        self.waiting.close()
        self.tasks.shutdown()
