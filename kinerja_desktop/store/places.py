r"""Where a data folder may lie: a database in WAL mode needs a disk of this computer.

On a network share two computers see different halves of it; SQLite's own documentation says so
of WAL (`docs/architecture.md` §2.9).
"""

import ctypes
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kinerja_desktop.errors import KinerjaError

_REMOTE = 4  # DRIVE_REMOTE of GetDriveTypeW
_NETWORK_KINDS = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ncpfs", "davfs", "fuse.sshfs",
     "fuse.davfs2", "fuse.gvfsd-fuse", "fuse.rclone"}
)  # fmt: skip


class NetworkFolderError(KinerjaError):
    """The data folder lies on another computer."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"Folder data {folder} ada di jaringan. Data di sana dapat rusak, jadi tidak dibuka.",
            "Pakai folder di komputer ini; untuk pindah komputer, pakai Ekspor ke flashdisk di "
            "Riwayat & Cadangan.",
        )


def require_local(folder: Path) -> None:
    """Refuse a data folder on a network share.

    Raises:
        NetworkFolderError: it lies on one.
    """
    if _is_remote(folder):
        raise NetworkFolderError(folder)


def is_remote_on_windows(folder: Path, kernel32: Any = None) -> bool:
    r"""Tell whether Windows reaches a folder over the network: ``\\server\share`` or a letter.

    Args:
        folder: the folder.
        kernel32: the functions of Windows (or of a test).
    """
    drive = str(folder.absolute().drive)
    if drive.startswith("\\\\"):
        return True
    functions = kernel32 or ctypes.windll.kernel32  # type: ignore[attr-defined,unused-ignore]
    return bool(functions.GetDriveTypeW(f"{drive}\\") == _REMOTE)


def read_mounts() -> str:
    """Return the text of ``/proc/mounts``; empty where there is none."""
    path = Path("/proc/mounts")
    return path.read_text("utf-8", "replace") if path.exists() else ""


def is_remote_on_linux(folder: Path, mounts: Callable[[], str] = read_mounts) -> bool:
    """Tell whether a folder lies in a mounted network file system.

    Args:
        folder: the folder; it need not be there yet.
        mounts: returns the text of ``/proc/mounts``.
    """
    place = folder.resolve()
    inside = [
        (len(point), kind)
        for point, kind in map(_parse_mount, mounts().splitlines())
        if place.is_relative_to(point)
    ]
    return bool(inside) and max(inside)[1] in _NETWORK_KINDS


def _parse_mount(line: str) -> tuple[str, str]:
    point, kind = line.split()[1:3]
    # The kernel writes a space as \040.
    return point.replace("\\040", " "), kind


_is_remote = is_remote_on_windows if sys.platform == "win32" else is_remote_on_linux
