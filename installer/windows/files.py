"""Finished files: fixed times, final names, and the sum that a stick is checked against."""

import os
from pathlib import Path

from installer.windows.runtime import sha256_of

#: 1 January 2026: the same payload gives the same installer whenever it is built.
_MOMENT = 1_767_225_600


def settle_times(folder: Path) -> None:
    """Give everything below a folder the same time."""
    for path in folder.rglob("*"):
        os.utime(path, (_MOMENT, _MOMENT))


def publish(draft: Path, name: str) -> Path:
    """Give a finished file its final name, with its SHA-256 beside it.

    The sum is written first under the file's final name, so that whoever sees the file finds
    a sum that fits.

    Returns:
        The file under its final name.
    """
    final = draft.with_name(name)
    final.unlink(missing_ok=True)
    sums = final.with_name(f"{name}.sha256")
    sums.write_text(f"{sha256_of(draft)}  {name}\n", encoding="ascii", newline="\n")
    draft.replace(final)
    return final
