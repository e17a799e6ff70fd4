import errno
import os
from pathlib import Path
from typing import Any

import pytest

from kinerja_desktop import disk
from kinerja_desktop.errors import KinerjaError


def test_a_finished_file_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    new, final = tmp_path / "a.tulis", tmp_path / "a"
    new.write_bytes(b"baru")
    final.write_bytes(b"lama")

    disk.replace_file(new, final)

    assert final.read_bytes() == b"baru"
    assert not new.exists()


def test_a_folder_is_brought_down_to_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[int] = []
    monkeypatch.setattr(os, "fsync", synced.append)

    disk.sync_folder(tmp_path)

    assert len(synced) == 1


def test_a_system_that_opens_no_folders_needs_no_sync(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> int:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)

    disk.sync_folder(tmp_path)


@pytest.mark.parametrize(("number", "matters"), [(errno.EINVAL, False), (errno.EIO, True)])
def test_only_a_real_failure_of_the_disk_matters(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, matters: bool
) -> None:
    def fail(_file: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)

    if matters:
        with pytest.raises(OSError, match="Input/output error"):
            disk.sync_folder(tmp_path)
    else:
        disk.sync_folder(tmp_path)


@pytest.mark.parametrize(("held", "is_patient"), [(2, True), (3, False)])
def test_a_virus_scanner_that_holds_the_file_a_moment_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, held: int, is_patient: bool
) -> None:
    new, final = tmp_path / "baru", tmp_path / "jadi"
    new.write_text("isi")
    real = Path.replace
    refused: list[Path] = []

    def replace(self: Path, target: Path) -> Path:
        if len(refused) < held:
            refused.append(target)
            raise PermissionError(13, "The process cannot access the file")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    monkeypatch.setattr(disk, "_TRIES", 3)
    monkeypatch.setattr(disk, "_PAUSE", 0)
    if is_patient:
        disk.replace_file(new, final)
        assert final.read_text() == "isi"
    else:
        with pytest.raises(PermissionError):
            disk.replace_file(new, final)
        assert new.exists()


def test_only_an_ordinary_file_is_opened(tmp_path: Path) -> None:
    """A pipe would be waited for, a device read for ever; a name may be too long to look for."""
    file, pipe = tmp_path / "a", tmp_path / "pipa"
    file.write_bytes(b"isi")
    os.mkfifo(pipe)
    disk.require_file(file)
    for path, words in (
        (pipe, "pipa bukan berkas biasa"),
        (Path("/dev/zero"), "zero bukan berkas biasa"),
        (tmp_path, "adalah folder"),
        (tmp_path / "hilang", "tidak ada"),
        (tmp_path / ("x" * 300), "terlalu panjang namanya"),
    ):
        with pytest.raises(KinerjaError, match=words) as caught:
            disk.require_file(path)
        assert caught.value.remedy


def test_missing_room_is_told_in_megabytes(tmp_path: Path) -> None:
    disk.require_room(tmp_path, 1)
    with pytest.raises(KinerjaError, match=r"tidak cukup\. Kosongkan 7 MB"):
        disk.require_room(tmp_path, 8 << 20, free=5 << 20)


@pytest.mark.parametrize(("told", "expected"), [((8, 512), 4096), ((0, 0), 65536), (None, 65536)])
def test_windows_tells_its_clusters_in_sectors(
    tmp_path: Path, told: tuple[int, int] | None, expected: int
) -> None:
    class Kernel32:
        def GetDiskFreeSpaceW(self, root: str, *numbers: Any) -> int:
            assert root == tmp_path.anchor
            for number, value in zip(numbers, told or (), strict=False):
                number._obj.value = value
            return int(told is not None)

    assert disk.measure_cluster_on_windows(tmp_path, Kernel32()) == expected


def test_a_disk_tells_its_clusters(tmp_path: Path) -> None:
    assert disk.measure_cluster(tmp_path) == os.statvfs(tmp_path).f_frsize
