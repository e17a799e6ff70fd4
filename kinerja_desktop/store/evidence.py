"""Evidence files, kept under the SHA-256 of their content: equal bytes once, never changed.

They lie in ``<data>/berkas/<first two digits>/<sha256>``. Their names belong to the database.
"""

import re
from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from uuid import uuid4

from kinerja_desktop.disk import replace_file, require_file
from kinerja_desktop.errors import KinerjaError, Problem, explain_os_error
from kinerja_desktop.progress import Progress, silent

FOLDER = "berkas"
CHUNK = 1 << 20
"""Bytes read at a time."""
MAX_SIZE = 100_000_000
"""Bytes of one file: 100 MB."""
EMPTY = sha256(b"").hexdigest()
"""The SHA-256 of nothing, of which no file is kept."""

UNFINISHED = ".tulis"
"""Ends the name of a file that is still being written."""

_HASH = re.compile(r"[0-9a-f]{64}")


class EvidenceStore:
    """The evidence files of one data folder."""

    def __init__(self, data_folder: Path) -> None:
        self._root = data_folder / FOLDER

    @property
    def folder(self) -> Path:
        """Where the files lie; the folder need not exist yet."""
        return self._root

    def put(self, source: Path, progress: Progress = silent) -> tuple[str, int]:
        """Take a copy of a file into the store.

        Args:
            source: the file.
            progress: told how far it is; what it raises ends it and leaves nothing behind.

        Returns:
            Its SHA-256 in hex, by which it is found again, and its size in bytes.

        Raises:
            KinerjaError: it is no ordinary file, is empty, larger than 100 MB or cannot be read,
                or the data folder cannot be written.
        """
        require_file(source)
        unfinished = self._root / f"{uuid4().hex}{UNFINISHED}"
        try:
            self._root.mkdir(parents=True, exist_ok=True)
            digest, size = _copy(source, unfinished, progress)
            if not self.has(digest):
                self.adopt(unfinished, digest)
        except OSError as error:
            place = source if error.filename == str(source) else self._root
            raise explain_os_error(error, place) from error
        finally:
            with suppress(OSError):
                unfinished.unlink()
        return digest, size

    def adopt(self, unfinished: Path, digest: str) -> None:
        """Take a finished file, whose SHA-256 is known, into the store; it moves there.

        Raises:
            OSError: the disk failed.
        """
        final = self._root / digest[:2] / digest
        final.parent.mkdir(parents=True, exist_ok=True)
        replace_file(unfinished, final)

    def path_of(self, digest: str) -> Path:
        """Return where the file of a SHA-256 lies, whether or not it is there.

        Raises:
            ValueError: it is no SHA-256 in small hex digits.
        """
        if not _HASH.fullmatch(digest):
            raise ValueError(f"Not a SHA-256: {digest!r}")
        return self._root / digest[:2] / digest

    def size_of(self, digest: str) -> int:
        """Return the bytes of a file that is there.

        Raises:
            OSError: it cannot be reached.
        """
        return self.path_of(digest).stat().st_size

    def has(self, digest: str) -> bool:
        """Tell whether the file of a SHA-256 is there and undamaged.

        Raises:
            OSError: it cannot be read.
        """
        if not is_digest(digest):
            return False
        path = self.path_of(digest)
        return path.exists() and compute_sha256(path) == digest

    def stored(self) -> list[str]:
        """List the SHA-256 of every file in the store, sorted."""
        return sorted(
            path.name
            for path in self._root.glob("??/*")
            if _HASH.fullmatch(path.name) and path.parent.name == path.name[:2] and path.is_file()
        )

    def verify(self, names: Mapping[str, str]) -> list[Problem]:
        """Read every file again and name what is missing or no longer what was stored.

        Args:
            names: the name that the clerk knows, by SHA-256, of every file that must be there.
        """
        problems = []
        for digest in sorted(names.keys() | set(self.stored())):
            if problem := self.judge(digest, names.get(digest, digest)):
                problems.append(problem)
        return problems

    def judge(self, digest: str, name: str) -> Problem | None:
        """Read one file again; say what is wrong with it."""
        path = self.path_of(digest)
        try:
            return None if compute_sha256(path) == digest else Problem(SPOILED, name)
        except FileNotFoundError:
            return Problem(MISSING, name)
        except OSError as error:
            return Problem(str(explain_os_error(error, path)), name)

    def remove_leftovers(self) -> None:
        """Remove what a crash left half written; only while nobody else writes."""
        for path in self._root.glob(f"*{UNFINISHED}"):
            path.unlink()


def is_digest(text: str) -> bool:
    """Tell whether a text is a SHA-256 in small hex digits."""
    return bool(_HASH.fullmatch(text))


_MEND = "Lampirkan lagi berkas aslinya, atau pulihkan dari cadangan."
SPOILED = f"Isi berkas bukti ini berubah atau rusak. {_MEND}"
MISSING = f"Berkas bukti ini hilang dari folder data. {_MEND}"


def compute_sha256(path: Path) -> str:
    """Compute a file's SHA-256 in hex, reading it piece by piece.

    Raises:
        OSError: the file cannot be read.
    """
    digest = sha256()
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def _copy(source: Path, target: Path, progress: Progress) -> tuple[str, int]:
    digest = sha256()
    size, whole = 0, -(-source.stat().st_size // CHUNK)
    with source.open("rb") as reading, target.open("xb") as writing:
        while chunk := reading.read(CHUNK):
            progress(size // CHUNK, whole, f"Menyalin {source.name}…")
            size += len(chunk)
            if size > MAX_SIZE:
                raise KinerjaError(
                    f"{source.name} lebih besar dari 100 MB.",
                    "Perkecil dahulu (misalnya pindai dengan resolusi lebih rendah), lalu ulangi.",
                )
            writing.write(chunk)
            digest.update(chunk)
    if not size:
        raise KinerjaError(f"{source.name} kosong.", "Pilih berkas bukti yang ada isinya.")
    return digest.hexdigest(), size
