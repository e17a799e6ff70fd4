"""Prepare a database on a server for an office, and let people in."""

from dataclasses import dataclass

from kinerja_desktop.server_address import ServerAddress
from kinerja_desktop.store.postgres.roles import Peran, prepare_database, set_user

__all__ = ["Peran", "Prepared", "let_in", "prepare_server"]


@dataclass(frozen=True)
class Prepared:
    """What preparing a database did.

    Attributes:
        address: where it is.
        is_new: it was made; else it was there and has been completed.
    """

    address: ServerAddress
    is_new: bool


def prepare_server(address: ServerAddress) -> Prepared:
    """Make the database with its tables and roles, as far as they are not there yet.

    Args:
        address: of the database; its user may make databases and roles.

    Raises:
        KinerjaError: the server cannot be reached, or this user may not.
    """
    return Prepared(address, prepare_database(address))


def let_in(address: ServerAddress, name: str, peran: Peran, password: str = "") -> None:
    """Let a person work on the office's data; see `store.postgres.roles.set_user`.

    Raises:
        KinerjaError: the server cannot be reached, or this user may not.
    """
    set_user(address, name, peran, password)
