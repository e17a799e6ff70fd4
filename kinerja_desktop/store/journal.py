"""Every change goes through here, and is kept: for saving, audit trail, undo and refresh.

An `action` is one deed of the clerk. While its session writes, a recorder notes each row
before and after in the same transaction. From that one record come the audit trail, undo and
redo (a new action that applies the inverse, so that the trail only grows), the check that a
row has not changed since, and the refresh of pages.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from threading import local

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError, IntegrityError, NoResultFound, SQLAlchemyError
from sqlmodel import Session, col, select

from kinerja_desktop.domain.kunci import TerkunciError
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.store.backing import Writing
from kinerja_desktop.store.meanwhile import KNOWN, Knowledge
from kinerja_desktop.store.recorded_session import RECORDER, WRITING, RecordedSession
from kinerja_desktop.store.recorder import Recorder, read_last_seal
from kinerja_desktop.store.records import Perubahan
from kinerja_desktop.store.reverting import StaleUndoError, revert
from kinerja_desktop.store.row_locks import TAKES_BACK
from kinerja_desktop.store.sqlite_backing import AloneWriting
from kinerja_desktop.store.turn import PATIENCE, Turn

#: Told the names of the tables that a committed action has changed.
Listener = Callable[[set[str]], None]

_UNDONE, _REDONE = "Batalkan: ", "Ulangi: "


class MovedError(KinerjaError):
    """The data has changed since what is to be stored was made of it."""

    def __init__(self) -> None:
        super().__init__(
            "Data masih diubah selagi dokumen ini dibekukan, jadi belum disimpan.",
            "Tunggu sampai pengisian selesai, lalu ulangi.",
        )


def _utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True)
class Step:
    """An action that can be taken back: its line in the trail, its name, and its rows."""

    transaksi_id: int
    label: str
    rows: int


class Journal:
    """Runs the actions of one user and takes them back in reverse order.

    Args:
        engine: the open database.
        pelaku: who acts, as the audit trail names them.
        now: the clock.
        writing: what the database asks of a deed.

    Attributes:
        turn: held from the beginning of a deed to its end, so that deeds never meet.
    """

    def __init__(
        self,
        engine: Engine,
        pelaku: str,
        now: Callable[[], datetime] = _utc_now,
        writing: Writing | None = None,
    ) -> None:
        self._engine = engine
        self._writing = writing or AloneWriting()
        self._now = now
        self._undo: list[Step] = []
        self._redo: list[Step] = []
        self._last: Step | None = None
        self._thread = local()
        self.turn = Turn()
        self.pelaku = pelaku
        self.listeners: list[Listener] = []

    @property
    def undo_label(self) -> str | None:
        """What Ctrl+Z would take back, None for nothing."""
        return self._undo[-1].label if self._undo else None

    @property
    def redo_label(self) -> str | None:
        """What Ctrl+Y would do again, None for nothing."""
        return self._redo[-1].label if self._redo else None

    @property
    def undo_rows(self) -> int:
        """How many rows Ctrl+Z would change: many are better taken back off the UI thread."""
        return self._undo[-1].rows if self._undo else 0

    @property
    def redo_rows(self) -> int:
        """How many rows Ctrl+Y would change."""
        return self._redo[-1].rows if self._redo else 0

    @property
    def last(self) -> Step | None:
        """The latest deed done here, also one that Ctrl+Z leaves alone; None for none."""
        return self._last

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Open a session that only reads."""
        with Session(self._engine, expire_on_commit=False) as session, self._explained(session):
            yield session

    @contextmanager
    def action(self, label: str, *, undoable: bool = True) -> Iterator[Session]:
        """Let one deed of the clerk happen whole or not at all, and remember it.

        Args:
            label: as it will read in the audit trail and beside *Batalkan*.
            undoable: False for what has left the program (a signed document, a step
                of a SOP, a delivery): Ctrl+Z passes it by, and takes back of the earlier deeds
                those on which nothing rests.

        Raises:
            KinerjaError: what is final would change, a text is too long, or the disk is full.
        """
        with self.turn.take():
            with self._transaction(label) as (session, recorder):
                yield session
            if recorder.transaksi_id is None:
                return
            self._redo.clear()
            self._last = Step(recorder.transaksi_id, label, recorder.rows)
            if undoable:
                self._undo.append(self._last)
            self._tell(recorder.tables)

    def sight(self) -> int | None:
        """Return the latest deed of others and of one's own that was told here; None when alone."""
        return self._writing.sight()

    @contextmanager
    def knowing(self, knowledge: Knowledge) -> Iterator[None]:
        """Judge the deeds of this thread within by what was on the screen when they were typed."""
        before = getattr(self._thread, "knowledge", None)
        self._thread.knowledge = knowledge
        try:
            yield
        finally:
            self._thread.knowledge = before

    @contextmanager
    def hurrying(self, most_seconds: float | None) -> Iterator[None]:
        """Let this thread wait only so long for other people, and for a server little longer."""
        token = PATIENCE.set(most_seconds)
        try:
            yield
        finally:
            PATIENCE.reset(token)

    def state(self) -> str:
        """Return the seal of the latest deed: while it is the same, no row has changed."""
        with self.reading() as session:
            return read_last_seal(session)

    def require_state(self, session: Session, state: str) -> None:
        """Make sure, inside an action that has written, that nothing changed since a `state`.

        Raises:
            MovedError: something did.
        """
        # From the first row written on, nobody else can write.
        session.flush()
        if read_last_seal(session) != state:
            raise MovedError

    def take_back(self, step: Step) -> None:
        """Take back one deed, whether or not Ctrl+Z would; the trail tells it.

        Raises:
            StaleUndoError: something rests on it.
            TerkunciError: it would change what is final.
        """
        with self.turn.take():
            recorder = self._revert(step, _UNDONE)
            self._undo = [item for item in self._undo if item != step]
            self._redo.clear()
            self._tell(recorder.tables)

    def undo(self) -> str | None:
        """Take the last action back; return its label, None when there is none.

        Raises:
            StaleUndoError: something rests on it; it is passed by from now on.
            TerkunciError: it would change what is final; it is passed by from now on.
        """
        with self.turn.take():
            return self._shift(self._undo, self._redo, _UNDONE)

    def redo(self) -> str | None:
        """Do the last undone action again; return its label, None when there is none.

        Raises:
            StaleUndoError: something rests on it; it is passed by from now on.
            TerkunciError: it would change what is final; it is passed by from now on.
        """
        with self.turn.take():
            return self._shift(self._redo, self._undo, _REDONE)

    def forget(self) -> None:
        """End undoing, after the database was replaced by another."""
        self._undo.clear()
        self._redo.clear()
        self._last = None

    def _shift(self, source: list[Step], target: list[Step], prefix: str) -> str | None:
        if not source:
            return None
        step = source[-1]
        try:
            recorder = self._revert(step, prefix)
        except (StaleUndoError, TerkunciError):
            source.pop()
            raise
        assert recorder.transaksi_id is not None
        source.pop()
        target.append(Step(recorder.transaksi_id, step.label, recorder.rows))
        self._tell(recorder.tables)
        return step.label

    def hear(self, tables: set[str], is_replaced: bool) -> None:
        """Take in, on any thread, that somebody else has changed tables.

        Args:
            tables: their names.
            is_replaced: all data was replaced by that of a backup, so that undoing ends.
        """
        if is_replaced:
            self.forget()
        self._tell(tables)

    def _tell(self, tables: set[str]) -> None:
        """Tell who listens, once what can be undone is up to date: the window shows it."""
        for listener in self.listeners:
            listener(tables)

    def _revert(self, step: Step, prefix: str) -> Recorder:
        """Take an action back by a new one."""
        with self.reading() as session:
            changes = session.exec(
                select(Perubahan)
                .where(Perubahan.transaksi_id == step.transaksi_id)
                .order_by(col(Perubahan.id).desc())
            ).all()
        try:
            with self._transaction(prefix + step.label) as (session, recorder):
                session.info[TAKES_BACK] = True
                for change in changes:
                    revert(session, change, step.label)
                    session.flush()
        except IntegrityError as error:
            # A row that came later belongs to one that this would remove.
            raise StaleUndoError(step.label) from error
        return recorder

    @contextmanager
    def _transaction(self, label: str) -> Iterator[tuple[Session, Recorder]]:
        with RecordedSession(self._engine, expire_on_commit=False) as session:
            recorder = Recorder(self._now(), self.pelaku, label)
            session.info[RECORDER] = recorder
            session.info[WRITING] = self._writing
            session.info[KNOWN] = getattr(self._thread, "knowledge", None) or Knowledge()
            with self._explained(session):
                before = self._writing.begin(session)
                yield session, recorder
                session.flush()
                recorder.write(session, before, self._writing.add_deed)
                self._store(session, recorder)

    @contextmanager
    def _explained(self, session: Session) -> Iterator[None]:
        try:
            yield
        except SQLAlchemyError as error:
            # Undoing tells itself what a row means on which others rest.
            is_undoing = session.info.get(TAKES_BACK) and isinstance(error, IntegrityError)
            is_missing = isinstance(error, NoResultFound)
            is_deed = KNOWN in session.info
            known = self._writing.find_gone(session) if is_missing and is_deed else None
            known = known or (None if is_undoing else self._writing.explain(error))
            if known is None:
                raise
            raise known from error

    def _store(self, session: Session, recorder: Recorder) -> None:
        if recorder.transaksi_id is None:
            session.commit()
            return
        deed = recorder.transaksi_id, recorder.rantai
        try:
            session.commit()
        except (DBAPIError, KinerjaError) as error:
            # The answer may be lost though the deed is not.
            if not self._writing.was_stored(error, *deed):
                raise
        self._writing.note_stored(*deed)
