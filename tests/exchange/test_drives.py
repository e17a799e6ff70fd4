import ctypes
import errno
from pathlib import Path

import pytest

from kinerja_desktop.exchange import drives
from kinerja_desktop.exchange.drives import (
    Drive,
    find_linux_drives,
    find_windows_drives,
    list_drives,
)
from tests.systems import pretend_system

MOUNTS = """\
proc /proc proc rw,nosuid 0 0
/dev/sda2 / ext4 rw,relatime 0 0
/dev/sdb1 /media/kasubbag/STIK\\040SAKIP vfat rw,nosuid,nodev 0 0
/dev/sdc1 /run/media/kasubbag/BAPPEDA vfat ro,nosuid 0 0
/dev/sdd1 /media/kasubbag/TERCABUT vfat rw 0 0
/dev/sde1 /mediasi ext4 rw 0 0
rusak
"""


def free_space(folder: Path) -> int:
    if folder.name == "TERCABUT":
        raise OSError(errno.EIO, "Input/output error")
    return 8_000_000


class Kernel32:
    """Windows with a fixed C:, a stick BAPPEDA at E:, a nameless one at F:, an empty reader G:."""

    def __init__(self) -> None:
        self.types = {"C:\\": 3, "E:\\": 2, "F:\\": 2, "G:\\": 2}
        self.labels = {"E:\\": "BAPPEDA"}
        self.error_mode = 0

    def SetThreadErrorMode(self, mode: int, _old: None) -> None:
        self.error_mode = mode

    def GetLogicalDrives(self) -> int:
        return sum(1 << "ABCDEFG".index(root[0]) for root in self.types)

    def GetDriveTypeW(self, root: str) -> int:
        return self.types[root]

    def GetVolumeInformationW(self, root: str, label: object, size: int, *_rest: object) -> int:
        assert isinstance(label, ctypes.Array)
        assert len(label) == size
        label.value = self.labels.get(root, "")
        return 1


def windows_free_space(folder: Path) -> int:
    if str(folder) == "G:\\":
        raise OSError(errno.EACCES, "The device is not ready")
    return 16_000_000


def test_sticks_are_found_in_the_mounts_of_linux() -> None:
    assert find_linux_drives(MOUNTS, free_space) == [
        Drive(Path("/media/kasubbag/STIK SAKIP"), "STIK SAKIP", 8_000_000),
        Drive(Path("/run/media/kasubbag/BAPPEDA"), "BAPPEDA", 8_000_000, is_writable=False),
    ]


def test_sticks_are_found_among_the_drives_of_windows() -> None:
    kernel32 = Kernel32()

    assert find_windows_drives(kernel32, windows_free_space) == [
        Drive(Path("E:\\"), "BAPPEDA", 16_000_000),
        Drive(Path("F:\\"), "F:", 16_000_000),
    ]
    assert kernel32.error_mode == 1


def test_this_machine_is_asked_in_its_own_way(monkeypatch: pytest.MonkeyPatch) -> None:
    class Windll:
        kernel32 = Kernel32()

    assert all(isinstance(drive, Drive) for drive in list_drives())

    pretend_system(monkeypatch, drives, "win32")
    monkeypatch.setattr(ctypes, "windll", Windll, raising=False)
    assert list_drives() == []  # drives E: to G: are not there on this machine


def test_a_system_without_mounts_has_no_drives(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "exists", lambda _path: False)

    assert list_drives() == []
