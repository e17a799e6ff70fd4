"""Write `metadata.json`: what each locked distribution asks for, and which wheels may be installed.

A machine sees the metadata of what is installed on it, never what Windows or another Python would
install. So pip is asked once, when the locks are made; tests compare without a network.

python -m requirements.record   (run by `./dev lock`)
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.tags import Tag, compatible_tags, cpython_tags
from packaging.utils import canonicalize_name, parse_wheel_filename

from requirements.locks import (
    HERE,
    PYTHONS,
    SYSTEMS,
    Distribution,
    Locked,
    marker_environment,
    parse_lock,
    select,
)

RECORD = HERE / "metadata.json"
LOCKS = ("app.lock", "dev.lock")

# Debian 12, the oldest supported system, has glibc 2.36.
_LINUX = (
    *(f"manylinux_2_{minor}_x86_64" for minor in range(36, 4, -1)),
    *("manylinux2014_x86_64", "manylinux2010_x86_64", "manylinux1_x86_64", "linux_x86_64"),
)
_PLATFORMS = {"Linux": _LINUX, "Windows": ("win_amd64",)}


@dataclass(frozen=True)
class Recorded:
    """What is known of a locked distribution.

    Attributes:
        requires_dist: its ``Requires-Dist``, word for word.
        requires_python: its ``Requires-Python``; empty: any.
        wheels: the hash (``sha256:…``) of each wheel that an environment would install, by name.
    """

    requires_dist: tuple[str, ...]
    requires_python: str
    wheels: Mapping[str, str]

    def distribution(self, version: str) -> Distribution:
        """Return it for `locks.walk`."""
        return Distribution(version, tuple(map(Requirement, self.requires_dist)))


def read_record(path: Path = RECORD) -> dict[tuple[str, str], Recorded]:
    """Read what `write_record` wrote, by name and version."""
    data = json.loads(path.read_text(encoding="utf-8"))
    return {
        (entry["name"], entry["version"]): Recorded(
            tuple(entry["requires_dist"]), entry["requires_python"], entry["wheels"]
        )
        for entry in data
    }


def find_tags(python: str, system: str) -> set[Tag]:
    """Return the tags of the wheels that fit an environment (PEP 425)."""
    version = tuple(map(int, python.split(".")))
    short, platforms = f"cp{python.replace('.', '')}", _PLATFORMS[system]
    return {
        *cpython_tags(version, [short], platforms),
        *compatible_tags(version, short, platforms),
    }


def find_fitting(wheels: Iterable[str], python: str, system: str) -> list[str]:
    """Return the names of the wheels that fit an environment."""
    tags = find_tags(python, system)
    return [name for name in wheels if parse_wheel_filename(name)[3] & tags]


def write_record() -> None:
    """Ask pip about every locked distribution in every environment, and write what it says.

    Raises:
        subprocess.CalledProcessError: pip finds no wheel for an environment, or the network is
            gone; its own words stand above.
        ValueError: the wheel that pip would install is not one of the lock's, or wheels of one
            version ask for different things.
    """
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for python in PYTHONS:
        for system in SYSTEMS:
            locked = _read_locked(python, system)
            for item in _ask_pip(locked, python, system):
                _add(found, item, locked)
    text = json.dumps([found[key] for key in sorted(found)], indent=1, ensure_ascii=False)
    RECORD.write_text(f"{text}\n", encoding="utf-8")


def _read_locked(python: str, system: str) -> dict[str, Locked]:
    environment = marker_environment(python, system)
    found: dict[str, Locked] = {}
    for name in LOCKS:
        lock = parse_lock((HERE / name).read_text(encoding="utf-8"), name)
        found |= {item.name: item for item in select(lock, environment, name)}
    return found


def _ask_pip(locked: Mapping[str, Locked], python: str, system: str) -> list[dict[str, Any]]:
    # Without hashes: pip would fetch every wheel, of which only the metadata is wanted. The lock's
    # hashes are compared in `_add`.
    with tempfile.TemporaryDirectory() as folder:
        wanted = Path(folder) / "wanted.txt"
        lines = (f"{item.name}=={item.version}\n" for item in locked.values())
        wanted.write_text("".join(lines), encoding="utf-8")
        words = [
            "install", "--dry-run", "--report", "-", "--ignore-installed", "--target", folder,
            "--no-deps", "--only-binary", ":all:", "--implementation", "cp",
            "--python-version", python, "-r", str(wanted), "-q", "--no-input",
            *(word for platform in _PLATFORMS[system] for word in ("--platform", platform)),
        ]  # fmt: skip
        command = [sys.executable, "-m", "pip", "--disable-pip-version-check", *words]
        done = subprocess.run(command, check=True, stdout=subprocess.PIPE)
    report: list[dict[str, Any]] = json.loads(done.stdout)["install"]
    return report


def _add(
    found: dict[tuple[str, str], dict[str, Any]],
    item: Mapping[str, Any],
    locked: Mapping[str, Locked],
) -> None:
    metadata, download = item["metadata"], item["download_info"]
    name = canonicalize_name(metadata["name"])
    wheel = download["url"].rpartition("/")[2].replace("%2B", "+")
    checksum = f"sha256:{download['archive_info']['hashes']['sha256']}"
    if checksum not in locked[name].hashes:
        raise ValueError(f"{wheel} is not a file of the lock")
    entry = found.setdefault(
        (name, metadata["version"]), {"name": name, "version": metadata["version"]}
    )
    said = {
        "requires_dist": metadata.get("requires_dist", []),
        "requires_python": metadata.get("requires_python", ""),
    }
    if any(entry.setdefault(key, value) != value for key, value in said.items()):
        raise ValueError(f"the wheels of {name} {metadata['version']} ask for different things")
    entry.setdefault("wheels", {})[wheel] = checksum


if __name__ == "__main__":
    write_record()
