"""The address of an office's database on a PostgreSQL server, as ``--data`` and settings name it.

``postgresql://user@host:port/database``. A password never stands in it: the system's own places
hold that (``PGPASSFILE``, ``~/.pgpass``, ``PGPASSWORD``), so that no log, message or list of
running programs can show it.
"""

import hashlib
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.paths import default_data_folder

SCHEMES = ("postgresql://", "postgres://")
DEFAULT_PORT = 5432
#: What may follow the ``?``: where the server is and how the line to it is kept private.
_OPTIONS = frozenset({"host", "sslmode", "sslrootcert", "sslcert", "sslkey"})
_EXAMPLE = "Tulis seperti ini: postgresql://nama@komputer-server/kinerja"


@dataclass(frozen=True)
class ServerAddress:
    """Where a database is on a server.

    Attributes:
        host: the server's name, or the folder of its socket; empty for this PC.
        port: its port.
        database: the database's name.
        user: who logs in; empty for the name of the system's user.
        options: what else libpq is told, such as ``sslmode``.
        folder: on this PC, for what the program keeps beside the data.
        password: held in memory only, where somebody has typed it or the system's own store gave
            it; never part of what is shown, compared or written.
    """

    host: str
    port: int
    database: str
    user: str = ""
    options: tuple[tuple[str, str], ...] = ()
    folder: Path = field(default_factory=Path, compare=False)
    password: str = field(default="", compare=False, repr=False)

    def __str__(self) -> str:
        user = f"{self.user}@" if self.user else ""
        port = "" if self.port == DEFAULT_PORT else f":{self.port}"
        if self.host.startswith("/"):
            return f"postgresql://{user}/{self.database}?host={self.host}{port}"
        return f"postgresql://{user}{self.host}{port}/{self.database}"


def write_server_address(address: ServerAddress) -> str:
    """Write an address so that `read_server_address` gives the same; never a password."""
    user = f"{quote(address.user, safe='')}@" if address.user else ""
    port = "" if address.port == DEFAULT_PORT else f":{address.port}"
    options = dict(address.options)
    if address.host.startswith("/"):
        options["host"] = address.host + port
        where = ""
    else:
        where = address.host + port
    query = f"?{urlencode(options)}" if options else ""
    return f"postgresql://{user}{where}/{quote(address.database, safe='')}{query}"


Place = Path | ServerAddress
"""Where an office's data is: a folder of this PC, or a database on a server."""


def folder_of(place: Place) -> Path:
    """Return the folder of this PC for what lies beside the data: log, backups, memory."""
    return place if isinstance(place, Path) else place.folder


def is_server_address(text: str) -> bool:
    """Tell whether a text names a database on a server rather than a folder."""
    return text.strip().casefold().startswith(SCHEMES)


def read_server_address(text: str) -> ServerAddress:
    """Read the address of a database on a server.

    Raises:
        KinerjaError: it is none, or holds a password.
    """
    try:
        parts = urlsplit(text.strip())
        port = parts.port or DEFAULT_PORT
    except ValueError:
        # Not the text itself: it may hold a password.
        raise KinerjaError("Alamat server tidak dapat dibaca.", _EXAMPLE) from None
    query = dict(parse_qsl(parts.query, keep_blank_values=True))
    if parts.password is not None or "password" in query:
        raise KinerjaError(
            "Kata sandi tidak boleh ditulis di alamat server: orang lain dapat membacanya.",
            "Simpan kata sandi di berkas pgpass (lihat docs/postgresql.md), lalu tulis alamatnya "
            "tanpa kata sandi.",
        )
    database = unquote(parts.path).strip("/")
    if not database or "/" in database:
        raise KinerjaError("Nama basis data tidak ada di alamat server.", _EXAMPLE)
    if unknown := sorted(query.keys() - _OPTIONS):
        raise KinerjaError(f"'{unknown[0]}' di alamat server tidak dikenal.", _EXAMPLE)
    host = query.pop("host", "") or unquote(parts.hostname or "")
    if host.startswith("/") and ":" in host:
        host, _, last = host.rpartition(":")
        port = int(last) if last.isdigit() else port
    return ServerAddress(
        host, port, database, unquote(parts.username or ""), tuple(sorted(query.items())),
        _local_folder(host, port, database),
    )  # fmt: skip


def _local_folder(host: str, port: int, database: str) -> Path:
    named = f"{host.casefold()}\n{port}\n{database}".encode()
    return default_data_folder() / "server" / hashlib.sha256(named).hexdigest()[:16]
