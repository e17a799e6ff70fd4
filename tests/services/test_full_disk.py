"""At each way of writing the disk fails: a sentence, the data intact, nothing half made.

Without root no small disk can be made; the size that a file may reach is bounded instead, which
fails in the same calls, SQLite's too. `bench.full_disk` fills a real one.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copytree

import pytest

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.office import open_office
from kinerja_desktop.services.riwayat.maintenance import check_office
from tests.stages import OUT, STAGES, prepare, read_figure

if sys.platform == "win32":
    pytest.skip("bounds the size of files as POSIX does", allow_module_level=True)

import resource


@contextmanager
def files_up_to(size: int) -> Iterator[None]:
    """Let writing beyond so many bytes of a file fail."""
    _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, most))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kantor")
    prepare(folder)
    return folder


@pytest.mark.parametrize("size", [0, 8 << 10, 128 << 10])
@pytest.mark.parametrize("stage", STAGES)
def test_a_failing_disk_harms_nothing(made: Path, tmp_path: Path, stage: str, size: int) -> None:
    place = copytree(made, tmp_path / "kantor")
    office = open_office(place / "data")
    told = ""
    with files_up_to(size):
        try:
            STAGES[stage](office, place)
        except KinerjaError as error:
            told = error.remedy
        figure = read_figure(office)
        office.close()
    assert told or size
    again = open_office(place / "data")
    assert check_office(again) == []
    assert read_figure(again) == figure
    again.close()
    left = [*place.rglob("*.tulis"), *(place / "data").glob("pulih-*")]
    assert left == []
    if told and stage != "cetak":
        assert list((place / OUT).iterdir()) == []
