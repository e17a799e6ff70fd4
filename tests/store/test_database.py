import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import OperationalError

from kinerja_desktop.store.database import (
    connect,
    explain_database_error,
    find_damage,
    sqlite_url,
)
from tests.store.failing import sqlite_error

pytestmark = pytest.mark.sqlite_only("a file and its pragmas")


def test_an_accepted_edit_is_on_disk(engine: Engine) -> None:
    """`docs/architecture.md` §2.7: WAL, every commit brought down to the disk."""
    with engine.connect() as connection:
        pragmas = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        }
    assert pragmas == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def test_a_change_of_the_schema_can_be_rolled_back(tmp_path: Path) -> None:
    """Python's sqlite3 alone would keep the table (`docs/architecture.md` §4.1)."""
    engine = connect(sqlite_url(tmp_path))
    with pytest.raises(ZeroDivisionError), engine.begin() as connection:
        connection.execute(text("CREATE TABLE setengah (id INTEGER)"))
        raise ZeroDivisionError
    with engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM sqlite_schema")).scalar() == 0
    engine.dispose()


def test_a_sound_database_has_no_damage(engine: Engine) -> None:
    assert find_damage(engine) == []


def test_a_lost_parent_is_found(engine: Engine, tmp_path: Path) -> None:
    raw = sqlite3.connect(tmp_path / "kinerja.db")
    raw.execute(
        "INSERT INTO tujuan (id, periode_renstra_id, kode, uraian) VALUES ('a', 'b', 'T1', 'x')"
    )
    raw.commit()
    raw.close()
    assert find_damage(engine) == ["tujuan: acuan ke periode_renstra hilang"]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (sqlite3.SQLITE_BUSY, "dipakai oleh program lain"),
        (sqlite3.SQLITE_LOCKED, "dipakai oleh program lain"),
        (sqlite3.SQLITE_FULL, "penuh"),
        (sqlite3.SQLITE_READONLY, "tidak boleh dibuka atau ditulis"),
        (sqlite3.SQLITE_CORRUPT, "Data rusak"),
        (sqlite3.SQLITE_IOERR_FSYNC, "gagal dibaca atau ditulis"),
    ],
)
def test_a_known_failure_is_explained(code: int, words: str) -> None:
    error = explain_database_error(OperationalError("", None, sqlite_error(code)))
    assert error is not None
    assert words in error.message
    assert error.remedy


def test_our_own_mistakes_are_not_explained_away() -> None:
    error = OperationalError("", None, sqlite_error(sqlite3.SQLITE_ERROR))
    assert explain_database_error(error) is None
