"""Several programs write on one server at once, and are killed: `python -m bench klien`.

Ten clients, each a process of its own, make 1,000 edits each through the services while every
second one that is writing is killed (SIGKILL) and started again. A client says that an edit is
accepted only when the service has returned. Afterwards the server must hold every accepted edit
once, and trail and rows must agree, seal by seal. `./dev bench` has it in its table,
`./dev bench klien` runs it alone.
"""

import multiprocessing
import random
import signal
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock, Thread

from bench.timing import Line
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.server_address import ServerAddress, read_server_address
from kinerja_desktop.services.awal.sample import fill_sample
from kinerja_desktop.services.kantor.data_entry import change_field, list_rows
from kinerja_desktop.services.kantor.office import open_office
from kinerja_desktop.services.riwayat.maintenance import check_office
from kinerja_desktop.store.meanwhile import ChangedMeanwhileError
from tests.postgres import Cluster

CLIENTS, EDITS, KILL_EVERY = 10, 1_000, 1.0
#: Each so manieth edit is one that all clients make in the same cell.
_SHARED_EVERY = 10
_COLUMN = "uraian"
#: Each client is a process forked from one that has imported the program and nothing else.
_PROCESSES = multiprocessing.get_context("forkserver")
_PROCESSES.set_forkserver_preload(["bench.many_clients"])


class Kind(Enum):
    """What a client tells of an edit."""

    ACCEPTED = auto()
    REFUSED = auto()
    FAILED = auto()


Told = tuple[Kind, str]


@dataclass
class Outcome:
    """What came of a run.

    Attributes:
        accepted: the texts that a client was told are stored, in its order.
        refused: how often a client was told that somebody else had changed the cell.
        killed: how many clients were killed.
        seconds: how long it took.
        problems: what is wrong afterwards; empty when nothing is.
    """

    accepted: list[str] = field(default_factory=list)
    refused: int = 0
    killed: int = 0
    seconds: float = 0.0
    problems: list[str] = field(default_factory=list)


class _Client:
    """One person at one PC: a process, started again where it was killed."""

    def __init__(self, address: ServerAddress, number: int, edits: int, folder: Path) -> None:
        self._address, self._number, self._edits = address, number, edits
        self._folder = folder
        self._process: BaseProcess | None = None
        self._starts = self._accepted_before = 0
        self._guard = Lock()
        self.outcome = Outcome()

    def work(self) -> None:
        """Let processes work until all edits are accepted."""
        while len(self.outcome.accepted) < self._edits and not self.outcome.problems:
            process, told = self._start()
            self._listen(told)
            told.close()
            process.join()
            if process.exitcode not in (0, -signal.SIGKILL):
                self.outcome.problems.append(f"klien {self._number} berhenti sendiri")

    def kill(self) -> bool:
        """Kill its process while it writes; tell whether it did."""
        with self._guard:
            is_writing = len(self.outcome.accepted) > self._accepted_before
            if self._process is None or not self._process.is_alive() or not is_writing:
                return False
            self._process.kill()
            self.outcome.killed += 1
            return True

    def _listen(self, told: "Connection[Told, Told]") -> None:
        while True:
            try:
                kind, text = told.recv()
            except (EOFError, OSError):
                return  # it has ended, or was killed while telling
            if kind is Kind.ACCEPTED:
                self.outcome.accepted.append(text)
            elif kind is Kind.REFUSED:
                self.outcome.refused += 1
            else:
                self.outcome.problems.append(f"klien {self._number}: {text}")

    def _start(self) -> "tuple[BaseProcess, Connection[Told, Told]]":
        self._starts += 1
        self._accepted_before = len(self.outcome.accepted)
        left = self._edits - self._accepted_before
        ours, theirs = _PROCESSES.Pipe(duplex=False)
        folder = self._folder / f"klien-{self._number}"
        words = (str(self._address), folder, self._number, self._starts, left, theirs)
        process = _PROCESSES.Process(target=work, args=words, daemon=True)
        with self._guard:
            self._process = process
            process.start()
        theirs.close()
        return process, ours


def run_clients(
    cluster: Cluster, folder: Path, clients: int, edits: int, kill_every: float
) -> Outcome:
    """Let clients work on one office, kill them in turn, and examine what they leave.

    Args:
        cluster: the server.
        folder: for what each client keeps on its PC.
        clients: how many.
        edits: how many each is to have accepted.
        kill_every: seconds between two kills.
    """
    address = cluster.address(cluster.new_office(), folder / "pemeriksa")
    office = open_office(address)
    fill_sample(office)
    office.close()
    working = [_Client(address, number, edits, folder) for number in range(clients)]
    threads = [Thread(target=client.work) for client in working]
    begun = time.perf_counter()
    for thread in threads:
        thread.start()
    dice = random.Random(13)
    last = time.monotonic()
    while any(thread.is_alive() for thread in threads):
        time.sleep(0.02)
        if time.monotonic() - last >= kill_every:
            dice.shuffle(working)
            if any(client.kill() for client in working):
                last = time.monotonic()
    whole = Outcome(seconds=time.perf_counter() - begun)
    for client in working:
        whole.accepted += client.outcome.accepted
        whole.problems += client.outcome.problems
        whole.refused += client.outcome.refused
        whole.killed += client.outcome.killed
    whole.problems += _examine(address, whole.accepted)
    cluster.drop(address.database)
    return whole


def _examine(address: ServerAddress, accepted: list[str]) -> Iterator[str]:
    """Name what is lost, doubled, or no longer agrees."""
    office = open_office(address)
    with office.engine.connect() as connection:
        rows = connection.exec_driver_sql(
            f"SELECT baru ->> '{_COLUMN}' FROM perubahan "
            f"WHERE lama IS NOT NULL AND baru ->> '{_COLUMN}' IS NOT NULL"
        )
        stored = Counter(rows.scalars())
    if len(set(accepted)) != len(accepted):
        yield "satu isian diterima dua kali"
    if lost := [text for text in accepted if not stored[text]]:
        yield f"{len(lost)} isian yang diterima hilang, misalnya {lost[0]}"
    if doubled := [text for text, count in stored.items() if count > 1]:
        yield f"{len(doubled)} isian tersimpan dua kali, misalnya {doubled[0]}"
    yield from map(str, check_office(office))
    office.close()


def measure_many_clients(folder: Path) -> Iterator[Line]:
    """Return the line of the table: what was lost or doubled of 10 × 1,000 edits."""
    cluster = Cluster(is_durable=True)
    with ExitStack() as ends:
        ends.callback(cluster.remove)
        outcome = run_clients(cluster, folder / "banyak", CLIENTS, EDITS, KILL_EVERY)
    for problem in outcome.problems:
        print(f"  {problem}", flush=True)
    each = outcome.seconds * 1000 / max(1, len(outcome.accepted))
    what = f"10 klien × 1.000 isian, {outcome.killed} dimatikan, {each:.0f} ms per isian: kesalahan"
    yield Line(what, len(outcome.problems), None, 0, "", "")


def main() -> int:
    """Run the clients and print what came of it; return 1 when anything is wrong."""
    with TemporaryDirectory(prefix="klien-") as name:
        cluster = Cluster(is_durable=True)
        try:
            outcome = run_clients(cluster, Path(name), CLIENTS, EDITS, KILL_EVERY)
        finally:
            cluster.remove()
    print(
        f"{len(outcome.accepted)} isian diterima dalam {outcome.seconds:.0f} detik, "
        f"{outcome.refused} ditolak karena orang lain, {outcome.killed} klien dimatikan"
    )
    for problem in outcome.problems:
        print(f"  {problem}")
    return 1 if outcome.problems else 0


def work(
    where: str, folder: Path, number: int, start: int, edits: int, tell: "Connection[Told, Told]"
) -> None:
    """Be one client: open the office, make edits, and tell of each when it is accepted."""
    office = open_office(replace(read_server_address(where), folder=folder))
    keys = [row["id"] for row in list_rows(office, "indikator")]
    own, shared = keys[1 + number % (len(keys) - 1)], keys[0]
    accepted = turn = 0
    while accepted < edits:
        turn += 1
        text = f"klien {number} jalan {start} isian {turn}"
        key = own if turn % _SHARED_EVERY else shared
        try:
            change_field(office, "indikator", key, _COLUMN, text)
        except ChangedMeanwhileError:
            tell.send((Kind.REFUSED, text))
            continue
        except KinerjaError as error:
            tell.send((Kind.FAILED, str(error)))
            return
        accepted += 1
        tell.send((Kind.ACCEPTED, text))
    office.close()
