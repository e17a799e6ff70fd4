"""Finished files: fixed times, final names, and the sum that a stick is checked against."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from installer.windows.runtime import sha256_of

#: 1 January 2026, in seconds: the same payload gives the same installer whenever it is built.
MOMENT = 1_767_225_600


def settle_times(folder: Path) -> None:
    """Give everything below a folder the same time."""
    for path in folder.rglob("*"):
        os.utime(path, (MOMENT, MOMENT))


@contextmanager
def draft_file(final: Path) -> Iterator[Path]:
    """Give a place for a file that is being made; nothing of it stays when that fails.

    The draft has the same name in a folder of its own, because signing tools look at the ending.
    """
    folder = final.parent / "sedang-dibuat"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    try:
        yield folder / final.name
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def publish(draft: Path, final: Path) -> str:
    """Give a finished file its final name, with its SHA-256 beside it.

    Returns:
        The SHA-256.
    """
    found = sha256_of(draft)
    sums = final.with_name(f"{final.name}.sha256")
    # An older file of this name would not fit the new sum.
    final.unlink(missing_ok=True)
    sums.write_text(f"{found}  {final.name}\n", encoding="ascii", newline="\n")
    draft.replace(final)
    return found
