"""Backups: checked copies of the database beside the data, and one file to take away.

Evidence is never changed or deleted, so an automatic backup holds the database alone; what is
exported holds both (`archive`). `backup_reading` judges them, `restore` brings them back.
"""

import re
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory

from kinerja_desktop.disk import replace_file, require_room
from kinerja_desktop.errors import DataProblemsError, Problem, explain_os_error
from kinerja_desktop.progress import Progress, silent
from kinerja_desktop.store.archive import write_archive
from kinerja_desktop.store.archive_reading import check_archive
from kinerja_desktop.store.backing import Source
from kinerja_desktop.store.database import FILE_NAME
from kinerja_desktop.store.file_source import file_source
from kinerja_desktop.store.thinning import choose_deletions


class Alasan(StrEnum):
    """Why a backup was made; it stands in its name."""

    OTOMATIS = "otomatis"
    MANUAL = "manual"
    SEBELUM_IMPOR = "sebelum-impor"
    SEBELUM_PEMULIHAN = "sebelum-pemulihan"
    SEBELUM_MIGRASI = "sebelum-migrasi"


UNFINISHED = ".tulis"
_TIME = "%Y%m%d-%H%M%S"
_NAME = re.compile(rf"kinerja-(\d{{8}}-\d{{6}})-({'|'.join(Alasan)})(_\d+)?\.db")


@dataclass(frozen=True)
class Backup:
    """A backup in the folder of backups: where, from when (UTC), why, and its size in bytes."""

    path: Path
    moment: datetime
    alasan: Alasan
    size: int


def create_backup(
    database: Path | Source,
    folder: Path,
    moment: datetime,
    alasan: Alasan,
    progress: Progress = silent,
) -> Path:
    """Copy a database, which may be in use, into the folder of backups, and check the copy.

    Args:
        database: the live database, a file or what a server keeps.
        folder: the folder of backups; it is made when missing.
        moment: now, aware.
        alasan: why.
        progress: told how far it is; what it raises ends it and leaves nothing behind.

    Returns:
        The backup ``kinerja-YYYYMMDD-HHMMSS-<alasan>.db``, named in UTC.

    Raises:
        DamagedDatabaseError: the database is damaged.
        KinerjaError: it is locked, or the disk is full or cannot be written.
    """
    source = _source_of(database)
    stem = f"kinerja-{moment.astimezone(UTC):{_TIME}}-{alasan}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _remove_leftovers(folder)
        final = _choose_final(folder, stem)
        partial = final.with_name(final.name + UNFINISHED)
        require_room(folder, source.measure())
        try:
            source.copy(partial, progress)
            progress(0, 0, "Menyimpan cadangan…")
            replace_file(partial, final)
        finally:
            with suppress(OSError):
                partial.unlink()
    except OSError as error:
        raise explain_os_error(error, folder) from error
    return final


def export_backup(
    database: Path | Source,
    target: Path,
    moment: datetime,
    progress: Progress = silent,
) -> list[Problem]:
    """Write database and evidence into one ``.kinerja`` file, read it back, and give it its name.

    Args:
        database: the live database: a file, beside which the evidence lies, or what a server keeps.
        target: the file; one of that name is replaced when the new one is whole.
        moment: now, aware.
        progress: called with the step, the number of steps and what is being done; what it raises
            ends the writing and leaves nothing behind.

    Returns:
        A warning for each damaged evidence file, which is not in the backup.

    Raises:
        DamagedDatabaseError: the database is damaged.
        KinerjaError: it is locked, or a disk is full, gone or cannot be written.
    """
    source = _source_of(database)
    partial = target.with_name(target.name + UNFINISHED)
    made = moment.astimezone(UTC).isoformat()
    try:
        with TemporaryDirectory(prefix="kinerja-") as folder:
            copy = Path(folder) / FILE_NAME
            require_room(copy.parent.parent, source.measure())
            source.copy(copy, progress)
            partial.unlink(missing_ok=True)
            store = source.evidence
            evidence = sum(store.size_of(digest) for digest in store.stored())
            require_room(target.parent, copy.stat().st_size + evidence)
            try:
                warnings = write_archive(partial, copy, store, made, progress)
                if problems := check_archive(partial, progress):
                    raise DataProblemsError(problems)
                progress(0, 0, "Menyimpan cadangan…")
                replace_file(partial, target)
            finally:
                with suppress(OSError):
                    partial.unlink()
    except OSError as error:
        raise explain_os_error(error, target) from error
    return warnings


def list_backups(folder: Path) -> list[Backup]:
    """List the backups in a folder, newest first; other files are passed over."""
    backups = []
    for path in folder.glob("kinerja-*.db"):
        match = _NAME.fullmatch(path.name)
        moment = _parse_moment(match[1]) if match else None
        if match and moment:
            backups.append(Backup(path, moment, Alasan(match[2]), path.stat().st_size))
    return sorted(backups, key=lambda backup: (backup.moment, backup.path.name), reverse=True)


def thin_backups(folder: Path, now: datetime, kept: Collection[Path] = ()) -> list[Path]:
    """Delete the backups that are no longer needed (`thinning`); those made by hand stay.

    Args:
        folder: the folder of backups.
        now: the present moment in the office's time zone.
        kept: backups that stay whatever their age.

    Returns:
        What was deleted.

    Raises:
        KinerjaError: a backup cannot be deleted.
    """
    backups = [backup for backup in list_backups(folder) if backup.alasan != Alasan.MANUAL]
    moments = choose_deletions({backup.moment for backup in backups}, now)
    deleted = [b.path for b in backups if b.moment in moments and b.path not in kept]
    for path in deleted:
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise explain_os_error(error, path) from error
    return deleted


def _source_of(database: Path | Source) -> Source:
    return file_source(database) if isinstance(database, Path) else database


def _choose_final(folder: Path, stem: str) -> Path:
    number = 1
    final = folder / f"{stem}.db"
    while final.exists():
        number += 1
        final = folder / f"{stem}_{number}.db"
    return final


def _remove_leftovers(folder: Path) -> None:
    for path in folder.glob(f"kinerja-*{UNFINISHED}"):
        if _NAME.fullmatch(path.name.removesuffix(UNFINISHED)):
            path.unlink()


def _parse_moment(text: str) -> datetime | None:
    try:
        # Read at every start: `strptime` would import the calendar's words for it.
        return datetime.fromisoformat(text.replace("-", "T")).replace(tzinfo=UTC)
    except ValueError:
        return None
