"""The office's line to where its data is: whether it holds, who else is in, who may write."""

from collections.abc import Sequence

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.server_address import ServerAddress
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.store.backing import Person
from kinerja_desktop.store.database import DatabaseFailedError
from kinerja_desktop.store.meanwhile import ChangedMeanwhileError, Knowledge, Meeting, Spot
from kinerja_desktop.store.postgres.failures import ServerFailedError, ServerFailure, UnsureError
from kinerja_desktop.store.records import RECORDS

__all__ = [
    "TABLES",
    "ChangedMeanwhileError",
    "Knowledge",
    "Meeting",
    "Person",
    "Spot",
    "UnsureError",
    "is_busy_elsewhere",
    "is_connection_lost",
    "is_on_server",
    "is_reachable",
    "is_storage_failed",
    "list_people",
    "may_write",
]

TABLES = frozenset(RECORDS)
"""Every table of an office's data."""
_LOST = frozenset({ServerFailure.UNREACHABLE, ServerFailure.STOPPED})


def is_connection_lost(error: Exception) -> bool:
    """Tell whether a deed failed because the server is away: nothing of it was stored."""
    return isinstance(error, ServerFailedError) and error.failure in _LOST


def is_busy_elsewhere(error: Exception) -> bool:
    """Tell whether a deed failed because somebody else is writing: nothing of it was stored."""
    return isinstance(error, ServerFailedError) and error.failure is ServerFailure.BUSY


def is_storage_failed(error: Exception) -> bool:
    """Tell whether nothing was stored because the disk, here or at the server, took nothing."""
    if isinstance(error, ServerFailedError):
        return error.failure is ServerFailure.FULL
    return isinstance(error, DatabaseFailedError)


def is_on_server(office: Office) -> bool:
    """Tell whether several people may have the data open at once."""
    return isinstance(office.place.where, ServerAddress)


def is_reachable(office: Office) -> bool:
    """Try, for a few seconds at most and on any thread, whether the data answers."""
    return office.place.is_reachable()


def list_people(office: Office) -> Sequence[Person]:
    """Return who has the data open now, oneself too.

    Raises:
        KinerjaError: the server cannot be reached.
    """
    return office.place.list_people()


def may_write(office: Office) -> bool:
    """Tell whether who works here may change the data; a server that is away tells nothing else.

    Raises:
        KinerjaError: the server refuses for another reason.
    """
    try:
        return office.place.may_write()
    except KinerjaError as error:
        if is_connection_lost(error):
            return True
        raise
