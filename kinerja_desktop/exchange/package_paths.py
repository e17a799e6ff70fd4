"""Names that every stick and every office PC can hold, and paths that stay inside a package."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from pathlib import PureWindowsPath

MAX_NAME = 100
"""Characters of a file or folder name (`docs/sakip.md` §10)."""
MAX_PATH = 180
"""Characters of a path inside a package: Windows takes 260 with drive and package name."""

PREFIX = "SAKIP_"
"""What the name of every package begins with (`docs/sakip.md` §10)."""

_UNSAFE = re.compile(r"[^A-Za-z0-9.-]+")
_SAFE_PART = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]*")
_DEVICES = {"CON", "PRN", "AUX", "NUL"} | {
    f"{port}{number}" for port in ("COM", "LPT") for number in range(10)
}
_MAX_SUFFIX = 10
_MAX_PACKAGE_NAME = 90  # leaves room for a suffix such as _12 and for .tulis


def safe_name(text: str) -> str:
    """Make of any text a file name in plain ASCII that FAT32 and Windows can hold.

    The part after the last dot is kept when the name has to be cut to `MAX_NAME` characters.
    """
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    name = _UNSAFE.sub("_", ascii_text).strip("._-") or "berkas"
    if _is_reserved(name):
        name = f"berkas_{name}"
    if len(name) > MAX_NAME:
        stem, dot, suffix = name.rpartition(".")
        if not dot or len(suffix) > _MAX_SUFFIX:
            stem, suffix = name, ""
        ending = f".{suffix}" if suffix else ""
        name = stem[: MAX_NAME - len(ending)].rstrip("._-") + ending
    return name


def name_office(kecamatan: str) -> str:
    """Return an office's name as names of folders have it, such as ``LUMAJANG``.

    Args:
        kecamatan: its name, with or without the word Kecamatan.
    """
    return safe_name(re.sub(r"(?i)^\s*(kecamatan|kec\.)\s+", "", kecamatan)).upper()


def package_name(kecamatan: str, tahun: int, periode: str, day: date) -> str:
    """Name a package as ``SAKIP_<KEC>_<TAHUN>_<PERIODE>_<yyyymmdd>`` (`docs/sakip.md` §10).

    Args:
        kecamatan: as `name_office` takes it.
        tahun: the year of the data.
        periode: such as ``TW2`` or ``TAHUNAN``.
        day: the day of delivery.
    """
    tail = f"{tahun}_{safe_name(periode).upper()[:20]}_{day:%Y%m%d}"
    room = _MAX_PACKAGE_NAME - len(f"{PREFIX}_{tail}")
    return f"{PREFIX}{name_office(kecamatan)[:room].rstrip('._-')}_{tail}"


def escapes(path: str) -> bool:
    """Tell whether a path from someone's manifest could lead out of the package."""
    return (
        not path
        or "\\" in path
        or any(ord(character) < 32 for character in path)
        or path.startswith(("/", "~"))
        or bool(PureWindowsPath(path).drive)
        or any(part in ("", ".", "..") for part in path.split("/"))
    )


def refuse_unsafe_paths(paths: Iterable[str]) -> None:
    """Refuse payload paths that a stick, Windows or a careful receiver would not take.

    Raises:
        ValueError: a path is absolute, leads out, is not plain ASCII, is a name that Windows keeps
            for itself, starts programs (autorun.inf), or meets another when case is ignored.
    """
    spelling: dict[str, str] = {}
    files: set[str] = set()
    folders: set[str] = set()
    for path in paths:
        parts = path.split("/")
        if len(path) > MAX_PATH or not all(_is_safe_part(part) for part in parts):
            raise ValueError(f"Unsafe path in a package: {path!r}")
        prefixes = ["/".join(parts[:depth]) for depth in range(1, len(parts) + 1)]
        if any(spelling.setdefault(prefix.lower(), prefix) != prefix for prefix in prefixes):
            raise ValueError(f"Two spellings of one path in a package: {path!r}")
        if path in files:
            raise ValueError(f"The same path twice in a package: {path!r}")
        files.add(path)
        folders.update(prefixes[:-1])
    if files & folders:
        raise ValueError(f"A file and a folder of one name in a package: {min(files & folders)!r}")


def _is_safe_part(part: str) -> bool:
    return (
        len(part) <= MAX_NAME
        and _SAFE_PART.fullmatch(part) is not None
        and not part.endswith(".")
        and not _is_reserved(part)
    )


def _is_reserved(part: str) -> bool:
    return part.split(".")[0].upper() in _DEVICES or part.lower() == "autorun.inf"
