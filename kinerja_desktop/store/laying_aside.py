"""Lay what an office has in a data folder aside, so that the folder is empty and nothing lost."""

from contextlib import ExitStack
from pathlib import Path

from kinerja_desktop.errors import explain_os_error
from kinerja_desktop.store import second_place, update_record
from kinerja_desktop.store.database import FILE_NAME
from kinerja_desktop.store.database_copy import SIDE_FILES

#: The data and what belongs to it; the log and the lock stay, for the program has them open.
_NAMES = (
    FILE_NAME, *(f"{FILE_NAME}{end}" for end in SIDE_FILES), "berkas", "cadangan", "jendela.ini",
    update_record.FILE_NAME, second_place.FILE_NAME,
)  # fmt: skip


def lay_aside(folder: Path, name: str) -> Path:
    """Move an office's data into a folder of its own, below its data folder.

    Args:
        folder: the data folder, which nobody has open.
        name: of the new folder; a number follows where there is one already.

    Returns:
        The new folder, which is a data folder as well.

    Raises:
        KinerjaError: something cannot be moved; all of it is where it was.
    """
    number, target = 1, folder / name
    while target.exists():
        number += 1
        target = folder / f"{name}-{number}"
    try:
        with ExitStack() as way_back:
            target.mkdir()
            way_back.callback(target.rmdir)
            for source in (folder / entry for entry in _NAMES):
                if source.exists():
                    moved = source.rename(target / source.name)
                    way_back.callback(moved.rename, source)
            way_back.pop_all()
    except OSError as error:
        raise explain_os_error(error, folder) from error
    return target
