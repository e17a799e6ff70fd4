"""The tag files of a BagIt bag (RFC 8493), and the library that judges whole bags."""

import re
import warnings
from collections.abc import Iterable, Mapping
from typing import Any

from kinerja_desktop.errors import Problem

BAGIT = "bagit.txt"
BAG_INFO = "bag-info.txt"
MANIFEST = "manifest-sha256.txt"
TAG_MANIFEST = "tagmanifest-sha256.txt"
BAGIT_TEXT = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"

_BAGIT_FORM = re.compile(
    rb"BagIt-Version: (0\.9[67]|1\.0)\r?\nTag-File-Character-Encoding: UTF-8\s*", re.IGNORECASE
)
_MANIFEST_LINE = re.compile(r"([0-9a-fA-F]{64})[ \t]+\*?([^\s*].*)")
_INFO_KEY = re.compile(r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*")


def import_bagit() -> Any:
    """Import the library `bagit` without the warning that its `pkg_resources` gives."""
    # bagit 1.8.1 asks setuptools for its own version; requirements keep setuptools below 81.
    warnings.filterwarnings("ignore", "pkg_resources is deprecated as an API", UserWarning)
    import bagit

    return bagit


def is_bagit_text(content: bytes) -> bool:
    """Tell whether the content of a ``bagit.txt`` is one that this program can read."""
    return _BAGIT_FORM.fullmatch(content) is not None


def format_info(info: Mapping[str, str]) -> bytes:
    """Write a ``bag-info.txt``, each value on one line.

    Raises:
        ValueError: a key is not one of letters, digits and dashes.
    """
    for key in info:
        if not _INFO_KEY.fullmatch(key):
            raise ValueError(f"Not a key of bag-info.txt: {key!r}")
    lines = (f"{key}: {' '.join(value.split())}\n" for key, value in info.items())
    return "".join(lines).encode("utf-8")


def format_manifest(checksums: Mapping[str, str]) -> bytes:
    """Write a manifest: a line for each path with its SHA-256 in hex, sorted by path."""
    return "".join(f"{checksums[path]}  {path}\n" for path in sorted(checksums)).encode("utf-8")


def parse_manifest(name: str, content: bytes) -> tuple[dict[str, str], list[Problem]]:
    """Read a manifest's lines into checksums by path.

    The paths are someone else's words: compare them with what is there, never open them.

    Args:
        name: the manifest's own name, for the sentences.
        content: its bytes.
    """
    try:
        lines = content.decode("utf-8").split("\n")
    except UnicodeDecodeError:
        return {}, [Problem(f"Daftar isi paket rusak dan tidak terbaca. {ASK_AGAIN}", name)]
    checksums: dict[str, str] = {}
    problems = []
    for number, line in _filled(lines):
        match = _MANIFEST_LINE.fullmatch(line)
        if match is None:
            problems.append(Problem(f"Baris {number} daftar isi paket rusak. {ASK_AGAIN}", name))
        elif match[2] in checksums:
            problems.append(
                Problem(f"“{match[2]}” tertulis dua kali dalam daftar isi. {ASK_AGAIN}", name)
            )
        else:
            checksums[match[2]] = match[1].lower()
    return checksums, problems


ASK_AGAIN = "Minta pengirim menulis ulang paket ini."
"""The remedy for a package that cannot be mended where it arrived."""


def _filled(lines: Iterable[str]) -> Iterable[tuple[int, str]]:
    stripped = ((number, line.rstrip()) for number, line in enumerate(lines, 1))
    return ((number, line) for number, line in stripped if line)
