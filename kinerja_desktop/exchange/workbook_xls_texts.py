"""The texts of an .xls, which may run on from one record into the next ([MS-XLS] 2.4.265)."""

from kinerja_desktop.exchange.workbook_parts import DamagedError

_WIDE, _EXTENDED, _RICH = 1, 4, 8


class SharedTexts:
    """Goes through the shared texts of a workbook.

    Args:
        bodies: the bodies of the record and of those that continue it.
    """

    def __init__(self, bodies: list[bytes]) -> None:
        self._bodies = bodies
        self._number = 0
        self._place = 8

    def lengths(self) -> list[int]:
        """Return how many characters each text has.

        Raises:
            DamagedError: a text runs beyond the last record.
        """
        found = []
        while self._has_more():
            length = self._unsigned(2)
            flags = self._unsigned(1)
            runs = self._unsigned(2) if flags & _RICH else 0
            extra = self._unsigned(4) if flags & _EXTENDED else 0
            self._skip_letters(length, flags & _WIDE)
            self._skip(4 * runs + extra)
            found.append(length)
        return found

    def _has_more(self) -> bool:
        while self._number < len(self._bodies) and not self._left():
            self._next_body()
        return self._number < len(self._bodies)

    def _left(self) -> int:
        return max(0, len(self._bodies[self._number]) - self._place)

    def _next_body(self) -> None:
        self._number += 1
        self._place = 0

    def _unsigned(self, size: int) -> int:
        # A head is never parted.
        if not self._has_more() or self._left() < size:
            raise DamagedError("shared text")
        body = self._bodies[self._number]
        self._place += size
        return int.from_bytes(body[self._place - size : self._place], "little")

    def _skip_letters(self, count: int, wide: int) -> None:
        while count:
            if not self._left():
                # What runs on says again how wide its letters are.
                wide = self._unsigned(1) & _WIDE
            taken = min(count, self._left() >> wide)
            if not taken:
                raise DamagedError("shared text")
            self._place += taken << wide
            count -= taken

    def _skip(self, count: int) -> None:
        while count:
            if not self._has_more():
                raise DamagedError("shared text")
            taken = min(count, self._left())
            self._place += taken
            count -= taken


def text_after_length(body: bytes, place: int, *, wide: bool) -> str:
    """Return a text that stands after its length.

    Args:
        body: of a record.
        place: of the length.
        wide: the length has two bytes, not one.

    Raises:
        DamagedError: the record ends before.
    """
    head = place + (2 if wide else 1)
    if head >= len(body):
        raise DamagedError("text")
    length = int.from_bytes(body[place:head], "little")
    size = length * 2 if body[head] & _WIDE else length
    text = body[head + 1 : head + 1 + size]
    if len(text) < size:
        raise DamagedError("text")
    return text.decode("utf-16-le" if body[head] & _WIDE else "latin-1", "replace")
