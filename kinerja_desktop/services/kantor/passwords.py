"""The password of a server: asked for, and kept only by the system's own store, if at all.

It is in no file, log, message, argument or environment of the program.
"""

from dataclasses import replace
from typing import Any

from kinerja_desktop.server_address import Place, ServerAddress
from kinerja_desktop.store.postgres.failures import ServerFailedError, ServerFailure

_SERVICE = "Kinerja Desktop"
#: Of keyring: stores below this put passwords into plain files.
_SAFE = 1
_NO_STORE = (
    "Komputer ini tidak mempunyai penyimpan kata sandi. Kata sandi dapat disimpan di berkas "
    "pgpass (docs/postgresql.md)."
)


def asks_password(error: Exception) -> bool:
    """Tell whether a server wants a password, or another one."""
    wanted = (ServerFailure.NO_PASSWORD, ServerFailure.REFUSED)
    return isinstance(error, ServerFailedError) and error.failure in wanted


def find_obstacle() -> str:
    """Say why passwords cannot be kept on this PC; empty when they can."""
    return "" if _find_store() is not None else _NO_STORE


def with_kept_password(place: Place) -> Place:
    """Return a server's address with the password that this PC keeps for it, if it keeps one."""
    store = _find_store() if isinstance(place, ServerAddress) and not place.password else None
    if store is None or not isinstance(place, ServerAddress):
        return place
    try:
        password = store.get_password(_SERVICE, _name(place))
    except _failures():
        return place
    return replace(place, password=password or "")


def keep_password(address: ServerAddress) -> bool:
    """Keep an address's password in the system's own store; False when that refuses it."""
    store = _find_store()
    if store is None:
        return False
    try:
        store.set_password(_SERVICE, _name(address), address.password)
    except _failures():
        return False
    return True


def forget_password(address: ServerAddress) -> None:
    """Keep no password for an address any more."""
    store = _find_store()
    if store is None:
        return
    try:
        store.delete_password(_SERVICE, _name(address))
    except _failures():
        return  # there was none


def _find_store() -> Any:
    """Return the system's store; None where there is none that keeps secrets."""
    try:
        import keyring

        store = keyring.get_keyring()
        return store if store.priority >= _SAFE else None
    except (ImportError, RuntimeError):
        return None


def _failures() -> tuple[type[Exception], ...]:
    from keyring.errors import KeyringError

    return (KeyringError, OSError)


def _name(address: ServerAddress) -> str:
    return f"{address.user}@{address.host}:{address.port}"
