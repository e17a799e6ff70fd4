"""Offices, clocks and folders for all tests; nothing outside `tmp_path` is touched."""

import gc
import os
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from kinerja_desktop import garbage
from kinerja_desktop.server_address import Place
from kinerja_desktop.services.awal.sample import fill_sample
from kinerja_desktop.services.kantor.office import Office, open_office
from kinerja_desktop.services.latihan.isi import fill_latihan
from tests.shelf import Shelf, choose_stage

if TYPE_CHECKING:
    from tests.postgres import Cluster

SQLITE, POSTGRESQL = "sqlite", "postgresql"

# Tests are not timed (`bench/` is for that); in CI the same examples are tried every time.
settings.register_profile("kantor", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("kantor")


class Clock:
    """A clock that stands still until it is told to go on."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def __call__(self) -> datetime:
        return self.moment


@pytest.fixture
def clock() -> Clock:
    """Wednesday, 15 January 2025, 09.00 WIB."""
    return Clock(datetime(2025, 1, 15, 2, 0, tzinfo=UTC))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--tempat", choices=(SQLITE, POSTGRESQL), default=SQLITE, help="where offices keep data"
    )


#: Fixtures that keep an office's data in a folder or on the server.
_PLACES = frozenset({"data_place", "bappeda"})


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out, on a server, what is about the files of SQLite (each says why) or opens no office.

    A test that asks for no place of data is the very same in the run on files.
    """
    if config.getoption("--tempat") == SQLITE:
        return
    left_out = [
        item
        for item in items
        if item.get_closest_marker("sqlite_only")
        or not _PLACES & set(getattr(item, "fixturenames", ()))
    ]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in left_out]


@pytest.fixture(autouse=True)
def collected() -> Iterator[None]:
    """A test that starts the window's Qt leaves all later ones without Python's own collecting."""
    yield
    if not gc.isenabled():
        garbage.collect_due()


@pytest.fixture(scope="session")
def cluster() -> "Iterator[Cluster]":
    """A PostgreSQL server of this test process, started when it is first asked for."""
    from tests.postgres import Cluster

    started = Cluster()
    yield started
    started.remove()


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    """The offices that many tests begin with."""
    return Shelf(tmp_path_factory.mktemp("rak"))


@pytest.fixture
def data_place(
    request: pytest.FixtureRequest, tmp_path: Path, clock: Clock, shelf: Shelf
) -> Iterator[Place]:
    """Where a test's office keeps its data: a folder, or a database of a server.

    It is empty unless the test asks for one of the `shelf.STAGES`.
    """
    stage = choose_stage(request.fixturenames)
    if request.config.getoption("--tempat") == SQLITE:
        if stage is not None:
            shelf.lay_folder(stage, clock, tmp_path / "data")
        yield tmp_path / "data"
        return
    server: Cluster = request.getfixturevalue("cluster")
    database = shelf.lay_database(stage, clock, server) if stage else server.new_office()
    yield server.address(database, tmp_path / "data")
    server.drop(database)


@pytest.fixture
def office(data_place: Place, clock: Callable[[], datetime]) -> Iterator[Office]:
    """An office that is not set up yet, unless the test asks for a stage as well."""
    opened = open_office(data_place, clock)
    yield opened
    opened.close()


@pytest.fixture
def muncar(office: Office) -> Office:
    """The sample office with the real figures of Kecamatan Muncar, 2020–2024."""
    if office.instansi() is None:  # not in `data_place`: asked for in the middle of a test
        fill_sample(office)
    return office


@pytest.fixture
def lengkap(office: Office) -> Office:
    """The sample office, whose Pengukuran 2024 is final and whose LKjIP 2024 can become it."""
    return office


@pytest.fixture
def tuntas(office: Office) -> Office:
    """The sample office, which has done everything that leaves something final behind."""
    return office


@pytest.fixture(scope="session")
def filled_latihan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The practice office's data folder, filled once; nobody changes it."""
    folder = tmp_path_factory.mktemp("latihan") / "data"
    filled = open_office(folder)
    fill_latihan(filled)
    filled.close()
    return folder


@pytest.fixture
def latihan(filled_latihan: Path, tmp_path: Path) -> Iterator[Office]:
    """The practice office, in a folder of this test's own."""
    opened = open_office(shutil.copytree(filled_latihan, tmp_path / "latihan"))
    yield opened
    opened.close()
