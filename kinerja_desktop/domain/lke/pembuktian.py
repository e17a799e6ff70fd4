"""What a rule finds: how far the data prove a criterion, and why."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from kinerja_desktop.domain.angka.periode import ROMAWI
from kinerja_desktop.domain.angka.tanggal import format_tanggal
from kinerja_desktop.domain.lke.bahan import BahanLke
from kinerja_desktop.domain.lke.hitungan import Hitungan

PENUH, NIHIL = Fraction(1), Fraction(0)


@dataclass(frozen=True)
class Pembuktian:
    """How far data prove a criterion.

    Attributes:
        bagian: the share that is proved, 0 to 1.
        alasan: the reason, in one sentence without a full stop.
    """

    bagian: Fraction
    alasan: str


#: A rule: None when the data say nothing about the criterion at all.
AturanLke = Callable[[BahanLke], Pembuktian | None]


def of_count(count: Hitungan, words: str) -> Pembuktian | None:
    """Prove by a count: ``9 dari 9 IKU mempunyai definisi operasional``."""
    return Pembuktian(count.bagian, f"{count} {words}") if count.dari else None


def of_parts(parts: Iterable[tuple[bool, str, str]]) -> Pembuktian:
    """Prove by things that are there or not: whether it is, what to say then, and else."""
    rows = list(parts)
    there = [yes for has, yes, _ in rows if has]
    missing = [no for has, _, no in rows if not has]
    told = "; ".join((*there, *missing))
    return Pembuktian(Fraction(len(there), len(rows)), told)


def of_triwulan(dates: Mapping[int, date | None], what: str) -> Pembuktian | None:
    """Prove by the four triwulan: ``Pengukuran TW I–IV final tanggal …``."""
    if not dates:
        return None
    told = ", ".join(f"TW {ROMAWI[tw - 1]} {day_words(day)}" for tw, day in sorted(dates.items()))
    return Pembuktian(Fraction(len(dates), 4), f"{what} {len(dates)} dari 4 triwulan: {told}")


def day_words(day: date | None) -> str:
    """Return a date for a reason; a plain word when it was not written down."""
    return f"tanggal {format_tanggal(day)}" if day else "(tanpa tanggal)"
