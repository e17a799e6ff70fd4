"""Packages of a few kecamatan, written once, and a Bappeda to receive them."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kinerja_desktop.services.kantor.office import Office
from tests.services.penerimaan.senders import open_bappeda, open_sender, send_first, send_second


@pytest.fixture(scope="session")
def sent(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Sticks: ``v1`` and ``v2`` of Candipuro, ``klakah``, ``lain`` (Candipuro, other figures)."""
    folder = tmp_path_factory.mktemp("kiriman")
    office = open_sender(folder / "candipuro")
    send_first(office, folder / "v1")
    send_second(office, folder / "v2")
    office.close()
    office = open_sender(folder / "kantor-klakah", "KLAKAH", 4)
    send_first(office, folder / "klakah")
    office.close()
    return folder


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
