"""Connect to the office's database: SQLite in a file, or PostgreSQL by its URL."""

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError

from kinerja_desktop.errors import KinerjaError

FILE_NAME = "kinerja.db"

#: What SQLite says, and what it means to the clerk.
_KNOWN_FAILURES = (
    (
        "locked",
        "Data sedang dipakai program lain, jadi perubahan ini belum disimpan.",
        "Tutup program lain yang membuka data ini (antivirus, penyalin berkas), lalu ulangi.",
    ),
    (
        "full",
        "Penyimpanan komputer penuh, jadi perubahan ini belum disimpan.",
        "Hapus berkas yang tidak perlu, lalu ulangi.",
    ),
    (
        "readonly",
        "Folder data tidak boleh ditulis, jadi perubahan ini belum disimpan.",
        "Minta izin menulis ke folder data kepada pengelola komputer.",
    ),
    (
        "malformed",
        "Data rusak, jadi perubahan ini belum disimpan.",
        "Tutup program, buka lagi, dan pulihkan dari cadangan terakhir.",
    ),
    (
        "disk i/o",
        "Penyimpanan komputer gagal menulis, jadi perubahan ini belum disimpan.",
        "Buat cadangan ke flashdisk sekarang, dan periksa penyimpanan komputer.",
    ),
)


def sqlite_url(folder: Path) -> str:
    """Return the URL of the database in a data folder."""
    return f"sqlite:///{(folder / FILE_NAME).as_posix()}"


def connect(url: str) -> Engine:
    """Open an engine; SQLite is set to lose nothing (`docs/architecture.md` §2.7)."""
    engine = create_engine(url)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: object) -> None:
    # Python's sqlite3 opens no transaction before CREATE or ALTER, so a failed
    # migration would stay half done. We say BEGIN ourselves instead.
    connection.isolation_level = None
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA busy_timeout = 2000")


def _begin_sqlite(connection: Connection) -> None:
    raw = connection.connection.dbapi_connection
    # A COMMIT that a deferred foreign key refused leaves SQLite inside the transaction.
    if raw is not None and raw.in_transaction:
        raw.rollback()
    connection.exec_driver_sql("BEGIN")


def find_damage(engine: Engine) -> list[str]:
    """Check a whole database; return what is damaged, empty when it is sound."""
    with engine.connect() as connection:
        lines = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    found = [str(line) for line in lines if line != "ok"]
    return found + [f"{row[0]}: acuan ke {row[2]} hilang" for row in broken]


def explain_database_error(error: DBAPIError) -> KinerjaError | None:
    """Say what a failure of the database means to the clerk; None when it is our bug."""
    text = str(error.orig).lower()
    for part, message, remedy in _KNOWN_FAILURES:
        if part in text:
            return KinerjaError(message, remedy)
    return None
