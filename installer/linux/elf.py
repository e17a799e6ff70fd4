"""What Linux libraries and programs ask of others, read with `objdump` from binutils."""

import re
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from installer.linux.errors import BuildError

_HEADER = re.compile(r"^(\S.*?):\s+file format elf64-x86-64$")
_NEEDED = re.compile(r"^  NEEDED\s+(\S+)$")
_GLIBC = re.compile(r"^\s+0x\w+ 0x\w+ \d+ GLIBC_(\d+)\.(\d+)(?:\.\d+)?$")
# More at once would pass the system's limit of a command line.
_AT_ONCE = 200


@dataclass(frozen=True)
class Elf:
    """What one file needs.

    Attributes:
        needed: names of the libraries it is linked with.
        glibc: newest version of the C library that it was linked with, (0, 0) for none.
    """

    needed: frozenset[str]
    glibc: tuple[int, int]


def read_elfs(paths: Iterable[Path]) -> dict[Path, Elf]:
    """Read what files need; those that are no 64-bit PC libraries or programs are left out.

    Raises:
        BuildError: `objdump` is missing.
    """
    wanted = [path for path in paths if _is_elf(path)]
    found: dict[Path, Elf] = {}
    for start in range(0, len(wanted), _AT_ONCE):
        found |= parse_objdump(_run_objdump(wanted[start : start + _AT_ONCE]))
    return found


def find_files(folder: Path) -> Iterator[Path]:
    """Return every real file below a folder, not the links to them."""
    return (path for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink())


def parse_objdump(text: str) -> dict[Path, Elf]:
    """Read what `objdump -p` printed."""
    needed: dict[Path, set[str]] = {}
    glibc: dict[Path, tuple[int, int]] = {}
    path = Path()
    for line in text.splitlines():
        if header := _HEADER.match(line):
            path = Path(header[1])
            needed[path], glibc[path] = set(), (0, 0)
        elif name := _NEEDED.match(line):
            needed[path].add(name[1])
        elif version := _GLIBC.match(line):
            glibc[path] = max(glibc[path], (int(version[1]), int(version[2])))
    return {path: Elf(frozenset(names), glibc[path]) for path, names in needed.items()}


def _is_elf(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def _run_objdump(paths: list[Path]) -> str:
    try:
        done = subprocess.run(
            ["objdump", "-p", *map(str, paths)], capture_output=True, text=True, check=True
        )
    except FileNotFoundError:
        raise BuildError(["objdump tidak ada: pasang paket binutils."]) from None
    return done.stdout
