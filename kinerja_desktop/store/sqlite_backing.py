"""An office's data in an SQLite file of this PC, which one program has at a time."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from sqlalchemy import event
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlmodel import Session

from kinerja_desktop.domain.fingerprint import TableFingerprint
from kinerja_desktop.domain.rantai import Mata
from kinerja_desktop.errors import KinerjaError, explain_os_error
from kinerja_desktop.server_address import Place
from kinerja_desktop.store.backing import Person, ToldOfOthers, Writing
from kinerja_desktop.store.contents import find_wrong_content, find_wrong_live_schema
from kinerja_desktop.store.database import (
    FILE_NAME,
    DatabaseFailedError,
    connect,
    explain_database_error,
    find_damage,
    sqlite_url,
)
from kinerja_desktop.store.file_source import file_source
from kinerja_desktop.store.fingerprint import (
    Columns,
    read_fingerprints,
    read_live_fingerprints,
)
from kinerja_desktop.store.lock import FolderLock
from kinerja_desktop.store.places import require_local
from kinerja_desktop.store.recorder import Line, add_lines
from kinerja_desktop.store.records import Record
from kinerja_desktop.store.schema import create_schema, is_known_revision
from kinerja_desktop.store.sqlite_failures import SqliteFailure, classify
from kinerja_desktop.store.tidying import clear_leftovers, clear_temporary

if TYPE_CHECKING:
    from kinerja_desktop.store.restore import Restored
    from kinerja_desktop.store.upgrade import Upgrade

BACKUP_FOLDER = "cadangan"
"""Where the automatic backups lie, below the data folder."""
OPERATOR = "Operator"


class AloneWriting:
    """What SQLite asks of a deed: nothing, for nobody else has the file."""

    def begin(self, session: Session) -> str | None:
        """Begin a deed: the first row written locks the file."""
        return None

    def sight(self) -> int | None:
        """Nobody else does anything."""
        return None

    def check(
        self, session: Session, changed: Iterable[Record], deleted: Iterable[Record]
    ) -> frozenset[str]:
        """Nobody else changes rows."""
        return frozenset()

    def find_gone(self, session: Session) -> KinerjaError | None:
        """Nobody else deletes rows."""
        return None

    def add_deed(self, session: Session, mata: Mata, rantai: str, lines: Sequence[Line]) -> int:
        """Write a deed into the trail; nobody else is to be told."""
        return add_lines(session, mata, rantai, lines)

    def note_stored(self, transaksi_id: int, rantai: str) -> None:
        """Nobody else's deeds come between."""

    def was_stored(self, error: Exception, transaksi_id: int, rantai: str) -> bool:
        """Know that what ended in an error is not stored."""
        return False

    def explain(self, error: SQLAlchemyError) -> KinerjaError | None:
        """Say what a failure of the database means to the clerk; None when it is our bug."""
        return explain_database_error(error) if isinstance(error, DBAPIError) else None


class SqliteBacking:
    """One data folder: database, evidence and backups in it; see `store.backing.Backing`."""

    raw_errors: tuple[type[Exception], ...] = (sqlite3.Error, UnicodeError)

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.where: Place = folder
        self.file: Path | None = folder / FILE_NAME
        self._database = folder / FILE_NAME
        self.name = str(self._database)
        self.engine = connect(sqlite_url(folder))
        self.writing: Writing = AloneWriting()
        self.source = file_source(self._database)
        self.evidence = self.source.evidence
        self._lock = FolderLock(folder)

    def hold(self) -> None:
        """Take the folder, making it when it is not there.

        Raises:
            NetworkFolderError: it lies on a network share.
            FolderInUseError: another window has it open.
            KinerjaError: it cannot be written.
        """
        require_local(self.folder)
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            self._lock.acquire()
        except OSError as error:
            raise explain_os_error(error, self.folder) from error

    def release(self) -> None:
        """Free the folder."""
        self.engine.dispose()
        self._lock.release()

    def find_user(self) -> str:
        """Return the one user that a PC has."""
        return OPERATOR

    def list_people(self) -> Sequence[Person]:
        """Return the one user that a PC has."""
        return [Person(OPERATOR, adalah_saya=True)]

    def may_write(self) -> bool:
        """Tell that who has the file may write it."""
        return True

    def is_reachable(self) -> bool:
        """Tell that a file of this PC is at hand."""
        return True

    def find_damage(self) -> Sequence[str]:
        """Look the whole database through; name what is damaged."""
        return find_damage(self.engine)

    def find_wrong(self, *, wholly: bool) -> Sequence[str]:
        """Name what another program has changed in the schema and, wholly, in the values."""
        return find_wrong_content(self.engine) if wholly else find_wrong_live_schema(self.engine)

    def create(self) -> None:
        """Make the present schema in an empty database."""
        create_schema(self.engine)

    def upgrade(self, moment: datetime) -> "Upgrade":
        """Bring an older schema to the present one: in a copy, compared, then exchanged."""
        from kinerja_desktop.store.upgrade import upgrade_database

        self.engine.dispose()
        return upgrade_database(self._database, self.folder / BACKUP_FOLDER, moment)

    def read_fingerprints(self, columns: Columns | None = None) -> tuple[TableFingerprint, ...]:
        """Read the fingerprint of every table."""
        return read_live_fingerprints(self.engine, columns)

    def describe_state(self, backup: Path | None = None) -> tuple[TableFingerprint, ...]:
        """Return the fingerprint of every table: nobody else changes them."""
        return read_fingerprints(backup) if backup else self.read_fingerprints()

    def recall(
        self, remembered: tuple[TableFingerprint, ...], *, is_planned: bool
    ) -> tuple[TableFingerprint, ...]:
        """Return what is remembered, unless a deed has followed that nobody described."""
        # Every deed leaves a line in the trail: as many lines, and nothing was done since then.
        if is_planned or _count_trail(remembered) == _count_trail(self.read_fingerprints()):
            return remembered
        return ()

    def replace(self, copy: Path, moment: datetime) -> "Restored":
        """Put a whole copy in the place of the file, while nobody gets at it."""
        with self._closed():
            return self.restore(copy, moment)

    def restore(self, backup: Path, moment: datetime) -> "Restored":
        """Put a backup in the place of the file; an older schema as it is."""
        from kinerja_desktop.store import restore

        backups = self.folder / BACKUP_FOLDER
        return restore.restore(backup, self._database, backups, moment, is_known_revision)

    def explain_raw(self, error: Exception) -> KinerjaError | None:
        """Say what an error of SQLite below the engine means; None when the data is damaged."""
        failure = classify(error)
        if failure in (None, SqliteFailure.DAMAGED):
            return None
        return DatabaseFailedError(failure)

    def is_damage(self, error: KinerjaError) -> bool:
        """Tell whether a failure means that the data is damaged."""
        return isinstance(error, DatabaseFailedError) and error.failure is SqliteFailure.DAMAGED

    def name_failure(self, error: KinerjaError) -> KinerjaError:
        """Return a failure of the file with its path."""
        if isinstance(error, DatabaseFailedError):
            return error.failure.explain(f"Data di {self.name}")
        return error

    def listen(self, told: ToldOfOthers) -> None:
        """Nobody else changes the file."""

    def tidy(self) -> None:
        """Clear what killed runs left."""
        self.evidence.remove_leftovers()
        clear_leftovers(self.folder)
        clear_temporary()

    @contextmanager
    def _closed(self) -> Iterator[None]:
        """Close all connections, and refuse new ones until the file has been replaced."""
        event.listen(self.engine, "do_connect", _refuse)
        try:
            self.engine.dispose()
            yield
        finally:
            event.remove(self.engine, "do_connect", _refuse)


def _count_trail(tables: Iterable[TableFingerprint]) -> int:
    return next((item.rows for item in tables if item.table == "transaksi"), 0)


def _refuse(*_: Any) -> NoReturn:
    raise KinerjaError("Data sedang dipulihkan.", "Tunggu sebentar, lalu ulangi.")
