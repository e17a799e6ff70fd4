"""Which kind of place an office's data is in, by how it is named."""

from pathlib import Path

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.server_address import Place
from kinerja_desktop.store.backing import Backing
from kinerja_desktop.store.schema import read_revision
from kinerja_desktop.store.sqlite_backing import SqliteBacking


def find_backing(where: Place) -> Backing:
    """Return the place of an office's data, not yet held."""
    if isinstance(where, Path):
        return SqliteBacking(where)
    # A quarter of a second of imports that an office on one PC needs not.
    from kinerja_desktop.store.postgres.backing import ServerBacking

    return ServerBacking(where)


def has_schema(where: Place) -> bool:
    """Tell whether a database has tables of this program.

    Raises:
        KinerjaError: it cannot be reached.
    """
    place = find_backing(where)
    try:
        return read_revision(place.engine) is not None
    except KinerjaError as error:
        raise place.name_failure(error) from error
    finally:
        place.engine.dispose()
