"""Prepare a database on a server, and say there who may read, who may write, who keeps it.

The rights lie in the database itself, so that they hold for every program: a reader's ``psql``
cannot write, and nobody but the keeper can take a line out of the trail.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, text

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.server_address import ServerAddress
from kinerja_desktop.store.postgres.copying import VERSION_TABLE, quote
from kinerja_desktop.store.postgres.engine import connect, make_connect_words
from kinerja_desktop.store.postgres.failures import told_below_engine
from kinerja_desktop.store.postgres.schema import CHUNKS, EVIDENCE, create_on_server
from kinerja_desktop.store.postgres.writing import READ_COMMITTED

TRAIL = ("perubahan", "transaksi")
_ONLY_ADDED = frozenset({*TRAIL, EVIDENCE, CHUNKS})
_MAINTENANCE = "postgres"
_TABLES = text("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename")
_IS_ROLE = text("SELECT count(*) FROM pg_roles WHERE rolname = :name")
_COLLATION = "SELECT datcollate FROM pg_database WHERE datname = current_database()"
_IS_DATABASE = "SELECT 1 FROM pg_database WHERE datname = %s"


class Peran(StrEnum):
    """What a person may do with the office's data."""

    PEMBACA = "pembaca"
    OPERATOR = "operator"
    PENGELOLA = "pengelola"


def role_name(database: str, peran: Peran) -> str:
    """Return the name of a role on the server; each database of a server has its own."""
    return f"{database}_{peran}"


def prepare_database(address: ServerAddress) -> bool:
    """Make the database, its tables and its roles, as far as they are not there yet.

    Args:
        address: of the database; its user may make databases and roles.

    Returns:
        Whether the database is new.

    Raises:
        KinerjaError: the server cannot be reached, this user may not, or the database sorts
            texts otherwise than the program.
    """
    is_new = _make_database(address)
    engine = connect(address)
    try:
        with engine.connect() as connection:
            if connection.exec_driver_sql(_COLLATION).scalar() not in ("C", "POSIX"):
                raise KinerjaError(
                    f"Basis data '{address.database}' mengurutkan huruf dengan cara lain.",
                    "Siapkan basis data dengan nama lain; perintah ini membuatnya dengan benar.",
                )
        create_on_server(engine)
        with engine.execution_options(**READ_COMMITTED).begin() as connection:
            make_roles(connection, address.database)
    finally:
        engine.dispose()
    return is_new


def make_roles(connection: Connection, database: str) -> None:
    """Make the roles of a database that are not there yet, and give all their rights."""
    for peran in Peran:
        name = role_name(database, peran)
        if not connection.execute(_IS_ROLE, {"name": name}).scalar():
            connection.exec_driver_sql(f"CREATE ROLE {quote(name)} NOLOGIN")
    reader, operator, keeper = (quote(role_name(database, peran)) for peran in Peran)
    statements = [
        f"REVOKE ALL ON DATABASE {quote(database)} FROM PUBLIC",
        f"GRANT CONNECT ON DATABASE {quote(database)} TO {reader}",
        "REVOKE ALL ON SCHEMA public FROM PUBLIC",
        f"GRANT USAGE ON SCHEMA public TO {reader}",
        f"GRANT CREATE ON SCHEMA public TO {keeper}",
        f"GRANT {reader} TO {operator}",
        f"GRANT {operator} TO {keeper}",
    ]
    for statement in statements:
        connection.exec_driver_sql(statement)
    grant_tables(connection, database)


def grant_tables(connection: Connection, database: str) -> None:
    """Give the roles of a database their rights in every table, and take every other away."""
    reader, operator, keeper = (quote(role_name(database, peran)) for peran in Peran)
    statements = []
    for table in connection.execute(_TABLES).scalars().all():
        name = quote(table)
        statements += [
            f"ALTER TABLE {name} OWNER TO {keeper}",
            f"REVOKE ALL ON {name} FROM PUBLIC, {reader}, {operator}",
            f"GRANT SELECT ON {name} TO {reader}",
        ]
        if table in _ONLY_ADDED:
            statements.append(f"GRANT INSERT ON {name} TO {operator}")
        elif table != VERSION_TABLE:
            statements.append(f"GRANT INSERT, UPDATE, DELETE ON {name} TO {operator}")
    statements.append(f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {operator}")
    for statement in statements:
        connection.exec_driver_sql(statement)


def has_roles(connection: Connection, database: str) -> bool:
    """Tell whether a database was prepared with roles."""
    name = role_name(database, Peran.PENGELOLA)
    return bool(connection.execute(_IS_ROLE, {"name": name}).scalar())


def set_user(address: ServerAddress, name: str, peran: Peran, password: str = "") -> None:
    """Let a person in with one role, or give them another.

    Args:
        address: of the prepared database.
        name: under which the person logs in; a new one is made.
        peran: what they may do.
        password: to log in with; empty to leave it as it is. It goes to the server sealed.

    Raises:
        KinerjaError: the server cannot be reached, or this user may not.
    """
    with _raw(address) as connection:
        known = connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", (name,))
        if known.fetchone() is None:
            connection.execute(f"CREATE ROLE {_quote(name)} LOGIN")
        if password:
            sealed = connection.pgconn.encrypt_password(
                password.encode(), name.encode(), b"scram-sha-256"
            ).decode()
            connection.execute(f"ALTER ROLE {_quote(name)} PASSWORD '{sealed}'")
        for each in Peran:
            deed, word = ("GRANT", "TO") if each is peran else ("REVOKE", "FROM")
            role = _quote(role_name(address.database, each))
            connection.execute(f"{deed} {role} {word} {_quote(name)}")


def _make_database(address: ServerAddress) -> bool:
    with _raw(replace(address, database=_MAINTENANCE)) as connection:
        if connection.execute(_IS_DATABASE, (address.database,)).fetchone():
            return False
        # Texts are sorted and compared by their bytes, as SQLite does; Windows knows no C.UTF-8.
        connection.execute(
            f"CREATE DATABASE {_quote(address.database)} TEMPLATE template0 ENCODING 'UTF8' "
            "LC_COLLATE 'C' LC_CTYPE 'C'"
        )
    return True


@contextmanager
def _raw(address: ServerAddress) -> Iterator[Any]:
    import psycopg

    with (
        told_below_engine(),
        psycopg.connect(**make_connect_words(address), autocommit=True) as connection,
    ):
        yield connection


def _quote(name: str) -> str:
    doubled = name.replace('"', '""')
    return f'"{doubled}"'
