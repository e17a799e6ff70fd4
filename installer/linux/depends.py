"""Which Debian packages the program needs: computed from what its files are linked with.

Qt opens the plugins for X11, Wayland and printers by name, but they lie in the folder and are
linked with what they need, so that their libraries are found in the same way.
"""

import re
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from installer.linux.elf import Elf, find_files, read_elfs
from installer.linux.errors import BuildError

#: Debian 13 and Ubuntu 24.04 gave these the suffix t64 when time became 64 bits wide.
RENAMED = frozenset({"libcups2", "libglib2.0-0", "libssl3"})
#: The C library whose versions decide on which system the package runs.
LIBC = "libc6"

_CACHED = re.compile(r"^\s+(\S+) \(libc6,x86-64[^)]*\) => (\S+)$", re.MULTILINE)
_OWNED = re.compile(r"^([a-z0-9][a-z0-9.+-]*)(?::\w+)?: (/\S+)$", re.MULTILINE)


@dataclass(frozen=True)
class Needs:
    """What a folder needs from the system.

    Attributes:
        libraries: names of libraries, each with a file that needs it.
        glibc: the version of the C library that it needs at least.
    """

    libraries: dict[str, Path]
    glibc: tuple[int, int]


def find_needs(folder: Path) -> Needs:
    """Find what the files below a folder are linked with that does not lie in it."""
    files = list(find_files(folder))
    return collect_needs(read_elfs(files), {path.name for path in files})


def collect_needs(elfs: dict[Path, Elf], inside: set[str]) -> Needs:
    """Put together what files need, less what lies in the folder itself."""
    libraries = {
        name: path
        for path, elf in sorted(elfs.items(), reverse=True)
        for name in elf.needed
        if name not in inside
    }
    return Needs(libraries, max((elf.glibc for elf in elfs.values()), default=(0, 0)))


def find_packages(needs: Needs) -> set[str]:
    """Return the packages of this machine that bring the libraries.

    Raises:
        BuildError: a library is in no installed package; all of them at once.
    """
    places = parse_ldconfig(_run("ldconfig", "-p"))
    wanted = {name: places[name] for name in needs.libraries if name in places}
    # Since Debian merged /lib into /usr/lib, packages know their files by either name.
    both = [str(path) for place in wanted.values() for path in (place, Path(f"/usr{place}"))]
    owners = parse_owners(_run("dpkg-query", "-S", *both)) if both else {}
    return match_packages(needs, wanted, owners)


def match_packages(needs: Needs, places: dict[str, Path], owners: dict[Path, str]) -> set[str]:
    """Return the owners of libraries.

    Raises:
        BuildError: a library has no owner; all of them at once.
    """
    packages: set[str] = set()
    problems = []
    for name, user in sorted(needs.libraries.items()):
        place = places.get(name)
        owner = place and (owners.get(place) or owners.get(Path(f"/usr{place}")))
        if owner:
            packages.add(owner)
        else:
            problems.append(
                f"Pustaka {name} diperlukan {user.name}, tetapi tidak ikut dan tidak ada di paket "
                "Debian yang terpasang di sini: pasang paketnya, atau ubah installer/linux/trim.py."
            )
    if problems:
        raise BuildError(problems)
    return packages


def format_depends(packages: Iterable[str], glibc: tuple[int, int]) -> str:
    """Return the line for the control file, with the names of every supported release."""
    names = {package.removesuffix("t64") for package in packages} | {LIBC}
    return ", ".join(_format_package(name, glibc) for name in sorted(names))


def parse_ldconfig(text: str) -> dict[str, Path]:
    """Read where this machine's libraries lie from `ldconfig -p`; the first place counts."""
    found: dict[str, Path] = {}
    for name, place in _CACHED.findall(text):
        found.setdefault(name, Path(place))
    return found


def parse_owners(text: str) -> dict[Path, str]:
    """Read to which package files belong from `dpkg-query -S`."""
    return {Path(path): package for package, path in _OWNED.findall(text)}


def _format_package(name: str, glibc: tuple[int, int]) -> str:
    if name == LIBC:
        return f"{LIBC} (>= {glibc[0]}.{glibc[1]})"
    return f"{name}t64 | {name}" if name in RENAMED else name


def _run(*command: str) -> str:
    # dpkg-query fails when it does not know one of many files; what it knows is what counts.
    try:
        done = subprocess.run(
            command,
            capture_output=True,
            text=True,
            check=False,
            env={"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C"},
        )
    except FileNotFoundError:
        raise BuildError([f"{command[0]} tidak ada: .deb dibuat di Debian atau Ubuntu."]) from None
    return done.stdout
