"""Every change goes through here, and is kept: for saving, audit trail, undo and refresh.

An `action` is one deed of the clerk. While its session writes, a recorder notes each row
before and after in the same transaction. From that one record come the audit trail, undo and
redo (a new action that applies the inverse, so that the trail only grows), the check that a
row has not changed since, and the refresh of pages.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Engine, event, insert, inspect
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import ORMExecuteState
from sqlalchemy.orm.base import NO_VALUE
from sqlmodel import Session, col, select

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.store.columns import from_plain, to_plain
from kinerja_desktop.store.database import explain_database_error
from kinerja_desktop.store.records import RECORDS, Json, Perubahan, Record, Transaksi
from kinerja_desktop.store.row_locks import TAKES_BACK, refuse_locked
from kinerja_desktop.store.storable import keep_storable

#: Told the names of the tables that a committed action has changed.
Listener = Callable[[set[str]], None]

_UNDONE, _REDONE = "Batalkan: ", "Ulangi: "

_RECORDER = "recorder"

# Made once: building and compiling them costs more than the rows they write.
_ADD_TRANSAKSI, _ADD_PERUBAHAN = insert(Transaksi), insert(Perubahan)


class StaleUndoError(KinerjaError):
    """The row has changed since, so the old action cannot be taken back."""

    def __init__(self, label: str) -> None:
        super().__init__(
            f"'{label}' tidak dapat dibatalkan lagi karena datanya sudah berubah sesudah itu.",
            "Ubah datanya langsung.",
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
    """

    def __init__(self, engine: Engine, pelaku: str, now: Callable[[], datetime] = _utc_now) -> None:
        self._engine = engine
        self._now = now
        self._undo: list[Step] = []
        self._redo: list[Step] = []
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

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Open a session that only reads."""
        with Session(self._engine, expire_on_commit=False) as session:
            yield session

    @contextmanager
    def action(self, label: str, *, undoable: bool = True) -> Iterator[Session]:
        """Let one deed of the clerk happen whole or not at all, and remember it.

        Args:
            label: as it will read in the audit trail and beside *Batalkan*.
            undoable: False for what has left the program (a signed document, a step
                of a SOP, a delivery); such a deed also ends the undoing of earlier ones.
        """
        with self._transaction(label) as (session, recorder):
            yield session
        if recorder.transaksi_id is None:
            return
        self._redo.clear()
        if undoable:
            self._undo.append(Step(recorder.transaksi_id, label, recorder.rows))
        else:
            self._undo.clear()
        self._tell(recorder.tables)

    def undo(self) -> str | None:
        """Take the last action back; return its label, None when there is none.

        Raises:
            StaleUndoError: its rows have changed since; the list of undoable actions ends.
        """
        return self._shift(self._undo, self._redo, _UNDONE)

    def redo(self) -> str | None:
        """Do the last undone action again; return its label, None when there is none.

        Raises:
            StaleUndoError: its rows have changed since; the list of actions ends.
        """
        return self._shift(self._redo, self._undo, _REDONE)

    def forget(self) -> None:
        """End undoing, after the database was replaced by another."""
        self._undo.clear()
        self._redo.clear()

    def _shift(self, source: list[Step], target: list[Step], prefix: str) -> str | None:
        if not source:
            return None
        step = source[-1]
        try:
            recorder = self._take_back(step, prefix)
        except StaleUndoError:
            source.clear()
            raise
        assert recorder.transaksi_id is not None
        source.pop()
        target.append(Step(recorder.transaksi_id, step.label, recorder.rows))
        self._tell(recorder.tables)
        return step.label

    def _tell(self, tables: set[str]) -> None:
        """Tell who listens, once what can be undone is up to date: the window shows it."""
        for listener in self.listeners:
            listener(tables)

    def _take_back(self, step: Step, prefix: str) -> "_Recorder":
        """Revert an action by a new action."""
        with self.reading() as session:
            changes = session.exec(
                select(Perubahan)
                .where(Perubahan.transaksi_id == step.transaksi_id)
                .order_by(col(Perubahan.id).desc())
            ).all()
        with self._transaction(prefix + step.label) as (session, recorder):
            session.info[TAKES_BACK] = True
            for change in changes:
                _revert(session, change, step.label)
                session.flush()
        return recorder

    @contextmanager
    def _transaction(self, label: str) -> Iterator[tuple[Session, "_Recorder"]]:
        with _RecordedSession(self._engine, expire_on_commit=False) as session:
            recorder = _Recorder({"waktu": self._now(), "pelaku": self.pelaku, "label": label})
            session.info[_RECORDER] = recorder
            try:
                yield session, recorder
                session.commit()
            except DBAPIError as error:
                known = explain_database_error(error)
                if known is None:
                    raise
                raise known from error


class _RecordedSession(Session):
    """A session whose every flush is written down by the recorder in its `info`."""


class _Recorder:
    """Writes down what a session is about to commit."""

    def __init__(self, head: dict[str, Any]) -> None:
        self._head = head
        self.transaksi_id: int | None = None
        self.tables: set[str] = set()
        self.rows = 0

    def record(self, session: Session) -> None:
        """Note what this flush adds, changes and deletes."""
        lines = [line for line in _changes(session) if line["lama"] != line["baru"]]
        if not lines:
            return
        connection = session.connection()
        if self.transaksi_id is None:
            result = connection.execute(_ADD_TRANSAKSI, self._head)
            (self.transaksi_id,) = result.inserted_primary_key or (None,)
        connection.execute(
            _ADD_PERUBAHAN, [{"transaksi_id": self.transaksi_id, **line} for line in lines]
        )
        self.tables.update(line["tabel"] for line in lines)
        self.rows += len(lines)


def row_to_plain(row: Record) -> Json:
    """Return all columns of a row as plain JSON data."""
    return _plain(row, inspect(type(row)).columns.keys())


def _plain(row: Record, names: Iterable[str]) -> Json:
    columns = inspect(type(row)).columns
    return {name: to_plain(columns[name], getattr(row, name)) for name in names}


def plain_to_values(record: type[Record], plain: Json) -> dict[str, Any]:
    """Read back columns that `row_to_plain` wrote."""
    columns = inspect(record).columns
    return {key: from_plain(columns[key], value) for key, value in plain.items()}


def _changes(session: Session) -> Iterator[dict[str, Any]]:
    for row in session.new:
        yield _line(row, None, row_to_plain(row))
    for row in session.deleted:
        yield _line(row, {**row_to_plain(row), **_replaced(row)}, None)
    # What was both changed and deleted counts as deleted only.
    for row in session.dirty:
        lama = _replaced(row)
        baru = _plain(row, lama)
        changed = [key for key in lama if lama[key] != baru[key]]
        yield _line(row, {key: lama[key] for key in changed}, {key: baru[key] for key in changed})


def _line(row: Record, lama: Json | None, baru: Json | None) -> dict[str, Any]:
    return {"tabel": row.__tablename__, "baris": row.id, "lama": lama, "baru": baru}


def _replaced(row: Record) -> Json:
    """Return the old values of the columns that were set."""
    state = inspect(row)
    columns = state.mapper.columns
    # `attrs[…].history` says the same and costs ten times as much.
    return {
        name: to_plain(columns[name], old)
        for name, old in state.committed_state.items()
        if old is not NO_VALUE
    }


def _revert(session: Session, change: Perubahan, label: str) -> None:
    record = RECORDS[change.tabel]
    row = session.get(record, change.baris)
    now = row_to_plain(row) if row else {}
    if not (change.baru or {}).items() <= now.items() or (row and change.baru is None):
        raise StaleUndoError(label)
    if change.lama is None:
        session.delete(row)
        return
    values = plain_to_values(record, change.lama)
    if row is None:
        session.add(record(**values))
        return
    for key, value in values.items():
        setattr(row, key, value)


@event.listens_for(_RecordedSession, "before_flush")
def _keep_storable(session: Session, _context: object, _instances: object) -> None:
    for row in (*session.new, *session.dirty):
        keep_storable(row)
    # A row that was only looked at through a setter has not changed.
    touched = (row for row in session.dirty if session.is_modified(row))
    refuse_locked(session, (*session.new, *touched, *session.deleted))


@event.listens_for(_RecordedSession, "after_flush")
def _record_flush(session: Session, _context: object) -> None:
    session.info[_RECORDER].record(session)


@event.listens_for(_RecordedSession, "do_orm_execute")
def _refuse_bulk_changes(state: ORMExecuteState) -> None:
    if state.is_insert or state.is_update or state.is_delete:
        raise AssertionError("change rows one by one through the session: bulk changes escape")
