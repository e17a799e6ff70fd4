"""What every page is given: the office, the worker, the chosen period, and ways to speak up."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.errors import CancelledError, KinerjaError
from kinerja_desktop.installation import find_installation
from kinerja_desktop.server_address import Place
from kinerja_desktop.services.kantor.connection import (
    TABLES,
    ChangedMeanwhileError,
    Knowledge,
    Spot,
    is_connection_lost,
    is_reachable,
    is_storage_failed,
    may_write,
)
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.riwayat.status import suggest_periode
from kinerja_desktop.ui.base import dialogs
from kinerja_desktop.ui.base.diary import WorkDiary
from kinerja_desktop.ui.base.meeting import Choice
from kinerja_desktop.ui.base.reconnecting import Reconnector
from kinerja_desktop.ui.base.sight import keep_sight
from kinerja_desktop.ui.base.storing import LongDeed, TypedDeed, choose_about, insist
from kinerja_desktop.ui.base.tasks import TaskRunner
from kinerja_desktop.ui.base.waiting import Afterwards, Deed, Mark, Stored, WaitingDeeds
from kinerja_desktop.ui.base.window_memory import WindowMemory

T = TypeVar("T")

#: Long enough for a short deed of the worker, too short to be felt.
_PATIENCE_SECONDS = 0.04
#: For somebody else on the server, where the deed cannot be lined up: rather felt than refused.
_FOR_OTHERS_SECONDS = 0.5
_ASK_AGAIN_MS = 300


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
        written: a sentence for it about what was written, and the folder where that is.
        noticed: a sentence to be read at leisure, the page where one goes on, and what it shows.
        help_wanted: a place in the help is to be shown; empty for the page's own.
        refused: what was typed is not stored, and this is about to be explained.
        stored_again: something typed is stored after the disk had refused.
        leaving: the window is to close; what was given to `leave` is done after that.

    Attributes:
        office: the open office.
        installation: where the program was installed to; None for a checkout or a .deb.
        memory: where the window was left.
        diary: what ran in the background.
        waiting: what was typed and is not stored yet.
        tell_unstored: tells, where one types, that the disk took nothing, and returns whether it
            can; the window gives it, and there is none without a window.
        accepted: others' changes that the clerk has seen and writes over.
        line: the line to a server, while it is broken.
        farewell: what to do when window and office are closed; None for nothing.
        may_write: the user may change the data; else every door says so.
        next_place: the place to open when this one is closed; None for none.
        make_page: builds a page once more by its key, for a context of its own, None for a key
            that there is not; the window gives it, and there is none without a window.
    """

    periode_changed = Signal(object)
    tables_changed = Signal(object)
    page_wanted = Signal(str, object)
    said = Signal(str)
    written = Signal(str, object)
    noticed = Signal(str, str, object)
    help_wanted = Signal(str)
    refused = Signal()
    stored_again = Signal()
    leaving = Signal()

    def __init__(self, office: Office, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.office = office
        self.installation = find_installation()
        self.may_write = may_write(office)
        self.next_place: Place | None = None
        self.farewell: Callable[[], object] | None = None
        self.make_page: Callable[[str, Context], QWidget | None] | None = None
        self.tasks = TaskRunner(self)
        self.waiting = WaitingDeeds(office, self)
        self.accepted: dict[Spot, int] = {}
        self._has_unstored = False
        self.tell_unstored: Callable[[QWidget, KinerjaError], bool] | None = None
        self.line = Reconnector(lambda: is_reachable(office), self)
        self.line.back.connect(self._go_on)
        self.diary = WorkDiary(office.now, self)
        self.said.connect(self.diary.hear)
        self.written.connect(self.diary.hear)
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

    @property
    def has_unstored(self) -> bool:
        """Whether what was typed last could not be stored, and still stands in its field."""
        return self._has_unstored

    @has_unstored.setter
    def has_unstored(self, has_unstored: bool) -> None:
        self._has_unstored = has_unstored
        if not has_unstored:
            self.stored_again.emit()

    def open_page(self, key: str, argument: Any = None) -> None:
        """Show another page."""
        self.page_wanted.emit(key, argument)

    def leave(self, farewell: Callable[[], object]) -> None:
        """Close the window and the office, then do something as the last deed."""
        self.farewell = farewell
        self.leaving.emit()

    def say(self, sentence: str) -> None:
        """Show a sentence in the status line."""
        self.said.emit(sentence)

    def say_written(self, sentence: str, folder: Path) -> None:
        """Tell in the status line what was written, with a button that opens its folder."""
        self.written.emit(sentence, folder)

    def notice(self, sentence: str, page: str, argument: Any = None) -> None:
        """Show a sentence across the window until it is closed, with a way to a page."""
        self.noticed.emit(sentence, page, argument)

    @property
    def is_shared(self) -> bool:
        """Whether several people may have the data open at once."""
        return self.office.journal.sight() is not None

    def store(
        self, parent: QWidget, deed: Callable[[], object], mark: Mark | None = None
    ) -> Stored:
        """Store what was typed or ticked: at once, or marked and in its turn.

        It waits while another deed is being written, or the server is away; a refusal is
        explained when it comes, and who meets somebody else's change chooses.

        Args:
            parent: where a refusal is explained.
            deed: the short deed.
            mark: how its place shows that it waits.
        """
        return TypedDeed(self, parent, deed, mark).begin()

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
        deed = LongDeed(self, parent, work, finish, lambda: used.settle(False))
        self.waiting.do(deed.begin)

    def run_behind(
        self,
        parent: QWidget,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[], None],
    ) -> None:
        """Do a deed on the worker whose turn it is: what is typed from now on waits for it."""
        LongDeed(self, parent, work, done, failed).begin()

    def perform(
        self, parent: QWidget, deed: Callable[[], T], done: Callable[[T | None], None]
    ) -> Afterwards:
        """Do a short deed whose turn it is; what is returned tells of it: None when refused."""
        results: list[T] = []
        error = self.do(lambda: results.append(deed()), None, _FOR_OTHERS_SECONDS)

        def tell() -> None:
            done(results[0] if results else None)
            if error:
                self.tell_refused(parent, error)

        return tell

    def attempt(
        self,
        parent: QWidget,
        deed: Callable[[], T],
        tell: Callable[[KinerjaError], None] | None = None,
    ) -> T | None:
        """Do something short whose result is needed at once; explain a known failure.

        What is only stored goes through `store`, which can wait.

        Args:
            parent: beside which a failure is explained.
            deed: does it.
            tell: explains it instead, where the clerk is looking.
        """
        results: list[T] = []

        def act(knowledge: Knowledge) -> KinerjaError | None:
            with self.office.journal.turn.take(_PATIENCE_SECONDS) as is_ours:
                if not is_ours:
                    return BusyError()
                return self.do(lambda: results.append(deed()), knowledge, _FOR_OTHERS_SECONDS)

        error = insist(self, parent, act)
        if error and not isinstance(error, ChangedMeanwhileError):
            self._note_lost(error)
            if tell is None:
                dialogs.explain(parent, error)
            else:
                tell(error)
        return results[0] if results else None

    def finish(self, parent: QWidget, deed: Callable[[], object]) -> bool:
        """Do what cannot be put off because the window goes, however long it must wait.

        Returns:
            Whether it is done; else it was explained.
        """
        error = insist(self, parent, lambda knowledge: self.do(deed, knowledge, None))
        if error and not isinstance(error, ChangedMeanwhileError):
            self.has_unstored = True
            self.tell_refused(parent, error)
        return error is None

    def tell_refused(self, parent: QWidget, error: KinerjaError) -> None:
        """Explain why something is not stored; of a disk that is full, without a box.

        It is met while one types, again and again, and a box would take the keys.
        """
        self.refused.emit()
        self._note_lost(error)
        if is_storage_failed(error) and self.tell_unstored and self.tell_unstored(parent, error):
            return
        dialogs.explain(parent, error)

    def do(
        self,
        deed: Callable[[], object],
        knowledge: Knowledge | None = None,
        most_seconds: float | None = _PATIENCE_SECONDS,
    ) -> KinerjaError | None:
        """Do a deed; return a known failure or damaged data, let a bug rise.

        Args:
            deed: the deed, whose turn it is.
            knowledge: what stood on the screen when it was typed.
            most_seconds: how long it may wait for other people; None for as long as it takes.
        """
        journal = self.office.journal
        try:
            with (
                self.office.guarded(),
                journal.knowing(knowledge or Knowledge()),
                journal.hurrying(most_seconds),
            ):
                deed()
        except KinerjaError as error:
            return error
        return None

    def wait_for_server(self, deed: Deed | None = None) -> None:
        """Let everything wait until the server answers again; `deed` comes first then."""
        self.waiting.pause(deed)
        self.line.begin()

    def wait_for_others(self, deed: Deed) -> None:
        """Let everything wait while somebody else writes; `deed` comes first then."""
        self.waiting.pause(deed)
        QTimer.singleShot(_ASK_AGAIN_MS, self, self._ask_again)

    def _ask_again(self) -> None:
        if not self.line.is_away:
            self.waiting.resume()

    def _note_lost(self, error: Exception) -> None:
        if is_connection_lost(error):
            self.wait_for_server()

    def _go_on(self) -> None:
        """Store what waited, and read again what could not be read."""
        self.waiting.resume()
        self.tables_changed.emit(set(TABLES))

    def load(self, parent: QWidget, read: Callable[[Office], T], show: Callable[[T], None]) -> None:
        """Read on the worker thread and show the result on ours.

        A dialog or a page that was closed meanwhile is shown nothing any more.
        """
        sight = self.office.journal.sight()

        def done(found: T) -> None:
            if isValid(parent):
                show(found)
                keep_sight(parent, sight)

        self.tasks.run(
            lambda task: read(self.office),
            done=done,
            failed=lambda error: self.explain(parent if isValid(parent) else None, error),
        )

    def explain(self, parent: QWidget | None, error: Exception) -> None:
        """Explain a known failure of background work, or damaged data; let a bug rise.

        That the clerk has stopped it is told in the status line.
        That the server is away is told once, by the window, not by each page that cannot read.
        """
        try:
            with self.office.guarded():
                raise error
        except ChangedMeanwhileError as met:
            choose_about(self, parent, met, Choice.SEEN)
        except CancelledError as stopped:
            self.say(str(stopped))
        except KinerjaError as known:
            if is_connection_lost(known):
                self.wait_for_server()
            else:
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
        self.line.close()
        self.tasks.shutdown()
