import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from kinerja_desktop.domain.fingerprint import compare_tables
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.store import upgrade
from kinerja_desktop.store.backup import list_backups
from kinerja_desktop.store.backup_reading import preview_backup
from kinerja_desktop.store.database import FILE_NAME
from kinerja_desktop.store.schema import HEAD, REVISIONS, UpgradeFailedError
from kinerja_desktop.store.upgrade import upgrade_database
from tests.store.old_office import make_old_office

NOW = datetime(2026, 11, 21, 2, 0, tzinfo=UTC)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("revision", REVISIONS[:-1])
def test_every_earlier_schema_keeps_every_row(tmp_path: Path, revision: str) -> None:
    tables = make_old_office(tmp_path, revision)
    done = upgrade_database(tmp_path / FILE_NAME, tmp_path / "cadangan", NOW)
    changes = compare_tables(done.before, done.after)
    known = [change for change in changes if not change.is_new]
    assert sorted(change.table for change in known) == sorted(tables)
    assert all(change.is_same and change.rows_before == 1 for change in known)
    assert preview_backup(tmp_path / FILE_NAME).revision == HEAD
    assert preview_backup(done.backup).revision == revision
    assert names(tmp_path) == ["cadangan", FILE_NAME]


def failing(sql: str) -> Callable[[Engine], None]:
    def migrate(engine: Engine) -> None:
        with engine.begin() as connection:
            connection.execute(text(sql))

    return migrate


@pytest.mark.parametrize(
    ("sql", "reason"),
    [
        ("DELETE FROM libur_yang_tidak_ada", "bentuk datanya tidak dapat diubah"),
        ("UPDATE instansi SET kecamatan = 'lain'", "isi instansi akan berubah"),
        ("DELETE FROM hari_libur", "isi hari_libur akan berubah"),
        ("INSERT INTO alembic_version VALUES ('9999')", "salinannya tidak lagi utuh"),
    ],
)
def test_a_migration_that_fails_or_loses_something_leaves_the_data_as_it_was(
    tmp_path: Path, sql: str, reason: str
) -> None:
    make_old_office(tmp_path, REVISIONS[0])
    database = tmp_path / FILE_NAME
    with closing(sqlite3.connect(database)) as connection:
        before = list(connection.iterdump())
    with pytest.raises(UpgradeFailedError, match=reason):
        upgrade_database(database, tmp_path / "cadangan", NOW, failing(sql))
    with closing(sqlite3.connect(database)) as connection:
        assert list(connection.iterdump()) == before
    assert not list(tmp_path.glob(f"*{upgrade.COPY}*"))
    assert len(list_backups(tmp_path / "cadangan")) == 1


def test_what_an_interrupted_run_left_does_not_come_into_the_data(tmp_path: Path) -> None:
    make_old_office(tmp_path, REVISIONS[0])
    for ending in ("", "-wal", "-shm"):
        (tmp_path / f"{FILE_NAME}{upgrade.COPY}{ending}").write_bytes(b"sisa" * 1000)
    done = upgrade_database(tmp_path / FILE_NAME, tmp_path / "cadangan", NOW)
    assert all(change.is_same for change in compare_tables(done.before, done.after))
    assert names(tmp_path) == ["cadangan", FILE_NAME]


def test_a_disk_that_fills_up_during_the_migration_is_no_fault_of_the_program(
    tmp_path: Path,
) -> None:
    make_old_office(tmp_path, REVISIONS[0])

    def fill_up(engine: Engine) -> None:
        with engine.begin() as connection:
            # SQLite's own way to say that there is no room for another page.
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
            connection.exec_driver_sql("CREATE TABLE besar AS SELECT zeroblob(10000000)")

    with pytest.raises(KinerjaError, match="penyimpanannya penuh") as told:
        upgrade_database(tmp_path / FILE_NAME, tmp_path / "cadangan", NOW, fill_up)
    assert not isinstance(told.value, UpgradeFailedError)
    assert preview_backup(tmp_path / FILE_NAME).revision == REVISIONS[0]


def test_a_migration_that_finds_broken_references_leaves_the_data_as_it_was(
    tmp_path: Path,
) -> None:
    make_old_office(tmp_path, REVISIONS[0])

    def fail(engine: Engine) -> None:
        raise RuntimeError("migration broke references")

    with pytest.raises(UpgradeFailedError, match="bentuk datanya tidak dapat diubah"):
        upgrade_database(tmp_path / FILE_NAME, tmp_path / "cadangan", NOW, fail)
    assert preview_backup(tmp_path / FILE_NAME).revision == REVISIONS[0]


def test_a_full_disk_leaves_the_data_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_old_office(tmp_path, REVISIONS[0])

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shutil, "copyfile", full)
    with pytest.raises(KinerjaError, match="penuh"):
        upgrade_database(tmp_path / FILE_NAME, tmp_path / "cadangan", NOW)
    assert preview_backup(tmp_path / FILE_NAME).revision == REVISIONS[0]
