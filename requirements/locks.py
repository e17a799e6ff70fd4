"""Read the locks, and find what a locked distribution asks for that is not locked.

pip installs a lock with ``--no-deps``, so a later release of anything cannot come in; that is only
right while the lock is complete for every Python and system on which the program is installed.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

HERE = Path(__file__).resolve().parent

PYTHONS = ("3.11", "3.12", "3.13", "3.14")
"""Minor versions that the locks are made for; `./dev` and pyproject.toml name the same."""
SYSTEMS = ("Linux", "Windows")
"""Systems that the locks are made for, both on 64-bit PCs."""


class LockError(Exception):
    """A lock does not lock something; the text says what, in Indonesian, for who builds."""


@dataclass(frozen=True)
class Locked:
    """One distribution of a lock.

    Attributes:
        name: its canonical name.
        version: the exact version.
        hashes: such as ``sha256:…``, one for each file that may be installed.
        marker: where it is installed; None: everywhere.
    """

    name: str
    version: str
    hashes: tuple[str, ...]
    marker: Marker | None = None

    def holds(self, environment: Mapping[str, str]) -> bool:
        """Tell whether it is installed there."""
        return _holds(self.marker, environment)


@dataclass(frozen=True)
class Distribution:
    """What the metadata of a distribution say: its version and what it asks for."""

    version: str
    requires: tuple[Requirement, ...]


@dataclass(frozen=True)
class Unmet:
    """A requirement without a distribution that meets it.

    Attributes:
        asker: the distribution that asks; empty: we ourselves.
        requirement: what it asks for.
        found: the version that is there instead; None: no version at all.
    """

    asker: str
    requirement: Requirement
    found: str | None


def marker_environment(python: str, system: str) -> dict[str, str]:
    """Return the values that markers are compared with (PEP 508).

    Args:
        python: a minor version, such as ``3.13``.
        system: one of `SYSTEMS`.
    """
    windows = system == "Windows"
    return {
        "implementation_name": "cpython",
        "implementation_version": f"{python}.0",
        "os_name": "nt" if windows else "posix",
        "platform_machine": "AMD64" if windows else "x86_64",
        "platform_python_implementation": "CPython",
        "platform_release": "10" if windows else "6.1.0",
        "platform_system": system,
        "platform_version": "10.0.17763" if windows else "#1 SMP",
        "python_full_version": f"{python}.0",
        "python_version": python,
        "sys_platform": "win32" if windows else "linux",
        "extra": "",
    }


def parse_lock(text: str, name: str) -> list[Locked]:
    """Read the text of a lock, for all environments, in its own order.

    Args:
        text: the lock's content.
        name: the lock's file name, for the sentences.

    Raises:
        LockError: a requirement has no exact version or no hash.
    """
    found = []
    for line in _logical_lines(text):
        words, *hashes = re.split(r"\s+--hash=", line)
        requirement = Requirement(words)
        versions = [item.version for item in requirement.specifier if item.operator == "=="]
        is_exact = len(versions) == len(requirement.specifier) == 1 and "*" not in versions[0]
        if not is_exact or not hashes:
            lack = f"{requirement.name} tanpa versi tepat atau tanpa hash"
            raise LockError(f"{name}: {lack}. Jalankan ./dev lock.")
        project = canonicalize_name(requirement.name)
        found.append(Locked(project, versions[0], tuple(hashes), requirement.marker))
    return found


def select(locked: Iterable[Locked], environment: Mapping[str, str], name: str) -> list[Locked]:
    """Return what of a lock is installed in an environment.

    Args:
        locked: as `parse_lock` gave it.
        environment: as `marker_environment` gives it.
        name: the lock's file name, for the sentences.

    Raises:
        LockError: two versions of one distribution would be installed.
    """
    found: dict[str, Locked] = {}
    for item in locked:
        if not item.holds(environment):
            continue
        if item.name in found:
            raise LockError(
                f"{name}: {item.name} berlaku dua kali untuk {environment['platform_system']}. "
                "Perbaiki penandanya di requirements/app.in, lalu jalankan ./dev lock."
            )
        found[item.name] = item
    return list(found.values())


def read_wanted(path: Path) -> list[Requirement]:
    """Read what we ask for ourselves: the lines of an ``.in`` file and of those it includes."""
    wanted = []
    for line in _logical_lines(path.read_text(encoding="utf-8")):
        if line.startswith("-r "):
            wanted += read_wanted(path.parent / line.removeprefix("-r ").strip())
        else:
            wanted.append(Requirement(line))
    return wanted


def walk(
    distributions: Mapping[str, Distribution],
    wanted: Iterable[Requirement],
    environment: Mapping[str, str],
) -> tuple[set[str], list[Unmet]]:
    """Follow all requirements that apply in an environment, with the extras that anybody asks for.

    Args:
        distributions: what is there, by canonical name.
        wanted: where to begin.
        environment: as `marker_environment` gives it.

    Returns:
        The names that were reached, and what nothing meets.
    """
    waiting = [("", one) for one in wanted if _holds(one.marker, environment)]
    seen: set[tuple[str, str]] = set()
    unmet: dict[tuple[str, str], Unmet] = {}
    while waiting:
        asker, requirement = waiting.pop()
        name = canonicalize_name(requirement.name)
        there = distributions.get(name)
        found = there.version if there else None
        if found is None or not requirement.specifier.contains(found, prereleases=True):
            unmet[asker, str(requirement)] = Unmet(asker, requirement, found)
        if there is None:
            continue
        for extra in {"", *requirement.extras}:
            if (name, extra) not in seen:
                seen.add((name, extra))
                applying = (r for r in there.requires if _holds(r.marker, environment, extra))
                waiting += [(name, one) for one in applying]
    return {name for name, _ in seen}, list(unmet.values())


def _logical_lines(text: str) -> Iterator[str]:
    joined = re.sub(r"\\\r?\n", " ", text)
    lines = (re.sub(r"(^|\s)#.*", "", line).strip() for line in joined.splitlines())
    return (line for line in lines if line)


def _holds(marker: Marker | None, environment: Mapping[str, str], extra: str = "") -> bool:
    return marker is None or marker.evaluate({**environment, "extra": extra})
