"""Hear what other clients change, on a connection and a thread of its own."""

import json
import logging
import select
import socket
import time
from datetime import UTC, datetime
from threading import Thread
from typing import Any

from sqlalchemy import Connection

from kinerja_desktop.server_address import ServerAddress
from kinerja_desktop.store.backing import Person, ToldOfOthers
from kinerja_desktop.store.postgres.engine import make_connect_words
from kinerja_desktop.store.postgres.writing import CHANNEL, SharedWriting
from kinerja_desktop.store.records import RECORDS
from kinerja_desktop.store.schema import HEAD

LOG = logging.getLogger("kinerja_desktop")
_LISTENING = "Kinerja Desktop: "
_MARK_LENGTH, _NAME_LENGTH = 8, 63
_FIRST_PAUSE, _LONGEST_PAUSE = 0.5, 8.0
_MOST_STOP_SECONDS = 1.0
_PULSE_SECONDS = 2.0
"""After so long a silence the server is asked whether it is still there."""
_HEAD = (
    "SELECT version_num, coalesce(deed.id, 0), coalesce(deed.rantai, ''), "
    "(SELECT rantai FROM transaksi WHERE id = %s) FROM alembic_version LEFT JOIN "
    "(SELECT id, rantai FROM transaksi ORDER BY id DESC LIMIT 1) deed ON true"
)
_MISSED = "SELECT DISTINCT tabel FROM perubahan WHERE transaksi_id > %s AND transaksi_id <> ALL(%s)"

# Each window listens on one connection. What the server itself knows of it (since when, from
# where) it tells only to those who may see everybody's statements, so its name says it.
_PEOPLE = f"""
SELECT usename, application_name FROM pg_stat_activity
WHERE datname = current_database() AND application_name LIKE '{_LISTENING}%%'
ORDER BY usename, backend_start, pid
"""


def name_window(client: str) -> str:
    """Name the connection of a window, for the list of those who are in."""
    computer = socket.gethostname().encode("ascii", "replace").decode()
    name = f"{_LISTENING}{client[:_MARK_LENGTH]} {int(time.time())} {computer}"
    return name[:_NAME_LENGTH]


def list_people(connection: Connection, client: str) -> list[Person]:
    """Return who has the database open; each window once."""
    people = []
    for user, name in connection.exec_driver_sql(_PEOPLE):
        mark, since, computer = name.removeprefix(_LISTENING).split(" ", 2)
        moment = datetime.fromtimestamp(int(since), UTC)
        people.append(Person(user, moment, computer, client.startswith(mark)))
    return people


class Listener:
    """Tells what others have changed until it is stopped; a broken line is taken up again.

    Raises:
        psycopg.Error: the server cannot be reached when it is made.
    """

    def __init__(self, address: ServerAddress, writing: SharedWriting, told: ToldOfOthers) -> None:
        self._address, self._writing, self._told = address, writing, told
        self._is_stopped = False
        self._name = name_window(writing.client)
        connection = self._connect()  # from here on it is known what others do
        self._waker, self._woken = socket.socketpair()
        self._thread = Thread(
            target=self._run, args=(connection,), name="kinerja-mendengar", daemon=True
        )

    def start(self) -> None:
        """Begin to listen."""
        self._thread.start()

    def stop(self) -> None:
        """End listening: nothing will be told any more.

        A thread that is just trying a server that is away ends by itself a little later.
        """
        with self._writing.trail.telling():
            self._is_stopped = True
        self._waker.close()
        self._thread.join(_MOST_STOP_SECONDS)

    def _connect(self) -> Any:
        from kinerja_desktop.store.postgres.line import ANSWER_SECONDS, LimitedLine

        words = make_connect_words(self._address) | {"application_name": self._name}
        connection = LimitedLine.connect(**words, autocommit=True)
        try:
            connection.execute(f"LISTEN {CHANNEL}")
            # From here on everything is heard; what was done before is asked for.
            self._catch_up(connection)
        except BaseException:
            connection.close()
            raise
        connection.most_seconds = ANSWER_SECONDS
        self._writing.is_silent = False
        return connection

    def _catch_up(self, connection: Any) -> None:
        trail = self._writing.trail
        proof, seal = trail.proof
        ((revision, latest, rantai, still),) = connection.execute(_HEAD, (proof,)).fetchall()
        seen = trail.latest
        # Another seal, and it is another trail, however long: a backup was restored meanwhile.
        is_replaced = seen is not None and bool(seal) and still != seal
        tables: set[str] = set()
        if is_replaced or revision != HEAD:
            tables = set(RECORDS)
        elif seen is not None and seen != latest:
            own = [deed for deed in trail.mine if deed > seen]
            tables = {name for (name,) in connection.execute(_MISSED, (seen, own))}
        with trail.telling():
            if tables and seen is not None:
                self._tell(tables, revision, is_replaced=is_replaced)
            note = trail.note_replaced if is_replaced else trail.note_told
            note(latest, rantai)

    def _run(self, connection: Any) -> None:
        import psycopg

        pause = _FIRST_PAUSE
        while not self._is_stopped:
            try:
                if connection is None:
                    connection = self._connect()
                    pause = _FIRST_PAUSE
                self._wait_and_tell(connection)
            except (psycopg.Error, OSError):
                self._writing.is_silent = True
                LOG.info("the line to the server is broken; trying again in %s s", pause)
                _close(connection)
                connection = None
                self._rest(pause)
                pause = min(2 * pause, _LONGEST_PAUSE)
        _close(connection)
        self._woken.close()

    def _wait_and_tell(self, connection: Any) -> None:
        heard = [connection.fileno(), self._woken]
        ready, _, _ = select.select(heard, [], [], _PULSE_SECONDS)
        if self._woken in ready:
            return
        if not ready:
            connection.execute("SELECT 1")
        for notice in connection.notifies(timeout=0):
            try:
                told = json.loads(notice.payload)
                deed = int(told["id"]), str(told["rantai"])
                tables, revision = set(told["tabel"]), str(told["skema"])
                is_other = told["klien"] != self._writing.client
                is_replaced = bool(told["diganti"])
            except (ValueError, LookupError, TypeError):
                LOG.warning("a notice that no program of ours has sent: %r", notice.payload)
                continue
            trail = self._writing.trail
            with trail.telling():
                if is_other:
                    self._tell(tables, revision, is_replaced=is_replaced)
                if not is_replaced:
                    trail.note_told(*deed)
                elif is_other:
                    trail.note_replaced(*deed)
                else:
                    trail.note_own_restore_told(*deed)

    def _tell(self, tables: set[str], revision: str, *, is_replaced: bool) -> None:
        if self._is_stopped:
            return
        # First, so that whoever is told and reads again hears it.
        self._writing.note_other(revision)
        self._told(tables, is_replaced)

    def _rest(self, seconds: float) -> None:
        select.select([self._woken], [], [], seconds)


def _close(connection: Any) -> None:
    if connection is not None:  # none while the server is away
        connection.close()
