"""The budget of units side by side: pagu, realisasi and serapan (`docs/sakip.md` §4.9)."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from kinerja_desktop.domain.anggaran.anggaran import compute_serapan
from kinerja_desktop.domain.anggaran.rincian_anggaran import add_up
from kinerja_desktop.domain.penerimaan.rekap import PaketRekap


@dataclass(frozen=True)
class AnggaranUnit:
    """What a unit may spend and has spent, in rupiah.

    Attributes:
        pagu: of its programs together; None where none is known.
        realisasi: the same of what was spent.
        serapan: realisasi in % of pagu; None where that cannot be said.
        program: how many programs it has.
    """

    paket: PaketRekap
    pagu: Decimal | None
    realisasi: Decimal | None
    serapan: Decimal | None
    program: int


def list_anggaran(paket: Iterable[PaketRekap]) -> list[AnggaranUnit]:
    """Return the budget of each package that tells one, in their order."""
    found = []
    for item in paket:
        rows = item.anggaran
        if not rows:
            continue
        pagu = add_up([row.pagu for row in rows])
        realisasi = add_up([row.realisasi for row in rows])
        found.append(
            AnggaranUnit(item, pagu, realisasi, compute_serapan(pagu, realisasi), len(rows))
        )
    return found
