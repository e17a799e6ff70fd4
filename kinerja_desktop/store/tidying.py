"""What killed runs have left is cleared, and what is the office's is closed to other users.

Only names of the program's own making are touched: a folder may hold what somebody else put there.
"""

import os
import re
import shutil
import stat
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from kinerja_desktop.store.backup import UNFINISHED
from kinerja_desktop.store.database import FILE_NAME
from kinerja_desktop.store.database_copy import SIDE_FILES

_RANDOM = "[a-z0-9_]{8}"
_FOLDERS = re.compile(f"(?:pulih|cetak|periksa)-{_RANDOM}")
_TEMPORARY = re.compile(f"kinerja-{_RANDOM}")
_OLD = 3600.0  # seconds: no backup takes longer to look into
_FILES = (
    f"{FILE_NAME}{UNFINISHED}", "pembaruan.json.tulis", "tempat-kedua.json.tulis",
    f"{FILE_NAME}.pembaruan", *(f"{FILE_NAME}.pembaruan{end}" for end in SIDE_FILES),
)  # fmt: skip
_INSIDE = ("cadangan/rusak-*.tulis", "cadangan/kinerja-*.db.tulis", "berkas/??/*.tulis")
_OURS = (
    "kinerja.*", "berkas", "cadangan", "dibuka", "jendela.ini", "pembaruan*", "tempat-kedua.json",
    "sedang-dibuka",
)  # fmt: skip


def clear_leftovers(folder: Path) -> None:
    """Clear what killed runs left in a data folder that nobody else has open.

    What cannot be removed stays until the next start.
    """
    found = [folder / name for name in _FILES]
    found += [path for path in folder.glob("*-*") if _FOLDERS.fullmatch(path.name)]
    found += [path for pattern in _INSIDE for path in folder.glob(pattern)]
    for path in found:
        _remove(path)


def clear_temporary(folder: Path | None = None) -> None:
    """Clear the databases that killed runs took out of backups into the temporary folder.

    Args:
        folder: the system's temporary folder.
    """
    place = folder or Path(tempfile.gettempdir())
    for path in place.glob("kinerja-*"):
        with suppress(OSError):
            is_ours = _TEMPORARY.fullmatch(path.name) and path.is_dir() and not path.is_symlink()
            if not is_ours or time.time() - path.stat().st_mtime < _OLD:
                continue
            if {inside.name for inside in path.iterdir()} <= {FILE_NAME, f"{FILE_NAME}-journal"}:
                _remove(path)


def close_to_others(folder: Path, *, wholly: bool) -> None:
    """Let only this user into a data folder: 0700, and 0600 for files; Windows does so by itself.

    A folder that also holds what is not ours stays open: only our files in it are closed.

    Args:
        folder: the data folder.
        wholly: look at every file; else only when the folder itself was open to others.
    """
    if sys.platform == "win32":
        return
    if _holds_others(folder) or _close(folder):
        wholly = True
    if wholly:
        for path in _list_ours(folder):
            _close(path)


def _holds_others(folder: Path) -> bool:
    with suppress(OSError):
        return any(
            not any(path.match(pattern) for pattern in (*_OURS, *_FILES))
            and not _FOLDERS.fullmatch(path.name)
            for path in folder.iterdir()
        )
    return False


def _close(path: Path) -> bool:
    """Take away what group and others may do; tell whether they could do anything."""
    with suppress(OSError):  # of another user, after one run with sudo
        mode = stat.S_IMODE(path.lstat().st_mode)
        if mode & 0o077 and not path.is_symlink():
            path.chmod(mode & 0o700)
            return True
    return False


def _list_ours(folder: Path) -> Iterator[Path]:
    for pattern in _OURS:
        for path in folder.glob(pattern):
            yield path
            if path.is_dir() and not path.is_symlink():
                for root, folders, files in os.walk(path):
                    yield from (Path(root, name) for name in (*folders, *files))


def _remove(path: Path) -> None:
    with suppress(OSError):
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink()
