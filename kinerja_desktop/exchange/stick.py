"""Writing to a stick so that it is really there, and reading it in pieces."""

import os
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from kinerja_desktop.disk import measure_free_space

__all__ = [
    "CHUNK",
    "count_chunks",
    "measure_free_space",
    "read_chunks",
    "read_digest",
    "write_down",
    "write_new_file",
]

CHUNK = 1 << 20
"""Bytes read or written at a time: small enough to cancel soon, large enough for a slow stick."""


def count_chunks(size: int) -> int:
    """Count the pieces in which a file of so many bytes is read; an empty one counts as one."""
    return max(1, -(-size // CHUNK))


def read_chunks(path: Path) -> Iterator[bytes]:
    """Read a file piece by piece; an empty file gives one empty piece.

    Raises:
        OSError: the file cannot be read.
    """
    with path.open("rb") as file:
        yield file.read(CHUNK)
        while chunk := file.read(CHUNK):
            yield chunk


def write_new_file(path: Path, chunks: Iterable[bytes]) -> tuple[str, int]:
    """Write a file that must not exist yet, down to the disk itself.

    Returns:
        Its SHA-256 in hex, and its size in bytes.

    Raises:
        OSError: the file exists or cannot be written.
    """
    digest = sha256()
    size = 0

    def hashed() -> Iterator[bytes]:
        nonlocal size
        for chunk in chunks:
            digest.update(chunk)
            size += len(chunk)
            yield chunk

    write_down(path, hashed())
    return digest.hexdigest(), size


def write_down(path: Path, chunks: Iterable[bytes]) -> None:
    """Write a file that must not exist yet, down to the disk itself, when its hash is known.

    Raises:
        OSError: the file exists or cannot be written.
    """
    with path.open("xb") as file:
        for chunk in chunks:
            file.write(chunk)
        file.flush()
        os.fsync(file.fileno())
        # Forget what the memory holds of it, so that reading it back reads the stick.
        if hasattr(os, "posix_fadvise"):
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def read_digest(path: Path) -> str:
    """Read a file piece by piece and return its SHA-256 in hex.

    Raises:
        OSError: the file cannot be read.
    """
    digest = sha256()
    for chunk in read_chunks(path):
        digest.update(chunk)
    return digest.hexdigest()
