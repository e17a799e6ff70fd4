"""Find the packages below a folder or stick, wherever they lie, without following any link."""

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from kinerja_desktop.errors import Problem, explain_os_error
from kinerja_desktop.exchange.bags import BAGIT, show_path
from kinerja_desktop.exchange.evidence_present import is_evidence_pack

_DEEPEST = 20
MOST_ENTRIES = 200_000
"""Names looked at below one place: a stick holds fewer, a whole disk is not asked for."""
_ZIP = ".zip"
# Folders that Windows makes on every stick, and lets nobody read.
_SYSTEM = frozenset({"system volume information", "$recycle.bin", "lost+found", ".trashes"})


@dataclass
class Temuan:
    """What was found below a place.

    Attributes:
        paket: folders of packages, in order of their names.
        zips: ZIP files outside of packages.
        lain: files outside of packages that were asked for.
        problems: what could not be looked into.
    """

    paket: list[Path] = field(default_factory=list)
    zips: list[Path] = field(default_factory=list)
    lain: list[Path] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def find_packages(
    place: Path,
    *,
    wanted: Callable[[str], bool] = lambda _name: False,
    cancelled: Callable[[], bool] = lambda: False,
    most: int = MOST_ENTRIES,
) -> Temuan:
    """Look for packages in a folder, and everywhere below it.

    What lies inside a package is its own and is not looked at. Links and junctions are passed by.

    Args:
        place: a folder, or a single ZIP file.
        wanted: which other files are told, by their names.
        cancelled: asked at each folder whether to stop; what was found until then is returned.
        most: how many names are looked at.
    """
    temuan = Temuan()
    if _is_file(place):
        if place.suffix.lower() == _ZIP:
            temuan.zips.append(place)
            return temuan
        text = "Ini bukan paket. Paket adalah folder SAKIP_… atau berkas ZIP-nya."
        temuan.problems.append(Problem(text, show_path(place.name)))
        return temuan
    waiting = [(place, 0)]
    seen = 0
    while waiting and not cancelled():
        folder, depth = waiting.pop()
        try:
            with os.scandir(folder) as entries:
                found = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            temuan.problems.append(_unreadable(error, folder))
            continue
        seen += len(found)
        if seen > most:
            text = f"Berkas di sini lebih dari {most}. Pilih folder paketnya saja, lalu ulangi."
            temuan.problems.append(Problem(text, show_path(place.name)))
            break
        try:
            if any(entry.name == BAGIT for entry in found):
                # The evidence pack of an LKE is a bag too, and no delivery.
                temuan.paket += [] if is_evidence_pack(folder) else [folder]
                continue
            inside = [path for entry in found if (path := _look_at(entry, temuan, wanted))]
        except OSError as error:  # pulled out in between
            temuan.problems.append(_unreadable(error, folder))
            continue
        if depth < _DEEPEST:
            waiting += [(path, depth + 1) for path in reversed(inside)]
        elif inside:
            text = "Folder di dalamnya terlalu dalam dan tidak dibuka. Pindahkan paketnya ke atas."
            temuan.problems.append(Problem(text, show_path(folder.name)))
    return temuan


def _is_file(place: Path) -> bool:
    with suppress(OSError):  # told when it is looked into
        return place.is_file() and not place.is_symlink()
    return False


def _look_at(entry: os.DirEntry[str], temuan: Temuan, wanted: Callable[[str], bool]) -> Path | None:
    """Note a file that is asked for; return a folder to look into."""
    path = Path(entry.path)
    if entry.is_dir(follow_symlinks=False):
        # Windows' junctions are no symlinks to Python 3.11, but they resolve elsewhere.
        parent = Path(os.path.realpath(path.parent))
        leads_out = Path(os.path.realpath(path)) != parent / entry.name
        return None if leads_out or entry.name.lower() in _SYSTEM else path
    if entry.is_file(follow_symlinks=False):
        if entry.name.lower().endswith(_ZIP):
            temuan.zips.append(path)
        elif wanted(entry.name):
            temuan.lain.append(path)
    return None


def _unreadable(error: OSError, folder: Path) -> Problem:
    return Problem(str(explain_os_error(error, folder)), show_path(folder.name or str(folder)))
