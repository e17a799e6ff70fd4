"""Proof that every DLL that the payload imports travels along or is part of Windows."""

from pathlib import Path

from installer.windows.config import Payload
from installer.windows.pe import Binary, read_binaries

# Sets of names that Windows gives to parts of itself: its C library, kernel and screen scaling.
_API_SETS = ("api-ms-win-crt-", "api-ms-win-core-", "api-ms-win-shcore-scaling-")
# PySide6 and shiboken6 put their folders on the search path; the runtime's is python.exe's own.
_SEARCHED = ("runtime", "lib/PySide6", "lib/shiboken6")


def check_dlls(payload: Path, config: Payload) -> list[str]:
    """Return a line for every DLL that is neither in the payload nor part of Windows.

    Raises:
        BuildError: a file is not for 64-bit Windows.
    """
    shared = {path.name.lower() for name in _SEARCHED for path in (payload / name).glob("*.dll")}
    problems = []
    for binary in read_binaries(payload):
        found = shared | _own(binary) | config.windows_dlls
        for name in sorted(binary.imports - found):
            if not name.startswith(_API_SETS):
                place = binary.path.relative_to(payload).as_posix()
                problems.append(f"{place} memerlukan {name}, yang tidak ada di payload")
    return problems


def _own(binary: Binary) -> set[str]:
    folder = binary.path.parent
    beside = [*folder.glob("*.dll"), *folder.glob("*.pyd")]
    # Wheels may keep DLLs in a folder of their own, which they put on the search path.
    apart = (folder.parent / f"{folder.name}.libs").glob("*.dll")
    return {path.name.lower() for path in (*beside, *apart)}
