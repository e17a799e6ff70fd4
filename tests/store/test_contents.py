import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Engine

from kinerja_desktop.store.contents import (
    find_wrong_content,
    find_wrong_live_schema,
    find_wrong_schema,
    find_wrong_values,
)
from kinerja_desktop.store.database import DatabaseFailedError, _prepare_sqlite
from kinerja_desktop.store.database_copy import check_values
from kinerja_desktop.store.sqlite_failures import SqliteFailure, classify, limit_time

pytestmark = pytest.mark.sqlite_only("columns that hold any value")

ENDLESS = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n"
ROW = "'0123456789abcdef0123456789abcdef'"


@pytest.fixture
def raw(engine: Engine, tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """The file of `engine`, as another tool writes into it."""
    with closing(sqlite3.connect(tmp_path / "kinerja.db", isolation_level=None)) as connection:
        yield connection


def test_what_the_program_made_is_right(engine: Engine) -> None:
    assert find_wrong_live_schema(engine) == []
    assert find_wrong_content(engine) == []


@pytest.mark.parametrize(
    ("statements", "words"),
    [
        (["DROP TABLE pagu"], "tabel 'pagu' tidak ada"),
        (["CREATE TABLE asing (x)"], "tabel 'asing' bukan milik program ini"),
        (["DROP TABLE pagu", f"CREATE VIEW pagu AS {ENDLESS}"], "'pagu' bukan bagian data"),
        (
            ["CREATE TRIGGER t AFTER INSERT ON pagu BEGIN DELETE FROM pagu; END"],
            "'t' bukan bagian data",
        ),
        (["CREATE VIRTUAL TABLE cari USING fts5(x)"], "'cari' bukan bagian data"),
        (["ALTER TABLE pagu ADD COLUMN k AS (1)"], "kolom 'pagu' dihitung"),
        (["ALTER TABLE pagu ADD COLUMN k"], "kolom-kolom tabel 'pagu' bukan yang seharusnya"),
    ],
)
def test_another_schema_is_named(
    raw: sqlite3.Connection, statements: list[str], words: str
) -> None:
    for statement in statements:
        raw.execute(statement)
    assert words in find_wrong_schema(raw)[0]


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("id", "x"),
        ("tanggal", "2024-13-45"),
        ("tanggal", "20240101"),
        ("tanggal", None),
        ("jenis", "hari-raya"),
        ("nama", b"\xff"),
    ],
)
def test_a_value_that_nobody_can_read_is_named(
    raw: sqlite3.Connection, column: str, value: object
) -> None:
    raw.execute("DROP TABLE hari_libur")
    raw.execute("CREATE TABLE hari_libur (id, tanggal, nama, jenis)")
    raw.execute(f"INSERT INTO hari_libur VALUES ({ROW}, '2024-01-01', 'Tahun baru', 'nasional')")
    assert find_wrong_values(raw) == []
    raw.execute(f"UPDATE hari_libur SET {column} = ?", (value,))
    assert find_wrong_values(raw) == [f"isi kolom hari_libur.{column} tidak sah di 1 baris"]


@pytest.mark.parametrize(
    ("table", "column", "good", "bad"),
    [
        ("pagu", "murni", ["1500.25", None], ["NaN", "x", 5]),
        ("realisasi", "nilai", ["7..8", "BB", "90.5", None], ["8..", "1..NaN", "Infinity"]),
        ("realisasi", "tidak_berlaku", [0, 1], [2, "x"]),
        ("realisasi", "tahun", [2024], ["x", 1.5]),
        ("perubahan", "baru", ["{}", None], ["{", "[" * 100_000]),
        ("perubahan", "tabel", ["pagu"], ["hcri_libur"]),
        ("transaksi", "waktu", ["2024-06-27 01:30:00.250000"], ["kemarin", 5]),
    ],
)
def test_each_kind_of_value_is_judged(
    raw: sqlite3.Connection, table: str, column: str, good: list[object], bad: list[object]
) -> None:
    names = [row[1] for row in raw.execute(f"PRAGMA table_info({table})")]
    raw.execute(f"DROP TABLE {table}")
    raw.execute(f"CREATE TABLE {table} ({', '.join(names)})")
    raw.execute(f"INSERT INTO {table} ({column}) VALUES (0)")
    said = f"isi kolom {table}.{column} tidak sah di 1 baris"
    for value in good:
        raw.execute(f"UPDATE {table} SET {column} = ?", (value,))
        assert said not in find_wrong_values(raw), value
    for value in bad:
        raw.execute(f"UPDATE {table} SET {column} = ?", (value,))
        assert said in find_wrong_values(raw), value


def test_what_would_never_end_is_ended(raw: sqlite3.Connection) -> None:
    started = time.thread_time()
    with pytest.raises(sqlite3.OperationalError) as caught, limit_time(raw, seconds=0.05):
        raw.execute(ENDLESS).fetchall()
    assert classify(caught.value) is SqliteFailure.DAMAGED
    assert time.thread_time() - started < 5


def test_only_what_python_itself_found_is_damage_without_a_code() -> None:
    assert classify(sqlite3.OperationalError("Could not decode to UTF-8")) is SqliteFailure.DAMAGED
    assert classify(UnicodeDecodeError("utf-8", b"\xff", 0, 1, "x")) is SqliteFailure.DAMAGED
    assert classify(sqlite3.ProgrammingError("wrong number of parameters")) is None


def test_a_file_that_is_no_database_has_no_right_values(tmp_path: Path) -> None:
    (tmp_path / "a.db").write_bytes(b"bukan basis data" * 100)
    (problem,) = check_values(tmp_path / "a.db")
    assert "rusak" in problem.message


def test_a_damaged_name_in_a_message_of_sqlite_is_damage() -> None:
    """Met in the first PRAGMA: Python cannot read the message that cites it."""

    class Damaged:
        isolation_level = ""

        def execute(self, _statement: str) -> None:
            raise UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte")

    with pytest.raises(DatabaseFailedError, match="Data rusak"):
        _prepare_sqlite(Damaged(), None)
