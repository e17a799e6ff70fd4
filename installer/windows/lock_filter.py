"""The part of the locked requirements that holds for the Windows program.

pip evaluates markers for the machine it runs on, so a lock with markers is filtered beforehand.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from packaging.markers import Marker
from packaging.requirements import Requirement

from installer.windows.errors import BuildError


@dataclass(frozen=True)
class Locked:
    """One distribution of a lock, with all its hashes."""

    name: str
    version: str
    hashes: tuple[str, ...]


def windows_environment(python: str) -> dict[str, str]:
    """Return the marker environment of the installed program.

    Args:
        python: minor version of the runtime, such as ``3.13``.
    """
    return {
        "implementation_name": "cpython",
        "implementation_version": f"{python}.0",
        "os_name": "nt",
        "platform_machine": "AMD64",
        "platform_python_implementation": "CPython",
        "platform_release": "10",
        "platform_system": "Windows",
        "platform_version": "10.0.17763",
        "python_full_version": f"{python}.0",
        "python_version": python,
        "sys_platform": "win32",
        "extra": "",
    }


def filter_lock(lock: Path, python: str) -> list[Locked]:
    """Return what of a lock is installed on Windows, in the order of the lock.

    Raises:
        BuildError: the lock is missing, a requirement has no exact version or no hash, or two
            versions of one distribution hold at once.
    """
    if not lock.is_file():
        raise BuildError(f"Berkas {lock} tidak ada. Ambil lagi dari repositori.")
    environment = windows_environment(python)
    found: dict[str, Locked] = {}
    for line in _logical_lines(lock.read_text(encoding="utf-8")):
        text, *hashes = re.split(r"\s+--hash=", line)
        requirement = Requirement(text)
        if not _holds(requirement.marker, environment):
            continue
        versions = [item.version for item in requirement.specifier if item.operator == "=="]
        if len(versions) != 1 or not hashes:
            raise BuildError(
                f"{lock.name}: {requirement.name} tanpa versi tepat atau tanpa hash. "
                "Jalankan ./dev lock."
            )
        if requirement.name in found:
            raise BuildError(
                f"{lock.name}: {requirement.name} berlaku dua kali untuk Windows. "
                "Perbaiki penandanya di requirements/app.in, lalu jalankan ./dev lock."
            )
        found[requirement.name] = Locked(requirement.name, versions[0], tuple(hashes))
    return list(found.values())


def write_lock(locked: list[Locked], path: Path) -> None:
    """Write a lock without markers, for pip."""
    lines = (
        " \\\n    ".join([f"{item.name}=={item.version}", *(f"--hash={h}" for h in item.hashes)])
        for item in locked
    )
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _logical_lines(text: str) -> list[str]:
    joined = re.sub(r"\\\r?\n", " ", text)
    lines = (line.strip() for line in joined.splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def _holds(marker: Marker | None, environment: dict[str, str]) -> bool:
    return marker is None or marker.evaluate(environment)
