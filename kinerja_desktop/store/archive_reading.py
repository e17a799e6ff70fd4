"""Checking a ``.kinerja`` file and taking it apart.

It may come from anywhere: only files that its manifest lists are taken out, only under names of the
program's own making, and never more bytes than were announced and have room.
"""

import json
import re
import struct
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from kinerja_desktop.disk import require_room
from kinerja_desktop.errors import DataProblemsError, Problem, explain_os_error
from kinerja_desktop.progress import Progress, silent
from kinerja_desktop.store.archive import FORM, MANIFEST, VERSION
from kinerja_desktop.store.database import FILE_NAME
from kinerja_desktop.store.evidence import CHUNK, UNFINISHED, EvidenceStore

_NAMES = re.compile(r"kinerja\.db|berkas/([0-9a-f]{2})/(\1[0-9a-f]{62})")
_ZIP_STARTS = (b"PK\x03\x04", b"PK\x05\x06")
_MAX_MANIFEST = 64 << 20
_ENCRYPTED = 0x1
_DAMAGED = "Berkas cadangan ini rusak. Pilih cadangan lain."
_NOT_OURS = "Ini bukan cadangan Kinerja Desktop. Pilih berkas .kinerja atau .db."
# All that a damaged zip makes the library raise.
_DAMAGE = (
    BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    ValueError,
    RecursionError,
)

FreeSpace = Callable[[Path], int]


@dataclass(frozen=True)
class Entry:
    """A file in the archive: its SHA-256 in hex and its size in bytes."""

    sha256: str
    size: int


def is_archive(path: Path) -> bool:
    """Tell by its first bytes whether a file is a zip.

    Raises:
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        return file.read(4) in _ZIP_STARTS


def check_archive(path: Path, progress: Progress = silent) -> list[Problem]:
    """Read an archive from end to end and name everything that is wrong with it.

    Args:
        path: the archive.
        progress: told of the files, again at each piece; what it raises ends the reading.
    """
    try:
        with ZipFile(path) as archive:
            entries, problems = _read_manifest(archive)
            for step, (name, entry) in enumerate(entries.items()):
                tell = partial(progress, step, len(entries), "Membaca isi cadangan")
                problems += _check_entry(archive, name, entry, tell)
    except _DAMAGE:
        problems = [_DAMAGED]
    except OSError as error:
        problems = [str(explain_os_error(error, path))]
    return [Problem(text, path.name) for text in problems]


def extract_database(
    path: Path, folder: Path, free_space: FreeSpace, progress: Progress = silent
) -> Path:
    """Take the database out of an archive into a folder; what `progress` raises ends it.

    Raises:
        DataProblemsError: the archive is damaged.
        KinerjaError: there is no room for it.
        OSError: the disk failed.
    """
    with _opened(path) as (archive, entries):
        require_room(folder, entries[FILE_NAME].size, free_space(folder))
        target = folder / FILE_NAME
        tell = partial(progress, 0, 0, "Membuka cadangan")
        _extract(archive, FILE_NAME, entries[FILE_NAME], target, tell)
    return target


def extract_evidence(
    path: Path, evidence: EvidenceStore, free_space: FreeSpace, progress: Progress = silent
) -> int:
    """Take out of an archive those evidence files that the store lacks or has damaged.

    What `progress` raises ends it: those that came until then stay, and nothing names them.

    Returns:
        How many that were.

    Raises:
        DataProblemsError: the archive is damaged.
        KinerjaError: there is no room for them.
        OSError: the disk failed.
    """
    with _opened(path) as (archive, entries):
        wanted = {
            name: entry
            for name, entry in entries.items()
            if name != FILE_NAME and not evidence.has(entry.sha256)
        }
        evidence.folder.mkdir(parents=True, exist_ok=True)
        size = sum(entry.size for entry in wanted.values())
        require_room(evidence.folder, size, free_space(evidence.folder))
        for step, (name, entry) in enumerate(wanted.items()):
            tell = partial(progress, step, len(wanted), "Mengambil berkas bukti")
            unfinished = evidence.folder / f"{entry.sha256}{UNFINISHED}"
            try:
                _extract(archive, name, entry, unfinished, tell)
                evidence.adopt(unfinished, entry.sha256)
            finally:
                unfinished.unlink(missing_ok=True)
    return len(wanted)


@contextmanager
def _opened(path: Path) -> Iterator[tuple[ZipFile, dict[str, Entry]]]:
    try:
        with ZipFile(path) as archive:
            entries, problems = _read_manifest(archive)
            if problems:
                raise DataProblemsError([Problem(text, path.name) for text in problems])
            yield archive, entries
    except _DAMAGE as error:
        raise DataProblemsError([Problem(_DAMAGED, path.name)]) from error


def _read_manifest(archive: ZipFile) -> tuple[dict[str, Entry], list[str]]:
    """Read the list of an archive and compare it with the files that are there, unread."""
    infos = {info.filename: info for info in archive.infolist()}
    if any(info.flag_bits & _ENCRYPTED for info in infos.values()):
        return {}, ["Berkas cadangan ini dilindungi kata sandi. Pilih cadangan tanpa kata sandi."]
    if MANIFEST not in infos:
        return {}, [_NOT_OURS]
    if infos[MANIFEST].file_size > _MAX_MANIFEST:
        return {}, [_DAMAGED]
    match json.loads(archive.read(MANIFEST).decode("utf-8")):
        case {"bentuk": form, "versi": int(version)} if form == FORM and version > VERSION:
            text = "Cadangan ini dibuat oleh Kinerja Desktop yang lebih baru."
            return {}, [f"{text} Perbarui program, lalu ulangi."]
        case {"bentuk": form, "versi": 1, "berkas": dict(listed)} if form == FORM:
            entries = {name: _parse_entry(name, entry) for name, entry in listed.items()}
        case _:
            return {}, [_NOT_OURS]
    names = {*entries, MANIFEST}
    sizes_differ = any(
        name in infos and infos[name].file_size != entry.size for name, entry in entries.items()
    )
    twice = len(archive.infolist()) != len(infos)
    if FILE_NAME not in entries or names != infos.keys() or sizes_differ or twice:
        return {}, ["Isi berkas cadangan ini tidak sama dengan daftarnya. Pilih cadangan lain."]
    return entries, []


def _parse_entry(name: str, entry: Any) -> Entry:
    match entry:
        case {"sha256": str(checksum), "ukuran": int(size)}:
            found = _NAMES.fullmatch(name)
            if found and found[2] in (None, checksum):
                return Entry(checksum, size)
    raise ValueError(f"Not an entry of an archive: {name!r}")


def _check_entry(archive: ZipFile, name: str, entry: Entry, tell: Callable[[], None]) -> list[str]:
    digest = sha256()
    for chunk in _read_chunks(archive, name):
        tell()
        digest.update(chunk)
    if digest.hexdigest() != entry.sha256:
        return [f"Isi {name} dalam berkas cadangan ini berubah atau rusak. Pilih cadangan lain."]
    return []


def _extract(
    archive: ZipFile, name: str, entry: Entry, target: Path, tell: Callable[[], None]
) -> None:
    digest = sha256()
    with target.open("xb") as file:
        for chunk in _read_chunks(archive, name):
            tell()
            file.write(chunk)
            digest.update(chunk)
    if digest.hexdigest() != entry.sha256:
        raise ValueError(f"Another content than listed: {name!r}")


def _read_chunks(archive: ZipFile, name: str) -> Iterator[bytes]:
    # The library stops at the size in the zip's own list, which equals the manifest's.
    with archive.open(name) as file:
        while chunk := file.read(CHUNK):
            yield chunk
