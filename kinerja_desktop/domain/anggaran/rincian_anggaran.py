"""Sum the budget upward: sub kegiatan → kegiatan → program (`docs/sakip.md` §4.9)."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kinerja_desktop.domain.angka.periode import TRIWULAN, Periode
from kinerja_desktop.domain.angka.urutan_kode import order_kode


@dataclass(frozen=True)
class Simpul:
    """A budget line and its place in the tree; ids are opaque keys."""

    id: str
    kode: str
    nama: str
    jenis: str
    induk: str | None = None


@dataclass(frozen=True)
class RealisasiRupiah:
    """What was spent in a year: each triwulan for itself, or only the whole."""

    triwulan: tuple[Decimal | None, Decimal | None, Decimal | None, Decimal | None]
    tahunan: Decimal | None = None

    def sampai(self, periode: Periode) -> Decimal | None:
        """Return the rupiah spent up to the end of a period; None when nothing was entered."""
        last = periode.triwulan or TRIWULAN[-1]
        entered = [amount for amount in self.triwulan[:last] if amount is not None]
        if entered:
            return sum(entered, Decimal(0))
        return self.tahunan if periode.triwulan is None else None


@dataclass(frozen=True)
class BarisRincian:
    """A budget line with its own or summed amounts in rupiah; None where nothing was entered."""

    simpul: Simpul
    tingkat: int
    pagu: Decimal | None
    realisasi: Decimal | None


def roll_up(
    simpul: Sequence[Simpul],
    pagu: Mapping[str, Decimal | None],
    realisasi: Mapping[str, Decimal | None],
) -> list[BarisRincian]:
    """Return every line below its parent, in order of code, with amounts summed upward.

    Codes are ordered as people count. A line with amounts below it shows their sum; its own amount
    counts only where there are none, so that no rupiah is counted twice.
    """
    children: dict[str | None, list[Simpul]] = {}
    known = {item.id for item in simpul}
    for item in sorted(simpul, key=lambda item: order_kode(item.kode)):
        parent = item.induk if item.induk in known else None
        children.setdefault(parent, []).append(item)

    def total(item: Simpul, amounts: Mapping[str, Decimal | None]) -> Decimal | None:
        parts = [
            part
            for child in children.get(item.id, ())
            if (part := total(child, amounts)) is not None
        ]
        return sum(parts, Decimal(0)) if parts else amounts.get(item.id)

    def walk(parent: str | None, level: int) -> list[BarisRincian]:
        rows: list[BarisRincian] = []
        for item in children.get(parent, ()):
            rows.append(BarisRincian(item, level, total(item, pagu), total(item, realisasi)))
            rows += walk(item.id, level + 1)
        return rows

    return walk(None, 0)


def find_double(simpul: Sequence[Simpul], amounts: Mapping[str, Decimal | None]) -> list[Simpul]:
    """Return the lines whose own amount is left out because lines below have amounts."""
    with_amount = {key for key, value in amounts.items() if value is not None}
    parents = {item.induk for item in simpul if item.id in with_amount}
    return [item for item in simpul if item.id in with_amount and item.id in parents]


def find_counted(simpul: Sequence[Simpul], amounts: Mapping[str, Decimal | None]) -> set[str]:
    """Return the lines whose own amount `roll_up` counts: those without amounts anywhere below.

    Args:
        simpul: every line of the budget.
        amounts: of whole periods; their parts are then summed upward over the same lines.
    """
    parents = {item.id: item.induk for item in simpul}
    with_amount = {key for key, value in amounts.items() if value is not None}
    above: set[str] = set()
    for key in with_amount:
        parent = parents.get(key)
        while parent is not None and parent not in above:
            above.add(parent)
            parent = parents.get(parent)
    return with_amount - above


def find_topmost(simpul: Sequence[Simpul], chosen: Collection[str]) -> set[str]:
    """Return the chosen lines that lie below no other chosen one: only those are added up.

    Args:
        simpul: every line of the budget.
        chosen: ids of lines.
    """
    parents = {item.id: item.induk for item in simpul}

    def lies_below_chosen(key: str) -> bool:
        seen = {key}
        above = parents.get(key)
        # A line that was made its own ancestor must not keep us here for ever.
        while above is not None and above not in seen:
            if above in chosen:
                return True
            seen.add(above)
            above = parents.get(above)
        return False

    return {key for key in chosen if not lies_below_chosen(key)}


def add_up(amounts: Sequence[Decimal | None]) -> Decimal | None:
    """Return the sum of what was entered; None when nothing was."""
    entered = [amount for amount in amounts if amount is not None]
    return sum(entered, Decimal(0)) if entered else None
