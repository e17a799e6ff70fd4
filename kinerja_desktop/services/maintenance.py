"""Back up, restore, check: what keeps an office's data from being lost."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from pathlib import Path

from sqlmodel import select

from kinerja_desktop.domain.tanggal import WIB
from kinerja_desktop.errors import DataProblemsError, Problem
from kinerja_desktop.services.office import BACKUP_FOLDER, Office
from kinerja_desktop.store.backup import (
    Alasan,
    Backup,
    create_backup,
    export_backup,
    list_backups,
    thin_backups,
)
from kinerja_desktop.store.backup_reading import BackupPreview, preview_backup, verify_backup
from kinerja_desktop.store.database import FILE_NAME, find_damage
from kinerja_desktop.store.records import Lampiran
from kinerja_desktop.store.schema import is_known_revision

#: An automatic backup is made when the last is older (`desain.md` §2.7).
_MAX_AGE = timedelta(days=1)

Progress = Callable[[int, int, str], None]


def back_up_database(folder: Path, now: datetime, alasan: Alasan) -> Path:
    """Copy the database of a data folder into its backups, and check the copy.

    Raises:
        KinerjaError: the database is damaged or locked, or the disk is full.
    """
    return create_backup(folder / FILE_NAME, folder / BACKUP_FOLDER, now, alasan)


def back_up_if_due(office: Office) -> Path | None:
    """Make the automatic backup when the last is older than a day, and thin old ones out.

    Returns:
        The new backup, None when there was no need.
    """
    last = last_backup(office)
    # A backup from the future was named by a wrong clock and says nothing about its age.
    if last is not None and timedelta(0) <= office.now() - last < _MAX_AGE:
        return None
    path = back_up_database(office.folder, office.now(), Alasan.OTOMATIS)
    thin_backups(office.backup_folder, office.now().astimezone(WIB))
    return path


def back_up_now(office: Office) -> Path:
    """Make a backup because the clerk asked for one; it is never thinned out."""
    return back_up_database(office.folder, office.now(), Alasan.MANUAL)


def last_backup(office: Office) -> datetime | None:
    """Return the moment of the newest backup, None when there is none."""
    backups = list_backups(office.backup_folder)
    return backups[0].moment if backups else None


def read_backups(office: Office) -> list[Backup]:
    """Return the backups, newest first."""
    return list_backups(office.backup_folder)


def find_last_good_backup(folder: Path) -> Backup | None:
    """Return the newest backup of a data folder that can be restored."""
    backups = list_backups(folder / BACKUP_FOLDER)
    return next((b for b in backups if not verify_backup(b.path, is_known_revision)), None)


def export_all(office: Office, target: Path, progress: Progress | None = None) -> list[Problem]:
    """Write database and evidence into one ``.kinerja`` file to take away.

    Returns:
        A warning for each damaged evidence file.
    """
    moment = office.now()
    if progress is None:
        return export_backup(office.database_file, target, moment)
    return export_backup(office.database_file, target, moment, progress)


def preview(path: Path) -> BackupPreview:
    """Tell what a backup holds, after checking it.

    Raises:
        DataProblemsError: it is damaged, or made by a newer program.
        KinerjaError: it cannot be read.
    """
    if problems := verify_backup(path, is_known_revision):
        raise DataProblemsError(problems)
    return preview_backup(path)


def check_office(office: Office) -> list[Problem]:
    """Check database and evidence files from end to end."""
    problems = [
        Problem(f"data rusak ({damage}): pulihkan dari cadangan terakhir", FILE_NAME)
        for damage in find_damage(office.engine)
    ]
    return problems + list(_check_evidence(office))


def _check_evidence(office: Office) -> Sequence[Problem]:
    with office.journal.reading() as session:
        names = {row.sha256: row.nama for row in session.exec(select(Lampiran))}
    return office.evidence.verify(names)
