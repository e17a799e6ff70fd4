"""Bringing what was written down to the disk itself, before anyone relies on it."""

import ctypes
import errno
import os
import stat
import sys
import time
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from shutil import disk_usage
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from kinerja_desktop.errors import KinerjaError, explain_os_error
from kinerja_desktop.progress import Progress, silent

#: On Windows a virus scanner holds a fresh file for a moment: how often to try, and the pause in s.
_TRIES, _PAUSE = (20 if sys.platform == "win32" else 1), 0.1


_MARGIN = 4 << 20
_MB = 1 << 20
#: A stick gives space in pieces of up to this size.
_LARGEST_CLUSTER = 64 << 10


def require_file(path: Path) -> None:
    """Refuse what is no ordinary file: a pipe would be waited for, a device read for ever.

    Every door through which a file comes in asks here before it opens it.

    Raises:
        KinerjaError: it is a folder, pipe, device or socket, is not there, or cannot be reached.
    """
    try:
        mode = path.stat().st_mode
    except OSError as error:
        raise explain_os_error(error, path) from error
    if stat.S_ISDIR(mode):
        raise explain_os_error(IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR)), path)
    if not stat.S_ISREG(mode):
        raise KinerjaError(
            f"{path.name or path} bukan berkas biasa.",
            "Pilih sebuah berkas yang tersimpan di komputer ini atau di flashdisk.",
        )


def require_room(folder: Path, size: int, free: int | None = None) -> None:
    """Refuse what a disk cannot hold, before the writing begins.

    Args:
        folder: where it goes.
        size: bytes.
        free: the free bytes there, when the caller has measured them.

    Raises:
        KinerjaError: there is too little room; it says how much is missing.
        OSError: the folder is not there.
    """
    missing = size + _MARGIN - (measure_free_space(folder) if free is None else free)
    if missing > 0:
        raise KinerjaError(
            f"Ruang kosong di {folder} tidak cukup.",
            f"Kosongkan {-(-missing // _MB)} MB lalu ulangi.",
        )


def measure_cluster_on_windows(folder: Path, kernel32: Any) -> int:
    """Return the bytes by which a Windows disk gives room to files; the most where it is untold.

    Args:
        folder: where files go.
        kernel32: the library of Windows.
    """
    told = [ctypes.c_ulong() for _ in range(4)]
    root = folder.absolute().anchor
    if not kernel32.GetDiskFreeSpaceW(root, *(ctypes.byref(number) for number in told)):
        return _LARGEST_CLUSTER
    return told[0].value * told[1].value or _LARGEST_CLUSTER


def measure_cluster(folder: Path) -> int:
    """Return the bytes by which the disk of a folder gives room to files.

    Raises:
        OSError: the folder is not there.
    """
    if sys.platform == "win32":
        return measure_cluster_on_windows(folder, ctypes.windll.kernel32)
    return os.statvfs(folder).f_frsize or _LARGEST_CLUSTER


def measure_free_space(folder: Path) -> int:
    """Return the bytes that are free where the folder lies.

    Raises:
        OSError: the folder is not there.
    """
    return disk_usage(folder).free


def sync_file(path: Path) -> None:
    """Bring a file's content down to the disk.

    Raises:
        OSError: the disk failed.
    """
    # Windows syncs only what is open for writing.
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Bring the names in a folder down to the disk, where the system can do that.

    Raises:
        OSError: the disk failed.
    """
    try:
        number = os.open(folder, os.O_RDONLY)
    except PermissionError:  # Windows opens no folders; it writes their names by itself
        return
    try:
        os.fsync(number)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):  # some FUSE drivers know no such thing
            raise
    finally:
        os.close(number)


def replace_file(new: Path, final: Path) -> None:
    """Give a finished file its final name, in place of what bears it, and make that last.

    Raises:
        OSError: the disk failed, or another program on Windows keeps one of the files open.
    """
    sync_file(new)
    for tries_left in reversed(range(_TRIES)):
        try:
            new.replace(final)
            break
        except PermissionError:
            if not tries_left:
                raise
            time.sleep(_PAUSE)
    sync_folder(final.parent)


def workbook_to_bytes(book: Any, progress: Progress = silent) -> bytes:
    """Write a workbook of openpyxl in memory alone.

    Its own `save` keeps each sheet in the system's temporary folder first: on a full disk that
    ended in an error of lxml, and a killed run left the sheets there.

    Args:
        book: the workbook.
        progress: told of each sheet; what it raises ends the writing.
    """
    from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
    from openpyxl.worksheet._writer import WorksheetWriter
    from openpyxl.writer.excel import ExcelWriter

    sheets = len(book.worksheets)

    class Writer(ExcelWriter):
        def write_worksheet(self: Any, ws: Any) -> None:
            progress(book.worksheets.index(ws), sheets, "Menulis berkas Excel…")
            ws._drawing = SpreadsheetDrawing()
            ws._drawing.charts, ws._drawing.images = ws._charts, ws._images
            sheet = BytesIO()
            writer: Any = WorksheetWriter(ws, sheet)
            writer.write()
            ws._rels = writer._rels
            self._archive.writestr(ws.path[1:], sheet.getvalue())
            self.manifest.append(ws)

    out = BytesIO()
    book.properties.modified = datetime.now(UTC).replace(tzinfo=None)
    Writer(book, ZipFile(out, "w", ZIP_DEFLATED)).save()
    return out.getvalue()
