"""Where on the stick a package goes: is there room, under which name, and what may be cleared."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from shutil import rmtree

from kinerja_desktop.disk import measure_cluster, require_room
from kinerja_desktop.errors import KinerjaError, explain_os_error
from kinerja_desktop.exchange.bags import BAG_INFO, format_info
from kinerja_desktop.exchange.package_check import UNFINISHED
from kinerja_desktop.exchange.package_listing import MAX_FILE
from kinerja_desktop.exchange.package_paths import PREFIX

_AGENT = "Kinerja Desktop"
_OFFICE = "Source-Organization"


def check_room(folder: Path, sizes: Mapping[str, int], free_space: Callable[[Path], int]) -> None:
    """Refuse files that the stick cannot hold.

    Args:
        folder: where the package goes.
        sizes: bytes by path.
        free_space: measures a folder's free bytes.

    Raises:
        KinerjaError: one file is too large for FAT32, or all together for the free space.
        OSError: the folder is not there.
    """
    for path, size in sizes.items():
        if size > MAX_FILE:
            raise KinerjaError(
                f"{path} lebih besar dari 4 GB; flashdisk biasa (FAT32) tidak dapat memuatnya.",
                "Perkecil atau pecah berkas itu, lalu ulangi.",
            )
    # Each file and folder takes whole clusters: as large as this very disk has them, for with the
    # largest that there are the small files of a pack of evidence would seem twice their size.
    cluster = measure_cluster(folder)
    folders = {path.rpartition("/")[0] for path in sizes}
    needed = sum(-(-size // cluster) * cluster for size in sizes.values()) + len(folders) * cluster
    require_room(folder, needed, free_space(folder))


def choose_final(folder: Path, name: str) -> Path:
    """Find a name that nothing bears yet: ``name``, else ``name_2`` and so on."""
    number = 1
    final = folder / name
    while os.path.lexists(final) or os.path.lexists(f"{final}{UNFINISHED}"):
        number += 1
        final = folder / f"{name}_{number}"
    return final


def describe_us(info: Mapping[str, str]) -> dict[str, str]:
    """Say by which program and office a package is written: it marks an unfinished one as ours."""
    return {"Bag-Software-Agent": _AGENT} | {
        key: value for key, value in info.items() if key == _OFFICE
    }


def remove_leftovers(folder: Path, marks: Mapping[str, str]) -> None:
    """Remove unfinished packages that crashed runs left, if they bear our marks.

    An unfinished pack of evidence on the same stick stays: it is taken up again.

    Raises:
        OSError: the folder cannot be read.
    """
    lines = set(format_info(marks).splitlines())
    for path in folder.glob(f"{PREFIX}*{UNFINISHED}"):
        if not path.is_symlink() and lines <= _read_lines(path / BAG_INFO):
            rmtree(path, ignore_errors=True)


def _read_lines(path: Path) -> set[bytes]:
    return set(path.read_bytes().splitlines()) if path.is_file() else set()


def explain_writing(error: OSError, folder: Path) -> KinerjaError:
    """Say what a failure of the disk means for what was to be written into a folder.

    A file to be copied is named; of what is unfinished there only where it was to go.
    """
    named = Path(error.filename) if isinstance(error.filename, str | Path) else folder
    return explain_os_error(error, folder if named.is_relative_to(folder) else named)
