"""Tugas and fungsi of a post, entered once however many people hold it in turn.

`docs/sakip.md` §3.2 names both as part of the form of IKI; a peraturan bupati gives them to the
post, not to the person.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class UraianJabatan:
    """What was entered of a post at one of those who held it.

    Attributes:
        mulai: since when that one held it.
        tugas: what the post is for, in one sentence; empty when nobody entered it.
        fungsi: the same, one a line.
    """

    mulai: date
    tugas: str = ""
    fungsi: str = ""


def choose_uraian(
    own: UraianJabatan, of_others: Iterable[UraianJabatan], of_office: UraianJabatan | None = None
) -> UraianJabatan:
    """Return tugas and fungsi of a post, each from where it was entered first of these.

    At the holder; at who held the same post last before, then at who holds it next; in the office's
    own row, for the Camat who leads it (`docs/sakip.md` §3.2).

    Args:
        own: what was entered at the holder.
        of_others: the same of whoever else held the post.
        of_office: the office's own, where the post is that of its head.
    """

    def nearness(other: UraianJabatan) -> tuple[bool, int]:
        return other.mulai > own.mulai, abs((other.mulai - own.mulai).days)

    places = [own, *sorted(of_others, key=nearness), *([of_office] if of_office else [])]
    return UraianJabatan(
        own.mulai,
        next((place.tugas for place in places if place.tugas), ""),
        next((place.fungsi for place in places if place.fungsi), ""),
    )
