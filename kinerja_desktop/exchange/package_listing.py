"""What really lies in a package's folder: every regular file, read; never anything outside it."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from kinerja_desktop.errors import Problem, explain_os_error
from kinerja_desktop.exchange.bags import ASK_AGAIN
from kinerja_desktop.exchange.stick import read_chunks


@dataclass(frozen=True)
class PackageFile:
    """A file of a package: its path, its size in bytes and its SHA-256 in hex."""

    path: str
    size: int
    sha256: str


def list_files(folder: Path) -> tuple[list[str], list[Problem]]:
    """List the regular files below a folder, sorted, without following any link.

    Returns:
        Their paths with ``/`` between the parts; and a problem for each link, device or folder
        that cannot be listed.
    """
    paths: list[str] = []
    problems: list[Problem] = []
    root = folder.resolve()
    waiting = [""]
    while waiting:
        prefix = waiting.pop()
        try:
            with os.scandir(root / prefix) as entries:
                found = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            place = prefix.rstrip("/") or folder.name
            problems.append(Problem(str(explain_os_error(error, Path(place))), place))
            continue
        for entry in found:
            path = prefix + entry.name
            if _is_link(entry, root / path):
                remedy = f"Tautan itu tidak dibuka. {ASK_AGAIN}"
                problems.append(Problem(f"Ini tautan ke tempat lain, bukan berkas. {remedy}", path))
            elif entry.is_dir():
                waiting.append(f"{path}/")
            elif entry.is_file():
                paths.append(path)
            else:
                problems.append(Problem(f"Ini bukan berkas biasa. {ASK_AGAIN}", path))
    return sorted(paths), problems


def read_files(
    folder: Path, paths: list[str], on_chunk: Callable[[str], None]
) -> tuple[dict[str, PackageFile], list[Problem]]:
    """Read listed files for their checksums.

    Args:
        folder: the package.
        paths: as `list_files` gave them.
        on_chunk: called with the path after each piece; what it raises ends the reading.

    Returns:
        The files by path; and a problem for each that cannot be read.
    """
    files = {}
    problems = []
    for path in paths:
        digest = sha256()
        size = 0
        try:
            for chunk in read_chunks(folder / path):
                digest.update(chunk)
                size += len(chunk)
                on_chunk(path)
        except OSError as error:
            problems.append(Problem(str(explain_os_error(error, Path(path))), path))
        else:
            files[path] = PackageFile(path, size, digest.hexdigest())
    return files, problems


def _is_link(entry: os.DirEntry[str], path: Path) -> bool:
    # Windows' junctions are no symlinks to Python 3.11, but they resolve elsewhere.
    return entry.is_symlink() or (entry.is_dir() and path.resolve() != path)
