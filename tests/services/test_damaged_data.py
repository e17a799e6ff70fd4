"""Damaged databases and backups end well or with a sentence; thousands by `bench.damaged_data`."""

from pathlib import Path

import pytest

from tests.damaged_data import damage_backup, damage_database, make_sound

pytestmark = pytest.mark.sqlite_only("files that are damaged byte by byte")


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_sound(tmp_path_factory.mktemp("utuh"))


@pytest.mark.parametrize("first", [0, 30, 60])
def test_no_damage_of_the_data_ends_in_a_traceback(sound: Path, tmp_path: Path, first: int) -> None:
    tally = damage_database(sound, tmp_path, 30, first)
    assert tally.refused, tally
    assert tally.accepted, tally


@pytest.mark.parametrize("kind", [".db", ".kinerja"])
def test_no_damaged_backup_changes_the_data(sound: Path, tmp_path: Path, kind: str) -> None:
    tally = damage_backup(sound, tmp_path, kind, 80)
    assert tally.refused, tally
