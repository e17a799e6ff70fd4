"""The part of the locked requirements that holds for the Windows program.

pip evaluates markers for the machine it runs on, so a lock with markers is filtered beforehand.
"""

from dataclasses import replace
from pathlib import Path

from installer.windows.errors import BuildError
from requirements.locks import Locked, LockError, marker_environment, parse_lock, select


def filter_lock(lock: Path, python: str) -> list[Locked]:
    """Return what of a lock is installed on Windows, in the order of the lock, without markers.

    Args:
        lock: the file.
        python: minor version of the runtime, such as ``3.13``.

    Raises:
        BuildError: the lock is missing, a requirement has no exact version or no hash, or two
            versions of one distribution hold at once.
    """
    if not lock.is_file():
        raise BuildError(f"Berkas {lock} tidak ada. Ambil lagi dari repositori.")
    try:
        locked = parse_lock(lock.read_text(encoding="utf-8"), lock.name)
        chosen = select(locked, marker_environment(python, "Windows"), lock.name)
    except LockError as error:
        raise BuildError(str(error)) from error
    return [replace(item, marker=None) for item in chosen]


def write_lock(locked: list[Locked], path: Path) -> None:
    """Write a lock without markers, for pip."""
    lines = (
        " \\\n    ".join([f"{item.name}=={item.version}", *(f"--hash={h}" for h in item.hashes)])
        for item in locked
    )
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
