"""What is the database's own: SQLite in a file of this PC, or PostgreSQL on a server.

Nothing above this interface knows which of the two an office has. Queries are written in one form
that is right on both; what cannot be is here (`docs/architecture.md` §4.1).
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session

from kinerja_desktop.domain.fingerprint import TableFingerprint
from kinerja_desktop.domain.rantai import Mata
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.progress import Progress
from kinerja_desktop.server_address import Place
from kinerja_desktop.store.evidence import EvidenceStore
from kinerja_desktop.store.fingerprint import Columns
from kinerja_desktop.store.recorder import Line
from kinerja_desktop.store.records import Record

if TYPE_CHECKING:
    from kinerja_desktop.store.restore import Restored
    from kinerja_desktop.store.upgrade import Upgrade

#: Told the names of the tables that a deed of somebody else has changed, and whether all data was
#: replaced by that of a backup.
ToldOfOthers = Callable[[set[str], bool], None]


@dataclass(frozen=True)
class Source:
    """Whole data of which a backup is made.

    Attributes:
        copy: writes it as a checked SQLite database into a file that does not exist yet; tells how
            far it is, and what that raises ends it.
        measure: how many bytes that file will have, about.
        evidence: the files that belong to it.
        name: what it is called in a sentence.
    """

    copy: Callable[[Path, Progress], None]
    measure: Callable[[], int]
    evidence: EvidenceStore
    name: str


@dataclass(frozen=True)
class Person:
    """Somebody who has the data open.

    Attributes:
        nama: under which they log in.
        sejak: since when; None where nobody counts it.
        komputer: the PC's address, as the server sees it; empty for this one.
        adalah_saya: it is this very window.
    """

    nama: str
    sejak: datetime | None = None
    komputer: str = ""
    adalah_saya: bool = False


class Writing(Protocol):
    """What the database asks of a deed, from its beginning to its end."""

    def begin(self, session: Session) -> str | None:
        """Begin a deed: from here on nobody else writes until it ends.

        Returns:
            The seal of the latest deed of the trail; None when it is not known yet.

        Raises:
            KinerjaError: somebody else writes for too long, or the database cannot be reached.
        """

    def sight(self) -> int | None:
        """Return the latest deed of the trail that this program was told of; None when alone."""

    def check(
        self, session: Session, changed: Iterable[Record], deleted: Iterable[Record]
    ) -> frozenset[str]:
        """Refuse to write over what somebody else has changed unseen.

        What was seen stands in the session's `info` (`store.meanwhile.KNOWN`).

        Returns:
            Whose entries are written over although that was seen.

        Raises:
            ChangedMeanwhileError: somebody did.
        """

    def find_gone(self, session: Session) -> KinerjaError | None:
        """Say who has deleted, unseen, what a deed did not find; None when nobody has."""

    def add_deed(self, session: Session, mata: Mata, rantai: str, lines: Sequence[Line]) -> int:
        """Write a deed into the trail and, when it is stored, tell the others what it changed.

        Args:
            session: that of the deed.
            mata: the deed.
            rantai: its seal.
            lines: the rows that it has changed.

        Returns:
            Its id in the trail.
        """

    def note_stored(self, transaksi_id: int, rantai: str) -> None:
        """Take in that a deed is stored."""

    def was_stored(self, error: Exception, transaksi_id: int, rantai: str) -> bool:
        """Find out whether a deed whose storing ended in an error is stored all the same.

        Args:
            error: how it ended.
            transaksi_id: of the deed in the trail.
            rantai: its seal.

        Raises:
            KinerjaError: nobody can tell now.
        """

    def explain(self, error: SQLAlchemyError) -> KinerjaError | None:
        """Say what a failure, or a row that is gone, means to the clerk; None when our bug."""


class Backing(Protocol):
    """The place where an office's data is, and what only this kind of place can do.

    Attributes:
        where: how it is named: a folder of this PC, or an address.
        folder: of this user on this PC: backups, marks of updates, copies to be viewed, the log.
        file: the database's file; None where a server keeps it.
        name: of the data, as a sentence names it.
        engine: all reading and writing goes through it.
        writing: what it asks of a deed.
        evidence: the files of the office.
        source: what backups are made of.
        raw_errors: what rises below the engine when the data is damaged or cannot be reached.
    """

    where: Place
    folder: Path
    file: Path | None
    name: str
    engine: Engine
    writing: Writing
    evidence: EvidenceStore
    source: Source
    raw_errors: tuple[type[Exception], ...]

    def hold(self) -> None:
        """Take the place, as far as only one program may have it.

        Raises:
            KinerjaError: another program has it, or it cannot be written.
        """

    def release(self) -> None:
        """Give the place back, and close every connection."""

    def find_user(self) -> str:
        """Return who works here, as the trail names them."""

    def list_people(self) -> Sequence["Person"]:
        """Return who has this data open now, oneself too, by name; only oneself when alone.

        Raises:
            KinerjaError: the database cannot be reached.
        """

    def may_write(self) -> bool:
        """Tell whether who works here may change the data.

        Raises:
            KinerjaError: the database cannot be reached.
        """

    def is_reachable(self) -> bool:
        """Try, for a few seconds at most and on any thread, whether the database answers."""

    def find_damage(self) -> Sequence[str]:
        """Look the whole database through; name what is damaged."""

    def find_wrong(self, *, wholly: bool) -> Sequence[str]:
        """Name what another program has changed in the schema and, wholly, in the values.

        Raises:
            KinerjaError: it cannot be read.
        """

    def create(self) -> None:
        """Make the present schema in an empty database."""

    def upgrade(self, moment: datetime) -> "Upgrade":
        """Bring an older schema to the present one, changing and losing nothing.

        Raises:
            UpgradeFailedError: this program cannot; the data is as it was.
            KinerjaError: the database or a disk failed; the data is as it was.
        """

    def read_fingerprints(self, columns: Columns | None = None) -> tuple[TableFingerprint, ...]:
        """Read the fingerprint of every table; the same data has the same on either kind."""

    def describe_state(self, backup: Path | None = None) -> tuple[TableFingerprint, ...]:
        """Return what is remembered of the data as it is left: all tables, or the trail's head.

        Args:
            backup: a backup made of it just now, which is quicker to read.
        """

    def recall(
        self, remembered: tuple[TableFingerprint, ...], *, is_planned: bool
    ) -> tuple[TableFingerprint, ...]:
        """Return the tables as they were when their state was described; empty when unknown.

        Args:
            remembered: what `describe_state` has returned, with an earlier program.
            is_planned: it was described for the update itself, after which nothing was done here.
        """

    def replace(self, copy: Path, moment: datetime) -> "Restored":
        """Put a whole copy (SQLite, of the present schema) in the place of the open data.

        Raises:
            KinerjaError: a step failed; the data is as it was.
        """

    def restore(self, backup: Path, moment: datetime) -> "Restored":
        """Put a backup in the place of data that nobody has open; see `replace`.

        Raises:
            DataProblemsError: the backup cannot be restored.
            KinerjaError: a step failed; the data is as it was.
        """

    def explain_raw(self, error: Exception) -> KinerjaError | None:
        """Say what one of `raw_errors` means to the clerk; None when the data is damaged."""

    def is_damage(self, error: KinerjaError) -> bool:
        """Tell whether what an engine made of a failure means that the data is damaged."""

    def name_failure(self, error: KinerjaError) -> KinerjaError:
        """Return a failure met when opening, named after this place."""

    def tidy(self) -> None:
        """Clear what killed runs left; only while the place is held."""

    def listen(self, told: ToldOfOthers) -> None:
        """Tell, from now on and on any thread, what others change; not what is done here."""
