"""Whole copies of a server's data as SQLite files, for backups, fingerprints and checks."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Connection, Engine

from kinerja_desktop.domain.fingerprint import TableFingerprint
from kinerja_desktop.errors import explain_os_error
from kinerja_desktop.progress import Progress, silent
from kinerja_desktop.store.database import FILE_NAME
from kinerja_desktop.store.fingerprint import Columns, read_fingerprints
from kinerja_desktop.store.postgres.copying import copy_to_file
from kinerja_desktop.store.postgres.present import REVISION
from kinerja_desktop.store.postgres.schema import CHUNKS
from kinerja_desktop.store.schema import NewerDatabaseError, is_known_revision

#: Without the evidence, which is no part of a copy.
_SIZE = (
    "SELECT pg_database_size(current_database()) "
    f"- coalesce(pg_total_relation_size(to_regclass('{CHUNKS}')), 0)"
)
_PREFIX = "periksa-"


class ServerCopies:
    """Copies of one database; the short-lived ones lie in a folder of this PC."""

    def __init__(self, engine: Engine, folder: Path) -> None:
        self._engine, self._folder = engine, folder

    def measure(self) -> int:
        """Return how many bytes a copy will have, about."""
        with self._engine.connect() as connection:
            return int(connection.exec_driver_sql(_SIZE).scalar() or 0)

    def write(self, target: Path, progress: Progress = silent) -> None:
        """Write a copy into a file that does not exist yet; what `progress` raises ends it.

        Raises:
            NewerDatabaseError: a newer program made the schema.
        """
        with self._engine.connect() as connection:
            _write_within(connection, target, progress)

    def read_within(self, connection: Connection, columns: Columns) -> tuple[TableFingerprint, ...]:
        """Return the fingerprints of the data as a transaction under way sees it."""
        with TemporaryDirectory(dir=self._folder, prefix=_PREFIX) as place:
            copy = Path(place) / FILE_NAME
            _write_within(connection, copy, silent)
            return read_fingerprints(copy, columns)

    @contextmanager
    def made(self) -> Iterator[Path]:
        """Make a copy that goes afterwards.

        Raises:
            KinerjaError: this PC's disk failed.
        """
        try:
            with TemporaryDirectory(dir=self._folder, prefix=_PREFIX) as place:
                copy = Path(place) / FILE_NAME
                self.write(copy)
                yield copy
        except OSError as error:
            raise explain_os_error(error, self._folder) from error


def _write_within(connection: Connection, target: Path, progress: Progress) -> None:
    revision = str(connection.exec_driver_sql(REVISION).scalar())
    if not is_known_revision(revision):
        raise NewerDatabaseError
    copy_to_file(connection, target, revision, progress)
