"""A folder in which an office has worked is never taken for a new one."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from kinerja_desktop.cli.arguments import parse_arguments
from kinerja_desktop.cli.run import run
from kinerja_desktop.services.kantor.lost_data import DamagedOfficeError, find_traces
from kinerja_desktop.services.kantor.office import Office, open_office
from kinerja_desktop.services.riwayat.maintenance import back_up_now
from kinerja_desktop.services.riwayat.restoring import restore_folder
from tests.conftest import Clock

pytestmark = pytest.mark.sqlite_only("a file that is gone")


def empty(database: Path) -> None:
    database.write_bytes(b"")


def remove(database: Path) -> None:
    database.unlink()


LOSSES = pytest.mark.parametrize(
    ("lose", "what"), [(empty, r"kosong \(0 byte\)"), (remove, "tidak ada")]
)


def snapshot(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path): path.read_bytes() for path in files if path.name != "kinerja.kunci"}


@pytest.fixture
def lost(muncar: Office, clock: Clock) -> Path:
    """The folder of an office with a backup; its database is about to be lost."""
    clock.moment += timedelta(minutes=5)
    back_up_now(muncar)
    muncar.close()
    return muncar.folder


@LOSSES
def test_it_is_told_with_the_last_good_backup_and_nothing_is_touched(
    lost: Path, clock: Clock, lose: Callable[[Path], None], what: str
) -> None:
    lose(lost / "kinerja.db")
    before = snapshot(lost)
    with pytest.raises(DamagedOfficeError, match=what) as told:
        open_office(lost, clock)
    assert "sudah pernah dipakai: ada cadangan" in told.value.message
    assert "Cadangan terakhir yang baik: 15 Januari 2025" in told.value.message
    assert told.value.backup is not None
    assert str(told.value.backup.path) in told.value.remedy
    assert snapshot(lost) == before


@LOSSES
@pytest.mark.parametrize("words", [["ukur", "--tahun", "2024"], ["periksa"]])
def test_every_command_says_so_and_touches_nothing(
    lost: Path,
    capsys: pytest.CaptureFixture[str],
    lose: Callable[[Path], None],
    what: str,
    words: list[str],
) -> None:
    del what
    lose(lost / "kinerja.db")
    before = snapshot(lost)
    assert run(parse_arguments(["--data", str(lost), *words])) == 1
    assert "sudah pernah dipakai" in capsys.readouterr().err
    assert snapshot(lost) == before


@LOSSES
def test_the_backup_brings_the_office_back(
    lost: Path, clock: Clock, lose: Callable[[Path], None], what: str
) -> None:
    del what
    lose(lost / "kinerja.db")
    with pytest.raises(DamagedOfficeError) as told:
        open_office(lost, clock)
    assert told.value.backup is not None
    restore_folder(lost, told.value.backup.path, clock)
    office = open_office(lost, clock)
    assert office.require_instansi().kecamatan == "Muncar"
    office.close()


@pytest.mark.parametrize(
    ("left", "trace"),
    [
        ("berkas/ab/abcd", "berkas bukti"),
        ("pembaruan.json", "catatan pembaruan"),
        ("kinerja.db-wal", "sisa basis data"),
    ],
)
def test_without_a_backup_other_traces_tell_of_an_office(
    tmp_path: Path, clock: Clock, left: str, trace: str
) -> None:
    path = tmp_path / left
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("x")
    assert find_traces(tmp_path) == [trace]
    with pytest.raises(DamagedOfficeError, match=trace) as told:
        open_office(tmp_path, clock)
    assert told.value.backup is None
    assert "flashdisk" in told.value.remedy


def test_a_first_start_that_was_cut_off_at_once_may_begin_again(
    tmp_path: Path, clock: Clock
) -> None:
    """Nothing but an empty file: nobody has typed anything yet."""
    (tmp_path / "kinerja.db").touch()
    office = open_office(tmp_path, clock)
    assert office.instansi() is None
    office.close()
