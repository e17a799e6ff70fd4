"""The numbers that pages carry: counted through, or anew from a section on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kinerja_desktop.documents.naskah.blocks import Numbering

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


@dataclass(frozen=True)
class Count:
    """How pages are counted from one page on."""

    kind: Numbering
    first: int = 1


def roman(number: int) -> str:
    """Return a number from 1 on in small roman figures."""
    text = ""
    for value, sign in _ROMAN:
        while number >= value:
            text, number = text + sign, number - value
    return text


def page_labels(starts: Iterable[Count | None]) -> Iterator[str]:
    """Yield what is printed as the number of each page; empty where none is.

    Args:
        starts: for each page the count that begins with it, if any.
    """
    count, number = Count("arab"), 0
    for start in starts:
        if start:
            count, number = start, start.first - 1
        number += 1
        match count.kind:
            case "tanpa":
                yield ""
            case "romawi":
                yield roman(number)
            case "arab":
                yield str(number)
