"""The office's open data folder, as services and pages see it."""

import shutil
from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Engine

from kinerja_desktop.domain.angka.tanggal import local_date
from kinerja_desktop.domain.update import UpdateRecord
from kinerja_desktop.errors import KinerjaError, explain_os_error
from kinerja_desktop.services.kantor.guarding import GuardedJournal, tell_damage
from kinerja_desktop.services.kantor.lost_data import (
    BACKUP_FOLDER,
    describe_damage,
    require_database,
)
from kinerja_desktop.services.kantor.tables_before import conclude_start, remember_tables
from kinerja_desktop.store.contents import find_wrong_content, find_wrong_live_schema
from kinerja_desktop.store.database import (
    FILE_NAME,
    DatabaseFailedError,
    connect,
    find_damage,
    sqlite_url,
)
from kinerja_desktop.store.evidence import EvidenceStore
from kinerja_desktop.store.fingerprint import read_live_fingerprints
from kinerja_desktop.store.lock import FolderInUseError as FolderInUseError
from kinerja_desktop.store.lock import FolderLock
from kinerja_desktop.store.places import require_local
from kinerja_desktop.store.queries.kantor import find_instansi
from kinerja_desktop.store.records import Instansi
from kinerja_desktop.store.schema import (
    HEAD,
    NewerDatabaseError,
    UpgradeFailedError,
    create_schema,
    is_known_revision,
    read_revision,
)
from kinerja_desktop.store.tidying import clear_leftovers, clear_temporary, close_to_others

__all__ = ["Office", "UpgradeFailedError", "open_office", "utc_now"]

if TYPE_CHECKING:
    from kinerja_desktop.store.upgrade import Upgrade

#: Lies in the data folder while the program runs; found at start, the last end was unclean.
_MARK = "sedang-dibuka"
PELAKU = "Operator"
VIEWED_FOLDER = "dibuka"
"""Holds copies of evidence that other programs show, while the office is open."""


class Office:
    """One open data folder: database, journal, evidence files, backups.

    Attributes:
        folder: the data folder.
        journal: every change goes through it.
        evidence: the evidence files.
        now: the clock; tests pass their own.
        ended_uncleanly: the program was not closed the last time.
        update: what the folder remembers of the program's last update.
    """

    def __init__(
        self,
        folder: Path,
        engine: Engine,
        lock: FolderLock,
        now: Callable[[], datetime],
        update: UpdateRecord,
    ) -> None:
        self.folder = folder
        self.engine = engine
        self.now = now
        self.update = update
        self.journal = GuardedJournal(folder, engine, PELAKU, now)
        self._has_changed = not update.tables
        self.journal.listeners.append(self._note_change)
        self.evidence = EvidenceStore(folder)
        self._lock = lock
        self.ended_uncleanly = (folder / _MARK).exists()
        (folder / _MARK).touch()
        self._remove_viewed()

    @property
    def backup_folder(self) -> Path:
        """Where automatic backups lie."""
        return self.folder / BACKUP_FOLDER

    @property
    def database_file(self) -> Path:
        """The file of the office's database."""
        return self.folder / FILE_NAME

    def today(self) -> date:
        """Return the office's calendar day."""
        return local_date(self.now())

    def guarded(self) -> AbstractContextManager[None]:
        """Tell as damage what unreadable data makes rise within: around each whole deed of a door.

        Raises:
            DamagedOfficeError: see `tell_damage`.
        """
        return tell_damage(self.folder, self.engine)

    def instansi(self) -> Instansi | None:
        """Return the office's own row; None before it is set up."""
        with self.journal.reading() as session:
            return find_instansi(session)

    def require_instansi(self) -> Instansi:
        """Return the office's own row.

        Raises:
            KinerjaError: the office is not set up yet.
        """
        row = self.instansi()
        if row is None:
            raise KinerjaError(
                "Kantor belum disiapkan.",
                "Buka program dan isi panduan awal, atau impor buku kerja lebih dulu.",
            )
        return row

    def close(self) -> None:
        """Close the database cleanly and free the folder."""
        if self._has_changed:
            remember_tables(self.folder, partial(read_live_fingerprints, self.engine))
        self.engine.dispose()
        self._remove_viewed()
        # Where it cannot be removed the next start looks the data through.
        with suppress(OSError):
            (self.folder / _MARK).unlink()
        close_to_others(self.folder, wholly=True)
        self._lock.release()

    def _remove_viewed(self) -> None:
        # On Windows a file that another program still shows stays until the next start.
        shutil.rmtree(self.folder / VIEWED_FOLDER, ignore_errors=True)

    def _note_change(self, _tables: set[str]) -> None:
        self._has_changed = True


def utc_now() -> datetime:
    """Return the present moment; the one clock that services read by default."""
    return datetime.now(UTC)


def open_office(folder: Path, now: Callable[[], datetime] = utc_now) -> Office:
    """Open a data folder, making it when it is not there.

    Raises:
        FolderInUseError: another window has it open.
        NewerDatabaseError: a newer program made it.
        NetworkFolderError: it lies on a network share.
        UpgradeFailedError: an older program made it, and this one cannot read it; the data is as
            it was.
        DamagedOfficeError: the database cannot be read.
        KinerjaError: the folder cannot be written.
    """
    require_local(folder)
    lock = FolderLock(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock.acquire()
    except OSError as error:
        raise explain_os_error(error, folder) from error
    engine = connect(sqlite_url(folder))
    try:
        require_database(folder)
        with tell_damage(folder, engine):
            upgrade = _prepare(folder, engine, now)
            update = conclude_start(
                folder, now(), upgrade, partial(read_live_fingerprints, engine),
                partial(_back_up_for_update, folder, now),
            )  # fmt: skip
            office = Office(folder, engine, lock, now, update)
        office.evidence.remove_leftovers()
        clear_leftovers(folder)
        clear_temporary()
        close_to_others(folder, wholly=False)
        return office
    except BaseException as error:
        engine.dispose()
        lock.release()
        if isinstance(error, DatabaseFailedError):
            raise error.failure.explain(f"Data di {folder / FILE_NAME}") from error
        # What lies in the folder may belong to somebody else, after one run with sudo.
        if isinstance(error, OSError):
            raise explain_os_error(error, folder) from error
        raise


def _prepare(folder: Path, engine: Engine, now: Callable[[], datetime]) -> "Upgrade | None":
    is_suspect = (folder / _MARK).exists()
    if is_suspect and find_damage(engine):
        raise describe_damage(folder)
    revision = read_revision(engine)
    find_wrong = find_wrong_content if is_suspect else find_wrong_live_schema
    if revision == HEAD and (wrong := find_wrong(engine)):
        raise describe_damage(folder, wrong)
    if revision is None:
        create_schema(engine)
    elif not is_known_revision(revision):
        raise NewerDatabaseError
    elif revision != HEAD:
        from kinerja_desktop.store.upgrade import upgrade_database

        engine.dispose()
        return upgrade_database(folder / FILE_NAME, folder / BACKUP_FOLDER, now())
    return None


def _back_up_for_update(folder: Path, now: Callable[[], datetime]) -> Path:
    from kinerja_desktop.store.backup import Alasan, create_backup

    database, backups = folder / FILE_NAME, folder / BACKUP_FOLDER
    return create_backup(database, backups, now(), Alasan.SEBELUM_MIGRASI)
