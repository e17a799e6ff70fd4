"""What is odd about the date of a paper, so that a slip is seen while it is typed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from kinerja_desktop.domain.angka.periode import Periode

#: From–to of a post; None while it is held.
Masa = tuple[date, date | None]


@dataclass(frozen=True)
class BatasTanggal:
    """Between which days a paper is dated as a rule; another day is told, never refused.

    Attributes:
        hari_ini: a paper of tomorrow is a slip.
        mulai: the first usual day; None for any.
        sebelum: what a day before it is.
        selesai: the last usual day; None for any.
        sesudah: what a day after it is.
        masa: when somebody held the post that signs; None where nobody is asked about.
        lowong: what a day outside of these is.
    """

    hari_ini: date
    mulai: date | None = None
    sebelum: str = ""
    selesai: date | None = None
    sesudah: str = ""
    masa: Sequence[Masa] | None = None
    lowong: str = ""

    def since(self, day: date, sebelum: str) -> "BatasTanggal":
        """Return these bounds for a paper that follows another of that day.

        Args:
            day: of the other paper; before the first usual day it changes nothing.
            sebelum: what a day before it is.
        """
        if self.mulai and day <= self.mulai:
            return self
        return replace(self, mulai=day, sebelum=sebelum)

    def describe_odd(self, day: date) -> str:
        """Return what is odd about a day, as a sentence without its full stop; empty for nothing.

        >>> BatasTanggal(date(2026, 1, 31)).describe_odd(date(2026, 2, 1))
        'Hari itu belum tiba: periksa lagi'
        """
        told = []
        if day > self.hari_ini:
            told.append("hari itu belum tiba")
        if self.mulai and day < self.mulai:
            told.append(self.sebelum)
        if self.selesai and day > self.selesai:
            told.append(self.sesudah)
        if self.masa is not None and not any(_holds(masa, day) for masa in self.masa):
            told.append(self.lowong)
        text = "; ".join(told)
        return f"{text[0].upper()}{text[1:]}: periksa lagi" if text else ""


def bound_plan(
    tahun: int,
    hari_ini: date,
    masa: Sequence[Masa] | None,
    lowong: str,
    *,
    sejak: int | None = None,
) -> BatasTanggal:
    """Return when a plan is signed: not after its year (`docs/sakip.md` §2.3).

    Args:
        tahun: of the plan.
        hari_ini: the day.
        masa: when its signer was in office.
        lowong: what another day is.
        sejak: the year from which its date is no slip; None for its own.
    """
    first = sejak or tahun
    return BatasTanggal(
        hari_ini,
        date(first, 1, 1),
        f"sebelum tahun {first}",
        date(tahun, 12, 31),
        f"sesudah tahun {tahun}",
        masa,
        lowong,
    )


def bound_measured(
    periode: Periode, hari_ini: date, masa: Sequence[Masa] | None, lowong: str
) -> BatasTanggal:
    """Return when a period's measurement or report is signed: after it (`docs/sakip.md` §2.3).

    Args:
        periode: what is measured.
        hari_ini: the day.
        masa: when its signer was in office.
        lowong: what another day is.
    """
    after = periode.tahun + 1
    return BatasTanggal(
        hari_ini,
        periode.last_day,
        f"sebelum {periode.label} berakhir",
        date(after, 12, 31),
        f"sesudah tahun {after}",
        masa,
        lowong,
    )


def _holds(masa: Masa, day: date) -> bool:
    mulai, selesai = masa
    return mulai <= day and (selesai is None or day <= selesai)
