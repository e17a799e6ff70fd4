import errno
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja_desktop.errors import KinerjaError, Problem
from kinerja_desktop.store import database_copy
from kinerja_desktop.store.database_copy import (
    DamagedDatabaseError,
    check_database,
    copy_database,
    end_use,
    explain_sqlite_error,
    read_revision,
)
from tests.store.failing import sqlite_error
from tests.store.sample_database import execute, labels, make_database


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return make_database(tmp_path / "data" / "kinerja #1%.db")


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database_copy, "_TIMEOUT", 0.05)


def test_a_snapshot_holds_what_is_only_in_the_wal_yet(database: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(database, isolation_level=None)) as writer:
        writer.execute("PRAGMA wal_autocheckpoint = 0")
        writer.execute("INSERT INTO transaksi VALUES ('t3', '2024-06-28 03:00:00', 'Baru')")
        assert database.with_name(f"{database.name}-wal").stat().st_size > 0

        copy_database(database, tmp_path / "salinan.db")

    assert labels(tmp_path / "salinan.db")[-1] == "Baru"
    assert read_revision(tmp_path / "salinan.db") == "0001"


def test_a_snapshot_is_taken_while_a_transaction_is_open_and_sees_only_what_is_committed(
    database: Path, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(database, isolation_level=None)) as writer:
        writer.execute("BEGIN")
        writer.execute("DELETE FROM transaksi")

        copy_database(database, tmp_path / "salinan.db")

    assert len(labels(tmp_path / "salinan.db")) == 2


def test_a_database_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(KinerjaError, match=r"tidak ada, atau tidak boleh dibuka"):
        copy_database(tmp_path / "kinerja.db", tmp_path / "salinan.db")

    assert list(tmp_path.iterdir()) == []


def test_a_locked_database_gets_a_sentence(database: Path, tmp_path: Path) -> None:
    execute(database, "PRAGMA journal_mode = DELETE")
    with closing(sqlite3.connect(database, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")

        with pytest.raises(KinerjaError, match=r"sedang dipakai oleh program lain\. Tutup"):
            copy_database(database, tmp_path / "salinan.db")


def test_garbage_is_a_damaged_database(tmp_path: Path) -> None:
    garbage = tmp_path / "kinerja.db"
    garbage.write_bytes(b"bukan basis data" * 500)

    with pytest.raises(DamagedDatabaseError):
        copy_database(garbage, tmp_path / "salinan.db")


def test_a_database_without_our_tables_is_not_backed_up(tmp_path: Path) -> None:
    execute(tmp_path / "kinerja.db", "CREATE TABLE lain (x)")

    with pytest.raises(DamagedDatabaseError):
        copy_database(tmp_path / "kinerja.db", tmp_path / "salinan.db")


def test_a_sound_database_has_no_problem(database: Path) -> None:
    assert check_database(database) == []


def test_a_file_of_something_else_is_no_backup(tmp_path: Path) -> None:
    path = tmp_path / "foto.db"
    path.write_bytes(b"JFIF")

    assert check_database(path) == [
        Problem(
            "Ini bukan cadangan Kinerja Desktop. "
            "Pilih berkas cadangan Kinerja Desktop (.db atau .kinerja).",
            "foto.db",
        )
    ]


def test_a_database_of_another_program_is_no_backup(tmp_path: Path) -> None:
    path = tmp_path / "lain.db"
    execute(path, "CREATE TABLE transaksi (x)")

    assert check_database(path) == [
        Problem(
            "Ini basis data lain, bukan milik Kinerja Desktop (alembic_version tidak ada). "
            "Pilih berkas cadangan Kinerja Desktop.",
            "lain.db",
        )
    ]


def test_a_live_database_is_no_backup(database: Path) -> None:
    with closing(sqlite3.connect(database, isolation_level=None)) as writer:
        writer.execute("DELETE FROM transaksi")

        (problem,) = check_database(database)

    assert problem.message == (
        "Ini basis data yang sedang dipakai, bukan cadangan. "
        "Tutup program itu, atau pilih cadangan yang dibuat oleh Kinerja Desktop."
    )


def test_broken_references_are_counted(database: Path) -> None:
    execute(database, "DELETE FROM sasaran")

    assert [problem.message for problem in check_database(database)] == [
        "1 baris mengacu ke baris yang tidak ada. Pilih cadangan lain."
    ]


def test_an_unclear_revision_is_named(database: Path) -> None:
    execute(database, "DELETE FROM alembic_version")

    assert [problem.message for problem in check_database(database)] == [
        "Versi basis data ini tidak dapat dikenali. Pilih cadangan lain."
    ]


def test_an_index_that_disagrees_with_its_table_is_damage(database: Path) -> None:
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        connection.execute("CREATE INDEX i ON indikator (uraian)")
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE sqlite_schema SET sql = 'CREATE INDEX i ON indikator (id)' "
                           "WHERE name = 'i'")  # fmt: skip

    assert [problem.message for problem in check_database(database)] == [
        "Basis data ini rusak dan tidak dapat dipakai. Pilih cadangan lain."
    ]


def test_a_truncated_database_is_damage(database: Path) -> None:
    os.truncate(database, 4096)

    (problem,) = check_database(database)
    assert "rusak" in problem.message


def test_a_backup_that_is_gone_gets_a_sentence(tmp_path: Path) -> None:
    (problem,) = check_database(tmp_path / "tidak ada.db")

    assert problem.message.endswith("tidak ada.db tidak ada. Periksa nama dan tempatnya, "
                                    "atau colokkan kembali flashdisk, lalu ulangi.")  # fmt: skip


def test_damage_in_a_name_that_sqlite_cites_is_damage(database: Path) -> None:
    content = database.read_bytes()
    place = content.index(b"tableindikatorindikator") + len("table")
    database.write_bytes(content[:place] + b"\x80" + content[place + 1 :])

    (problem,) = check_database(database)

    assert "rusak" in problem.message


@settings(deadline=None, max_examples=60)
@given(spoil=st.data())
def test_any_damage_is_judged_without_a_crash(
    tmp_path_factory: pytest.TempPathFactory, spoil: st.DataObject
) -> None:
    path = make_database(tmp_path_factory.mktemp("data") / "kinerja.db")
    content = bytearray(path.read_bytes())
    for _ in range(spoil.draw(st.integers(1, 8))):
        content[spoil.draw(st.integers(0, len(content) - 1))] = spoil.draw(st.integers(0, 255))
    path.write_bytes(content)

    assert all(problem.message for problem in check_database(path))


def test_ending_the_use_leaves_one_whole_file(database: Path) -> None:
    with closing(sqlite3.connect(database, isolation_level=None)) as writer:
        writer.execute("PRAGMA wal_autocheckpoint = 0")
        writer.execute("INSERT INTO transaksi VALUES ('t3', '2024-06-28 03:00:00', 'Baru')")
        with pytest.raises(KinerjaError, match="sedang dipakai oleh program lain"):
            end_use(database)

    end_use(database)

    assert [path.name for path in database.parent.iterdir()] == [database.name]
    assert labels(database)[-1] == "Baru"


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (sqlite3.SQLITE_FULL, "penyimpanannya penuh"),
        (sqlite3.SQLITE_READONLY, "tidak boleh dibuka atau ditulis"),
        (sqlite3.SQLITE_CANTOPEN, "tidak boleh dibuka atau ditulis"),
        (sqlite3.SQLITE_IOERR_READ, "terlepas atau rusak"),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, "sedang dipakai"),
        (sqlite3.SQLITE_CORRUPT, "rusak atau bukan basis data Kinerja Desktop"),
        (sqlite3.SQLITE_NOTADB, "rusak atau bukan basis data Kinerja Desktop"),
        (sqlite3.SQLITE_ERROR, "rusak atau bukan basis data Kinerja Desktop"),
    ],
)
def test_failures_of_sqlite_are_told_in_indonesian(code: int, words: str) -> None:
    error = explain_sqlite_error(sqlite_error(code), Path("D:/kinerja.db"))

    assert words in error.message
    assert error.remedy
    assert "in English" not in str(error)


def test_a_failure_without_a_code_counts_as_damage() -> None:
    error = explain_sqlite_error(sqlite3.DatabaseError("odd"), Path("kinerja.db"))

    assert isinstance(error, DamagedDatabaseError)


def test_the_disk_may_fail_while_a_backup_is_judged(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(Path, "open", fail)

    (problem,) = check_database(database)
    assert "terlepas atau rusak" in problem.message


def test_a_copy_stands_alone(database: Path, tmp_path: Path) -> None:
    """Its header asks for no WAL, so that it is read from a stick where nothing is written."""
    copy_database(database, tmp_path / "salinan.db")

    assert database.read_bytes()[18:20] == b"\x02\x02"
    assert (tmp_path / "salinan.db").read_bytes()[18:20] == b"\x01\x01"


def test_a_copy_is_made_where_only_empty_pages_are_damaged(database: Path, tmp_path: Path) -> None:
    """Its rows are whole, and a backup is better than none."""
    execute(database, "CREATE TABLE lama AS SELECT zeroblob(20000)")
    execute(database, "DROP TABLE lama")
    execute(database, "PRAGMA journal_mode = DELETE")
    content = bytearray(database.read_bytes())
    # The number of empty pages (sqlite.org/fileformat2.html).
    assert int.from_bytes(content[36:40], "big") > 0
    content[36:40] = bytes(4)
    database.write_bytes(content)
    assert check_database(database)

    copy_database(database, tmp_path / "salinan.db")

    assert check_database(tmp_path / "salinan.db") == []
    assert len(labels(tmp_path / "salinan.db")) == 2


def test_a_copy_that_another_program_holds_is_not_waited_for(
    database: Path, tmp_path: Path
) -> None:
    target = make_database(tmp_path / "salinan.db")
    execute(target, "PRAGMA journal_mode = DELETE")
    with closing(sqlite3.connect(target, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")

        with pytest.raises(KinerjaError, match="sedang dipakai oleh program lain"):
            copy_database(database, target)


def test_a_copy_that_another_program_reads_is_not_waited_for_either(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = make_database(tmp_path / "salinan.db")
    execute(target, "PRAGMA journal_mode = DELETE")
    monkeypatch.setattr(database_copy, "_TIMEOUT", 0.0)
    with closing(sqlite3.connect(target, isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT * FROM transaksi").fetchone()
        with pytest.raises(KinerjaError, match="sedang dipakai oleh program lain"):
            copy_database(database, target)


def test_a_copy_that_another_program_lets_go_of_is_made(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = make_database(tmp_path / "salinan.db")
    execute(target, "PRAGMA journal_mode = DELETE")
    with closing(sqlite3.connect(target, isolation_level=None, check_same_thread=False)) as other:
        other.execute("BEGIN")
        other.execute("SELECT * FROM transaksi").fetchone()
        looks = 0

        def look() -> float:
            """A clock that stands still; at the third look the other program ends its reading."""
            nonlocal looks
            looks += 1
            if looks == 3:
                other.execute("ROLLBACK")
            return 0.0

        monkeypatch.setattr("time.monotonic", look)
        copy_database(database, target)
    assert looks >= 3
    assert labels(target) == labels(database)
