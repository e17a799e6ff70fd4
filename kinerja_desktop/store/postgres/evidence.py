"""Evidence kept on the server, so that one backup holds all; copies lie on this PC for reading."""

from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from uuid import uuid4

from sqlalchemy import Engine, text

from kinerja_desktop.disk import replace_file
from kinerja_desktop.errors import Problem, explain_os_error
from kinerja_desktop.store.evidence import (
    CHUNK,
    MISSING,
    SPOILED,
    UNFINISHED,
    EvidenceStore,
    compute_sha256,
    is_digest,
)
from kinerja_desktop.store.postgres.schema import CHUNKS, EVIDENCE

_SIZE = text(f"SELECT ukuran FROM {EVIDENCE} WHERE sha256 = :sha256")
_ALL = text(f"SELECT sha256 FROM {EVIDENCE} ORDER BY sha256")
_PIECES = text(f"SELECT isi FROM {CHUNKS} WHERE sha256 = :sha256 ORDER BY urutan")
_DROP = text(f"DELETE FROM {CHUNKS} WHERE sha256 = :sha256")
_ADD = text(
    f"INSERT INTO {EVIDENCE} (sha256, ukuran) VALUES (:sha256, :ukuran) ON CONFLICT DO NOTHING"
)
_ADD_PIECE = text(f"INSERT INTO {CHUNKS} (sha256, urutan, isi) VALUES (:sha256, :urutan, :isi)")


class ServerEvidence(EvidenceStore):
    """The evidence of an office on a server; see `EvidenceStore`.

    A file is stored whole in a transaction of its own, before the row that names it: a row never
    names what is not there. What is here on the PC is a copy, fetched when it is asked for.
    """

    def __init__(self, folder: Path, engine: Engine) -> None:
        super().__init__(folder)
        self._engine = engine

    def adopt(self, unfinished: Path, digest: str) -> None:
        """Take a finished file of this PC into the store.

        Raises:
            OSError: the disk failed.
            KinerjaError: the server failed, is full, or this user may not write.
        """
        super().adopt(unfinished, digest)
        self._send(digest)

    def path_of(self, digest: str) -> Path:
        """Return where this PC's copy lies, fetched when it was not here; see `EvidenceStore`.

        Raises:
            ValueError: it is no SHA-256 in small hex digits.
            KinerjaError: the server cannot be reached, or this PC's disk is full.
        """
        path = super().path_of(digest)
        if not path.exists():
            self._fetch(digest, path)
        return path

    def size_of(self, digest: str) -> int:
        """Return the bytes of a file that is there."""
        with self._engine.connect() as connection:
            return int(connection.execute(_SIZE, {"sha256": digest}).scalar() or 0)

    def has(self, digest: str) -> bool:
        """Tell whether the file of a SHA-256 is there and undamaged."""
        if not is_digest(digest) or not self.size_of(digest):
            return False
        path = self.path_of(digest)
        if path.exists() and compute_sha256(path) == digest:
            return True
        # This PC's copy alone may be spoiled.
        path.unlink(missing_ok=True)
        return self._fetch(digest, path)

    def stored(self) -> list[str]:
        """List the SHA-256 of every file in the store, sorted."""
        with self._engine.connect() as connection:
            return list(connection.execute(_ALL).scalars())

    def judge(self, digest: str, name: str) -> Problem | None:
        """Read one file again as the server has it; say what is wrong with it."""
        if not self.size_of(digest):
            return Problem(MISSING, name)
        own = sha256()
        with self._engine.connect() as connection:
            for piece in connection.execute(_PIECES, {"sha256": digest}).scalars():
                own.update(piece)
        return None if own.hexdigest() == digest else Problem(SPOILED, name)

    def _send(self, digest: str) -> None:
        path = super().path_of(digest)
        words = {"sha256": digest, "ukuran": path.stat().st_size}
        options = {"isolation_level": "READ COMMITTED"}
        engine = self._engine.execution_options(**options)
        with engine.begin() as connection, path.open("rb") as file:
            if not connection.execute(_ADD, words).rowcount:
                if self.judge(digest, "") is None:
                    return  # somebody else has stored the same bytes
                connection.execute(_DROP, {"sha256": digest})
            for number, piece in enumerate(iter(lambda: file.read(CHUNK), b"")):
                words = {"sha256": digest, "urutan": number, "isi": piece}
                connection.execute(_ADD_PIECE, words)

    def _fetch(self, digest: str, path: Path) -> bool:
        """Fetch a copy from the server; tell whether it has it, undamaged."""
        unfinished = self.folder / f"{uuid4().hex}{UNFINISHED}"
        own = sha256()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with self._engine.connect() as connection, unfinished.open("xb") as file:
                pieces = connection.execution_options(stream_results=True, max_row_buffer=4)
                with pieces.execute(_PIECES, {"sha256": digest}) as result:
                    for piece in result.scalars():
                        own.update(piece)
                        file.write(piece)
            if own.hexdigest() == digest:
                replace_file(unfinished, path)
                return True
            return False
        except OSError as error:
            raise explain_os_error(error, path) from error
        finally:
            with suppress(OSError):
                unfinished.unlink()
