"""A PostgreSQL cluster of the tests' own: a socket in a temporary folder, no port, no service.

Needs the server's programs (Debian: ``postgresql``, below ``/usr/lib/postgresql``), which refuse
to run as root: then they run as the user ``postgres`` that the package makes.
"""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

import psycopg

from kinerja_desktop.server_address import ServerAddress, read_server_address

OPERATOR = "Operator"
"""Who logs in: so the trail names the same person as in a data folder."""
SRI, BUDI = "sri", "budi"
"""Two people who work on one office."""
ASKED = "ditanya"
"""A user of whom the server asks a password."""
_TEMPLATE = "kantor_kosong"
_MOST_SECONDS = 30


Line = psycopg.Connection[tuple[Any, ...]]


class Cluster:
    """A server that lives as long as the process that started it.

    Attributes:
        socket: the folder of its socket.
        is_durable: whether it brings each commit down to the disk.
    """

    def __init__(self, *, is_durable: bool = False) -> None:
        self._programs = find_programs()
        memory = Path("/dev/shm")  # databases come and go: they need no disk
        in_memory = memory if memory.is_dir() and not is_durable else None
        self._root = Path(tempfile.mkdtemp(prefix="kinerja-pg-", dir=in_memory))
        self.socket = self._root / "soket"
        self.is_durable = is_durable
        self._numbers = count(1)
        self._process: subprocess.Popen[bytes] | None = None
        self._data = self._root / "data"
        self.socket.mkdir()
        if os.geteuid() == 0:
            shutil.chown(self._root, "postgres", "postgres")
            shutil.chown(self.socket, "postgres", "postgres")
            self._root.chmod(0o755)
        words = ["--auth=trust", "--encoding=UTF8", "--locale=C", f"--username={OPERATOR}"]
        self._run("initdb", "-D", str(self._data), *words, "--no-sync")
        rules = self._data / "pg_hba.conf"
        rules.write_text(f"local all {ASKED} scram-sha-256\n{rules.read_text()}")
        self.start()
        for user in (SRI, BUDI):
            self.execute(f"CREATE ROLE {user} LOGIN SUPERUSER")
        self.execute(f"CREATE ROLE {ASKED} LOGIN SUPERUSER PASSWORD 'rahasia'")

    def start(self) -> None:
        """Start the server, and wait until it answers."""
        settings = {
            "listen_addresses": "",
            "unix_socket_directories": str(self.socket),
            "fsync": "on" if self.is_durable else "off",
            "full_page_writes": "on" if self.is_durable else "off",
            "max_connections": "60",
            "autovacuum": "off",
            "log_statement": "ddl",
            "max_wal_size": "64MB",
            "min_wal_size": "32MB",
        }
        options = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
        words = self._as_user("postgres", "-D", str(self._data), *options)
        with (self._root / "server.log").open("ab") as log:
            self._process = subprocess.Popen(words, stdout=log, stderr=log)
        end = time.monotonic() + _MOST_SECONDS
        while True:
            try:
                self.connect("postgres").close()
                return
            except psycopg.OperationalError:
                if time.monotonic() > end:
                    raise
                time.sleep(0.05)

    def stop(self, how: str = "QUIT") -> None:
        """Stop the server: ``QUIT`` at once, ``INT`` after ending all connections."""
        if self._process is not None:
            subprocess.run(["kill", f"-{how}", str(self._process.pid)], check=False)
            self._process.wait(_MOST_SECONDS)
            self._process = None

    @contextmanager
    def silent(self) -> Iterator[None]:
        """Let nothing answer within, as when a cable is pulled out: no line is cut, none is new."""
        assert self._process is not None
        mother = self._process.pid
        os.kill(mother, signal.SIGSTOP)  # from here on no child is added
        children = Path(f"/proc/{mother}/task/{mother}/children").read_text().split()
        everyone = [mother, *map(int, children)]
        try:
            for pid in everyone[1:]:
                os.kill(pid, signal.SIGSTOP)
            yield
        finally:
            for pid in reversed(everyone):
                os.kill(pid, signal.SIGCONT)

    def remove(self) -> None:
        """Stop the server and clear it away."""
        self.stop()
        shutil.rmtree(self._root, ignore_errors=True)

    def connect(
        self, database: str, user: str = OPERATOR
    ) -> "psycopg.Connection[tuple[object, ...]]":
        """Connect past the program."""
        return psycopg.connect(
            host=str(self.socket), dbname=database, user=user, autocommit=True, connect_timeout=5
        )

    def read_log(self) -> str:
        """Return what the server has written down of itself."""
        return (self._root / "server.log").read_text("utf-8")

    def execute(self, statement: str, database: str = "postgres") -> None:
        """Run one statement past the program."""
        with self.connect(database) as connection:
            connection.execute(statement.encode())

    def address(self, database: str, folder: Path, user: str = OPERATOR) -> ServerAddress:
        """Return the address of a database."""
        text = f"postgresql://{user}@/{database}?host={self.socket}"
        return replace(read_server_address(text), folder=folder)

    def new_database(self, template: str = "template0") -> str:
        """Make an empty database, or a clone of another; return its name."""
        name = f"kantor_{next(self._numbers)}"
        self.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}" STRATEGY FILE_COPY')
        return name

    def new_office(self) -> str:
        """Make a database with the present schema and no rows; return its name."""
        with self.connect("postgres") as connection:
            rows = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", (_TEMPLATE,))
            is_there = rows.fetchone() is not None
        if not is_there:
            from kinerja_desktop.store.postgres.engine import connect
            from kinerja_desktop.store.postgres.schema import create_on_server

            self.execute(f"CREATE DATABASE {_TEMPLATE} TEMPLATE template0")
            engine = connect(self.address(_TEMPLATE, self._root))
            create_on_server(engine)
            engine.dispose()
        return self.new_database(_TEMPLATE)

    def drop(self, database: str) -> None:
        """Remove a database, whoever is connected."""
        self.execute(f'DROP DATABASE IF EXISTS "{database}" WITH (FORCE)')

    def run_program(self, program: str, *words: str) -> None:
        """Run one of PostgreSQL's own programs, such as ``pg_dump``, as the server's user."""
        self._run(program, "-h", str(self.socket), "-U", OPERATOR, *words)

    def _as_user(self, program: str, *words: str) -> list[str]:
        # The server goes with this process, also when that is killed.
        before = ["setpriv", "--pdeathsig", "QUIT"]
        if os.geteuid() == 0:
            before += ["--reuid=postgres", "--regid=postgres", "--clear-groups"]
        return [*before, str(self._programs / program), *words]

    def _run(self, program: str, *words: str) -> None:
        done = subprocess.run(self._as_user(program, *words), capture_output=True, cwd="/")
        assert done.returncode == 0, done.stderr.decode()


def find_programs() -> Path:
    """Return the folder of the newest PostgreSQL server on this PC.

    Raises:
        FileNotFoundError: there is none.
    """
    found = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[4])
    )
    if not found:
        raise FileNotFoundError("PostgreSQL's server: apt-get install postgresql")
    return found[-1].parent
