"""Bring a backup back into a data folder, with a way back."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from kinerja_desktop.services.office import BACKUP_FOLDER, utc_now
from kinerja_desktop.store.database import FILE_NAME
from kinerja_desktop.store.lock import FolderLock
from kinerja_desktop.store.restore import Restored, restore
from kinerja_desktop.store.schema import is_known_revision


def restore_folder(folder: Path, source: Path, now: Callable[[], datetime] = utc_now) -> Restored:
    """Put a backup in the place of a data folder's database; nobody may have it open.

    Raises:
        DataProblemsError: the backup cannot be restored; nothing was changed.
        FolderInUseError: a window has the data open.
        KinerjaError: a step failed; the present data is as it was.
    """
    folder.mkdir(parents=True, exist_ok=True)
    lock = FolderLock(folder)
    lock.acquire()
    try:
        return restore(source, folder / FILE_NAME, folder / BACKUP_FOLDER, now(), is_known_revision)
    finally:
        lock.release()
