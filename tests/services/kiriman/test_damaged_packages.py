"""Two hundred damaged packages; thousands by `python -m bench.damaged_packages`."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from kinerja_desktop.services.awal.sample import fill_sample
from kinerja_desktop.services.kantor.office import open_office
from kinerja_desktop.services.kiriman import transfer
from tests.damaged_packages import damage_packages
from tests.finals import finalize
from tests.services.dokumen.papers import TAHUN, TANGGAL


@pytest.fixture
def sound(tmp_path: Path, clock: Callable[[], datetime]) -> Path:
    office = open_office(tmp_path / "data", clock)
    try:
        fill_sample(office)
        finalize(office, TAHUN, TANGGAL)
        return transfer.send_package(office, transfer.compose_package(office, TAHUN), tmp_path)
    finally:
        office.close()


def test_damaged_packages_are_refused_with_a_sentence_or_proved(
    sound: Path, tmp_path: Path
) -> None:
    work = tmp_path / "kerja"
    work.mkdir()
    tally = damage_packages(sound, work, 200)
    assert tally.held, tally
    assert tally.refused > 100, tally
