"""What really lies in a package's folder: every regular file, read; never anything outside it."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from kinerja_desktop.errors import Problem, explain_os_error
from kinerja_desktop.exchange.bags import ASK_AGAIN, show_path
from kinerja_desktop.exchange.stick import read_chunks

_DEEPEST = 20
_MOST_FILES = 20_000
MAX_FILE = (4 << 30) - 1
"""Bytes of a file on FAT32, as sticks have it (`docs/sakip.md` §10)."""


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
        that cannot be listed, or lies too deep. Who lays more files there than any package has is
        told so, and the rest is not listed.
    """
    paths: list[str] = []
    problems: list[Problem] = []
    root = folder.resolve()
    waiting = [""]
    while waiting:
        if len(paths) + len(problems) > _MOST_FILES:
            text = f"Berkas di sini lebih dari {_MOST_FILES}, terlalu banyak untuk sebuah paket."
            problems.append(Problem(f"{text} {ASK_AGAIN}", folder.name))
            break
        prefix = waiting.pop()
        try:
            with os.scandir(root / prefix) as entries:
                found = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            place = prefix.rstrip("/") or folder.name
            place = show_path(place)
            problems.append(Problem(str(explain_os_error(error, Path(place))), place))
            continue
        for entry in found:
            path = prefix + entry.name
            if _is_link(entry, root / path):
                remedy = f"Tautan itu tidak dibuka. {ASK_AGAIN}"
                text = f"Ini tautan ke tempat lain, bukan berkas. {remedy}"
                problems.append(Problem(text, show_path(path)))
            elif entry.is_dir() and path.count("/") >= _DEEPEST:
                text = f"Folder ini terlalu dalam dan tidak dibuka. {ASK_AGAIN}"
                problems.append(Problem(text, show_path(path)))
            elif entry.is_dir():
                waiting.append(f"{path}/")
            elif entry.is_file():
                paths.append(path)
            else:
                text = f"Ini bukan berkas biasa. {ASK_AGAIN}"
                problems.append(Problem(text, show_path(path)))
    return sorted(paths), problems


def read_files(
    folder: Path,
    paths: list[str],
    on_chunk: Callable[[str], None],
    most: Callable[[str], int] = lambda _path: MAX_FILE,
) -> tuple[dict[str, PackageFile], list[Problem]]:
    """Read listed files for their checksums.

    Args:
        folder: the package.
        paths: as `list_files` gave them.
        on_chunk: called with the path after each piece; what it raises ends the reading.
        most: the bytes that a file of a path can have; a larger one is not read.

    Returns:
        The files by path; and a problem for each that cannot be read.
    """
    files = {}
    problems = []
    for path in paths:
        digest = sha256()
        size = 0
        try:
            if (folder / path).stat().st_size > most(path):
                text = f"Berkas ini terlalu besar untuk isinya. {ASK_AGAIN}"
                problems.append(Problem(text, show_path(path)))
                continue
            for chunk in read_chunks(folder / path):
                digest.update(chunk)
                size += len(chunk)
                on_chunk(path)
        except OSError as error:
            place = show_path(path)
            problems.append(Problem(str(explain_os_error(error, Path(place))), place))
        else:
            files[path] = PackageFile(path, size, digest.hexdigest())
    return files, problems


def _is_link(entry: os.DirEntry[str], path: Path) -> bool:
    # Windows' junctions are no symlinks to Python 3.11, but they resolve elsewhere.
    return entry.is_symlink() or (entry.is_dir() and path.resolve() != path)
