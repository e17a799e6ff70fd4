"""Efficiency of the use of resources (`docs/sakip.md` §4.8)."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from kinerja_desktop.domain.angka.angka import round_half_up
from kinerja_desktop.domain.capaian.capaian import to_decimal

EFISIEN, CUKUP, TIDAK = "Efisien", "Cukup efisien", "Tidak efisien"

_BATAS_SELISIH = 5
_BATAS_PMK = 20


@dataclass(frozen=True)
class HasilEfisiensi:
    """A figure (in %, or rupiah for EF_RUPIAH) of two decimals and its word."""

    nilai: Decimal
    label: str


def compute_selisih(capaian: Fraction, serapan: Fraction) -> HasilEfisiensi:
    """EF_SELISIH: capaian − serapan; above 5 efisien, −5 to 5 cukup, below tidak efisien."""
    selisih = capaian - serapan
    if abs(selisih) <= _BATAS_SELISIH:
        return HasilEfisiensi(_show(selisih), CUKUP)
    return HasilEfisiensi(_show(selisih), EFISIEN if selisih > 0 else TIDAK)


def compute_rasio(capaian: Fraction, serapan: Fraction) -> HasilEfisiensi | None:
    """EF_RASIO: serapan / capaian, below 1 efisien; None when capaian is 0."""
    if capaian == 0:
        return None
    rasio = serapan / capaian
    return HasilEfisiensi(_show(rasio), EFISIEN if rasio < 1 else TIDAK)


def compute_sisa(capaian: Fraction, pagu: Decimal, realisasi: Decimal) -> HasilEfisiensi:
    """EF_RUPIAH: pagu − realisasi, called efficiency only if capaian is at least 100 %."""
    sisa = pagu - realisasi
    efisien = capaian >= 100 and sisa > 0
    return HasilEfisiensi(sisa, EFISIEN if efisien else "Sisa anggaran")


def compute_pmk(
    parts: Sequence[tuple[Decimal, Fraction, Decimal]],
) -> tuple[Decimal, Decimal] | None:
    """EF_PMK: efficiency E in % and its value NE (0–100), two decimals each.

    Args:
        parts: (pagu, capaian in %, realisasi anggaran) of each output.

    Returns:
        E = Σ[(pagu × capaian) − realisasi] / Σ(pagu × capaian) × 100 %;
        NE = 50 % + (E/20 × 50), E taken within ±20 % (PMK 249/2011, PMK 22/2021).
        None when nothing was planned or reached.
    """
    planned = sum((Fraction(pagu) * capaian / 100 for pagu, capaian, _ in parts), Fraction(0))
    if planned == 0:
        return None
    used = sum((Fraction(realisasi) for *_, realisasi in parts), Fraction(0))
    exact = (planned - used) / planned * 100
    bounded = max(Fraction(-_BATAS_PMK), min(Fraction(_BATAS_PMK), exact))
    return _show(exact), _show(50 + bounded / _BATAS_PMK * 50)


def _show(value: Fraction) -> Decimal:
    return round_half_up(to_decimal(value), 2)
