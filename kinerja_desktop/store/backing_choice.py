"""Which kind of place an office's data is in, by how it is named."""

from pathlib import Path

from kinerja_desktop.store.backing import Backing
from kinerja_desktop.store.sqlite_backing import SqliteBacking

Place = Path


def find_backing(where: Place) -> Backing:
    """Return the place of an office's data, not yet held."""
    return SqliteBacking(where)
