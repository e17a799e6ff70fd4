"""The schema on a server: made, recognised, compared, brought up to date."""

from collections.abc import Sequence

from sqlalchemy import Connection, Engine, text
from sqlmodel import SQLModel

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.store import records
from kinerja_desktop.store.postgres.copying import VERSION_TABLE, quote
from kinerja_desktop.store.postgres.dialect import ROW_NUMBER
from kinerja_desktop.store.postgres.failures import ServerFailedError, ServerFailure
from kinerja_desktop.store.postgres.writing import take_lock
from kinerja_desktop.store.schema import fill_schema

assert records.RECORDS, "the tables must be known before a schema is made"

EVIDENCE, CHUNKS = "berkas_bukti", "potongan_bukti"
"""Tables of the server alone: evidence by its SHA-256, and its bytes in pieces."""

_BESIDE = frozenset({VERSION_TABLE, EVIDENCE, CHUNKS})
_TABLES = text("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
_COLUMNS = text(
    "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public'"
)
_TRIGGERS = text("SELECT tgname FROM pg_trigger WHERE NOT tgisinternal")
MAY_CREATE = "SELECT has_schema_privilege('public', 'CREATE')"
_MAKE_EVIDENCE = (
    f"CREATE TABLE {EVIDENCE} (sha256 char(64) PRIMARY KEY, ukuran bigint NOT NULL)",
    f"CREATE TABLE {CHUNKS} (sha256 char(64) NOT NULL REFERENCES {EVIDENCE}, "
    "urutan integer NOT NULL, isi bytea NOT NULL, PRIMARY KEY (sha256, urutan))",
)


class NotPreparedError(KinerjaError):
    """The database is empty, and this user may not make tables in it."""

    def __init__(self) -> None:
        super().__init__(
            "Basis data di server ini belum disiapkan untuk Kinerja Desktop.",
            "Minta pengelola server menyiapkannya dengan perintah siapkan-postgresql.",
        )


def create_on_server(engine: Engine) -> None:
    """Make the present schema in an empty database, unless another client has just made it.

    Raises:
        ServerFailedError: the database holds tables of another program.
        NotPreparedError: this user may not make tables.
    """
    with engine.execution_options(isolation_level="READ COMMITTED").begin() as connection:
        take_lock(connection)
        tables = set(connection.execute(_TABLES).scalars())
        if VERSION_TABLE in tables:
            return
        if tables:
            raise ServerFailedError(ServerFailure.FOREIGN)
        if not connection.exec_driver_sql(MAY_CREATE).scalar():
            raise NotPreparedError
        fill_schema(connection)
        number_rows(connection)
        add_evidence_tables(connection)


def add_evidence_tables(connection: Connection) -> None:
    """Make the tables that only a server has."""
    for statement in _MAKE_EVIDENCE:
        connection.exec_driver_sql(statement)


def number_rows(connection: Connection) -> None:
    """Give every table that has none the column of the order in which rows came."""
    numbered = {table for table, column in connection.execute(_COLUMNS) if column == ROW_NUMBER}
    for table in sorted(set(connection.execute(_TABLES).scalars()) - _BESIDE - numbered):
        connection.exec_driver_sql(
            f"ALTER TABLE {quote(table)} ADD COLUMN {ROW_NUMBER} bigint "
            "GENERATED ALWAYS AS IDENTITY"
        )


def find_wrong_tables(engine: Engine) -> Sequence[str]:
    """Compare the tables of a server's database with the present schema."""
    with engine.connect() as connection:
        present: dict[str, set[str]] = {}
        for table, column in connection.execute(_COLUMNS):
            present.setdefault(table, set()).add(column)
        triggers = list(connection.execute(_TRIGGERS).scalars())
    own = SQLModel.metadata.tables
    found = [f"'{name}' bukan bagian data Kinerja Desktop" for name in sorted(triggers)]
    found += [
        f"tabel '{name}' tidak ada" for name in sorted((own.keys() | _BESIDE) - present.keys())
    ]
    found += [
        f"tabel '{name}' bukan milik program ini"
        for name in sorted(present.keys() - own.keys() - _BESIDE)
    ]
    for name, table in own.items():
        if name in present and present[name] != {*table.columns.keys(), ROW_NUMBER}:
            found.append(f"kolom-kolom tabel '{name}' bukan yang seharusnya")
    return found
