"""What PostgreSQL asks of a deed: one at a time, none over another's, and the others are told."""

import json
import time
from collections.abc import Iterable, Sequence
from datetime import UTC
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, Engine, bindparam, event, text
from sqlalchemy import select as select_columns
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlmodel import Session, col

from kinerja_desktop.domain.rantai import Mata
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.store.meanwhile import (
    KNOWN,
    GoneMeanwhileError,
    OtherChange,
    refuse_overwriting,
)
from kinerja_desktop.store.postgres.failures import (
    NOT_SAVED,
    ServerFailedError,
    ServerFailure,
    UnsureError,
    classify,
)
from kinerja_desktop.store.postgres.present import (
    OtherSchemaError,
    RestoredMeanwhileError,
    explain_meeting,
    require_present,
)
from kinerja_desktop.store.postgres.seen import SeenTrail
from kinerja_desktop.store.recorder import Line
from kinerja_desktop.store.records import Perubahan, Record, Transaksi
from kinerja_desktop.store.schema import HEAD
from kinerja_desktop.store.turn import PATIENCE

CHANNEL = "kinerja"
"""The channel of NOTIFY on which clients tell each other what they have changed."""
LOCK = f"SELECT pg_advisory_xact_lock({0x4B494E45})"
"""Taken at the start of every transaction that writes: seals, numbers and finals follow one after
another, whoever makes them."""

_BROKEN = frozenset({ServerFailure.UNREACHABLE, ServerFailure.STOPPED})
_MOST_SECONDS = 8.0
_PAUSE = 0.25
_NOTICE = (
    f"pg_notify('{CHANNEL}', "
    """'{"id": ' || CAST(%(id)s AS bigint) || ', ' || substr(%(told)s, 2))"""
)
#: The deed, its lines in their order, and the notice: an edit should cost few journeys.
_ADD_DEED = (
    """
WITH deed AS (
    INSERT INTO transaksi (waktu, pelaku, label, rantai)
    VALUES (%(waktu)s, %(pelaku)s, %(label)s, %(rantai)s) RETURNING id
), lines AS (
    INSERT INTO perubahan (transaksi_id, tabel, baris, lama, baru)
    SELECT deed.id, tabel, baris, coalesce(lama, 'null'), coalesce(baru, 'null')
    FROM deed, ROWS FROM (
        json_to_recordset(%(baris)s) AS (tabel text, baris uuid, lama json, baru json)
    ) WITH ORDINALITY AS line (tabel, baris, lama, baru, urutan)
    ORDER BY urutan
)
SELECT id, """
    + _NOTICE.replace("%(id)s", "id")
    + " FROM deed"
)
_IS_STORED = text("SELECT count(*) FROM transaksi WHERE id = :id AND rantai = :rantai")
# Built once, and past the ORM: every deed that changes a row asks for it.
_OTHERS = (
    select_columns(
        *map(
            col,
            (
        Transaksi.pelaku, Transaksi.waktu, Perubahan.tabel, Perubahan.baris, Perubahan.lama,
        Perubahan.baru, Perubahan.transaksi_id,
            ),
        )
    )
    .join(Transaksi, col(Transaksi.id) == col(Perubahan.transaksi_id))
    .where(col(Perubahan.transaksi_id) > bindparam("seen"))
    .order_by(col(Perubahan.id))
)  # fmt: skip
_OTHERS_KEPT, _LATEST_KEPT = "perubahan_lain", "transaksi_terakhir"
#: Takes the turn; the schema's revision; the latest deed, and the one that this client knows.
_BEGIN = "BEGIN ISOLATION LEVEL READ COMMITTED"
_TAKE_TURN = (
    LOCK,
    "SELECT version_num FROM alembic_version",
    "(SELECT id, rantai FROM transaksi ORDER BY id DESC LIMIT 1) "
    "UNION ALL SELECT id, rantai FROM transaksi WHERE id = {proof}",
)
READ_COMMITTED = {"isolation_level": "READ COMMITTED"}
BY_HAND = {"isolation_level": "AUTOCOMMIT"}


def take_lock(connection: Connection) -> None:
    """Wait for the turn to write; it is held until the transaction ends.

    Raises:
        ServerFailedError: somebody else holds it for too long.
    """
    connection.exec_driver_sql(LOCK)


def _word_turn(patience: float | None, proof: int) -> list[str]:
    """Return the statements that begin a deed; the last two are asked for what they find."""
    *take, found, deeds = _TAKE_TURN
    if patience is not None:
        limit = f"SET LOCAL lock_timeout = {max(1, round(patience * 1000))}"
        take = [limit, *take, "SET LOCAL lock_timeout TO DEFAULT"]
    return [_BEGIN, *take, found, deeds.format(proof=proof)]


class SharedWriting:
    """The deeds of one client among several; see `store.backing.Writing`.

    Attributes:
        client: names this open office among the others.
        trail: what this client has seen of it.
        is_silent: the server did not answer when it was last asked: who may not wait does not try.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._has_company = False
        self._before = 0
        self._other_schema = ""
        self.client = uuid4().hex
        self.trail = SeenTrail()
        self.is_silent = False
        event.listen(engine, "do_connect", lambda *_words: self._require_answer())
        event.listen(engine, "checkout", lambda *_words: self._require_answer())
        event.listen(engine, "checkout", lambda *_words: self.require_schema())

    def begin(self, session: Session) -> str | None:
        """Begin a deed: wait for that of somebody else; see `Writing.begin`.

        Raises:
            OtherSchemaError: another program has changed the schema.
            RestoredMeanwhileError: the data is another, and the pages do not show it yet.
        """
        # Each statement sees what the deed before has left: the lock is waited for inside the
        # transaction, whose one state would else be that of before the waiting.
        try:
            return self._begin(session)
        except ServerFailedError as error:
            raise ServerFailedError(error.failure, NOT_SAVED) from error

    def _begin(self, session: Session) -> str | None:
        # The driver would say BEGIN in a message of its own. All in one, past SQLAlchemy, which
        # knows no message of several parts: an edit should cost few journeys to the server.
        connection = session.connection(execution_options=BY_HAND)
        raw: Any = connection.connection.driver_connection
        (known, _), proof = self.trail.known, self.trail.proof
        try:
            asked = _word_turn(PATIENCE.get(), proof[0])
            with raw.execute("; ".join(asked), prepare=False) as cursor:
                for _ in asked[2:]:
                    cursor.nextset()
                ((revision,),) = cursor.fetchall()
                cursor.nextset()
                deeds = cursor.fetchall()
        except Exception as error:
            if raw.broken:
                connection.invalidate(error)
            if failure := classify(error):
                raise ServerFailedError(failure) from error
            raise
        require_present(revision, NOT_SAVED)
        if proof[1] and proof not in deeds:
            raise RestoredMeanwhileError
        latest, rantai = deeds[0] if deeds else (0, None)
        session.info[_LATEST_KEPT] = latest
        if self.trail.latest is not None and latest > known:
            self._has_company = True
        return rantai

    def sight(self) -> int | None:
        """Return the latest deed that the pages were told of; see `Writing.sight`."""
        return self.trail.sight()

    def check(
        self, session: Session, changed: Iterable[Record], deleted: Iterable[Record]
    ) -> frozenset[str]:
        """Refuse to write over what somebody else has changed unseen; see `Writing.check`."""
        changed, deleted = list(changed), list(deleted)
        if not (changed or deleted) or not self._are_others(session):
            return frozenset()
        accepted = session.info[KNOWN].accepted
        return refuse_overwriting(self._read_others(session), changed, deleted, accepted)

    def find_gone(self, session: Session) -> KinerjaError | None:
        """Say who has deleted something unseen; see `Writing.find_gone`."""
        if not self._are_others(session):
            return None
        gone = [change for change in self._read_others(session) if change.baru is None]
        return GoneMeanwhileError(gone[-1]) if gone else None

    def add_deed(self, session: Session, mata: Mata, rantai: str, lines: Sequence[Line]) -> int:
        """Write a deed and tell the others of it, in one message; see `Writing.add_deed`."""
        self._before = session.info[_LATEST_KEPT]
        tables = {line["tabel"] for line in lines}
        words = {
            "waktu": mata.waktu.astimezone(UTC).replace(tzinfo=None),
            "pelaku": mata.pelaku,
            "label": mata.label,
            "rantai": rantai,
            "baris": json.dumps([{**line, "baris": str(line["baris"])} for line in lines]),
            "told": self._word(rantai, tables, is_replaced=False),
        }
        return int(session.connection().exec_driver_sql(_ADD_DEED, words).scalar_one())

    def note_stored(self, transaksi_id: int, rantai: str) -> None:
        """Take in that a deed is stored; see `Writing.note_stored`."""
        self.trail.note_stored(transaksi_id, rantai, self._before)

    def tell(
        self,
        connection: Connection,
        transaksi_id: int,
        rantai: str,
        tables: Iterable[str],
        *,
        is_replaced: bool = False,
    ) -> None:
        """Send, with the commit, what a deed has changed.

        Args:
            connection: that of the deed.
            transaksi_id: the latest deed of the trail.
            rantai: its seal.
            tables: what it has changed.
            is_replaced: all data has been replaced by that of a backup, trail included.
        """
        told = self._word(rantai, tables, is_replaced=is_replaced)
        connection.exec_driver_sql(f"SELECT {_NOTICE}", {"id": transaksi_id, "told": told})

    def _word(self, rantai: str, tables: Iterable[str], *, is_replaced: bool) -> str:
        """Word a notice, all but the id of the deed, which the server knows first."""
        told = {
            "klien": self.client,
            "rantai": rantai,
            "skema": HEAD,
            "tabel": sorted(tables),
            "diganti": is_replaced,
        }
        return json.dumps(told)

    def note_other(self, revision: str) -> None:
        """Take in that somebody else has written.

        Args:
            revision: the schema that they know; when it is another, nothing more is read here.
        """
        self._has_company = True
        if revision != HEAD:
            self._other_schema = revision

    def require_schema(self) -> None:
        """Make sure that nobody is known to have changed the schema.

        Raises:
            OtherSchemaError: somebody did.
        """
        if self._other_schema:
            raise OtherSchemaError(self._other_schema)

    def _require_answer(self) -> None:
        if self.is_silent and PATIENCE.get() is not None:
            raise ServerFailedError(ServerFailure.UNREACHABLE)

    def was_stored(self, error: Exception, transaksi_id: int, rantai: str) -> bool:
        """Ask on a new connection whether a deed arrived whose answer was lost.

        Raises:
            UnsureError: the server cannot be asked.
        """
        if not isinstance(error, ServerFailedError) or error.failure not in _BROKEN:
            return False
        may_wait = PATIENCE.get() is None
        end = time.monotonic() + (_MOST_SECONDS if may_wait else 0)
        while True:
            try:
                with self._engine.connect().execution_options(**READ_COMMITTED) as connection:
                    # What the old connection still does is over when the turn is free.
                    take_lock(connection)
                    words = {"id": transaksi_id, "rantai": rantai}
                    return bool(connection.execute(_IS_STORED, words).scalar())
            except ServerFailedError as failure:
                if time.monotonic() > end:
                    raise UnsureError from failure
            time.sleep(_PAUSE)

    def explain(self, error: SQLAlchemyError) -> KinerjaError | None:
        """Say what a failure of the server means to the clerk; None when it is our bug."""
        failure = classify(error.orig) if isinstance(error, DBAPIError) else None
        if failure:
            return ServerFailedError(failure, NOT_SAVED)
        return explain_meeting(error, has_company=self._has_company)

    def _are_others(self, session: Session) -> bool:
        """Tell whether somebody else has done something since; most deeds need not ask for it."""
        sight = self.trail.resolve(session.info[KNOWN].sight)
        return sight is not None and self.trail.has_others(sight, session.info[_LATEST_KEPT])

    def _read_others(self, session: Session) -> list[OtherChange]:
        # Once for each deed: while it holds the turn nobody adds to it.
        kept: list[OtherChange] | None = session.info.get(_OTHERS_KEPT)
        if kept is None:
            words = {"seen": self.trail.resolve(session.info[KNOWN].sight)}
            rows = session.connection().execute(_OTHERS, words).mappings().all()
            mine, mark = self.trail.mine, self.trail.mark
            kept = session.info[_OTHERS_KEPT] = [
                OtherChange(**{**row, "transaksi_id": mark(row["transaksi_id"])})
                for row in rows
                if row["transaksi_id"] not in mine
            ]
        return kept
