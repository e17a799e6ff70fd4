"""Trying the address of a server says what stands there, and changes nothing."""

from pathlib import Path

import pytest

from kinerja_desktop.services.kantor.office import open_office
from kinerja_desktop.services.kantor.server_check import ServerState, check_server
from kinerja_desktop.store.postgres.failures import ServerFailedError
from tests.postgres import Cluster
from tests.services.kantor.small import fill_kantor


def test_what_stands_in_a_database_is_told(cluster: Cluster, tmp_path: Path) -> None:
    empty, office = cluster.new_database(), cluster.new_office()
    fresh = check_server(cluster.address(empty, tmp_path))
    assert (fresh.state, fresh.can_open, fresh.may_create) == (ServerState.EMPTY, True, True)
    assert check_server(cluster.address(office, tmp_path)).state is ServerState.EMPTY
    opened = open_office(cluster.address(office, tmp_path))
    fill_kantor(opened)
    opened.close()
    assert check_server(cluster.address(office, tmp_path)).state is ServerState.OFFICE
    cluster.execute("UPDATE alembic_version SET version_num = '0001'", office)
    assert check_server(cluster.address(office, tmp_path)).state is ServerState.OLDER
    cluster.execute("UPDATE alembic_version SET version_num = '9999'", office)
    newer = check_server(cluster.address(office, tmp_path))
    assert (newer.state, newer.can_open) == (ServerState.NEWER, False)
    cluster.execute("CREATE TABLE lain (x int)", empty)
    assert check_server(cluster.address(empty, tmp_path)).state is ServerState.FOREIGN
    cluster.drop(empty)
    cluster.drop(office)


def test_a_database_in_which_nothing_may_be_made_is_not_prepared(
    cluster: Cluster, tmp_path: Path
) -> None:
    database = cluster.new_database()
    cluster.execute("CREATE ROLE tamu LOGIN")
    found = check_server(cluster.address(database, tmp_path, "tamu"))
    assert found.state is ServerState.NOT_PREPARED
    cluster.execute("DROP ROLE tamu")
    cluster.drop(database)


def test_a_database_that_is_not_there_is_told(cluster: Cluster, tmp_path: Path) -> None:
    with pytest.raises(ServerFailedError, match="tidak ada di server"):
        check_server(cluster.address("bukan", tmp_path))
