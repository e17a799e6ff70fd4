"""The limits of a workbook, and its parts taken out of the zip within them.

No parser sees a byte of a file before it has passed here: a small file can claim gigabytes.
"""

import struct
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from kinerja_desktop.progress import Progress, silent

MB = 1024 * 1024
#: Bytes of the file on the disk; pictures in it are never unpacked.
MOST_BYTES = 32 * MB
#: Bytes of a CSV: all of them are cells.
MOST_CSV_BYTES = 8 * MB
#: Bytes of all parts that are read, unpacked.
MOST_UNPACKED = 32 * MB
MOST_PARTS = 2000
#: Filled rows and columns count to the last filled cell; formats alone do not count.
MOST_ROWS, MOST_COLUMNS = 50_000, 500
#: Cells of the rectangle around all filled cells of a sheet, and filled cells of the whole file.
MOST_AREA, MOST_CELLS = 1_000_000, 300_000
#: Characters of all cells of the file together, a text counted as often as it is shown.
MOST_TEXT = 20_000_000
#: XML elements of the whole file.
MOST_ELEMENTS = 3_000_000

_MOST_DIRECTORY = 1 * MB
#: Of so many cells one is told: a tenth of a second.
_CELLS_AT_ONCE = 5_000
#: Elements within elements; office programs need a dozen.
_DEEPEST = 200
_DEEPEST_REMARK = 3
_END, _END_SIZE, _LONGEST_COMMENT = b"PK\x05\x06", 22, 65535
_LOCATOR, _LOCATOR_SIZE = b"PK\x06\x07", 20


#: What zipfile raises; a RuntimeError for a password or a newer version.
SPOILED = (BadZipFile, zlib.error, struct.error, EOFError, RuntimeError, ValueError)


class DamagedError(Exception):
    """The inside of a workbook is not what its format demands."""


class TooLargeError(Exception):
    """A limit is passed.

    Args:
        what: what is too large, in Indonesian, a whole sentence without the file's name.
        remedy: what the clerk can do.
    """

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(what)
        self.what = what
        self.remedy = remedy


class Parts:
    """The parts of a zipped workbook by name, each unpacked once and within the limits."""

    def __init__(self, path: Path) -> None:
        _check_directory(path)
        try:
            self._archive = ZipFile(path)
        except SPOILED as error:
            raise DamagedError("directory") from error
        try:
            self._infos = self._index()
        except BaseException:
            self._archive.close()
            raise
        self._kept: dict[str, bytes] = {}
        self._left = MOST_UNPACKED

    def __enter__(self) -> "Parts":
        return self

    def __exit__(self, *_: object) -> None:
        self._archive.close()

    def __contains__(self, name: str) -> bool:
        return name.casefold() in self._infos

    def read(self, name: str) -> bytes:
        """Return a part unpacked.

        Raises:
            DamagedError: there is no such part, or its bytes are spoiled.
            TooLargeError: all parts read so far are more than a workbook may hold.
        """
        key = name.casefold()
        if key not in self._kept:
            if key not in self._infos:
                raise DamagedError(name)
            self._kept[key] = self._unpack(self._infos[key])
        return self._kept[key]

    def repack(self) -> BytesIO:
        """Return a zip of just the parts that were read, as they were read.

        Another unzipper may read the same file in another way; so it gets this one.
        """
        out = BytesIO()
        with ZipFile(out, "w", ZIP_STORED) as archive:
            for key, content in self._kept.items():
                archive.writestr(ZipInfo(self._infos[key].filename), content)
        out.seek(0)
        return out

    def _index(self) -> dict[str, ZipInfo]:
        infos = self._archive.infolist()
        if len(infos) > MOST_PARTS:
            raise TooLargeError(
                f"berisi {_dotted(len(infos))} bagian; paling banyak {_dotted(MOST_PARTS)}",
                _AGAIN,
            )
        found = {info.filename.casefold(): info for info in infos}
        if len(found) < len(infos):
            raise DamagedError("a part twice")
        return found

    def _unpack(self, info: ZipInfo) -> bytes:
        if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise DamagedError(info.filename)
        try:
            with self._archive.open(info) as file:
                # What the directory says of its size is only a claim.
                content = file.read(self._left + 1)
        except SPOILED as error:
            raise DamagedError(info.filename) from error
        self._left -= len(content)
        if self._left < 0:
            raise TooLargeError(
                f"berisi lebih dari {MOST_UNPACKED // MB} MB setelah dibuka", _AGAIN
            )
        return content


class Tally:
    """Counts what all sheets of a file hold, and refuses what is beyond the limits."""

    def __init__(self, progress: Progress = silent) -> None:
        """Begin with nothing; `progress` is told now and then, and may end the reading."""
        self._progress = progress
        self._told = self._cells = self._text = self._elements = 0

    def count_cell(self, sheet: str, row: int, column: int, length: int) -> None:
        """Count a filled cell.

        Args:
            sheet: the sheet's name.
            row: its row, from 0.
            column: its column, from 0.
            length: characters of its text.
        """
        self.count_cells(sheet, row, column, 1, length)

    def count_cells(self, sheet: str, row: int, column: int, number: int, length: int) -> None:
        """Count many filled cells of a sheet.

        Args:
            sheet: the sheet's name.
            row: their last row, from 0.
            column: their last column, from 0.
            number: how many they are.
            length: characters of all their texts.
        """
        self._cells += number
        if self._cells >= self._told + _CELLS_AT_ONCE:
            self._told = self._cells
            self._progress(0, 0, f"Membaca {sheet}…")
        if row >= MOST_ROWS:
            raise TooLargeError(
                f"lembar {sheet} terisi sampai baris {_dotted(row + 1)}; "
                f"paling banyak {_dotted(MOST_ROWS)} baris",
                "Hapus baris di bawah data di Excel, simpan, lalu ulangi.",
            )
        if column >= MOST_COLUMNS:
            raise TooLargeError(
                f"lembar {sheet} terisi sampai kolom ke-{column + 1}; "
                f"paling banyak {MOST_COLUMNS} kolom",
                "Hapus kolom di kanan data di Excel, simpan, lalu ulangi.",
            )
        if self._cells > MOST_CELLS:
            raise TooLargeError(f"berisi lebih dari {_dotted(MOST_CELLS)} sel terisi", _AGAIN)
        self.count_text(length)

    def count_text(self, length: int) -> None:
        """Count characters of a cell."""
        self._text += length
        if self._text > MOST_TEXT:
            raise TooLargeError(f"berisi lebih dari {_dotted(MOST_TEXT)} huruf", _AGAIN)

    def count_elements(self, number: int = 1) -> None:
        """Count XML elements."""
        self._elements += number
        if self._elements > MOST_ELEMENTS:
            raise TooLargeError("berisi terlalu banyak sel kosong yang diberi bentuk", _AGAIN)


def check_area(sheet: str, rows: int, columns: int) -> None:
    """Refuse a sheet whose filled cells lie too far apart to be held as one rectangle."""
    if rows * columns > MOST_AREA:
        raise TooLargeError(
            f"lembar {sheet} terisi sampai baris {_dotted(rows)} dan kolom ke-{columns}, "
            "dengan sel kosong di antaranya",
            "Hapus baris dan kolom di luar data di Excel, simpan, lalu ulangi.",
        )


def parse_xml(
    content: bytes,
    start: Callable[[str, dict[str, str]], None],
    end: Callable[[str], None],
    text: Callable[[str], Any],
    tally: Tally,
) -> None:
    """Walk through a part; the handlers get names without their prefix.

    Raises:
        DamagedError: it is no well-formed XML, or declares entities, which no office program does.
    """
    from pyexpat import ExpatError, ParserCreate

    def refuse(*_: object) -> None:
        raise DamagedError("entities")

    depth = 0

    def refuse_inside(*_: object) -> None:
        # Parsers differ in what they make of these within a value.
        if depth > _DEEPEST_REMARK:
            raise DamagedError("remark")

    def begin(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST:
            raise DamagedError("depth")
        tally.count_elements()
        start(name.rpartition(":")[2] if ":" in name else name, attributes)

    def finish(name: str) -> None:
        nonlocal depth
        depth -= 1
        end(name.rpartition(":")[2] if ":" in name else name)

    parser = ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = refuse
    parser.CommentHandler = parser.ProcessingInstructionHandler = refuse_inside
    parser.StartCdataSectionHandler = refuse_inside
    parser.StartElementHandler = begin
    parser.EndElementHandler = finish
    parser.CharacterDataHandler = text
    try:
        parser.Parse(content, True)
    except (ExpatError, ValueError, LookupError) as error:
        raise DamagedError("XML") from error


def check_size(path: Path, most: int = MOST_BYTES) -> None:
    """Refuse a file that is too large to be a workbook of an office."""
    size = path.stat().st_size
    if size > most:
        raise TooLargeError(
            f"berukuran {size // MB} MB; paling besar {most // MB} MB",
            "Hapus gambar dan lembar yang tidak perlu di Excel, simpan, lalu ulangi.",
        )


_AGAIN = "Salin datanya ke buku kerja kosong dari program, lalu ulangi."


def _check_directory(path: Path) -> None:
    """Look at the end of the zip first: a directory of a million names is itself a bomb."""
    with path.open("rb") as file:
        size = file.seek(0, 2)
        file.seek(max(0, size - _END_SIZE - _LONGEST_COMMENT - _LOCATOR_SIZE))
        tail = file.read()
    place = tail.rfind(_END)
    if place < 0 or len(tail) - place < _END_SIZE:
        raise DamagedError("no directory")
    directory = int.from_bytes(tail[place + 12 : place + 16], "little")
    if tail[max(0, place - _LOCATOR_SIZE) : place].startswith(_LOCATOR):
        raise DamagedError("zip64")
    if directory > _MOST_DIRECTORY:
        raise TooLargeError(f"berisi lebih dari {_dotted(MOST_PARTS)} bagian", _AGAIN)


def _dotted(number: int) -> str:
    return f"{number:,}".replace(",", ".")
