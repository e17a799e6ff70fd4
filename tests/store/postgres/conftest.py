"""Two people at two computers on one office."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

from kinerja_desktop.services.awal.sample import fill_sample
from kinerja_desktop.services.kantor.office import Office, open_office
from tests.postgres import BUDI, SRI, Cluster

Clock = Callable[[], datetime]


@pytest.fixture
def database(cluster: Cluster) -> Iterator[str]:
    """The name of a database with the present schema."""
    name = cluster.new_office()
    yield name
    cluster.drop(name)


@pytest.fixture
def sri(cluster: Cluster, database: str, tmp_path: Path, clock: Clock) -> Iterator[Office]:
    """The sample office on a server, as Sri has it open."""
    office = open_office(cluster.address(database, tmp_path / "sri", SRI), clock)
    fill_sample(office)
    yield office
    office.close()


@pytest.fixture
def budi(
    cluster: Cluster, database: str, tmp_path: Path, clock: Clock, sri: Office
) -> Iterator[Office]:
    """The same office, as Budi has it open."""
    del sri
    office = open_office(cluster.address(database, tmp_path / "budi", BUDI), clock)
    yield office
    office.close()
