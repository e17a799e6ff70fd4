"""An office's data on a PostgreSQL server; see `store.backing.Backing`."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from kinerja_desktop.domain.fingerprint import (
    TableFingerprint,
    columns_of,
    compare_tables,
)
from kinerja_desktop.errors import KinerjaError, explain_os_error
from kinerja_desktop.server_address import Place, ServerAddress
from kinerja_desktop.store.backing import Person, Source, ToldOfOthers, Writing
from kinerja_desktop.store.contents import find_wrong_values
from kinerja_desktop.store.database_copy import reading
from kinerja_desktop.store.evidence import EvidenceStore
from kinerja_desktop.store.fingerprint import Columns, read_fingerprints
from kinerja_desktop.store.lock import FolderInUseError, FolderLock
from kinerja_desktop.store.postgres.copies import ServerCopies
from kinerja_desktop.store.postgres.copying import fill_from_file
from kinerja_desktop.store.postgres.engine import connect, make_connect_words
from kinerja_desktop.store.postgres.evidence import ServerEvidence
from kinerja_desktop.store.postgres.failures import ServerFailedError, ServerFailure, classify
from kinerja_desktop.store.postgres.listening import Listener, list_people
from kinerja_desktop.store.postgres.present import REVISION, require_present
from kinerja_desktop.store.postgres.roles import grant_tables, has_roles
from kinerja_desktop.store.postgres.schema import (
    MAY_CREATE,
    create_on_server,
    find_wrong_tables,
    number_rows,
)
from kinerja_desktop.store.postgres.state import read_head, recall_by_trail
from kinerja_desktop.store.postgres.writing import READ_COMMITTED, SharedWriting, take_lock
from kinerja_desktop.store.records import RECORDS
from kinerja_desktop.store.schema import (
    HEAD,
    UpgradeFailedError,
)
from kinerja_desktop.store.sqlite_backing import BACKUP_FOLDER
from kinerja_desktop.store.tidying import clear_leftovers, clear_temporary

if TYPE_CHECKING:
    from kinerja_desktop.store.restore import Restored
    from kinerja_desktop.store.upgrade import Upgrade

_LATEST = "SELECT id, rantai FROM transaksi ORDER BY id DESC LIMIT 1"
_MOST_WINDOWS = 20
_TRY_SECONDS = 3
_MAY_WRITE = "SELECT has_table_privilege('transaksi', 'INSERT')"


class ServerBacking:
    """One database of a server, and the folder of this PC beside it."""

    def __init__(self, address: ServerAddress) -> None:
        import psycopg

        self.raw_errors: tuple[type[Exception], ...] = (psycopg.Error,)
        self.folder = address.folder
        self.where: Place = address
        self.file: Path | None = None
        self.name = str(address)
        self._address = address
        self.engine = connect(address)
        self._shared = SharedWriting(self.engine)
        self.writing: Writing = self._shared
        self._lock = FolderLock(self.folder)
        self._listener: Listener | None = None
        self._settle(address.folder)

    def hold(self) -> None:
        """Take a folder of this PC: windows on the same data each have their own.

        Raises:
            KinerjaError: it cannot be written.
        """
        number = 1
        while True:
            try:
                self.folder.mkdir(parents=True, exist_ok=True)
                self._lock.acquire()
                return
            except OSError as error:
                raise explain_os_error(error, self.folder) from error
            except FolderInUseError:
                number += 1
                if number > _MOST_WINDOWS:
                    raise
                first = self._address.folder
                self._settle(first.with_name(f"{first.name}-{number}"))

    def release(self) -> None:
        """Close every connection, and free the folder."""
        if self._listener is not None:
            self._listener.stop()
            self._listener = None
        self.engine.dispose()
        self._lock.release()

    def find_user(self) -> str:
        """Return the name under which this user has logged in."""
        with self.engine.connect() as connection:
            return str(connection.exec_driver_sql("SELECT session_user").scalar())

    def list_people(self) -> Sequence[Person]:
        """Return who has this database open, by the server's own list; each window once."""
        with self.engine.connect() as connection:
            return list_people(connection, self._shared.client)

    def may_write(self) -> bool:
        """Tell whether this user may add a deed to the trail and change rows."""
        with self.engine.connect() as connection:
            return bool(connection.exec_driver_sql(_MAY_WRITE).scalar())

    def is_reachable(self) -> bool:
        """Try on a connection of its own whether the server answers."""
        import psycopg

        words = make_connect_words(self._address) | {"connect_timeout": _TRY_SECONDS}
        try:
            psycopg.connect(**words).close()
        except psycopg.Error:
            return False
        self._shared.is_silent = False
        return True

    def find_damage(self) -> Sequence[str]:
        """Return nothing: pages and references are the server's care."""
        return []

    def find_wrong(self, *, wholly: bool) -> Sequence[str]:
        """Name what another program has changed in the schema and, wholly, in the values."""
        wrong = find_wrong_tables(self.engine)
        if wrong or not wholly:
            return wrong
        with self._copies.made() as copy, reading(copy) as connection:
            return find_wrong_values(connection)

    def create(self) -> None:
        """Make the present schema in an empty database."""
        create_on_server(self.engine)

    def upgrade(self, moment: datetime) -> "Upgrade":
        """Bring an older schema to the present one in a single transaction, and compare.

        Raises:
            UpgradeFailedError: it fails, or would change what was there; the data is as it was.
        """
        from kinerja_desktop.store.backup import Alasan, create_backup
        from kinerja_desktop.store.migrations import migrate_within
        from kinerja_desktop.store.upgrade import Upgrade

        with self.engine.connect() as connection:
            if not connection.exec_driver_sql(MAY_CREATE).scalar():
                raise KinerjaError(
                    "Data di server perlu disesuaikan dengan versi program ini.",
                    "Minta pengelola membuka program versi ini lebih dulu, lalu ulangi.",
                )
        with self._alone() as connection:
            backup = create_backup(
                self.source, self.folder / BACKUP_FOLDER, moment, Alasan.SEBELUM_MIGRASI
            )
            before = read_fingerprints(backup)
            if connection.exec_driver_sql(REVISION).scalar() != HEAD:
                migrate_within(connection)
                number_rows(connection)
                if has_roles(connection, self._address.database):
                    grant_tables(connection, self._address.database)
            after = self._copies.read_within(connection, columns_of(before))
            changed = [item.table for item in compare_tables(before, after) if not item.is_same]
            if changed:
                raise UpgradeFailedError(f"isi {', '.join(changed)} akan berubah")
            # Older programs that have the data open read and write no more.
            self._shared.tell(connection, *_read_latest(connection), RECORDS)
        return Upgrade(backup, before, after)

    def read_fingerprints(self, columns: Columns | None = None) -> tuple[TableFingerprint, ...]:
        """Read the fingerprint of every table, by the very code that reads a file's."""
        with self._copies.made() as copy:
            return read_fingerprints(copy, columns)

    def describe_state(self, backup: Path | None = None) -> tuple[TableFingerprint, ...]:
        """Return the head of the trail: others go on working when one has closed the program."""
        del backup
        with self.engine.connect() as connection:
            return read_head(connection)

    def recall(
        self, remembered: tuple[TableFingerprint, ...], *, is_planned: bool
    ) -> tuple[TableFingerprint, ...]:
        """Return the tables as the deeds of the trail have left them, whoever did them since."""
        del is_planned
        now = self.read_fingerprints()
        with self.engine.connect() as connection:
            return recall_by_trail(connection, remembered, now)

    def replace(self, copy: Path, moment: datetime) -> "Restored":
        """Put a whole copy of the present schema in the place of all data, in one transaction."""
        from kinerja_desktop.store.backup import Alasan, create_backup
        from kinerja_desktop.store.restore import Restored

        backups = self.folder / BACKUP_FOLDER
        with self._alone() as connection:
            require_present(str(connection.exec_driver_sql(REVISION).scalar()))
            # Of the very data that goes: what others store before is in it, and nothing after.
            safety_copy = create_backup(self.source, backups, moment, Alasan.SEBELUM_PEMULIHAN)
            fill_from_file(connection, copy)
            latest = _read_latest(connection)
            self._shared.tell(connection, *latest, RECORDS, is_replaced=True)
        self._shared.trail.note_replaced(*latest)
        return Restored(safety_copy, None, 0)

    def restore(self, backup: Path, moment: datetime) -> "Restored":
        """Put a backup in the place of the data; one of an older schema is brought up first."""
        from dataclasses import replace

        from kinerja_desktop.store.bringing_up import bring_evidence, bring_up, require_values

        create_on_server(self.engine)
        try:
            with TemporaryDirectory(dir=self.folder, prefix="pulih-") as place:
                ready = bring_up(backup, Path(place))
                # A file may hold a value that went wrong; the server's columns take none.
                require_values(ready, backup)
                evidence = bring_evidence(backup, self.evidence)
                return replace(self.replace(ready, moment), evidence=evidence)
        except OSError as error:
            raise explain_os_error(error, self.folder) from error

    def explain_raw(self, error: Exception) -> KinerjaError | None:
        """Say what an error of psycopg below the engine means; None when it is damage."""
        failure = classify(error)
        return ServerFailedError(failure) if failure else None

    def is_damage(self, error: KinerjaError) -> bool:
        """Tell that a failure of the server is never called damage: it has its own remedy."""
        del error
        return False

    def name_failure(self, error: KinerjaError) -> KinerjaError:
        """Return a failure met when opening, with the server's address."""
        if isinstance(error, ServerFailedError):
            return ServerFailedError(error.failure, f" ({self.name})")
        return error

    def listen(self, told: ToldOfOthers) -> None:
        """Tell, from now on and on a thread of its own, what others change."""
        try:
            listener = Listener(self._address, self._shared, told)
        except self.raw_errors as error:
            raise ServerFailedError(classify(error) or ServerFailure.UNREACHABLE) from error
        listener.start()
        self._listener = listener

    def tidy(self) -> None:
        """Clear what killed runs left on this PC."""
        self.evidence.remove_leftovers()
        clear_leftovers(self.folder)
        clear_temporary()

    def _settle(self, folder: Path) -> None:
        self.folder = folder
        self._lock = FolderLock(folder)
        self.evidence: EvidenceStore = ServerEvidence(folder, self.engine)
        self._copies = ServerCopies(self.engine, folder)
        self.source = Source(self._copies.write, self._copies.measure, self.evidence, self.name)

    @contextmanager
    def _alone(self) -> Iterator[Connection]:
        """Hold the turn to write for one transaction, however long it copies in between."""
        with self.engine.execution_options(**READ_COMMITTED).begin() as connection:
            take_lock(connection)
            connection.exec_driver_sql("SET LOCAL idle_in_transaction_session_timeout = 0")
            yield connection


def _read_latest(connection: Connection) -> tuple[int, str]:
    """Return the latest deed of the trail and its seal."""
    row = connection.exec_driver_sql(_LATEST).first()
    return (int(row[0]), str(row[1])) if row else (0, "")
