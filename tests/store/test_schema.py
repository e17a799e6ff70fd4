import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import Engine, inspect

from kinerja_desktop.store.database import connect, sqlite_url
from kinerja_desktop.store.migrations import migrate
from kinerja_desktop.store.records import RECORDS
from kinerja_desktop.store.schema import (
    HEAD,
    NewerDatabaseError,
    is_known_revision,
    read_revision,
)


def describe(engine: Engine) -> dict[str, object]:
    """Columns, keys and indexes of every table, as the database itself sees them."""
    inspector = inspect(engine)
    return {
        table: (
            {(c["name"], str(c["type"]), c["nullable"]) for c in inspector.get_columns(table)},
            inspector.get_pk_constraint(table)["constrained_columns"],
            sorted(
                (k["constrained_columns"], k["referred_table"], str(sorted(k["options"].items())))
                for k in inspector.get_foreign_keys(table)
            ),
            sorted(
                (i["name"], i["column_names"], i["unique"]) for i in inspector.get_indexes(table)
            ),
        )
        for table in inspector.get_table_names()
    }


def test_an_empty_database_has_no_revision(tmp_path: Path) -> None:
    empty = connect(sqlite_url(tmp_path))
    assert read_revision(empty) is None
    empty.dispose()


def test_a_new_database_bears_the_present_revision(engine: Engine) -> None:
    assert read_revision(engine) == HEAD
    assert set(RECORDS) <= set(inspect(engine).get_table_names())


@pytest.mark.sqlite_only("its own way to migrate; a server's is in tests/store/postgres")
def test_all_migrations_together_make_the_present_schema(engine: Engine, tmp_path: Path) -> None:
    (tmp_path / "lain").mkdir()
    migrated = connect(sqlite_url(tmp_path / "lain"))
    migrate(migrated)
    assert read_revision(migrated) == HEAD
    assert describe(migrated) == describe(engine)
    migrated.dispose()


@pytest.mark.sqlite_only("its own way to migrate; a server's is in tests/store/postgres")
def test_migrating_the_present_schema_changes_nothing(engine: Engine) -> None:
    before = describe(engine)
    migrate(engine)
    assert describe(engine) == before


@pytest.mark.sqlite_only("its own way to migrate; a server's is in tests/store/postgres")
def test_a_migration_that_breaks_references_is_not_accepted(engine: Engine, tmp_path: Path) -> None:
    raw = sqlite3.connect(tmp_path / "kinerja.db")
    raw.execute(
        "INSERT INTO tujuan (id, periode_renstra_id, kode, uraian) VALUES ('a', 'b', 'T1', 'x')"
    )
    raw.commit()
    raw.close()
    with pytest.raises(RuntimeError, match="migration broke references"):
        migrate(engine)


def test_a_revision_of_the_future_is_not_known() -> None:
    assert is_known_revision(HEAD)
    assert not is_known_revision("9999")
    assert "lebih baru" in NewerDatabaseError().message
