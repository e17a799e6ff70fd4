"""Packages of a few kecamatan, written once, and a Bappeda to receive them."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kinerja_desktop.services.kantor.office import Office
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
def bappeda(tmp_path: Path) -> Iterator[Office]:
    office = open_bappeda(tmp_path / "bappeda")
    yield office
    office.close()
