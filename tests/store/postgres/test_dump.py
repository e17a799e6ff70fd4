"""A copy made by `pg_dump`, and brought back by `pg_restore`, as `docs/postgresql.md` §5 says."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

from kinerja_desktop.server_address import ServerAddress
from kinerja_desktop.services.kantor.office import open_office
from kinerja_desktop.services.riwayat.maintenance import check_office
from kinerja_desktop.store.postgres.roles import Peran, prepare_database, set_user
from tests.postgres import OPERATOR, Cluster
from tests.stages import prepare_office
from tests.store.postgres.test_several import add

Clock = Callable[[], datetime]


@pytest.fixture
def kept(cluster: Cluster, tmp_path: Path, clock: Clock) -> Iterator[ServerAddress]:
    """A prepared database with evidence and finals in it, as the guide has it made."""
    address = cluster.address("kinerja", tmp_path / "data", OPERATOR)
    prepare_database(address)
    set_user(address, "dump_sri", Peran.OPERATOR)
    office = open_office(address, clock)
    prepare_office(office, tmp_path)
    office.close()
    yield address
    for name in ("kinerja", "kinerja_baru"):
        cluster.drop(name)


def test_what_pg_dump_has_kept_is_whole_after_pg_restore(
    cluster: Cluster, kept: ServerAddress, tmp_path: Path, clock: Clock
) -> None:
    folder = cluster.socket  # the server's user may write there
    cluster.run_program("pg_dump", "-Fc", "-f", str(folder / "kinerja.dump"), kept.database)
    again = cluster.address("kinerja_baru", tmp_path / "baru", OPERATOR)
    prepare_first = "CREATE DATABASE kinerja_baru TEMPLATE template0 LC_COLLATE 'C' LC_CTYPE 'C'"
    cluster.execute(prepare_first)
    words = ("--no-owner", "--no-privileges", "-d", again.database)
    cluster.run_program("pg_restore", *words, str(folder / "kinerja.dump"))
    assert not prepare_database(again), "the database is there; its roles are made"
    set_user(again, "dump_sri", Peran.OPERATOR)
    before = open_office(kept, clock)
    tables = before.place.read_fingerprints()
    before.close()
    restored = open_office(cluster.address(again.database, tmp_path / "sri", "dump_sri"), clock)
    assert restored.place.read_fingerprints() == tables
    assert check_office(restored) == []
    stored = restored.evidence.stored()
    assert stored
    assert [found for digest in stored if (found := restored.evidence.judge(digest, ""))] == []
    add(restored)
    assert check_office(restored) == []
    restored.close()
