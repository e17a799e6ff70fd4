"""What PostgreSQL asks of a deed: one at a time, none over another's, and the others are told."""

import json
import time
from collections.abc import Iterable
from threading import Lock
from uuid import uuid4

from sqlalchemy import Connection, Engine, bindparam, text
from sqlalchemy import select as select_columns
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session, col

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.store.meanwhile import (
    KNOWN,
    GoneMeanwhileError,
    OtherChange,
    refuse_overwriting,
)
from kinerja_desktop.store.postgres.failures import (
    ServerFailedError,
    ServerFailure,
    UnsureError,
    classify,
)
from kinerja_desktop.store.records import Perubahan, Record, Transaksi

CHANNEL = "kinerja"
"""The channel of NOTIFY on which clients tell each other what they have changed."""
LOCK = f"SELECT pg_advisory_xact_lock({0x4B494E45})"
"""Taken at the start of every transaction that writes: seals, numbers and finals follow one after
another, whoever makes them."""

_BROKEN = frozenset({ServerFailure.UNREACHABLE, ServerFailure.STOPPED})
_MOST_SECONDS = 8.0
_PAUSE = 0.25
_NOT_SAVED = ", jadi perubahan ini belum disimpan"
_NOTIFY = text("SELECT pg_notify(:channel, :told)")
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
_LATEST = "SELECT id, rantai FROM transaksi ORDER BY id DESC LIMIT 1"
READ_COMMITTED = {"isolation_level": "READ COMMITTED"}


def take_lock(connection: Connection) -> None:
    """Wait for the turn to write; it is held until the transaction ends.

    Raises:
        ServerFailedError: somebody else holds it for too long.
    """
    connection.exec_driver_sql(LOCK)


class SharedWriting:
    """The deeds of one client among several; see `store.backing.Writing`.

    Attributes:
        client: names this open office among the others.
        seen: the latest deed of the trail that this client's pages know of.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._own: frozenset[int] = frozenset()
        self._guard = Lock()
        # Up to here every deed of the trail was seen or done here.
        self._known = 0
        # Everything done here, and the latest that somebody else did: what a page shows may be
        # older than what this client was told of.
        self._mine: set[int] = set()
        self._others_until = 0
        self.client = uuid4().hex
        self.seen: int | None = None

    def begin(self, session: Session) -> str | None:
        """Begin a deed: wait for that of somebody else; see `Writing.begin`."""
        # Each statement sees what the deed before has left: the lock is waited for inside the
        # transaction, whose one state would else be that of before the waiting.
        connection = session.connection(execution_options=READ_COMMITTED)
        # Both in one message: an edit should cost few journeys to the server and back.
        cursor = connection.exec_driver_sql(f"{LOCK}; {_LATEST}").cursor
        assert cursor is not None
        cursor.nextset()
        row = cursor.fetchone()
        cursor.close()
        session.info[_LATEST_KEPT], rantai = row or (0, None)
        return rantai

    def sight(self) -> int | None:
        """Return the latest deed that the pages were told of; see `Writing.sight`."""
        return self.seen

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

    def announce(self, session: Session, transaksi_id: int, tables: set[str]) -> None:
        """Tell the other clients when the deed is stored; see `Writing.announce`."""
        with self._guard:
            self._own |= {transaksi_id}
            self._mine.add(transaksi_id)
            if session.info[_LATEST_KEPT] <= self._known:
                self._known = transaksi_id
        self.tell(session.connection(), transaksi_id, tables)

    def tell(
        self,
        connection: Connection,
        transaksi_id: int,
        tables: Iterable[str],
        *,
        is_replaced: bool = False,
    ) -> None:
        """Send, with the commit, what a deed has changed.

        Args:
            connection: that of the deed.
            transaksi_id: the latest deed of the trail.
            tables: what it has changed.
            is_replaced: all data has been replaced by that of a backup, trail included.
        """
        told = json.dumps(
            {
                "klien": self.client,
                "id": transaksi_id,
                "tabel": sorted(tables),
                "diganti": is_replaced,
            }
        )
        connection.execute(_NOTIFY, {"channel": CHANNEL, "told": told})

    def note_seen(self, transaksi_id: int, *, is_replaced: bool = False) -> None:
        """Remember that the pages know of the trail up to a deed.

        Args:
            transaksi_id: its id.
            is_replaced: it is that of another trail, which a restore has brought.
        """
        with self._guard:
            if is_replaced:
                self._mine, self._others_until = set(), transaksi_id
            elif self.seen is not None and (
                set(range(self.seen + 1, transaksi_id + 1)) - self._mine
            ):
                self._others_until = transaksi_id
            self.seen = transaksi_id
            self._known = transaksi_id if is_replaced else max(self._known, transaksi_id)
            self._own = frozenset(own for own in self._own if own > transaksi_id)

    @property
    def own(self) -> frozenset[int]:
        """The deeds done here that the server has not told back yet."""
        return self._own

    def was_stored(self, error: Exception, transaksi_id: int, rantai: str) -> bool:
        """Ask on a new connection whether a deed arrived whose answer was lost.

        Raises:
            UnsureError: the server cannot be asked.
        """
        if not isinstance(error, ServerFailedError) or error.failure not in _BROKEN:
            return False
        end = time.monotonic() + _MOST_SECONDS
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

    def explain(self, error: DBAPIError) -> KinerjaError | None:
        """Say what a failure of the server means to the clerk; None when it is our bug."""
        failure = classify(error.orig)
        return (
            ServerFailedError(failure, ", jadi perubahan ini belum disimpan") if failure else None
        )

    def _sight(self, session: Session) -> int | None:
        """Return what was on the screen when a deed was typed."""
        sight: int | None = session.info[KNOWN].sight
        return self.seen if sight is None else sight

    def _are_others(self, session: Session) -> bool:
        """Tell whether somebody else has done something since; most deeds need not ask for it."""
        sight = self._sight(session)
        if sight is None:
            return False
        return session.info[_LATEST_KEPT] > self._known or self._others_until > sight

    def _read_others(self, session: Session) -> list[OtherChange]:
        # Once for each deed: while it holds the turn nobody adds to it.
        kept: list[OtherChange] | None = session.info.get(_OTHERS_KEPT)
        if kept is None:
            own = self._mine | self._own
            rows = session.connection().execute(_OTHERS, {"seen": self._sight(session)})
            kept = session.info[_OTHERS_KEPT] = [
                OtherChange(**row) for row in rows.mappings() if row["transaksi_id"] not in own
            ]
        return kept
