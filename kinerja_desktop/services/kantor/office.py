"""The office's open data folder, as services and pages see it."""

import shutil
from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from kinerja_desktop.domain.angka.tanggal import local_date
from kinerja_desktop.domain.update import UpdateRecord
from kinerja_desktop.errors import KinerjaError, explain_os_error
from kinerja_desktop.server_address import Place
from kinerja_desktop.services.kantor.guarding import GuardedJournal, tell_damage
from kinerja_desktop.services.kantor.lost_data import (
    BACKUP_FOLDER,
    describe_damage,
    require_database,
)
from kinerja_desktop.services.kantor.office_clock import OfficeClock
from kinerja_desktop.services.kantor.tables_before import conclude_start, remember_tables
from kinerja_desktop.store.backing import Backing
from kinerja_desktop.store.backing_choice import find_backing
from kinerja_desktop.store.lock import FolderInUseError as FolderInUseError
from kinerja_desktop.store.queries.kantor import find_instansi
from kinerja_desktop.store.records import Instansi
from kinerja_desktop.store.schema import (
    HEAD,
    NewerDatabaseError,
    UpgradeFailedError,
    is_known_revision,
    read_revision,
)
from kinerja_desktop.store.tidying import close_to_others

__all__ = ["Office", "UpgradeFailedError", "open_office", "utc_now"]

if TYPE_CHECKING:
    from kinerja_desktop.store.upgrade import Upgrade

#: Lies in the data folder while the program runs; found at start, the last end was unclean.
_MARK = "sedang-dibuka"
VIEWED_FOLDER = "dibuka"
"""Holds copies of evidence that other programs show, while the office is open."""


class Office:
    """One open office: database, journal, evidence files, backups.

    Attributes:
        place: where its data is.
        folder: the data folder; of data on a server, what this PC keeps beside it.
        journal: every change goes through it.
        evidence: the evidence files.
        clock: tells the moment; in the practice office it is not the PC's.
        now: the clock, as whoever needs only the moment asks it; tests put their own here.
        ended_uncleanly: the program was not closed the last time.
        update: what the folder remembers of the program's last update.
    """

    def __init__(
        self,
        place: Backing,
        now: Callable[[], datetime],
        update: UpdateRecord,
    ) -> None:
        self.place = place
        self.folder = place.folder
        self.engine = place.engine
        self.clock = OfficeClock(now, is_alone=self.place.file is not None)
        self.now: Callable[[], datetime] = self.clock
        self.update = update
        self.journal = GuardedJournal(place, place.find_user(), self.clock)
        self.clock.follow(self.journal)
        self._has_changed = not update.tables
        self.journal.listeners.append(self._note_change)
        self.evidence = place.evidence
        self.ended_uncleanly = (self.folder / _MARK).exists()
        (self.folder / _MARK).touch()
        self._remove_viewed()

    @property
    def backup_folder(self) -> Path:
        """Where automatic backups lie."""
        return self.folder / BACKUP_FOLDER

    def today(self) -> date:
        """Return the office's calendar day."""
        return local_date(self.now())

    def guarded(self) -> AbstractContextManager[None]:
        """Tell as damage what unreadable data makes rise within: around each whole deed of a door.

        Raises:
            DamagedOfficeError: see `tell_damage`.
        """
        return tell_damage(self.place)

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
            remember_tables(self.folder, self.place.describe_state, self.place.raw_errors)
        self.engine.dispose()
        self._remove_viewed()
        # Where it cannot be removed the next start looks the data through.
        with suppress(OSError):
            (self.folder / _MARK).unlink()
        close_to_others(self.folder, wholly=True)
        self.place.release()

    def _remove_viewed(self) -> None:
        # On Windows a file that another program still shows stays until the next start.
        shutil.rmtree(self.folder / VIEWED_FOLDER, ignore_errors=True)

    def _note_change(self, _tables: set[str]) -> None:
        self._has_changed = True


def utc_now() -> datetime:
    """Return the present moment; the one clock that services read by default."""
    return datetime.now(UTC)


def open_office(where: Place, now: Callable[[], datetime] = utc_now) -> Office:
    """Open an office, making it when it is not there.

    Args:
        where: the data folder, or the address of a database on a server.
        now: the clock.

    Raises:
        FolderInUseError: another window has it open.
        NewerDatabaseError: a newer program made it.
        NetworkFolderError: it lies on a network share.
        UpgradeFailedError: an older program made it, and this one cannot read it; the data is as
            it was.
        DamagedOfficeError: the database cannot be read.
        KinerjaError: the folder cannot be written, or the server not be reached.
    """
    place = find_backing(where)
    place.hold()
    try:
        if place.file is not None:
            require_database(place.folder)
        with tell_damage(place):
            upgrade = _prepare(place, now)
            update = conclude_start(
                place.folder, now(), upgrade, place.read_fingerprints,
                place.recall, partial(_back_up_for_update, place, now),
            )  # fmt: skip
            office = Office(place, now, update)
        place.tidy()
        close_to_others(place.folder, wholly=False)
        place.listen(office.journal.hear)
        return office
    except BaseException as error:
        place.release()
        # What lies in the folder may belong to somebody else, after one run with sudo.
        if isinstance(error, OSError):
            raise explain_os_error(error, place.folder) from error
        if isinstance(error, KinerjaError) and (named := place.name_failure(error)) is not error:
            raise named from error
        raise


def _prepare(place: Backing, now: Callable[[], datetime]) -> "Upgrade | None":
    is_suspect = (place.folder / _MARK).exists()
    if is_suspect and place.find_damage():
        raise describe_damage(place)
    revision = read_revision(place.engine)
    if revision == HEAD and (wrong := place.find_wrong(wholly=is_suspect)):
        raise describe_damage(place, wrong)
    if revision is None:
        place.create()
    elif not is_known_revision(revision):
        raise NewerDatabaseError
    elif revision != HEAD:
        return place.upgrade(now())
    return None


def _back_up_for_update(place: Backing, now: Callable[[], datetime]) -> Path:
    from kinerja_desktop.store.backup import Alasan, create_backup

    return create_backup(place.source, place.folder / BACKUP_FOLDER, now(), Alasan.SEBELUM_MIGRASI)
