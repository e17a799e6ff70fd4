"""Make a backup of any known schema ready to be restored, wherever it goes: file or server."""

import shutil
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from kinerja_desktop.disk import measure_free_space, require_room
from kinerja_desktop.errors import DataProblemsError, Problem
from kinerja_desktop.progress import Progress, silent
from kinerja_desktop.store.archive_reading import extract_evidence, is_archive
from kinerja_desktop.store.backup_reading import open_backup
from kinerja_desktop.store.database import FILE_NAME, connect, sqlite_url
from kinerja_desktop.store.database_copy import check_values, end_use, read_revision
from kinerja_desktop.store.evidence import EvidenceStore
from kinerja_desktop.store.schema import HEAD


def bring_up(source: Path, folder: Path, progress: Progress = silent) -> Path:
    """Copy a backup's database, bring the copy to the present schema, and judge what came of it.

    Args:
        source: the backup, checked by `verify_backup`.
        folder: where the copy goes; what lies beside it must have room for two.
        progress: told how far it is; what it raises ends it.

    Raises:
        DataProblemsError: it does not become a database of this program.
        OSError: the disk failed.
    """
    ready = folder / FILE_NAME
    with open_backup(source, progress=progress) as database:
        require_room(folder.parent, 2 * database.stat().st_size)
        shutil.copyfile(database, ready)
    if read_revision(ready) != HEAD:
        progress(0, 0, "Membawa cadangan ke versi program ini…")
        _migrate(source, folder)
        end_use(ready)
        require_values(ready, source)
    return ready


def require_values(ready: Path, source: Path) -> None:
    """Refuse a copy of the present schema that holds a value which cannot be read.

    Raises:
        DataProblemsError: it names them, as of the backup.
    """
    if problems := check_values(ready):
        raise DataProblemsError([Problem(problem.message, source.name) for problem in problems])


def bring_evidence(source: Path, evidence: EvidenceStore, progress: Progress = silent) -> int:
    """Take over the files of evidence that an archive holds; return how many are new.

    What `progress` raises ends it.

    Raises:
        KinerjaError: one is damaged, or there is no room.
    """
    if not is_archive(source):
        return 0
    return extract_evidence(source, evidence, measure_free_space, progress)


def _migrate(source: Path, folder: Path) -> None:
    from kinerja_desktop.store.migrations import migrate

    engine = connect(sqlite_url(folder))
    try:
        migrate(engine)
    except (SQLAlchemyError, RuntimeError) as error:
        text = "Isi cadangan ini tidak dapat dibawa ke versi program ini. Pilih cadangan lain."
        raise DataProblemsError([Problem(text, source.name)]) from error
    finally:
        engine.dispose()
