import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from kinerja_desktop.domain.fingerprint import columns_of
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.store.database import connect
from kinerja_desktop.store.fingerprint import read_fingerprints, read_live_fingerprints


def make(path: Path, *statements: str) -> Path:
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()
    return path


SASARAN = "CREATE TABLE sasaran (id INTEGER PRIMARY KEY, uraian TEXT)"
ROWS = "INSERT INTO sasaran VALUES (1, 'Pelayanan'), (2, 'Warga')"


def test_a_table_is_told_by_its_rows_and_a_hash_of_their_content(tmp_path: Path) -> None:
    (found,) = read_fingerprints(make(tmp_path / "a.db", SASARAN, ROWS))
    # By hand: each row as JSON, the columns by name, the rows in the order of their content.
    content = '[1, "Pelayanan"][2, "Warga"]'
    assert found.rows == 2
    assert found.columns == ("id", "uraian")
    assert found.sha256 == hashlib.sha256(content.encode()).hexdigest()


def test_the_order_of_rows_does_not_matter_and_one_letter_does(tmp_path: Path) -> None:
    table = "CREATE TABLE sasaran (id INTEGER, uraian TEXT)"
    reverse = "INSERT INTO sasaran VALUES (2, 'Warga'), (1, 'Pelayanan')"
    other = "INSERT INTO sasaran VALUES (1, 'Pelayanan'), (2, 'warga')"
    first, second, third = (
        read_fingerprints(make(tmp_path / f"{n}.db", table, rows))[0].sha256
        for n, rows in enumerate((ROWS, reverse, other))
    )
    assert first == second != third


def test_kinds_of_values_are_told_apart(tmp_path: Path) -> None:
    table = "CREATE TABLE nilai (isi)"
    values = ("1", "'1'", "1.0", "NULL", "x'31'", "''")
    hashes = {
        read_fingerprints(make(tmp_path / f"{n}.db", table, f"INSERT INTO nilai VALUES ({v})"))[0]
        for n, v in enumerate(values)
    }
    assert len(hashes) == len(values)


def test_a_later_state_is_read_in_the_columns_of_before(tmp_path: Path) -> None:
    before = read_fingerprints(make(tmp_path / "a.db", SASARAN, ROWS))
    later = make(
        tmp_path / "b.db", SASARAN, ROWS, "ALTER TABLE sasaran ADD COLUMN kode TEXT DEFAULT 'S1'"
    )
    assert read_fingerprints(later, columns_of(before)) == before
    assert read_fingerprints(later) != before


def test_a_column_that_is_gone_is_not_asked_for(tmp_path: Path) -> None:
    path = make(tmp_path / "a.db", SASARAN, ROWS)
    (found,) = read_fingerprints(path, {"sasaran": ("id", "kode")})
    assert found.columns == ("id",)


def test_the_schemas_own_table_is_passed_over(tmp_path: Path) -> None:
    path = make(tmp_path / "a.db", "CREATE TABLE alembic_version (version_num TEXT)", SASARAN)
    assert [found.table for found in read_fingerprints(path)] == ["sasaran"]


def test_the_open_database_is_read_as_the_closed_one(tmp_path: Path) -> None:
    path = make(tmp_path / "a.db", SASARAN, ROWS)
    engine = connect(f"sqlite:///{path.as_posix()}")
    live = read_live_fingerprints(engine)
    engine.dispose()
    assert live == read_fingerprints(path)


def test_what_is_no_database_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    path.write_bytes(b"bukan basis data" * 100)
    with pytest.raises(KinerjaError, match="rusak"):
        read_fingerprints(path)
