"""Packages of a few kecamatan, written once, and a Bappeda to receive them."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kinerja_desktop.services.kantor.office import Office
from tests.conftest import SQLITE
from tests.services.penerimaan.senders import open_bappeda, send_all


@pytest.fixture(scope="session")
def sent(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return send_all(tmp_path_factory.mktemp("kiriman"))


@pytest.fixture
def sticks(sent: Path, tmp_path: Path) -> Path:
    """Copies of the sticks, to be tampered with."""
    for name in ("v1", "v2", "klakah"):
        shutil.copytree(sent / name, tmp_path / name)
    return tmp_path


@pytest.fixture
def bappeda(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Office]:
    """A Bappeda of its own, beside whatever office a test has: in a folder, or on the server."""
    folder = tmp_path / "bappeda"
    if request.config.getoption("--tempat") == SQLITE:
        office = open_bappeda(folder)
        yield office
        office.close()
        return
    server = request.getfixturevalue("cluster")
    database = server.new_office()
    office = open_bappeda(server.address(database, folder))
    yield office
    office.close()
    server.drop(database)
