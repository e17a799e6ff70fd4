"""The removable sticks that are plugged in now, on Linux and on Windows."""

import ctypes
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kinerja_desktop.exchange.stick import measure_free_space

# Where desktops mount what a user plugs in.
_MEDIA_FOLDERS = ("/media/", "/run/media/")
_REMOVABLE = 2  # DRIVE_REMOVABLE of GetDriveTypeW
_NO_DIALOG = 1  # SEM_FAILCRITICALERRORS: an empty card reader must not ask for a disk
_MAX_LABEL = 261


@dataclass(frozen=True)
class Drive:
    """A stick that can be chosen.

    Attributes:
        path: its folder.
        label: its name, or what stands for it.
        free: bytes that are free.
        is_writable: False when it is mounted read-only.
    """

    path: Path
    label: str
    free: int
    is_writable: bool = True


def list_drives() -> list[Drive]:
    """List the sticks that are plugged in; empty when none is, or where nobody can tell."""
    if sys.platform == "win32":
        return find_windows_drives(ctypes.windll.kernel32)
    mounts = Path("/proc/mounts")
    return find_linux_drives(mounts.read_text("utf-8", "replace") if mounts.exists() else "")


def find_linux_drives(
    mounts: str, free_space: Callable[[Path], int] = measure_free_space
) -> list[Drive]:
    """Find the sticks in the text of ``/proc/mounts``.

    Args:
        mounts: one mounted file system a line: device, folder, type, options.
        free_space: measures a folder's free bytes.
    """
    drives = []
    for line in mounts.splitlines():
        match line.split():
            case [_device, folder, _kind, options, *_]:
                path = Path(_unescape(folder))
                if path.as_posix().startswith(_MEDIA_FOLDERS):
                    is_writable = "ro" not in options.split(",")
                    drives += _measure(path, path.name, free_space, is_writable)
    return sorted(drives, key=lambda drive: drive.path)


def find_windows_drives(
    kernel32: Any, free_space: Callable[[Path], int] = measure_free_space
) -> list[Drive]:
    """Find the sticks that Windows knows.

    Args:
        kernel32: the functions of Windows (or of a test).
        free_space: measures a folder's free bytes.
    """
    kernel32.SetThreadErrorMode(_NO_DIALOG, None)
    drives = []
    for root in _drive_letters(kernel32.GetLogicalDrives()):
        if kernel32.GetDriveTypeW(root) == _REMOVABLE:
            label = ctypes.create_unicode_buffer(_MAX_LABEL)
            kernel32.GetVolumeInformationW(root, label, _MAX_LABEL, None, None, None, None, 0)
            drives += _measure(Path(root), label.value or root[:2], free_space)
    return drives


def _drive_letters(mask: int) -> Iterator[str]:
    for number in range(26):
        if mask >> number & 1:
            yield f"{chr(ord('A') + number)}:\\"


def _measure(
    path: Path, label: str, free_space: Callable[[Path], int], is_writable: bool = True
) -> list[Drive]:
    try:
        return [Drive(path, label, free_space(path), is_writable)]
    except OSError:  # pulled out this very moment, or a card reader without a card
        return []


def _unescape(folder: str) -> str:
    # The kernel writes a space as \040.
    return re.sub(r"\\([0-7]{3})", lambda code: chr(int(code[1], 8)), folder)
