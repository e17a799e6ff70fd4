"""The chain of revisions on a server: the same schema in the end, nothing lost, all or nothing."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.server_address import ServerAddress
from kinerja_desktop.services.kantor.office import open_office
from kinerja_desktop.services.riwayat.maintenance import check_office
from kinerja_desktop.services.riwayat.restoring import restore_into
from kinerja_desktop.store import migrations
from kinerja_desktop.store.archive_reading import extract_database
from kinerja_desktop.store.migrations import migrate_within
from kinerja_desktop.store.postgres.copying import fill_from_file
from kinerja_desktop.store.postgres.engine import connect
from kinerja_desktop.store.postgres.roles import Peran, make_roles, prepare_database, set_user
from kinerja_desktop.store.postgres.schema import add_evidence_tables, number_rows
from kinerja_desktop.store.postgres.writing import CHANNEL
from kinerja_desktop.store.records import Lhe
from kinerja_desktop.store.schema import HEAD, REVISIONS, UpgradeFailedError, read_revision
from tests.arsip.reading import ARSIP
from tests.postgres import OPERATOR, Cluster

Clock = Callable[[], datetime]


@pytest.fixture
def empty(cluster: Cluster, tmp_path: Path) -> Iterator[ServerAddress]:
    name = cluster.new_database()
    yield cluster.address(name, tmp_path / "data")
    cluster.drop(name)


def make_old(address: ServerAddress, revision: str, folder: Path) -> None:
    """Make an office of an earlier schema on a server, as that version would have left it."""
    folder.mkdir()
    source = extract_database(ARSIP / f"{revision}/kantor.kinerja", folder, lambda _folder: 1 << 40)
    engine = connect(address).execution_options(isolation_level="READ COMMITTED")
    with engine.begin() as connection:
        migrate_within(connection, revision)
        number_rows(connection)
        add_evidence_tables(connection)
        fill_from_file(connection, source)
    engine.dispose()


def describe(engine: Engine) -> list[tuple[object, ...]]:
    """Columns, keys and indexes of every table, as the server's own catalogue has them."""
    queries = (
        "SELECT table_name, column_name, data_type, is_nullable FROM information_schema.columns "
        "WHERE table_schema = 'public' AND table_name !~ 'bukti|alembic' ORDER BY 1, 2",
        "SELECT conrelid::regclass::text, pg_get_constraintdef(oid) FROM pg_constraint "
        "WHERE connamespace = 'public'::regnamespace "
        "AND conrelid::regclass::text !~ 'bukti|alembic' "
        "ORDER BY 1, 2",
        "SELECT tablename, indexdef FROM pg_indexes WHERE schemaname = 'public' "
        "AND tablename !~ 'bukti|alembic' ORDER BY 1, 2",
    )
    with engine.connect() as connection:
        return [tuple(row) for query in queries for row in connection.exec_driver_sql(query)]


def test_all_revisions_together_make_the_present_schema(
    cluster: Cluster, empty: ServerAddress
) -> None:
    chained = connect(empty)
    with chained.begin() as connection:
        migrate_within(connection)
        number_rows(connection)
    made = connect(cluster.address(cluster.new_office(), empty.folder))
    assert describe(chained) == describe(made)
    assert read_revision(chained) == HEAD
    made.dispose()
    chained.dispose()


@pytest.mark.parametrize("revision", REVISIONS[:-1])
def test_an_older_office_is_brought_up_and_told_unchanged(
    empty: ServerAddress, tmp_path: Path, clock: Clock, revision: str
) -> None:
    make_old(empty, revision, tmp_path / "lama")
    office = open_office(empty, clock)
    assert read_revision(office.engine) == HEAD
    assert office.update.report is not None
    assert office.update.report.is_unchanged
    file = open_office(tmp_path / "berkas", clock)
    restore_into(file, office.backup_folder / office.update.report.backup)
    tables = {item.table: item for item in office.place.read_fingerprints()}
    beyond = [item.table for item in file.place.read_fingerprints() if tables[item.table] != item]
    assert beyond == ["transaksi"]
    found = {problem.message.split(":")[0] for problem in check_office(office)}
    assert not any("diubah di luar" in text for text in found)
    file.close()
    office.close()


def test_whoever_has_the_data_open_is_told_of_an_upgrade(
    cluster: Cluster, empty: ServerAddress, tmp_path: Path, clock: Clock
) -> None:
    make_old(empty, "0005", tmp_path / "lama")
    with cluster.connect(empty.database) as listening:
        listening.execute(f"LISTEN {CHANNEL}")
        open_office(empty, clock).close()
        (notice,) = listening.notifies(timeout=5, stop_after=1)
    assert json.loads(notice.payload)["skema"] == HEAD


def test_a_revision_that_changes_what_was_there_leaves_everything_as_it_was(
    empty: ServerAddress, tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_old(empty, "0001", tmp_path / "lama")
    real = migrations.migrate_within

    def spoil(connection: Connection, revision: str = "head") -> None:
        real(connection, revision)
        connection.exec_driver_sql("UPDATE indikator SET uraian = 'lain'")

    monkeypatch.setattr(migrations, "migrate_within", spoil)
    with pytest.raises(UpgradeFailedError, match="indikator"):
        open_office(empty, clock)
    engine = connect(empty)
    assert read_revision(engine) == "0001"
    engine.dispose()
    monkeypatch.undo()
    open_office(empty, clock).close()


def test_only_the_keeper_brings_data_up(
    cluster: Cluster, tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = cluster.address("naik", tmp_path / "naik", OPERATOR)
    prepare_database(address)
    set_user(address, "naik_sri", Peran.OPERATOR)
    set_user(address, "naik_tik", Peran.PENGELOLA)
    monkeypatch.setattr("kinerja_desktop.services.kantor.office.HEAD", "9999")
    with pytest.raises(KinerjaError, match="Minta pengelola membuka program"):
        open_office(replace(address, user="naik_sri"), clock)
    open_office(replace(address, user="naik_tik"), clock).close()
    cluster.drop("naik")


def test_what_an_upgrade_adds_is_open_to_the_roles_as_well(
    empty: ServerAddress, tmp_path: Path, clock: Clock
) -> None:
    make_old(empty, "0001", tmp_path / "lama")
    engine = connect(empty)
    with engine.begin() as connection:
        make_roles(connection, empty.database)
    engine.dispose()
    set_user(empty, "naik_sri", Peran.OPERATOR)
    set_user(empty, "naik_tik", Peran.PENGELOLA)
    open_office(replace(empty, user="naik_tik"), clock).close()
    office = open_office(replace(empty, user="naik_sri"), clock)
    with office.journal.action("Menambah") as session:
        session.add(Lhe(tahun=2024, nomor="1"))
    office.close()
