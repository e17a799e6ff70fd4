"""Indicators of many units side by side: what means the same is compared under one name.

Units word the same indicator differently; Bappeda says once which mean the same, and it is
remembered by their words and unit of measure (`docs/sakip.md` §10).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Context, Decimal, localcontext
from fractions import Fraction

from kinerja_desktop.domain.angka.angka import round_half_up
from kinerja_desktop.domain.capaian.capaian import to_decimal
from kinerja_desktop.domain.penerimaan.rekap import BarisRekap
from kinerja_desktop.domain.penerimaan.ringkas import IndikatorMasuk

Sebutan = tuple[str, str]
"""How an indicator is worded: its text and its unit of measure, folded."""

_DIGITS = 2
#: Adds up thousands of figures of forty digits without losing one.
_WIDE = Context(prec=80)


@dataclass(frozen=True)
class KelompokIndikator:
    """Indicators that are compared.

    Attributes:
        nama: what they are called together.
        satuan: their unit of measure; several, where they differ.
        baris: a line for each unit and period.
        rata_rata: the mean of the capaian that could be computed, in %; None of none.
        terhitung: of how many lines.
        sebutan: the ways in which units word it, as they are written.
    """

    nama: str
    satuan: str
    baris: tuple[BarisRekap, ...]
    rata_rata: Decimal | None
    terhitung: int
    sebutan: tuple[tuple[str, str], ...]


def fold_sebutan(uraian: str, satuan: str) -> Sebutan:
    """Return an indicator's words without what hands vary: case and spaces."""
    return " ".join(uraian.casefold().split()), " ".join(satuan.casefold().split())


def group_indikator(
    baris: Iterable[BarisRekap], padanan: Mapping[Sebutan, str]
) -> list[KelompokIndikator]:
    """Return the indicators by what they mean, those of the most units first.

    Args:
        baris: of all units, in their order.
        padanan: what Bappeda calls a wording; all others are called as the first unit words them.
    """
    groups: dict[tuple[str, ...], list[BarisRekap]] = {}
    names: dict[tuple[str, ...], str] = {}
    for line in baris:
        worded = fold_sebutan(line.indikator.uraian, line.indikator.satuan)
        nama = padanan.get(worded)
        key = worded if nama is None else (nama,)
        groups.setdefault(key, []).append(line)
        names.setdefault(key, nama or line.indikator.uraian)
    found = [_describe(names[key], lines) for key, lines in groups.items()]
    return sorted(found, key=lambda item: -len({line.paket.unit_id for line in item.baris}))


def _describe(nama: str, baris: Sequence[BarisRekap]) -> KelompokIndikator:
    items = [line.indikator for line in baris]
    scored = [item.tepat for item in items if item.tepat is not None]
    return KelompokIndikator(
        nama,
        ", ".join(dict.fromkeys(item.satuan for item in items if item.satuan)),
        tuple(baris),
        _mean(scored) if scored else None,
        len(scored),
        tuple(dict.fromkeys((item.uraian, item.satuan) for item in items)),
    )


def _mean(values: Sequence[Decimal]) -> Decimal:
    with localcontext(_WIDE):
        total = sum(values, Decimal(0))
    return round_half_up(to_decimal(Fraction(total) / len(values)), _DIGITS)


def rank(baris: Sequence[BarisRekap]) -> list[int | None]:
    """Return the place of each line by its capaian, the highest first; equal ones share a place.

    Only asked for: the offices differ in size and task, and a place says nothing of that.
    """
    exact = [line.indikator.tepat for line in baris]
    ordered = sorted((value for value in exact if value is not None), reverse=True)
    return [None if value is None else ordered.index(value) + 1 for value in exact]


def find_before(
    line: BarisRekap, lalu: Iterable[BarisRekap], padanan: Mapping[Sebutan, str]
) -> IndikatorMasuk | None:
    """Return the same indicator of the same unit in an earlier recap; None where there is none.

    Args:
        line: of the later recap.
        lalu: lines of this unit of the same part of an earlier year.
        padanan: what Bappeda calls a wording.
    """

    def mean(item: IndikatorMasuk) -> str | Sebutan:
        worded = fold_sebutan(item.uraian, item.satuan)
        return padanan.get(worded, worded)

    wanted = line.indikator
    items = [other.indikator for other in lalu]
    same = (item for item in items if item.id == wanted.id)
    alike = (item for item in items if mean(item) == mean(wanted))
    return next(same, None) or next(alike, None)
