"""Judging a backup, ``.db`` or ``.kinerja``, and looking into it, without touching the data."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from kinerja_desktop.disk import measure_free_space, require_file
from kinerja_desktop.errors import CancelledError, KinerjaError, Problem, explain_os_error
from kinerja_desktop.progress import Progress, silent
from kinerja_desktop.store.archive_reading import (
    FreeSpace,
    check_archive,
    extract_database,
    is_archive,
)
from kinerja_desktop.store.database_copy import (
    check_database,
    check_values,
    read_revision,
    reading,
)
from kinerja_desktop.store.schema import HEAD


@dataclass(frozen=True)
class BackupPreview:
    """What a backup holds.

    Attributes:
        revision: the schema's revision.
        rows: the number of rows by table.
        last_change: when the clerk last changed something (UTC); None when never.
    """

    revision: str
    rows: dict[str, int]
    last_change: datetime | None


def verify_backup(
    path: Path,
    is_known_revision: Callable[[str], bool],
    free_space: FreeSpace = measure_free_space,
    progress: Progress = silent,
) -> list[Problem]:
    """Read a backup (``.db`` or ``.kinerja``) from end to end; empty when it can be restored.

    Args:
        path: the backup.
        is_known_revision: tells whether this program can read a schema's revision.
        free_space: measures a folder's free bytes.
        progress: told how far it is.

    Raises:
        CancelledError: `progress` ended it.
    """
    try:
        require_file(path)
        if is_archive(path) and (problems := check_archive(path, progress)):
            return problems
        with open_backup(path, free_space, progress) as database:
            progress(0, 0, "Memeriksa data di cadangan…")
            problems = check_database(database)
            revision = "" if problems else read_revision(database)
            if not problems and not is_known_revision(revision):
                text = "Cadangan ini dibuat oleh Kinerja Desktop yang lebih baru."
                problems = [Problem(f"{text} Perbarui program, lalu ulangi.")]
            # An older one is judged when it has been brought to the present schema.
            if revision == HEAD:
                progress(0, 0, "Memeriksa nilai di cadangan…")
                problems = check_values(database)
    except CancelledError:
        raise
    except KinerjaError as error:
        problems = [Problem(str(error))]
    except OSError as error:
        problems = [Problem(str(explain_os_error(error, path)))]
    return [Problem(problem.message, path.name) for problem in problems]


def preview_backup(path: Path, progress: Progress = silent) -> BackupPreview:
    """Tell what a sound backup holds, without restoring it.

    Raises:
        DamagedDatabaseError: it is not sound.
        DataProblemsError: it is not sound.
        KinerjaError: it cannot be read.
    """
    try:
        with open_backup(path, progress=progress) as database, reading(database) as connection:
            tables = connection.execute(
                "SELECT name FROM sqlite_schema WHERE type = 'table' "
                "AND name NOT LIKE 'sqlite!_%' ESCAPE '!' AND name != 'alembic_version' "
                "ORDER BY name"
            ).fetchall()
            rows = {name: _count(connection, name) for (name,) in tables}
            (last,) = connection.execute("SELECT max(waktu) FROM transaksi").fetchone()
            return BackupPreview(read_revision(database), rows, _parse_stored(last))
    except OSError as error:
        raise explain_os_error(error, path) from error


@contextmanager
def open_backup(
    path: Path, free_space: FreeSpace = measure_free_space, progress: Progress = silent
) -> Iterator[Path]:
    """Give the path of a backup's database: its own, or that of a copy taken out of the archive.

    Raises:
        DataProblemsError: the archive is damaged.
        KinerjaError: there is no room to take it apart.
        OSError: it cannot be read.
    """
    require_file(path)
    if is_archive(path):
        with TemporaryDirectory(prefix="kinerja-") as folder:
            yield extract_database(path, Path(folder), free_space, progress)
    else:
        yield path


def _parse_stored(text: object) -> datetime | None:
    # SQLAlchemy keeps a moment as text in UTC, without its zone.
    try:
        return datetime.fromisoformat(str(text)).replace(tzinfo=UTC)
    except ValueError:
        return None


def _count(connection: sqlite3.Connection, table: str) -> int:
    quoted = table.replace('"', '""')
    (count,) = connection.execute(f'SELECT count(*) FROM "{quoted}"').fetchone()
    return int(count)
