"""A whole copy of a live SQLite database, and the judgement whether such a copy is sound.

Works on files through plain `sqlite3`, apart from the program's own engine: a copy takes a moment
of its own, and what came from a stick is opened without writing beside it.
"""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from kinerja_desktop.disk import require_file
from kinerja_desktop.errors import KinerjaError, Problem, explain_os_error
from kinerja_desktop.progress import Progress, silent
from kinerja_desktop.store.contents import find_foreign_parts, find_wrong_schema, find_wrong_values
from kinerja_desktop.store.database import file_address
from kinerja_desktop.store.sqlite_failures import SqliteFailure, classify, limit_time

REQUIRED_TABLES = frozenset({"alembic_version", "transaksi"})
"""Tables that every database of this program has."""

SIDE_FILES = ("-wal", "-shm", "-journal")
"""What SQLite lays beside a database: it belongs to that database and to no other."""

_HEADER = b"SQLite format 3\0"
_MOST_SHOWN = 3
#: In the header, which kind of journal a database has (sqlite.org/fileformat2.html): a copy
#: stands alone, and is read where nothing can be written beside it.
_VERSIONS_PLACE, _NO_WAL = 18, b"\x01\x01"
_PAUSE = 0.01
#: 4 MB: what the slowest disk takes in a part of a second.
_PAGES_AT_ONCE = 1000
_TIMEOUT = 5.0  # seconds to wait for another program to finish its transaction


class DamagedDatabaseError(KinerjaError):
    """The file is no database of this program, or no longer a sound one."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} rusak atau bukan basis data Kinerja Desktop.",
            "Pulihkan dari cadangan terakhir yang baik.",
        )


def copy_database(database: Path, target: Path, progress: Progress = silent) -> None:
    """Write a whole, checked copy of a database, which may be open and in use.

    Args:
        database: the live database.
        target: the copy; must not exist yet.
        progress: told of its pages; what it raises ends the copying, and the copy may remain.

    Raises:
        DamagedDatabaseError: the database is damaged; the copy may remain, and is not to be used.
        KinerjaError: it is locked, or the disk is full or cannot be written.
    """
    with _opened(database, file_address(database, "rw")) as connection:
        _copy_pages(connection, target, progress)
        progress(0, 0, "Memeriksa salinannya…")
        problems = check_database(target)
        if problems:
            # Written row by row, a copy is sound where only pages without rows are damaged.
            target.unlink()
            connection.execute("VACUUM INTO ?", (str(target),))
            problems = check_database(target)
    if problems:
        raise DamagedDatabaseError(database)


def check_database(path: Path) -> list[Problem]:
    """Read a database that nobody has open from end to end and name what is wrong with it."""
    try:
        require_file(path)
        with path.open("rb") as file:
            header = file.read(len(_HEADER))
        wal = path.with_name(f"{path.name}-wal")
        if wal.exists() and wal.stat().st_size:
            remedy = "Tutup program itu, atau pilih cadangan yang dibuat oleh Kinerja Desktop."
            text = "Ini basis data yang sedang dipakai, bukan cadangan."
            return [Problem(f"{text} {remedy}", path.name)]
        if header != _HEADER:
            remedy = "Pilih berkas cadangan Kinerja Desktop (.db atau .kinerja)."
            return [Problem(f"Ini bukan cadangan Kinerja Desktop. {remedy}", path.name)]
        with reading(path) as connection:
            return [Problem(text, path.name) for text in _find_damage(connection)]
    except OSError as error:
        return [Problem(str(explain_os_error(error, path)), path.name)]
    except KinerjaError as error:
        return [Problem(str(error), path.name)]


def check_values(path: Path) -> list[Problem]:
    """Judge whether a sound database has the tables of the present schema, and values to read.

    Apart from `check_database`, because a backup of an office in which one value went wrong is
    better than none.
    """
    try:
        with reading(path) as connection:
            wrong = find_wrong_schema(connection) or find_wrong_values(connection)
    except KinerjaError as error:
        return [Problem(str(error), path.name)]
    if not wrong:
        return []
    shown = "; ".join(wrong[:_MOST_SHOWN])
    return [Problem(f"Isi basis data ini tidak sah: {shown}. Pilih cadangan lain.", path.name)]


def read_revision(path: Path) -> str:
    """Return the schema's revision of a sound database.

    Raises:
        DamagedDatabaseError: the database is not sound.
    """
    with reading(path) as connection:
        return str(connection.execute("SELECT version_num FROM alembic_version").fetchone()[0])


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a database that nobody has open, for reading only, and write nothing beside it.

    Raises:
        DamagedDatabaseError: it is no database, or what is asked inside meets damage.
        KinerjaError: it cannot be opened or read.
    """
    # Even from a stick that is locked; SQLite would else want to make side files.
    with _opened(path, f"{path.absolute().as_uri()}?mode=ro&immutable=1") as connection:
        yield connection


def end_use(database: Path) -> None:
    """Bring all that SQLite keeps beside a database into it, so that the side files are gone.

    Raises:
        DamagedDatabaseError: the database is damaged.
        KinerjaError: another program has the database open.
    """
    with _opened(database, file_address(database, "rw")) as connection:
        connection.execute("PRAGMA journal_mode = DELETE").fetchall()


def _copy_pages(connection: sqlite3.Connection, target: Path, progress: Progress) -> None:
    """Copy a database as it is at one moment; four times as fast as writing each row anew."""
    end = time.monotonic() + _TIMEOUT

    def wait(status: int, left: int, pages: int) -> None:
        nonlocal end
        if status in (sqlite3.SQLITE_OK, sqlite3.SQLITE_DONE):
            end = time.monotonic() + _TIMEOUT
            progress(pages - left, pages, "Menyalin data…")
        # Else `backup` would try for ever while another program holds the new file.
        elif time.monotonic() > end:
            raise SqliteFailure.IN_USE.explain(str(target))

    # Reading first waits for a lock no longer than it may, and keeps the moment.
    connection.execute("BEGIN")
    connection.execute("SELECT name FROM sqlite_schema").fetchone()
    with closing(sqlite3.connect(target, isolation_level=None)) as copy:
        # Nobody relies on it before it is checked and brought down to the disk as a whole.
        copy.execute("PRAGMA synchronous = OFF")
        copy.execute("PRAGMA journal_mode = OFF").fetchall()
        connection.backup(copy, pages=_PAGES_AT_ONCE, progress=wait, sleep=_PAUSE)
    connection.execute("ROLLBACK")
    with target.open("r+b") as file:
        file.seek(_VERSIONS_PLACE)
        file.write(_NO_WAL)


def explain_sqlite_error(error: sqlite3.Error | UnicodeError, path: Path) -> KinerjaError:
    """Say what a failure of SQLite on a file means to the clerk and what to do."""
    failure = classify(error)
    if failure in (None, SqliteFailure.DAMAGED):
        return DamagedDatabaseError(path)
    return failure.explain(str(path))


@contextmanager
def _opened(path: Path, address: str) -> Iterator[sqlite3.Connection]:
    try:
        connection = sqlite3.connect(address, uri=True, timeout=_TIMEOUT, isolation_level=None)
        with closing(connection), limit_time(connection):
            yield connection
    # Python cannot even read SQLite's message when it cites a damaged name.
    except (sqlite3.Error, UnicodeError) as error:
        raise explain_sqlite_error(error, path) from error


def _find_damage(connection: sqlite3.Connection) -> Iterator[str]:
    if foreign := find_foreign_parts(connection):
        yield f"Isi basis data ini diubah oleh program lain: {foreign[0]}. Pilih cadangan lain."
        return
    lines = [line for (line,) in connection.execute("PRAGMA integrity_check")]
    if lines != ["ok"]:
        yield "Basis data ini rusak dan tidak dapat dipakai. Pilih cadangan lain."
        return
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema")}
    if missing := sorted(REQUIRED_TABLES - tables):
        yield (
            f"Ini basis data lain, bukan milik Kinerja Desktop ({', '.join(missing)} tidak ada). "
            "Pilih berkas cadangan Kinerja Desktop."
        )
        return
    broken = connection.execute("PRAGMA foreign_key_check").fetchall()
    if broken:
        yield f"{len(broken)} baris mengacu ke baris yang tidak ada. Pilih cadangan lain."
    if len(connection.execute("SELECT version_num FROM alembic_version").fetchall()) != 1:
        yield "Versi basis data ini tidak dapat dikenali. Pilih cadangan lain."
