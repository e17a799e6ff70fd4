"""Bringing what was written down to the disk itself, before anyone relies on it."""

import errno
import os
import sys
import time
from pathlib import Path

#: On Windows a virus scanner holds a fresh file for a moment: how often to try, and the pause in s.
_TRIES, _PAUSE = (20 if sys.platform == "win32" else 1), 0.1


def sync_file(path: Path) -> None:
    """Bring a file's content down to the disk.

    Raises:
        OSError: the disk failed.
    """
    # Windows syncs only what is open for writing.
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Bring the names in a folder down to the disk, where the system can do that.

    Raises:
        OSError: the disk failed.
    """
    try:
        number = os.open(folder, os.O_RDONLY)
    except PermissionError:  # Windows opens no folders; it writes their names by itself
        return
    try:
        os.fsync(number)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):  # some FUSE drivers know no such thing
            raise
    finally:
        os.close(number)


def replace_file(new: Path, final: Path) -> None:
    """Give a finished file its final name, in place of what bears it, and make that last.

    Raises:
        OSError: the disk failed, or another program on Windows keeps one of the files open.
    """
    sync_file(new)
    for tries_left in reversed(range(_TRIES)):
        try:
            new.replace(final)
            break
        except PermissionError:
            if not tries_left:
                raise
            time.sleep(_PAUSE)
    sync_folder(final.parent)
