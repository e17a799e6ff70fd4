"""Is the data on the server still that which this program has opened?

Another PC may bring the schema up, or put a backup in the place of all data, while a window is open
here. From then on nothing is written with what was known before.
"""

from sqlalchemy.exc import IntegrityError, NoResultFound, SQLAlchemyError

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.server_address import ServerAddress
from kinerja_desktop.store.meanwhile import GoneMeanwhileError
from kinerja_desktop.store.postgres.failures import ServerFailure, classify
from kinerja_desktop.store.schema import HEAD, is_known_revision

REVISION = "SELECT version_num FROM alembic_version"
_PLAN_CHANGED = "0A000"
"""A statement that was prepared meets columns of another kind (feature_not_supported)."""
#: What another's deed does to a row that one relies on (foreign_key_violation), or that one adds as
#: well (unique_violation); any other breach is our own mistake.
_OF_OTHERS = frozenset({"23503", "23505"})


class OtherSchemaError(KinerjaError):
    """Another program has changed the schema under the open window."""

    def __init__(self, revision: str, consequence: str = "") -> None:
        if is_known_revision(revision):
            super().__init__(
                f"Data di server berganti selagi program ini terbuka{consequence}.",
                "Tutup program ini, lalu buka kembali.",
            )
            return
        super().__init__(
            f"Data di server sudah disesuaikan dengan versi program yang lebih baru{consequence}.",
            "Tutup program ini, perbarui ke versi terbaru, lalu buka kembali. "
            "Yang sudah tersimpan tidak berubah.",
        )


class RestoredMeanwhileError(KinerjaError):
    """Somebody has put a backup in the place of all data, and the pages do not show it yet."""

    def __init__(self) -> None:
        super().__init__(
            "Cadangan baru saja dipulihkan dari komputer lain, jadi isian ini belum disimpan.",
            "Tunggu sampai halaman menampilkan isinya sekarang, lalu isi lagi bila masih perlu.",
        )


def require_present(revision: str, consequence: str = "") -> None:
    """Make sure that the schema is the one this program knows.

    Raises:
        OtherSchemaError: it is another.
    """
    if revision != HEAD:
        raise OtherSchemaError(revision, consequence)


def find_other_schema(address: ServerAddress, error: object) -> OtherSchemaError | None:
    """Return why a statement met other tables; None when nobody has changed the schema.

    Args:
        address: of the database, which is asked on a connection of its own.
        error: what psycopg has raised.
    """
    import psycopg

    # It tells its engine's failures by this.
    from kinerja_desktop.store.postgres.engine import make_connect_words

    is_sign = classify(error) is ServerFailure.FOREIGN or (
        isinstance(error, psycopg.Error) and error.sqlstate == _PLAN_CHANGED
    )
    if not is_sign:
        return None
    try:
        with psycopg.connect(**make_connect_words(address), autocommit=True) as connection:
            row = connection.execute(REVISION).fetchone()
    except psycopg.Error:
        return None  # a database of another program has no such table
    revision = str(row[0]) if row else ""
    return OtherSchemaError(revision) if revision != HEAD else None


def explain_meeting(error: SQLAlchemyError, *, has_company: bool) -> KinerjaError | None:
    """Say what a row means that is not as it was, where several people work; None for our bug.

    Args:
        error: what the session has raised.
        has_company: whether anybody else has written since this program was opened.
    """
    is_gone = isinstance(error, NoResultFound)
    if isinstance(error, IntegrityError):
        is_gone = getattr(error.orig, "sqlstate", None) in _OF_OTHERS
    return GoneMeanwhileError() if has_company and is_gone else None
