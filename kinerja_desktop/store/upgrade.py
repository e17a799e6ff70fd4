"""Bring an older database to the present schema: in a copy first, compared, then exchanged."""

import logging
import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from kinerja_desktop.disk import replace_file
from kinerja_desktop.domain.fingerprint import TableFingerprint, columns_of, compare_tables
from kinerja_desktop.errors import explain_os_error
from kinerja_desktop.store.backup import Alasan, create_backup
from kinerja_desktop.store.database import DatabaseFailedError, connect
from kinerja_desktop.store.database_copy import (
    SIDE_FILES,
    check_database,
    end_use,
)
from kinerja_desktop.store.fingerprint import read_fingerprints
from kinerja_desktop.store.migrations import migrate
from kinerja_desktop.store.schema import UpgradeFailedError
from kinerja_desktop.store.sqlite_failures import SqliteFailure

LOG = logging.getLogger("kinerja_desktop")
#: Ends the name of the copy while it is being brought to the present schema.
COPY = ".pembaruan"


@dataclass(frozen=True)
class Upgrade:
    """What an upgrade found and left.

    Attributes:
        backup: the data as it was.
        before: its tables.
        after: the tables of the same data in the present schema, in the columns of before.
    """

    backup: Path
    before: tuple[TableFingerprint, ...]
    after: tuple[TableFingerprint, ...]


def upgrade_database(
    database: Path,
    backups: Path,
    moment: datetime,
    migrate_schema: Callable[[Engine], None] = migrate,
) -> Upgrade:
    """Bring a database to the present schema; nobody may have it open.

    The work is done on a copy, which is then checked and compared with the data of before, row by
    row in every column that there was. Only a sound copy that has lost and changed nothing takes
    the database's place. A power failure leaves either the old database or the new one.

    Args:
        database: the database, of an older schema.
        backups: the folder of backups, which gets one of the data as it was.
        moment: now, aware.
        migrate_schema: brings an engine's database to the present schema.

    Raises:
        UpgradeFailedError: the migration failed, or changed what it should have kept.
        KinerjaError: the database is damaged or locked, or the disk is full; nothing was changed.
    """
    backup = create_backup(database, backups, moment, Alasan.SEBELUM_MIGRASI)
    copy = database.with_name(database.name + COPY)
    _remove(copy)  # of a run that a power failure ended: its WAL belongs to other data
    try:
        shutil.copyfile(backup, copy)
        _migrate_copy(copy, migrate_schema)
        before = read_fingerprints(backup)
        after = read_fingerprints(copy, columns_of(before))
        changed = [change.table for change in compare_tables(before, after) if not change.is_same]
        if changed:
            raise UpgradeFailedError(f"isi {', '.join(changed)} akan berubah")
        end_use(database)
        replace_file(copy, database)
    except OSError as error:
        raise explain_os_error(error, database) from error
    finally:
        _remove(copy)
    return Upgrade(backup, before, after)


def _remove(copy: Path) -> None:
    for ending in ("", *SIDE_FILES):
        with suppress(OSError):
            copy.with_name(copy.name + ending).unlink()


def _migrate_copy(copy: Path, migrate_schema: Callable[[Engine], None]) -> None:
    engine = connect(f"sqlite:///{copy.as_posix()}")
    try:
        migrate_schema(engine)
    except (SQLAlchemyError, RuntimeError, DatabaseFailedError) as error:
        failure = error.failure if isinstance(error, DatabaseFailedError) else None
        if failure not in (None, SqliteFailure.DAMAGED):
            raise failure.explain(str(copy)) from error  # no fault of the program
        LOG.exception("the migration failed on the copy")
        raise UpgradeFailedError("bentuk datanya tidak dapat diubah") from error
    finally:
        engine.dispose()
    end_use(copy)
    if check_database(copy):
        raise UpgradeFailedError("salinannya tidak lagi utuh")
