"""Look at a database on a server before it is opened: nothing is made or changed."""

from dataclasses import dataclass

from sqlalchemy import text

from kinerja_desktop.server_address import ServerAddress
from kinerja_desktop.store.postgres.engine import connect
from kinerja_desktop.store.postgres.schema import MAY_CREATE
from kinerja_desktop.store.schema import read_revision

_TABLES = text("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")
_ROWS = text("SELECT count(*) FROM transaksi")


@dataclass(frozen=True)
class Look:
    """What a database holds.

    Attributes:
        revision: of this program's schema; None where it has made no tables.
        tables: how many tables there are.
        deeds: how many deeds the trail holds; 0 without one.
        may_create: whether this user may make tables.
    """

    revision: str | None
    tables: int
    deeds: int
    may_create: bool


def look_at(address: ServerAddress) -> Look:
    """Look at a database.

    Raises:
        ServerFailedError: the server cannot be reached, or does not let this user in.
    """
    engine = connect(address)
    try:
        revision = read_revision(engine)
        with engine.connect() as connection:
            tables = int(connection.execute(_TABLES).scalar() or 0)
            deeds = int(connection.execute(_ROWS).scalar() or 0) if revision else 0
            may_create = bool(connection.exec_driver_sql(MAY_CREATE).scalar())
    finally:
        engine.dispose()
    return Look(revision, tables, deeds, may_create)
