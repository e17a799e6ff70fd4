"""One program at a time for each data folder."""

import os
import sys
from importlib import import_module
from pathlib import Path
from typing import IO

from kinerja_desktop.errors import KinerjaError

FILE_NAME = "kinerja.kunci"


class FolderInUseError(KinerjaError):
    """Another window or command has the data folder open."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"Data di {folder} sedang dibuka oleh jendela Kinerja Desktop yang lain.",
            "Pakai jendela itu, atau tutup dulu lalu ulangi.",
        )


class FolderLock:
    """Held by the operating system, so that it ends with the process, however that ends."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file: IO[bytes] | None = None

    def acquire(self) -> None:
        """Take the lock of the data folder, so that no second window opens it.

        Raises:
            FolderInUseError: somebody else has it.
        """
        file = (self._folder / FILE_NAME).open("ab")
        try:
            _lock(file.fileno())
        except OSError:
            file.close()
            raise FolderInUseError(self._folder) from None
        self._file = file

    def release(self) -> None:
        """Give the lock back; without one nothing happens."""
        if self._file is not None:
            self._file.close()
            self._file = None


def lock_on_windows(descriptor: int) -> None:
    """Lock the first byte of an open file.

    Raises:
        OSError: somebody else has it.
    """
    msvcrt = import_module("msvcrt")
    os.lseek(descriptor, 0, os.SEEK_SET)
    msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)


def lock_on_posix(descriptor: int) -> None:
    """Lock an open file.

    Raises:
        OSError: somebody else has it.
    """
    fcntl = import_module("fcntl")
    fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


_lock = lock_on_windows if sys.platform == "win32" else lock_on_posix
