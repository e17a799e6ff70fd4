"""The schema of a database: made new, recognised, or refused when it is newer."""

from sqlalchemy import Connection, Engine, inspect, text
from sqlmodel import SQLModel

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.store import records

#: The revisions this program knows, oldest first; the last is the present schema.
REVISIONS = ("0001", "0002", "0003", "0004", "0005", "0006", "0007")
HEAD = REVISIONS[-1]

assert records.RECORDS, "the tables must be known before a schema is made"


class NewerDatabaseError(KinerjaError):
    """The database was made by a newer version of the program."""

    def __init__(self) -> None:
        super().__init__(
            "Data ini dibuat oleh versi Kinerja Desktop yang lebih baru.",
            "Pasang versi terbaru program, lalu buka lagi. Data tidak diubah.",
        )


class UpgradeFailedError(KinerjaError):
    """This program cannot bring the data to its schema; the data is as it was."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            f"Data belum dapat dipakai oleh versi program ini: {reason}. Data tidak diubah.",
            "Kembali ke versi sebelumnya, lalu kirim berkas kinerja.log di folder data kepada "
            "pembuat program.",
        )


def read_revision(engine: Engine) -> str | None:
    """Return the schema's revision, None for an empty database."""
    if not inspect(engine).has_table("alembic_version"):
        return None
    with engine.connect() as connection:
        return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def create_schema(engine: Engine) -> None:
    """Make all tables of the present schema in an empty database."""
    with engine.begin() as connection:
        fill_schema(connection)


def fill_schema(connection: Connection) -> None:
    """Make all tables of the present schema inside a transaction."""
    SQLModel.metadata.create_all(connection)
    connection.execute(
        text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)")
    )
    connection.execute(
        text("INSERT INTO alembic_version (version_num) VALUES (:head)"), {"head": HEAD}
    )


def is_known_revision(revision: str) -> bool:
    """Tell whether this program can read a database of a revision."""
    return revision in REVISIONS
