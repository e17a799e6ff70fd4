"""How the triwulan of a year make up its realisasi and its target (`docs/sakip.md` §4.4)."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from kinerja_desktop.domain.angka.periode import ROMAWI, TRIWULAN
from kinerja_desktop.domain.capaian.capaian import BELUM_DIISI, IsianRealisasi, to_decimal
from kinerja_desktop.domain.capaian.nilai import Nilai, format_nilai
from kinerja_desktop.domain.capaian.profil import ATURAN_KINI, Aturan, PembandingTriwulan


class Akumulasi(StrEnum):
    """The kinds of accumulation of `docs/sakip.md` §4.4."""

    AKUMULASI = "akumulasi"
    POSISI_AKHIR = "posisi_akhir"
    RATA_RATA = "rata_rata"
    MAKSIMUM = "maksimum"
    MINIMUM = "minimum"
    TAHUNAN_SAJA = "tahunan_saja"


def aggregate_realisasi(
    akumulasi: Akumulasi,
    by_triwulan: Mapping[int, IsianRealisasi],
    sampai: int = 4,
    aturan: Aturan = ATURAN_KINI,
) -> IsianRealisasi:
    """Make one realisasi of the triwulan filled up to `sampai`.

    A blank triwulan is left out, a 0 is a value. When every triwulan entered so far
    was declared not to apply, so is the whole. Of a figure that there is once a year, TW IV is it
    (`docs/sakip.md` §4.4).
    """
    entered = [by_triwulan[tw] for tw in TRIWULAN if tw <= sampai and tw in by_triwulan]
    filled = [isian for isian in entered if isian.nilai is not None and not isian.tidak_berlaku]
    if akumulasi is Akumulasi.TAHUNAN_SAJA:
        is_known = sampai == TRIWULAN[-1] and aturan is not Aturan.SATU
        return by_triwulan.get(sampai, BELUM_DIISI) if is_known else BELUM_DIISI
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
        the last one; otherwise, or where one of those targets is missing, the target of the year,
        never the sum of fewer: `explain_target` says so.
    """
    own = _target_until(akumulasi, by_triwulan, filled, pembanding)
    return tahunan if own is None else own


def is_against_year(
    akumulasi: Akumulasi,
    by_triwulan: Mapping[int, Nilai | None],
    filled: list[int],
    tahunan: Nilai | None,
    pembanding: PembandingTriwulan,
) -> bool:
    """Tell whether `aggregate_target`, with the same arguments, gives the target of the year."""
    own = _target_until(akumulasi, by_triwulan, filled, pembanding)
    return tahunan is not None and own is None


def _target_until(
    akumulasi: Akumulasi,
    by_triwulan: Mapping[int, Nilai | None],
    filled: list[int],
    pembanding: PembandingTriwulan,
) -> Nilai | None:
    """Return the target s.d. the last filled triwulan; None where that of the year counts."""
    if pembanding is PembandingTriwulan.TARGET_TAHUNAN or not filled:
        return None
    match akumulasi:
        case Akumulasi.POSISI_AKHIR:
            return by_triwulan.get(filled[-1])
        case Akumulasi.AKUMULASI:
            parts = [by_triwulan.get(tw) for tw in filled]
            numbers = [part for part in parts if isinstance(part, Decimal)]
            return sum(numbers, Decimal(0)) if len(numbers) == len(filled) else None
    return None


def explain_target(
    akumulasi: Akumulasi,
    by_triwulan: Mapping[int, Nilai | None],
    filled: list[int],
    tahunan: Nilai | None,
    pembanding: PembandingTriwulan,
) -> str:
    """Say where the year's target stands in for missing ones of triwulan; empty where it does not.

    `docs/sakip.md` §4.4: the year's target must not pass for that of the triwulan. The arguments
    are those of `aggregate_target`.
    """
    counted = {Akumulasi.AKUMULASI: filled, Akumulasi.POSISI_AKHIR: filled[-1:]}
    missing = [tw for tw in counted.get(akumulasi, ()) if by_triwulan.get(tw) is None]
    if not missing or tahunan is None or pembanding is PembandingTriwulan.TARGET_TAHUNAN:
        return ""
    names = ", ".join(ROMAWI[tw - 1] for tw in missing)
    return (
        f"s.d. TW {ROMAWI[filled[-1] - 1]} dibandingkan dengan target tahunan "
        f"{format_nilai(tahunan)}, karena target TW {names} belum ditetapkan"
    )


def targets_of_months(
    akumulasi: Akumulasi, bulanan: Sequence[Nilai | None]
) -> dict[int, Nilai | None]:
    """Return the targets of the triwulan that follow from those of the months.

    Posisi akhir takes the last month, the others combine all three, and what is measured once a
    year has a target in TW IV only (`docs/sakip.md` §3.6, §4.14). Where a month that counts is
    blank there is none.

    Args:
        akumulasi: kind of accumulation.
        bulanan: January to December.
    """
    return {tw: _target_of(akumulasi, tw, bulanan[3 * tw - 3 : 3 * tw]) for tw in TRIWULAN}


def _target_of(akumulasi: Akumulasi, tw: int, bulanan: Sequence[Nilai | None]) -> Nilai | None:
    if akumulasi is Akumulasi.POSISI_AKHIR:
        return bulanan[-1]
    if akumulasi is Akumulasi.TAHUNAN_SAJA:
        return bulanan[-1] if tw == TRIWULAN[-1] else None
    given = [target for target in bulanan if target is not None]
    return _combine(akumulasi, given) if len(given) == len(bulanan) else None


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
