"""How the triwulan of a year make up its realisasi and its target (`docs/sakip.md` §4.4)."""

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from kinerja_desktop.domain.angka.periode import TRIWULAN
from kinerja_desktop.domain.capaian.capaian import IsianRealisasi, to_decimal
from kinerja_desktop.domain.capaian.nilai import Nilai
from kinerja_desktop.domain.capaian.profil import PembandingTriwulan


class Akumulasi(StrEnum):
    """The kinds of accumulation of `docs/sakip.md` §4.4."""

    AKUMULASI = "akumulasi"
    POSISI_AKHIR = "posisi_akhir"
    RATA_RATA = "rata_rata"
    MAKSIMUM = "maksimum"
    MINIMUM = "minimum"
    TAHUNAN_SAJA = "tahunan_saja"


def aggregate_realisasi(
    akumulasi: Akumulasi, by_triwulan: Mapping[int, IsianRealisasi], sampai: int = 4
) -> IsianRealisasi:
    """Make one realisasi of the triwulan filled up to `sampai`.

    A blank triwulan is left out, a 0 is a value. When every triwulan entered so far
    was declared not to apply, so is the whole.
    """
    entered = [by_triwulan[tw] for tw in TRIWULAN if tw <= sampai and tw in by_triwulan]
    filled = [isian for isian in entered if isian.nilai is not None and not isian.tidak_berlaku]
    if akumulasi is Akumulasi.TAHUNAN_SAJA:
        return IsianRealisasi()
    if not filled:
        off = [isian for isian in entered if isian.tidak_berlaku]
        return off[-1] if off and len(off) == len(entered) else IsianRealisasi()
    numbers = [isian.nilai for isian in filled if isian.nilai is not None]
    return IsianRealisasi(_combine(akumulasi, numbers), capaian_manual=filled[-1].capaian_manual)


def aggregate_target(
    akumulasi: Akumulasi,
    by_triwulan: Mapping[int, Nilai | None],
    filled: list[int],
    tahunan: Nilai | None,
    pembanding: PembandingTriwulan,
) -> Nilai | None:
    """Return what the realisasi s.d. the last filled triwulan is compared with.

    Args:
        akumulasi: kind of accumulation.
        by_triwulan: targets of the triwulan (Rencana Aksi).
        filled: the triwulan with a realisasi, in order.
        tahunan: the target of the year.
        pembanding: the office's choice for added-up indicators.

    Returns:
        AKUMULASI: the sum of the targets of the filled triwulan; POSISI_AKHIR: the target of
        the last one; otherwise, or where those targets are missing, the target of the year.
    """
    if pembanding is PembandingTriwulan.TARGET_TAHUNAN or not filled:
        return tahunan
    match akumulasi:
        case Akumulasi.POSISI_AKHIR:
            last = by_triwulan.get(filled[-1])
            return tahunan if last is None else last
        case Akumulasi.AKUMULASI:
            parts = [by_triwulan.get(tw) for tw in filled]
            numbers = [part for part in parts if isinstance(part, Decimal)]
            return sum(numbers, Decimal(0)) if len(numbers) == len(filled) else tahunan
    return tahunan


def _combine(akumulasi: Akumulasi, values: list[Nilai]) -> Nilai:
    numbers = [value for value in values if isinstance(value, Decimal)]
    if len(numbers) < len(values) or akumulasi is Akumulasi.POSISI_AKHIR:
        return values[-1]
    match akumulasi:
        case Akumulasi.MAKSIMUM:
            return max(numbers)
        case Akumulasi.MINIMUM:
            return min(numbers)
        case Akumulasi.RATA_RATA:
            total = sum((Fraction(number) for number in numbers), Fraction(0))
            return to_decimal(total / len(numbers))
    return sum(numbers, Decimal(0))
