"""One deed on its way to the office: done in its turn, and the one place where a refusal is met.

Somebody else's change is shown and chosen about; a server that is away, or somebody else who
writes for long, makes the deed wait; every other refusal is explained.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.connection import (
    ChangedMeanwhileError,
    Knowledge,
    UnsureError,
    is_busy_elsewhere,
    is_connection_lost,
    is_storage_failed,
)
from kinerja_desktop.ui.base import dialogs, meeting
from kinerja_desktop.ui.base.meeting import Choice
from kinerja_desktop.ui.base.sight import sight_of_typing
from kinerja_desktop.ui.base.waiting import Afterwards, Mark, Stored

if TYPE_CHECKING:
    from kinerja_desktop.ui.base.context import Context

#: What two people met at is read on the UI thread, where a silent server is not waited for.
_DESCRIBING_SECONDS = 0.5


def know(context: "Context", parent: QWidget) -> Knowledge:
    """Return what is on the screen when something is typed there."""
    if not context.is_shared:
        return Knowledge()
    return Knowledge(sight_of_typing(parent), dict(context.accepted))


def choose_about(
    context: "Context",
    parent: QWidget | None,
    error: ChangedMeanwhileError,
    *choices: Choice,
) -> Choice:
    """Show where two people met, and let the second choose; what was read is read again.

    Args:
        context: the window's.
        parent: beside which is asked.
        error: where they met.
        choices: what can be chosen; the last, never `MINE`, is taken when nobody chooses.
    """
    from kinerja_desktop.services.riwayat.pertemuan import describe_meetings

    assert choices[-1] is not Choice.MINE
    try:
        with context.office.journal.hurrying(_DESCRIBING_SECONDS):
            found = describe_meetings(context.office, error.meetings)
    except KinerjaError as failure:
        # The server went away between the deed and the question: nothing is stored, nothing lost.
        dialogs.explain(parent, failure)
        return choices[-1]
    choice = meeting.ask_meeting(parent, found, choices)
    if choice is Choice.MINE:
        # Once chosen it is not asked again, however the field goes on.
        context.accepted.update(Knowledge().accept(error.meetings).accepted)
    if choice is Choice.THEIRS:
        context.tables_changed.emit({item.change.tabel for item in error.meetings})
    return choice


class TypedDeed:
    """A short deed on the UI thread.

    Attributes:
        outcome: what became of it so far.
    """

    def __init__(
        self, context: "Context", parent: QWidget, deed: Callable[[], object], mark: Mark | None
    ) -> None:
        """Make the deed; see `Context.store`."""
        self._context, self._parent, self._deed = context, parent, deed
        self._mark = mark or Mark()
        self._is_marked = False
        self._knowledge = know(context, parent)
        self.outcome = Stored.WAITING

    def begin(self) -> Stored:
        """Do it at once, or line it up and mark its place."""
        if not self._context.waiting.do(self._do):
            self._wait()
        return self.outcome

    def _wait(self) -> None:
        self.outcome = Stored.WAITING
        if not self._is_marked:
            self._is_marked = True
            self._mark.wait()

    def _settle(self, outcome: Stored) -> None:
        self.outcome = outcome
        if self._is_marked:
            self._is_marked = False
            self._mark.settle(outcome is Stored.DONE)
            if outcome is Stored.KEPT and self._mark.keep:
                self._mark.keep()

    def _do(self) -> Afterwards | None:
        context = self._context
        before = context.office.journal.last
        try:
            error = context.do(self._deed, self._knowledge)
        except BaseException:
            self._settle(Stored.REFUSED)
            raise
        if error is None:
            context.has_unstored = False
            self._settle(Stored.DONE)
        elif is_connection_lost(error) and context.office.journal.last is before:
            self._wait()
            context.wait_for_server(self._do)
        elif is_busy_elsewhere(error) and context.office.journal.last is before:
            self._wait()
            context.wait_for_others(self._do)
        elif isinstance(error, ChangedMeanwhileError):
            met = error
            return lambda: self._choose(met)
        else:
            known = error
            # Of what may be stored or not, or on no disk, what was typed stays in its field.
            is_kept = isinstance(error, UnsureError) or is_storage_failed(error)
            self._settle(Stored.KEPT if is_kept else Stored.REFUSED)
            context.has_unstored = context.has_unstored or is_kept
            return lambda: context.tell_refused(self._parent, known)
        return None

    def _choose(self, error: ChangedMeanwhileError) -> None:
        parent = self._parent if isValid(self._parent) else None
        self._context.refused.emit()
        # The last is what is taken when nobody chooses: never what goes over somebody's entry.
        choices = [Choice.MINE, Choice.THEIRS]
        if parent is not None and (not self._is_marked or self._mark.keep):
            choices = [Choice.THEIRS, Choice.MINE, Choice.BACK]
        match choose_about(self._context, parent, error, *choices):
            case Choice.MINE:
                self._knowledge = self._knowledge.accept(error.meetings)
                self.begin()
            case Choice.BACK:
                self._settle(Stored.KEPT)
            case Choice.THEIRS:
                self._settle(Stored.YIELDED)


class LongDeed:
    """A deed on the worker, in its turn among what else was typed."""

    def __init__(
        self,
        context: "Context",
        parent: QWidget,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[], None],
    ) -> None:
        """Make the deed; see `Context.run_behind`."""
        self._context, self._parent = context, parent
        self._work, self._done, self._failed = work, done, failed
        self._knowledge = know(context, parent)
        self._before: object = None

    def begin(self) -> None:
        """Do it, for its turn is now: what is typed from now on waits for it."""
        journal, knowledge = self._context.office.journal, self._knowledge
        self._before = journal.last

        def work(_task: object) -> Any:
            with journal.knowing(knowledge):
                return self._work()

        self._context.waiting.hold()
        self._context.tasks.run(work, done=self._finish, failed=self._fail)

    def _finish(self, result: Any) -> None:
        self._context.waiting.release()
        self._done(result)

    def _fail(self, error: Exception) -> None:
        context = self._context
        if is_connection_lost(error) and context.office.journal.last is self._before:
            context.wait_for_server(self.begin)
            context.waiting.release()
            return
        context.waiting.release()
        parent = self._parent if isValid(self._parent) else None
        if isinstance(error, ChangedMeanwhileError):
            context.refused.emit()
            if choose_about(context, parent, error, Choice.MINE, Choice.THEIRS) is Choice.MINE:
                self._knowledge = self._knowledge.accept(error.meetings)
                context.waiting.do(self.begin)
                return
            self._failed()
            return
        self._failed()
        context.refused.emit()
        context.explain(parent, error)


def insist(
    context: "Context",
    parent: QWidget,
    deed: Callable[[Knowledge], KinerjaError | None],
) -> KinerjaError | None:
    """Do a deed that cannot be put off; who meets somebody else chooses at once.

    Args:
        context: the window's.
        parent: beside which is asked.
        deed: does it; returns a known failure.

    Returns:
        What is still to be explained; None when it is done, or theirs was taken.
    """
    knowledge = know(context, parent)
    while isinstance(error := deed(knowledge), ChangedMeanwhileError):
        if choose_about(context, parent, error, Choice.MINE, Choice.THEIRS) is Choice.THEIRS:
            return error
        knowledge = knowledge.accept(error.meetings)
    return error
