"""Take a ZIP apart into an empty folder, under limits: somebody else made it.

Nothing is written outside the folder; links, doubles and what is locked by a password are refused,
and what would grow beyond measure (a zip bomb) is told from its own list, and again as it grows.
"""

import stat
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import (  # type: ignore[attr-defined]
    _ECD_SIZE,
    BadZipFile,
    LargeZipFile,
    ZipFile,
    ZipInfo,
    _EndRecData,
)

from kinerja_desktop.disk import require_room
from kinerja_desktop.errors import KinerjaError, explain_os_error
from kinerja_desktop.exchange.bags import show_path
from kinerja_desktop.exchange.package_paths import escapes
from kinerja_desktop.exchange.stick import CHUNK

_ENCRYPTED = 1
_MB = 1 << 20
# What a broken or odd ZIP makes Python's reader raise.
_BROKEN = (
    BadZipFile, LargeZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError,
    LookupError, OverflowError, UnicodeError,
)  # fmt: skip
_LONGEST_PART = 255
# Bytes of a file in a ZIP's list: 46, its path of at most 180 letters, and what tools add to it.
_LONGEST_ENTRY = 400


@dataclass(frozen=True)
class BatasZip:
    """How much may come out of one ZIP.

    Attributes:
        berkas: files and folders.
        ukuran: bytes of all together.
        kali: how many times the ZIP's own size; scans and PDF hardly shrink.
        bebas: bytes that may come out whatever the ZIP's size: texts shrink a lot.
    """

    berkas: int = 20_000
    ukuran: int = 4 << 30
    kali: int = 100
    bebas: int = 256 << 20

    def most(self, packed: int) -> int:
        """Return the bytes that may come out of a ZIP of so many."""
        return min(self.ukuran, max(self.bebas, self.kali * packed))


def unpack_zip(
    path: Path,
    folder: Path,
    *,
    batas: BatasZip | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> None:
    """Write the files of a ZIP into an empty folder.

    Args:
        path: the ZIP.
        folder: where its files go.
        batas: how much may come out.
        cancelled: asked after each piece whether to stop; what is written until then stays.

    Raises:
        KinerjaError: it is damaged, locked, too large, or wants to write elsewhere; or the disk is
            full, or the stick gone. What was written until then stays in the folder.
    """
    batas = batas or BatasZip()
    try:
        _refuse_long_list(path, batas)
        with ZipFile(path) as archive:
            entries = archive.infolist()
            _refuse_unsafe(path, entries, batas)
            require_room(folder, sum(entry.file_size for entry in entries))
            for entry in entries:
                if cancelled():
                    return
                _write(archive, entry, folder, cancelled)
    except FileExistsError as error:
        raise _refused(path, "memuat dua berkas bernama sama") from error
    except OSError as error:
        place = path if error.filename in (None, str(path)) else folder
        raise explain_os_error(error, place) from error
    except _BROKEN as error:
        raise _refused(path, "rusak atau tidak terbaca") from error


def _refuse_long_list(path: Path, batas: BatasZip) -> None:
    """Look at the size of a ZIP's list before it is read: it would go into memory as a whole."""
    with path.open("rb") as file:
        end: Any = _EndRecData(file)
    if end and end[_ECD_SIZE] > batas.berkas * _LONGEST_ENTRY:
        raise _refused(path, f"memuat lebih dari {batas.berkas} berkas")


def _refuse_unsafe(path: Path, entries: list[ZipInfo], batas: BatasZip) -> None:
    if len(entries) > batas.berkas:
        raise _refused(path, f"memuat lebih dari {batas.berkas} berkas")
    most = batas.most(path.stat().st_size)
    if sum(entry.file_size for entry in entries) > most:
        raise _refused(path, f"berisi lebih dari {most // _MB} MB, terlalu besar untuk ukurannya")
    for entry in entries:
        name = _name(entry)
        if entry.flag_bits & _ENCRYPTED:
            raise KinerjaError(
                f"{path.name} dikunci dengan kata sandi.",
                "Buka dahulu dengan kata sandinya, lalu pilih folder hasilnya.",
            )
        if escapes(name) or any(len(part) > _LONGEST_PART for part in name.split("/")):
            shown = show_path(entry.filename)[:80]
            raise _refused(path, f"memuat “{shown}”, yang menunjuk ke luar foldernya")
        if stat.S_ISLNK(entry.external_attr >> 16):
            raise _refused(path, f"memuat tautan ({show_path(name)[:80]}), bukan berkas")


def _name(entry: ZipInfo) -> str:
    # Old tools of Windows part folders by a backslash.
    return entry.filename.replace("\\", "/").rstrip("/")


def _write(archive: ZipFile, entry: ZipInfo, folder: Path, cancelled: Callable[[], bool]) -> None:
    target = folder / _name(entry)
    if entry.filename.endswith(("/", "\\")):
        target.mkdir(parents=True, exist_ok=True)
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    # A reader never gives more of an entry than its own list says: that was bounded before.
    with archive.open(entry) as source, target.open("xb") as file:
        while not cancelled() and (chunk := source.read(CHUNK)):
            file.write(chunk)


def _refused(path: Path, what: str) -> KinerjaError:
    return KinerjaError(
        f"{path.name} {what}, jadi tidak dibuka.", "Minta pengirim mengirim folder paketnya saja."
    )
