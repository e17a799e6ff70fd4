"""What the program has really put on the disk, read apart from it."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kinerja_desktop.services.kantor.office import Office, open_office

#: What says that the program has the data open; the copy is nobody's.
_OPEN = ("*.kunci", "*.panggil", "sedang-dibuka")


def data_of(home: Path) -> Path:
    """Return where the program keeps the data of a person who has named no place."""
    return home / ".local" / "share" / "kinerja-desktop"


@contextmanager
def reading(data: Path) -> Iterator[Office]:
    """Open a copy of a data folder that the program has open, and throw it away afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "data"
        shutil.copytree(data, copy, ignore=shutil.ignore_patterns(*_OPEN))
        office = open_office(copy)
        try:
            yield office
        finally:
            office.close()
