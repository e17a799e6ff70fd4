"""Which kind of place an office's data is in, by how it is named."""

from pathlib import Path

from kinerja_desktop.store.backing import Backing, Place
from kinerja_desktop.store.sqlite_backing import SqliteBacking


def find_backing(where: Place) -> Backing:
    """Return the place of an office's data, not yet held."""
    if isinstance(where, Path):
        return SqliteBacking(where)
    # A quarter of a second of imports that an office on one PC needs not.
    from kinerja_desktop.store.postgres.backing import ServerBacking

    return ServerBacking(where)
