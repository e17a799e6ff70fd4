"""One Windows PC for all tests of the installer, cleared before each (a new one takes seconds)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from installer.tests.office_pc import make_real_setup
from installer.tests.setups import Office, Setups
from installer.tests.wine import Wine


@pytest.fixture(scope="session")
def setups(tmp_path_factory: pytest.TempPathFactory) -> Setups:
    return Setups(tmp_path_factory.mktemp("setups"))


@pytest.fixture(scope="session")
def real_setup(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_real_setup(tmp_path_factory.mktemp("bangun"))


@pytest.fixture(scope="session")
def pc(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Wine]:
    pc = Wine(tmp_path_factory.mktemp("pc"))
    yield pc
    pc.kill()


@pytest.fixture
def office(pc: Wine, setups: Setups) -> Office:
    office = Office(pc, setups)
    office.clear()
    return office
