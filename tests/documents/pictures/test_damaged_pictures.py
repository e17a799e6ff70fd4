"""Damaged pictures: taken or refused with a sentence; thousands by `bench.damaged_pictures`."""

import subprocess
import sys
from pathlib import Path

import pytest

from kinerja_desktop.documents.pictures.limits import MAX_SIDE
from kinerja_desktop.documents.pictures.photos import is_readable, make_photo
from kinerja_desktop.documents.pictures.picture_check import check_picture
from kinerja_desktop.errors import KinerjaError
from tests.picture_samples import SAMPLES, png_of

ROOT = Path(__file__).parents[3]


def test_no_damage_ends_the_program_or_costs_too_much() -> None:
    """In a process of its own, so that its memory is its own."""
    done = subprocess.run(
        [sys.executable, "-m", "bench.damaged_pictures", "200"],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=200,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr[-4000:]
    assert "diterima" in done.stdout


@pytest.mark.parametrize("size", [(60_000_000, 1), (1, MAX_SIDE + 1), (6000, 6000), (20000, 20000)])
def test_a_picture_that_would_fill_the_memory_is_refused_at_every_door(
    size: tuple[int, int],
) -> None:
    bomb = png_of(*size)
    with pytest.raises(KinerjaError):
        check_picture(bomb, "peta.png")
    assert not is_readable(bomb)
    with pytest.raises(KinerjaError):
        make_photo(bomb, 100, 100)


@pytest.mark.parametrize("name", SAMPLES)
def test_sound_pictures_of_every_kind_are_taken(name: str) -> None:
    content = SAMPLES[name]()
    check_picture(content, name)
    assert is_readable(content)
