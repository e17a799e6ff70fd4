"""Which rows of a table that is only read are shown, and in what order."""

import re
from collections.abc import Callable, Generator, Iterable, Sequence
from decimal import Decimal
from heapq import merge
from operator import itemgetter
from typing import Any, TypeVar

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.angka.urutan_kode import order_kode

T = TypeVar("T")
#: Yields between two portions of its work, and returns the places of the rows that are shown.
Arranging = Generator[None, None, list[int]]

#: So many rows are looked at within a few milliseconds.
_PORTION = 500
_NUMBER = re.compile(r"[-−(]?\s*(?:Rp\s*)?(?P<whole>\d[\d.]*)(?P<part>,\d+)?")
_YEAR = 5
_NOTHING = ("", "–", "-")


def arrange(
    rows: Sequence[T],
    text: Callable[[T], str],
    words: Sequence[str],
    key: Callable[[T], Any] | None,
    *,
    is_descending: bool,
) -> Arranging:
    """Choose and order rows, so that a long list can be arranged between two keys.

    Args:
        rows: all of them.
        text: all that stands in a row.
        words: that each row which is shown has, in small letters.
        key: what rows are compared by, None for a blank, which comes last in either direction;
            None for the order in which they came.
        is_descending: the greatest comes first; rows that are equal keep their order.
    """
    shown: list[int] = []
    for place, row in enumerate(rows):
        if not place % _PORTION:
            yield
        if not words or _has_words(text(row), words):
            shown.append(place)
    if key is None:
        return shown
    runs: list[list[tuple[Any, int]]] = []
    blank: list[int] = []
    for start in range(0, len(shown), _PORTION):
        yield
        keyed = [(key(rows[place]), place) for place in shown[start : start + _PORTION]]
        blank += [place for value, place in keyed if value is None]
        known = [pair for pair in keyed if pair[0] is not None]
        runs.append(sorted(known, key=itemgetter(0), reverse=is_descending))
    ordered: list[int] = []
    for count, (_, place) in enumerate(merge(*runs, key=itemgetter(0), reverse=is_descending)):
        if not count % _PORTION:
            yield
        ordered.append(place)
    return ordered + blank


def finish(work: Arranging) -> list[int]:
    """Do all of it at once."""
    while True:
        try:
            next(work)
        except StopIteration as stop:
            found: list[int] = stop.value
            return found


def compare_text(text: str) -> str | None:
    """Return what a text is sorted by: small letters, numbers within it as numbers.

    It has the order of `order_kode` in one text: of a long list, tuples within tuples would take
    a tenth of a second to be thrown away.
    """
    if text.strip() in _NOTHING:
        return None
    parts, kode = order_kode(text)
    assert isinstance(parts, tuple)
    # A number stands before letters, and before it how many digits it has.
    written = (f"\0{length:06d}{part}" if kind == 0 else part for kind, length, part in parts)
    return f"{''.join(written)}\0{kode}"


def compare_number(text: str) -> Decimal | None:
    """Return the first number in a text that the program wrote, such as ``1.234,5 %``."""
    found = _NUMBER.search(text)
    if found is None:
        return None
    value = Decimal(found["whole"].replace(".", "") + (found["part"] or "").replace(",", "."))
    return -value if found[0][0] in "-−(" else value


def compare_periode(periode: Periode) -> tuple[int, int]:
    """Return what a period is sorted by: a year stands behind its triwulan."""
    return periode.tahun, periode.triwulan or _YEAR


def split_words(text: str) -> list[str]:
    """Return the words that are looked for."""
    return text.casefold().split()


def join_texts(texts: Iterable[str]) -> str:
    """Return what stands in a row as one text."""
    return "\n".join(texts)


def _has_words(text: str, words: Sequence[str]) -> bool:
    folded = text.casefold()
    return all(word in folded for word in words)
