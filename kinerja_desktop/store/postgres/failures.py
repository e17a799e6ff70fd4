"""What PostgreSQL's failures mean to a clerk: told apart by SQLSTATE, worded once.

The words of its messages follow the server's language; the codes are part of its interface
(postgresql.org/docs/current/errcodes-appendix.html).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum

from kinerja_desktop.errors import KinerjaError

_ADMIN = "pengelola server"
NOT_SAVED = ", jadi perubahan ini belum disimpan"
"""What follows for the clerk from a failure while something was being stored."""


class ServerFailure(Enum):
    """A failure that a clerk can meet: what happened, and what to do about it."""

    UNREACHABLE = (
        "Server data tidak terjangkau",
        "Periksa apakah komputer server menyala dan kabel atau Wi-Fi tersambung, lalu ulangi.",
    )
    REFUSED = (
        "Server data menolak nama pengguna atau kata sandi",
        f"Periksa nama pengguna dan kata sandinya, atau tanyakan {_ADMIN}.",
    )
    NO_PASSWORD = (
        "Server data meminta kata sandi",
        "Ketik kata sandi saat diminta, atau simpan di berkas pgpass (docs/postgresql.md).",
    )
    NOT_LET_IN = (
        "Server data tidak menerima komputer atau pengguna ini",
        f"Minta {_ADMIN} mengizinkannya masuk ke basis data itu (pg_hba.conf dan peran).",
    )
    NO_DATABASE = (
        "Basis data itu tidak ada di server",
        f"Periksa nama di ujung alamat, atau minta {_ADMIN} menyiapkannya.",
    )
    FULL = (
        "Penyimpanan server penuh",
        f"Minta {_ADMIN} mengosongkan penyimpanan server, lalu ulangi.",
    )
    TOO_MANY = (
        "Terlalu banyak komputer tersambung ke server data",
        "Tutup program di komputer lain yang tidak dipakai, lalu ulangi.",
    )
    STOPPED = (
        "Server data sedang dihentikan atau dinyalakan ulang",
        "Tunggu sebentar, lalu ulangi.",
    )
    READ_ONLY = (
        "Pengguna ini hanya boleh membaca",
        f"Minta {_ADMIN} memberi peran operator bila memang harus mengisi data.",
    )
    BUSY = (
        "Data sedang ditulis oleh orang lain",
        "Tunggu sampai pekerjaannya selesai, lalu ulangi.",
    )
    FOREIGN = (
        "Basis data di server ini bukan milik Kinerja Desktop, atau tabelnya diubah program lain",
        f"Periksa nama basis data di alamat, atau minta {_ADMIN} memulihkan dari cadangan.",
    )

    def explain(self, consequence: str = "") -> KinerjaError:
        """Word the failure."""
        what, remedy = self.value
        return KinerjaError(f"{what}{consequence}.", remedy)


class ServerFailedError(KinerjaError):
    """A statement or a connection met a failure of the server: on any page, in any command.

    Attributes:
        failure: which it was.
    """

    def __init__(self, failure: ServerFailure, consequence: str = "") -> None:
        told = failure.explain(consequence)
        super().__init__(told.message, told.remedy)
        self.failure = failure


class UnsureError(KinerjaError):
    """The line broke while a deed was being stored, and nobody can ask the server now."""

    def __init__(self) -> None:
        super().__init__(
            "Sambungan ke server data terputus tepat saat menyimpan; belum diketahui apakah "
            "perubahan ini tersimpan.",
            "Setelah tersambung lagi, lihat Riwayat, lalu ulangi bila belum ada di sana.",
        )


_CODES = {
    "53100": ServerFailure.FULL,
    "53200": ServerFailure.FULL,
    "53300": ServerFailure.TOO_MANY,
    "53400": ServerFailure.TOO_MANY,
    "57P01": ServerFailure.STOPPED,
    "57P02": ServerFailure.STOPPED,
    "57P03": ServerFailure.STOPPED,
    "57P04": ServerFailure.NO_DATABASE,
    "57P05": ServerFailure.STOPPED,
    "25006": ServerFailure.READ_ONLY,
    "42501": ServerFailure.READ_ONLY,
    "40001": ServerFailure.BUSY,
    "40P01": ServerFailure.BUSY,
    "55P03": ServerFailure.BUSY,
    "57014": ServerFailure.BUSY,
    "25P03": ServerFailure.UNREACHABLE,
    "25P04": ServerFailure.UNREACHABLE,
    "3D000": ServerFailure.NO_DATABASE,
    "42P01": ServerFailure.FOREIGN,
    "42703": ServerFailure.FOREIGN,
    "58030": ServerFailure.FULL,
}
_CLASSES = {
    "08": ServerFailure.UNREACHABLE,
    "28": ServerFailure.REFUSED,
    "3D": ServerFailure.NO_DATABASE,
}
# Of a failure to connect libpq tells no code, only the server's words, and those in the language
# of the server: PostgreSQL has no Indonesian.
_SIGNS = (
    ("no pg_hba.conf entry", ServerFailure.NOT_LET_IN),
    ("permission denied", ServerFailure.NOT_LET_IN),
    ("too many", ServerFailure.TOO_MANY),
    ('role "', ServerFailure.REFUSED),
    ("password", ServerFailure.REFUSED),
    ("does not exist", ServerFailure.NO_DATABASE),
    ("remaining connection slots", ServerFailure.TOO_MANY),
    ("starting up", ServerFailure.STOPPED),
    ("shutting down", ServerFailure.STOPPED),
)


def classify(error: object) -> ServerFailure | None:
    """Return which failure an error of psycopg is; None when it is our own mistake."""
    import psycopg

    if not isinstance(error, psycopg.Error):
        return None
    if code := error.sqlstate:
        return _CODES.get(code) or _CLASSES.get(code[:2])
    # Without a code the server has not let us in, or its answer never came: what the server itself
    # says always has one. What psycopg made of an answer that broke off is a plain DatabaseError.
    is_broken = type(error) is psycopg.DatabaseError
    if not (is_broken or isinstance(error, psycopg.OperationalError | psycopg.InterfaceError)):
        return None
    if error.pgconn is not None and error.pgconn.needs_password:
        return ServerFailure.NO_PASSWORD
    text = str(error)
    return next((kind for sign, kind in _SIGNS if sign in text), ServerFailure.UNREACHABLE)


@contextmanager
def told_below_engine() -> Iterator[None]:
    """Tell what psycopg makes rise past the engine as the failure that it is.

    Raises:
        ServerFailedError: the server or the line to it failed within.
    """
    import psycopg

    try:
        yield
    except psycopg.Error as error:
        if failure := classify(error):
            raise ServerFailedError(failure) from error
        raise
