"""Survey an .xls of Excel 97–2003: records in a stream of an OLE file ([MS-XLS])."""

import struct
from collections.abc import Iterator

from kinerja_desktop.exchange.workbook_cells import Survey, error_text, is_percent
from kinerja_desktop.exchange.workbook_ole import pack_stream, read_stream
from kinerja_desktop.exchange.workbook_parts import DamagedError, Tally
from kinerja_desktop.exchange.workbook_xls_texts import SharedTexts, text_after_length

_BOF, _EOF, _BUNDLE, _FILE_PASS = 0x809, 0x0A, 0x85, 0x2F
_SHARED, _CONTINUE, _FORMAT, _XF = 0xFC, 0x3C, 0x41E, 0xE0
_DIMENSIONS, _DIMENSIONS_SIZE = 0x200, 14
_NUMBER, _RK, _MANY_RK, _FORMULA, _BOOL_ERROR = 0x203, 0x27E, 0xBD, 0x06, 0x205
_FORMULA_TEXT, _LABEL, _RICH, _LABEL_SHARED = 0x207, 0x204, 0xD6, 0xFD
_TEXTS = (_LABEL, _RICH)
_ONE_CELL = (_NUMBER, _RK, _FORMULA, _BOOL_ERROR, *_TEXTS, _LABEL_SHARED)
_BIFF8 = 0x0600
_COMPUTE_ON_LOAD = 0x02

Record = tuple[int, int, bytes]


class ProtectedError(Exception):
    """The workbook wants a password."""


def survey_xls(content: bytes, tally: Tally) -> tuple[dict[str, Survey], bytes]:
    """Return what is in each worksheet by its name, and a file of just what was surveyed.

    Args:
        content: the file.
        tally: counts the cells.

    Raises:
        DamagedError: the file is spoiled, or older than Excel 97.
        ProtectedError: the workbook wants a password.
        TooLargeError: a limit is passed.
    """
    stream = bytearray(read_stream(content, ("workbook", "book")))
    book = _BookReader(stream)
    found: dict[str, Survey] = {}
    for title, place in book.sheets:
        if title in found:
            raise DamagedError(title)
        found[title] = _SheetReader(title, book, tally).read(stream, place)
    return found, pack_stream("Workbook", bytes(stream))


class _BookReader:
    """What stands before the sheets: their names, the formats and the shared texts."""

    def __init__(self, stream: bytearray) -> None:
        self.sheets: list[tuple[str, int]] = []
        self.lengths: list[int] = []
        self._codes: dict[int, str] = {}
        self._formats: list[int] = []
        shared: list[bytes] = []
        place_of_shared = -1
        previous = 0
        for kind, place, body in _records(stream, 0):
            if kind == _FILE_PASS:
                raise ProtectedError
            if kind == _BUNDLE:
                self.sheets.append((text_after_length(body, 6, wide=False), _u32(body, 0)))
            elif kind == _FORMAT:
                self._codes[_u16(body, 0)] = text_after_length(body, 2, wide=True)
            elif kind == _XF:
                self._formats.append(_u16(body, 2))
            elif kind == _SHARED:
                shared, place_of_shared = [body], place
            elif kind == _CONTINUE and previous == _SHARED:
                shared.append(body)
                continue
            previous = kind
        if shared:
            self.lengths = SharedTexts(shared).lengths()
            # calamine makes room for as many texts as the record claims.
            count = len(self.lengths).to_bytes(4, "little")
            stream[place_of_shared : place_of_shared + 8] = count * 2

    def is_percent(self, style: int) -> bool:
        """Tell whether a cell of this style is shown as percent."""
        if style >= len(self._formats):
            return False
        number = self._formats[style]
        return is_percent(number, self._codes.get(number, ""))


class _SheetReader:
    """Goes through the records of one sheet."""

    def __init__(self, title: str, book: _BookReader, tally: Tally) -> None:
        self._title = title
        self._book = book
        self._tally = tally
        self._survey = Survey()

    def read(self, stream: bytearray, start: int) -> Survey:
        """Survey the sheet that begins at `start`."""
        sizes = []
        for kind, place, body in _records(stream, start):
            if kind == _DIMENSIONS:
                sizes.append((place, len(body)))
            elif kind == _MANY_RK:
                for number in range((len(body) - 6) // 6):
                    style = _u16(body, 4 + 6 * number)
                    self._take(_u16(body, 0), _u16(body, 2) + number, style, 16, is_number=True)
            elif kind == _FORMULA_TEXT:
                self._tally.count_text(_u16(body, 0))
            elif kind in _ONE_CELL:
                self._take_cell(kind, body)
        for place, size in sizes:
            # calamine makes room for the rectangle that the record claims.
            if size != _DIMENSIONS_SIZE:
                raise DamagedError("dimensions")
            claim = struct.pack("<IIHHH", 0, self._survey.rows, 0, self._survey.columns, 0)
            stream[place : place + size] = claim
        return self._survey

    def _take_cell(self, kind: int, body: bytes) -> None:
        row, column, style = _u16(body, 0), _u16(body, 2), _u16(body, 4)
        length = 16
        is_number = kind in (_NUMBER, _RK)
        if kind in _TEXTS:
            length = _u16(body, 6)
        elif kind == _LABEL_SHARED:
            index = _u32(body, 6)
            if index >= len(self._book.lengths):
                raise DamagedError("shared text")
            length = self._book.lengths[index]
        elif kind == _BOOL_ERROR and _u16(body, 6) >> 8:
            self._survey.errors[row, column] = error_text(body[6])
        elif kind == _FORMULA:
            is_number = _u16(body, 12) != 0xFFFF
            if not is_number and body[6] == 2:
                self._survey.errors[row, column] = error_text(body[8])
            # Whoever writes a formula without computing it leaves 0 and asks for the computing.
            if not any(body[6:14]) and _u16(body, 14) & _COMPUTE_ON_LOAD:
                self._survey.uncomputed.append((row, column))
        self._take(row, column, style, length, is_number=is_number)

    def _take(self, row: int, column: int, style: int, length: int, *, is_number: bool) -> None:
        self._tally.count_cell(self._title, row, column, length)
        self._survey.reach(row, column)
        if is_number and self._book.is_percent(style):
            self._survey.percents.add((row, column))


def _records(stream: bytearray, start: int) -> Iterator[Record]:
    """Go through the records of a part of the stream: kind, place of the body, body."""
    place, depth = start, 0
    while True:
        kind, size = _u16(stream, place), _u16(stream, place + 2)
        body = bytes(stream[place + 4 : place + 4 + size])
        if len(body) < size or (kind != _BOF and not depth):
            raise DamagedError("record")
        if kind == _BOF:
            depth += 1
            if _u16(body, 0) != _BIFF8:
                raise DamagedError("older than Excel 97")
        elif kind == _EOF:
            depth -= 1
            if not depth:
                return
        if depth == 1:
            yield kind, place + 4, body
        place += 4 + size


def _u16(body: bytes | bytearray, place: int) -> int:
    return _unsigned(body, place, 2)


def _u32(body: bytes | bytearray, place: int) -> int:
    return _unsigned(body, place, 4)


def _unsigned(body: bytes | bytearray, place: int, size: int) -> int:
    if place + size > len(body):
        raise DamagedError("record")
    return int.from_bytes(body[place : place + size], "little")
