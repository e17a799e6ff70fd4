"""Which column of a pasted block is which: target, realisasi, faktor, tindak lanjut."""

from collections.abc import Sequence
from dataclasses import dataclass

TARGET, REALISASI, TIDAK_DIPAKAI = "target", "nilai", ""
#: What a block may hold, in the order of the form (`docs/sakip.md` §5.2).
URUTAN = (
    REALISASI, "pendorong", "penghambat", "tindak_lanjut", "penanggung_jawab", "batas_waktu",
)  # fmt: skip

_HEADS = (
    ("realisasi s.d", TIDAK_DIPAKAI), ("realisasi", REALISASI),
    ("target setahun", TIDAK_DIPAKAI), ("target", TARGET),
    ("faktor pendorong", "pendorong"), ("pendorong", "pendorong"),
    ("faktor penghambat", "penghambat"), ("penghambat", "penghambat"), ("kendala", "penghambat"),
    ("rencana tindak lanjut", "tindak_lanjut"), ("tindak lanjut", "tindak_lanjut"),
    ("penanggung jawab", "penanggung_jawab"), ("batas waktu", "batas_waktu"),
)  # fmt: skip


@dataclass(frozen=True)
class Susunan:
    """How a block is laid out.

    Attributes:
        kolom: of each of its columns what it holds; `TIDAK_DIPAKAI` for what is not taken.
        has_head: its first row is a heading.
    """

    kolom: tuple[str, ...]
    has_head: bool = False


def arrange(
    block: Sequence[Sequence[str]], targets: Sequence[str], *, at_target: bool = False
) -> Susunan:
    """Find out which column is which: by a heading, else by its place and what stands in it.

    Where the block begins at the realisasi, its first column is the target when it says the same as
    the plan in most of its rows and figures stand beside it; else it is the realisasi.

    Args:
        block: its rows, as they were pasted.
        targets: the plan's targets as texts, of the rows into which it would go.
        at_target: it begins at the column of the target.
    """
    width = max((len(row) for row in block), default=0)
    if block and REALISASI in (head := [_name(cell) for cell in block[0]]):
        return Susunan((*head, *[TIDAK_DIPAKAI] * (width - len(head))), has_head=True)
    if at_target or _repeats_targets(block, targets):
        return Susunan((TARGET, *_fill(block, 1, width)))
    return Susunan(_fill(block, 0, width))


def _fill(block: Sequence[Sequence[str]], first: int, width: int) -> tuple[str, ...]:
    """Name the columns from the realisasi on; figures behind it are no faktor pendorong."""
    names = list(URUTAN) + [TIDAK_DIPAKAI] * width
    behind = [row[first + 1] for row in block if len(row) > first + 1 and row[first + 1].strip()]
    if behind and all(_is_figure(cell) for cell in behind):
        names[1:] = [TIDAK_DIPAKAI] * width
    return tuple(names[: width - first])


def _repeats_targets(block: Sequence[Sequence[str]], targets: Sequence[str]) -> bool:
    pairs = [
        (row[0].strip(), target)
        for row, target in zip(block, targets, strict=False)
        if len(row) > 1 and _is_figure(row[1])
    ]
    same = sum(cell == target for cell, target in pairs)
    return bool(pairs) and 2 * same > len(pairs)


def _is_figure(cell: str) -> bool:
    return any(sign.isdigit() for sign in cell) and sum(sign.isalpha() for sign in cell) <= 1


def _name(cell: str) -> str:
    words = " ".join(cell.split()).casefold()
    return next((name for start, name in _HEADS if words.startswith(start)), TIDAK_DIPAKAI)
