"""Bringing a backup back, with a safety copy of what was there and a way back to it."""

import shutil
from collections.abc import Callable
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine

from kinerja_desktop.disk import measure_free_space, replace_file, require_room
from kinerja_desktop.domain.rantai import Mata
from kinerja_desktop.errors import DataProblemsError, KinerjaError, explain_os_error
from kinerja_desktop.store.archive_reading import FreeSpace, extract_evidence, is_archive
from kinerja_desktop.store.backup import UNFINISHED, Alasan, create_backup
from kinerja_desktop.store.backup_reading import open_backup, verify_backup
from kinerja_desktop.store.database_copy import (
    SIDE_FILES,
    DamagedDatabaseError,
    check_database,
    end_use,
)
from kinerja_desktop.store.evidence import EvidenceStore
from kinerja_desktop.store.recorder import add_deed


@dataclass(frozen=True)
class Restored:
    """What a restore did, and where the data of before is kept.

    Attributes:
        safety_copy: a backup of the data that was there; restoring it is the way back. None when
            there was no database, or a damaged one.
        damaged_copy: the folder where the files of a damaged database were laid aside.
        evidence: the number of evidence files that were brought back.
    """

    safety_copy: Path | None
    damaged_copy: Path | None
    evidence: int


def restore(
    source: Path,
    database: Path,
    backups: Path,
    moment: datetime,
    is_known_revision: Callable[[str], bool],
    free_space: FreeSpace = measure_free_space,
) -> Restored:
    """Put a backup in the place of the database; nobody may have the database open.

    The backup is checked first and the present database kept. Evidence is only added. An older
    schema is restored as it is: the caller migrates it.

    Args:
        source: the backup, ``.db`` or ``.kinerja``.
        database: the database to replace; the evidence lies beside it.
        backups: the folder of backups, for the safety copy.
        moment: now, aware.
        is_known_revision: tells whether this program can read a schema's revision.
        free_space: measures a folder's free bytes.

    Raises:
        DataProblemsError: the backup cannot be restored; nothing was changed.
        KinerjaError: a step failed; the present data is as it was, or laid aside if damaged.
    """
    if problems := verify_backup(source, is_known_revision):
        raise DataProblemsError(problems)
    unfinished = database.with_name(database.name + UNFINISHED)
    try:
        database.parent.mkdir(parents=True, exist_ok=True)
        with open_backup(source, free_space) as copy:
            # The copy of it, and that of the data which it is to replace.
            needed = copy.stat().st_size + sum(
                path.stat().st_size for path in _find_files(database)
            )
            require_room(database.parent, needed, free_space(database.parent))
            shutil.copyfile(copy, unfinished)
        if problems := check_database(unfinished):
            raise DataProblemsError(problems)
        store = EvidenceStore(database.parent)
        evidence = extract_evidence(source, store, free_space) if is_archive(source) else 0
        kept = _keep_present(database, backups, moment)
        replace_file(unfinished, database)
    except OSError as error:
        raise explain_os_error(error, database) from error
    finally:
        with suppress(OSError):
            unfinished.unlink()
    _require_sound(database, kept)
    return Restored(*kept, evidence)


def note_restore(engine: Engine, moment: datetime, pelaku: str, label: str) -> None:
    """Note in the trail of a backup's copy that it is being restored; it changes no row."""
    with engine.begin() as connection:
        add_deed(connection, Mata(moment, pelaku, label))


def _keep_present(
    database: Path, backups: Path, moment: datetime
) -> tuple[Path | None, Path | None]:
    """Copy the present database and take its side files away: they must not meet the new one."""
    files = _find_files(database)
    if not files:
        return None, None
    kept = _choose_folder(backups, f"rusak-{moment.astimezone(UTC):%Y%m%d-%H%M%S}")
    # It bears its name only when it is to stay: a killed run leaves none that looks like damage.
    folder = kept.with_name(kept.name + UNFINISHED)
    with ExitStack() as undo:
        folder.mkdir(parents=True)
        undo.callback(shutil.rmtree, folder, ignore_errors=True)
        # Before SQLite sees them: beside a damaged database it clears a WAL away.
        for path in files:
            shutil.copyfile(path, folder / path.name)
        with suppress(DamagedDatabaseError):
            if database.exists():
                safety_copy = create_backup(database, backups, moment, Alasan.SEBELUM_PEMULIHAN)
                end_use(database)
                return safety_copy, None
        folder.rename(kept)
        undo.pop_all()
    for path in _find_files(database):
        if path != database:
            path.unlink()
    return None, kept


def _choose_folder(parent: Path, stem: str) -> Path:
    number = 1
    folder = parent / stem
    while folder.exists():
        number += 1
        folder = parent / f"{stem}_{number}"
    return folder


def _require_sound(database: Path, kept: tuple[Path | None, Path | None]) -> None:
    """Read the restored database again where it lies now; else bring the present one back."""
    if not check_database(database):
        return
    safety_copy, damaged_copy = kept
    try:
        if safety_copy:
            shutil.copyfile(safety_copy, database)
        elif damaged_copy:
            for path in damaged_copy.iterdir():
                shutil.copyfile(path, database.with_name(path.name))
        else:
            database.unlink()
    except OSError as error:
        raise explain_os_error(error, database) from error
    raise KinerjaError(
        "Cadangan tidak terbaca lagi setelah dipasang; data semula telah dikembalikan.",
        "Penyimpanan komputer ini mungkin rusak: salin cadangan ke flashdisk dan periksakan.",
    )


def _find_files(database: Path) -> list[Path]:
    """List the database and its side files, those that are there."""
    names = (database.name + ending for ending in ("", *SIDE_FILES))
    return [path for path in map(database.with_name, names) if path.exists()]
