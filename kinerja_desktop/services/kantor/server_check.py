"""Try the address of a server: what is there, and whether an office can begin or go on there."""

from dataclasses import dataclass
from enum import Enum

from kinerja_desktop.server_address import ServerAddress
from kinerja_desktop.store.postgres.looking import Look, look_at
from kinerja_desktop.store.schema import HEAD, is_known_revision


class ServerState(Enum):
    """What stands in a database, in words for whoever wants to open it."""

    OFFICE = "Tersambung. Basis data ini berisi data kantor."
    EMPTY = "Tersambung. Basis data ini masih kosong."
    OLDER = "Tersambung. Data di sana dari versi lama program ini, dan disesuaikan saat dibuka."
    NEWER = "Data di sana dibuat program versi lebih baru. Perbarui program di komputer ini dulu."
    FOREIGN = "Basis data ini milik program lain. Pakai nama basis data yang lain."
    NOT_PREPARED = (
        "Basis data ini belum disiapkan. Minta pengelola server menyiapkannya (siapkan-postgresql)."
    )


_GOOD = frozenset({ServerState.OFFICE, ServerState.EMPTY, ServerState.OLDER})


@dataclass(frozen=True)
class ServerCheck:
    """What a try has found.

    Attributes:
        state: what stands there.
        may_create: whether this user may make tables.
    """

    state: ServerState
    may_create: bool

    @property
    def can_open(self) -> bool:
        """Whether the program can open it."""
        return self.state in _GOOD


def check_server(address: ServerAddress) -> ServerCheck:
    """Try an address; nothing is changed there.

    Raises:
        KinerjaError: the server cannot be reached, asks a password, or has no such database.
    """
    look = look_at(address)
    return ServerCheck(_judge(look), look.may_create)


def _judge(look: Look) -> ServerState:
    if look.revision is None:
        if look.tables:
            return ServerState.FOREIGN
        return ServerState.EMPTY if look.may_create else ServerState.NOT_PREPARED
    if not is_known_revision(look.revision):
        return ServerState.NEWER
    if look.revision != HEAD:
        return ServerState.OLDER
    return ServerState.OFFICE if look.deeds else ServerState.EMPTY
