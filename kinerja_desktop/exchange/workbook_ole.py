"""Take a stream out of an OLE file, and put one into a new file ([MS-CFB])."""

from collections.abc import Iterator

from kinerja_desktop.exchange.workbook_parts import DamagedError

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_HEADER, _SECTOR, _MINI, _ENTRY = 512, 512, 64, 128
_IN_HEADER = 109
_CUTOFF = 4096
_LAST, _FREE, _FAT_MARK = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
_STREAM, _ROOT = 2, 5


def read_stream(content: bytes, names: tuple[str, ...]) -> bytes:
    """Return the first stream that has one of the names.

    Raises:
        DamagedError: there is none, or the file's tables lead astray.
    """
    ole = _Ole(content)
    for name, kind, first, size in ole.entries():
        if kind == _STREAM and name.casefold() in names:
            return ole.stream(first, size)
    raise DamagedError("no stream")


def pack_stream(name: str, content: bytes) -> bytes:
    """Return a new file with just this stream."""
    content = content.ljust(_CUTOFF, b"\0")
    body = content + bytes(-len(content) % _SECTOR)
    count = len(body) // _SECTOR
    # One sector for the directory; the table lists itself, too.
    tables, more = 1, 0
    while tables * (_SECTOR // 4) < count + 1 + tables + more:
        tables += 1
        more = max(0, -(-(tables - _IN_HEADER) // (_SECTOR // 4 - 1)))
    chain = [*range(1, count), _LAST, _LAST, *[_FAT_MARK] * tables, *[0xFFFFFFFC] * more]
    first_table = count + 1
    places = list(range(first_table, first_table + tables))
    first_more = first_table + tables
    header = (
        MAGIC + bytes(16) + _u16(0x3E) + _u16(3) + _u16(0xFFFE) + _u16(9) + _u16(6) + bytes(10)
        + _u32(tables) + _u32(count) + _u32(0) + _u32(_CUTOFF) + _u32(_LAST) + _u32(0)
        + _u32(first_more if more else _LAST) + _u32(more)
        + b"".join(map(_u32, places[:_IN_HEADER])).ljust(4 * _IN_HEADER, b"\xff")
    )  # fmt: skip
    directory = (
        _entry("Root Entry", _ROOT, 1, _LAST, 0)
        + _entry(name, _STREAM, _FREE, 0, len(content))
        + _entry("", 0, _FREE, 0, 0) * 2
    )
    table = b"".join(map(_u32, chain)).ljust(tables * _SECTOR, b"\xff")
    rest = places[_IN_HEADER:]
    extra = b""
    step = _SECTOR // 4 - 1
    for number in range(more):
        part = b"".join(map(_u32, rest[number * step : (number + 1) * step]))
        link = first_more + number + 1 if number + 1 < more else _LAST
        extra += part.ljust(_SECTOR - 4, b"\xff") + _u32(link)
    return header + body + directory + table + extra


class _Ole:
    """The tables of a file: which sector follows which."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        shift, mini = self._number(30, 2), self._number(32, 2)
        if shift not in (9, 12) or mini != 6:
            raise DamagedError("OLE")
        self._size = 1 << shift
        self._table = self._read_table()
        self._mini_table = self._numbers(self._chain(self._number(60, 4)))
        root = next((item for item in self.entries() if item[1] == _ROOT), None)
        self._mini = b"" if root is None else self._chain(root[2])

    def entries(self) -> Iterator[tuple[str, int, int, int]]:
        """Go through the directory: name, kind, first sector, bytes."""
        directory = self._chain(self._number(48, 4))
        for place in range(0, len(directory) - _ENTRY + 1, _ENTRY):
            entry = directory[place : place + _ENTRY]
            length = int.from_bytes(entry[64:66], "little")
            name = entry[: max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
            first = int.from_bytes(entry[116:120], "little")
            yield name, entry[66], first, int.from_bytes(entry[120:124], "little")

    def stream(self, first: int, size: int) -> bytes:
        """Return a stream whole."""
        if size >= _CUTOFF:
            content = self._chain(first)
        else:
            content = b"".join(
                self._mini[number * _MINI : (number + 1) * _MINI]
                for number in _follow(self._mini_table, first)
            )
        if len(content) < size:
            raise DamagedError("stream")
        return content[:size]

    def _read_table(self) -> list[int]:
        numbers = [self._number(76 + 4 * place, 4) for place in range(_IN_HEADER)]
        more, seen = self._number(68, 4), set[int]()
        while more < _FAT_MARK - 1:
            if more in seen:
                raise DamagedError("OLE")
            seen.add(more)
            *part, more = self._numbers(self._sector(more))
            numbers += part
        tables = [number for number in numbers if number != _FREE]
        if len(set(tables)) < len(tables):
            raise DamagedError("OLE")
        return self._numbers(b"".join(map(self._sector, tables)))

    def _chain(self, first: int) -> bytes:
        return b"".join(self._sector(number) for number in _follow(self._table, first))

    def _sector(self, number: int) -> bytes:
        place = (number + 1) * self._size
        if place >= len(self._content):
            raise DamagedError("sector")
        return self._content[place : place + self._size].ljust(self._size, b"\0")

    def _number(self, place: int, size: int) -> int:
        return int.from_bytes(self._content[place : place + size], "little")

    @staticmethod
    def _numbers(content: bytes) -> list[int]:
        return [
            int.from_bytes(content[place : place + 4], "little")
            for place in range(0, len(content), 4)
        ]


def _follow(table: list[int], first: int) -> Iterator[int]:
    """Go from sector to sector; a chain is never longer than its table."""
    number, left = first, len(table)
    while number not in (_LAST, _FREE):
        left -= 1
        if number >= len(table) or left < 0:
            raise DamagedError("chain")
        yield number
        number = table[number]


def _entry(name: str, kind: int, child: int, first: int, size: int) -> bytes:
    text = name.encode("utf-16-le") + b"\0\0" if name else b""
    return (
        text.ljust(64, b"\0") + _u16(len(text)) + bytes((kind, 1))
        + _u32(_FREE) * 2 + _u32(child) + bytes(36) + _u32(first) + _u32(size) + _u32(0)
    )  # fmt: skip


def _u16(number: int) -> bytes:
    return number.to_bytes(2, "little")


def _u32(number: int) -> bytes:
    return number.to_bytes(4, "little")
