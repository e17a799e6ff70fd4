"""Offices, clocks and folders for all tests; nothing outside `tmp_path` is touched."""

import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from kinerja_desktop.services.awal.sample import fill_sample
from kinerja_desktop.services.kantor.office import Office, open_office

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


@pytest.fixture
def office(tmp_path: Path, clock: Callable[[], datetime]) -> Iterator[Office]:
    """An office that is not set up yet."""
    opened = open_office(tmp_path / "data", clock)
    yield opened
    opened.close()


@pytest.fixture
def muncar(office: Office) -> Office:
    """The sample office with the real figures of Kecamatan Muncar, 2020–2024."""
    fill_sample(office)
    return office
