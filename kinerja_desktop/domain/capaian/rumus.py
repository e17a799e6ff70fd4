"""The catalogue of formulas for capaian (`docs/sakip.md` §4.2), as numbers in and number out.

T is the target, R the realisasi, C the capaian in %. Everything is a `Fraction`, so that no
digit is lost before the one rounding at the end (`docs/sakip.md` §4.6).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

HUNDRED = Fraction(100)


class Rumus(StrEnum):
    """Codes of `docs/sakip.md` §4.2."""

    MAX = "MAX"
    MIN_2T = "MIN_2T"
    MIN_TR = "MIN_TR"
    MIN_SISA = "MIN_SISA"
    RANGE_8 = "RANGE_8"
    RANGE_8_MIN = "RANGE_8_MIN"
    STABIL = "STABIL"
    PREDIKAT = "PREDIKAT"
    YA_TIDAK = "YA_TIDAK"


class Arah(StrEnum):
    """Which way an indicator is good; with the profile it decides the formula."""

    NAIK = "naik"
    TURUN = "turun"
    RENTANG = "rentang"
    RENTANG_TURUN = "rentang_turun"
    STABIL = "stabil"
    PREDIKAT = "predikat"
    YA_TIDAK = "ya_tidak"


@dataclass(frozen=True)
class KeteranganRumus:
    """What a formula is called, how it is written and where it comes from."""

    nama: str
    rumus: str
    sumber: str


KETERANGAN: Mapping[Rumus, KeteranganRumus] = {
    Rumus.MAX: KeteranganRumus(
        "Makin besar makin baik", "Realisasi / Target × 100", "PermenPANRB 8/2021; praktik umum"
    ),
    Rumus.MIN_2T: KeteranganRumus(
        "Makin kecil makin baik (a)",
        "(2 × Target − Realisasi) / Target × 100",
        "PermenPANRB 8/2021, kondisi khusus",
    ),
    Rumus.MIN_TR: KeteranganRumus(
        "Makin kecil makin baik (b)", "Target / Realisasi × 100", "praktik beberapa daerah"
    ),
    Rumus.MIN_SISA: KeteranganRumus(
        "Sisa kuota", "(Target − Realisasi) / Target × 100", "praktik beberapa daerah"
    ),
    Rumus.RANGE_8: KeteranganRumus(
        "Target rentang",
        "di dalam rentang 100; di atasnya Realisasi / batas atas × 100; "
        "di bawahnya Realisasi / batas bawah × 100",
        "PermenPANRB 8/2021, kondisi normal",
    ),
    Rumus.RANGE_8_MIN: KeteranganRumus(
        "Target rentang, makin kecil makin baik",
        "di dalam rentang 100; di luarnya (1 + (1 − Realisasi / batas terdekat)) × 100",
        "PermenPANRB 8/2021, kondisi khusus",
    ),
    Rumus.STABIL: KeteranganRumus(
        "Makin dekat ke target makin baik",
        "(1 − |Realisasi − Target| / Target) × 100",
        "praktik BUMN/Kemenkeu",
    ),
    Rumus.PREDIKAT: KeteranganRumus(
        "Predikat", "skor realisasi / skor target × 100", "praktik umum"
    ),
    Rumus.YA_TIDAK: KeteranganRumus("Ada atau tidak", "Ya 100, Tidak 0", "praktik umum"),
}


def compute_max(target: Fraction, realisasi: Fraction) -> Fraction:
    """C = R/T × 100; T is not 0."""
    return realisasi / target * HUNDRED


def compute_min_2t(target: Fraction, realisasi: Fraction) -> Fraction:
    """C = (2T − R)/T × 100; T is not 0. Negative when R > 2T."""
    return (2 * target - realisasi) / target * HUNDRED


def compute_min_tr(target: Fraction, realisasi: Fraction) -> Fraction:
    """C = T/R × 100; R is not 0."""
    return target / realisasi * HUNDRED


def compute_min_sisa(target: Fraction, realisasi: Fraction) -> Fraction:
    """C = (T − R)/T × 100; T is not 0. What is left of a quota, no capaian in the usual sense."""
    return (target - realisasi) / target * HUNDRED


def compute_stabil(target: Fraction, realisasi: Fraction) -> Fraction:
    """C = (1 − |R − T|/T) × 100, never below 0; T is not 0."""
    return max(Fraction(0), (1 - abs(realisasi - target) / target) * HUNDRED)


def compute_range(low: Fraction, high: Fraction, realisasi: Fraction) -> Fraction:
    """RANGE_8: inside 100, outside the share of the bound that was passed, which is not 0."""
    if realisasi > high:
        return compute_max(high, realisasi)
    if realisasi < low:
        return compute_max(low, realisasi)
    return HUNDRED


def compute_range_min(low: Fraction, high: Fraction, realisasi: Fraction) -> Fraction:
    """RANGE_8_MIN: inside 100, outside [1 + (1 − R/bound)] × 100; the bound passed is not 0."""
    if realisasi > high:
        return compute_min_2t(high, realisasi)
    if realisasi < low:
        return compute_min_2t(low, realisasi)
    return HUNDRED


#: The formulas that take one target number.
BY_TARGET: Mapping[Rumus, Callable[[Fraction, Fraction], Fraction]] = {
    Rumus.MAX: compute_max,
    Rumus.MIN_2T: compute_min_2t,
    Rumus.MIN_TR: compute_min_tr,
    Rumus.MIN_SISA: compute_min_sisa,
    Rumus.STABIL: compute_stabil,
}

#: The formulas that take a target range.
BY_RANGE: Mapping[Rumus, Callable[[Fraction, Fraction, Fraction], Fraction]] = {
    Rumus.RANGE_8: compute_range,
    Rumus.RANGE_8_MIN: compute_range_min,
}
