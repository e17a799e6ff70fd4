from pathlib import Path, PureWindowsPath
from typing import Any, cast

import pytest

from kinerja_desktop.store import places
from kinerja_desktop.store.places import (
    NetworkFolderError,
    is_remote_on_linux,
    is_remote_on_windows,
    read_mounts,
    require_local,
)

MOUNTS = (
    "/dev/sda1 / ext4 rw 0 0\n"
    "//server/kantor /mnt/berbagi cifs rw 0 0\n"
    "server:/home /mnt/ruang\\040kerja nfs4 rw 0 0\n"
    "/dev/sdb1 /mnt/berbagi/lokal ext4 rw 0 0\n"
)


@pytest.mark.parametrize(
    ("folder", "expected"),
    [
        ("/home/budi/kinerja", False),
        ("/mnt/berbagi", True),
        ("/mnt/berbagi/data/kinerja", True),
        ("/mnt/berbagi-lama", False),
        ("/mnt/ruang kerja/kinerja", True),
        ("/mnt/berbagi/lokal/kinerja", False),
    ],
)
def test_a_share_is_known_by_where_it_is_mounted(folder: str, expected: bool) -> None:
    assert is_remote_on_linux(Path(folder), lambda: MOUNTS) is expected


def test_without_mounts_nothing_is_remote(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not is_remote_on_linux(Path("/home"), lambda: "")
    assert "/proc" in read_mounts()
    monkeypatch.setattr(Path, "exists", lambda self: False)
    assert read_mounts() == ""


class Kernel:
    def __init__(self, kind: int) -> None:
        self.kind = kind
        self.asked: list[str] = []

    def GetDriveTypeW(self, root: str) -> int:
        self.asked.append(root)
        return self.kind


class WindowsFolder(PureWindowsPath):
    def absolute(self) -> "WindowsFolder":
        return self


@pytest.mark.parametrize(
    ("folder", "kind", "expected", "asked"),
    [
        (r"C:\Users\Budi\AppData\Local\KinerjaDesktop", 3, False, ["C:\\"]),
        (r"Z:\kinerja", 4, True, ["Z:\\"]),
        (r"\\server\kantor\kinerja", 3, True, []),
    ],
)
def test_windows_says_which_letters_are_shares(
    folder: str, kind: int, expected: bool, asked: list[str]
) -> None:
    kernel = Kernel(kind)
    found = is_remote_on_windows(cast(Any, WindowsFolder(folder)), kernel)
    assert (found, kernel.asked) == (expected, asked)


def test_a_share_is_refused_with_a_way_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    require_local(tmp_path)
    monkeypatch.setattr(places, "_is_remote", lambda folder: True)
    with pytest.raises(NetworkFolderError, match="ada di jaringan") as told:
        require_local(tmp_path)
    assert "Ekspor ke flashdisk" in told.value.remedy
