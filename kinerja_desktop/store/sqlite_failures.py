"""What SQLite's failures mean to a clerk: told apart by its result codes, worded once.

The words of its messages change with its version; the codes are part of its interface
(sqlite.org/rescode.html).
"""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum

from kinerja_desktop.errors import MAKE_ROOM, KinerjaError

MOST_SECONDS = 10.0
"""Of computing on a database that came from outside."""

_PRIMARY = 0xFF  # the part of a result code that names the kind of failure
_STEPS = 10_000  # of SQLite's own machine, between two looks at the clock


class SqliteFailure(Enum):
    """A failure that a clerk can meet: what is said of the file, and what to do about it."""

    IN_USE = (
        "sedang dipakai oleh program lain",
        "Tutup program lain yang membukanya (antivirus, penyalin berkas), lalu ulangi.",
    )
    FULL = (
        "tidak dapat ditulis: penyimpanannya penuh",
        f"{MAKE_ROOM}, lalu ulangi.",
    )
    FORBIDDEN = (
        "tidak ada, atau tidak boleh dibuka atau ditulis di tempat itu",
        "Periksa nama dan tempatnya, atau minta izin menulis kepada pengelola komputer.",
    )
    UNREACHABLE = (
        "gagal dibaca atau ditulis: penyimpanannya terlepas atau rusak",
        "Colokkan kembali flashdisk atau periksa penyimpanan komputer, lalu ulangi. Bila tetap "
        "gagal, pakai penyimpanan lain.",
    )
    DAMAGED = ("rusak", "Tutup program, buka lagi, dan pulihkan dari cadangan terakhir.")

    def explain(self, subject: str, consequence: str = "") -> KinerjaError:
        """Word the failure of one file, such as ``Data`` or its path."""
        what, remedy = self.value
        return KinerjaError(f"{subject} {what}{consequence}.", remedy)


_FAILURES = {
    sqlite3.SQLITE_BUSY: SqliteFailure.IN_USE,
    sqlite3.SQLITE_LOCKED: SqliteFailure.IN_USE,
    sqlite3.SQLITE_FULL: SqliteFailure.FULL,
    sqlite3.SQLITE_READONLY: SqliteFailure.FORBIDDEN,
    sqlite3.SQLITE_PERM: SqliteFailure.FORBIDDEN,
    sqlite3.SQLITE_CANTOPEN: SqliteFailure.FORBIDDEN,
    sqlite3.SQLITE_IOERR: SqliteFailure.UNREACHABLE,
    sqlite3.SQLITE_CORRUPT: SqliteFailure.DAMAGED,
    sqlite3.SQLITE_FORMAT: SqliteFailure.DAMAGED,
    sqlite3.SQLITE_NOTADB: SqliteFailure.DAMAGED,
    sqlite3.SQLITE_INTERRUPT: SqliteFailure.DAMAGED,
}


def classify(error: object) -> SqliteFailure | None:
    """Return which failure an error of `sqlite3` is; None when it is our own mistake."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        # Found by Python itself: a text that is not UTF-8, in a column or in SQLite's message.
        is_text = isinstance(error, UnicodeError) or type(error) is sqlite3.OperationalError
        return SqliteFailure.DAMAGED if is_text else None
    return _FAILURES.get(code & _PRIMARY)


@contextmanager
def limit_time(connection: sqlite3.Connection, seconds: float = MOST_SECONDS) -> Iterator[None]:
    """End statements that compute for too long: a view made to recurse would never come back.

    It counts the computing of this thread only, so that a slow stick or a busy PC is no fault.
    """
    end = time.thread_time() + seconds
    connection.set_progress_handler(lambda: time.thread_time() > end, _STEPS)
    try:
        yield
    finally:
        connection.set_progress_handler(None, 0)
