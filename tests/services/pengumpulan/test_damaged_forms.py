"""Two hundred damaged forms; thousands by `python -m bench.damaged_forms`."""

from pathlib import Path

import pytest

from kinerja_desktop.services.kantor.office import Office
from tests.damaged_forms import damage_forms
from tests.services.pengumpulan.office import fill_forms


@pytest.mark.parametrize("first", [0, 100])
def test_no_damage_of_a_form_ends_in_a_traceback(
    muncar: Office, tmp_path: Path, first: int
) -> None:
    work = tmp_path / "kerja"
    work.mkdir()
    tally = damage_forms(muncar, fill_forms(muncar, tmp_path / "flashdisk"), work, 100, first)
    assert tally.taken, tally
    assert tally.refused, tally
