"""What an LKjIP says: everything that is frozen when it is made final, and what follows from it."""

from dataclasses import dataclass

from kinerja_desktop.domain.lkjip.analisis import AnalisisLkjip, analyze
from kinerja_desktop.domain.lkjip.bahan import BahanLkjip
from kinerja_desktop.domain.lkjip.draf import write_draft
from kinerja_desktop.domain.lkjip.kelengkapan import BELUM_DITULIS, BagianTerisi, Tulisan, judge
from kinerja_desktop.domain.lkjip.kerangka import Kerangka
from kinerja_desktop.domain.lkjip.susunan import arrange


@dataclass(frozen=True)
class NaskahBeku:
    """All that a report is made of, as plain values.

    Attributes:
        bahan: the data.
        kerangka: the outline.
        tulisan: what the office wrote, by kunci of the section.
    """

    bahan: BahanLkjip
    kerangka: Kerangka
    tulisan: tuple[tuple[str, Tulisan], ...]


@dataclass(frozen=True)
class LaporanLkjip:
    """A report with every figure computed and every section filled.

    Attributes:
        beku: what it was made of.
        analisis: the figures.
        bagian: the sections in printing order, hidden ones too.
    """

    beku: NaskahBeku
    analisis: AnalisisLkjip
    bagian: tuple[BagianTerisi, ...]


def compose_lkjip(beku: NaskahBeku) -> LaporanLkjip:
    """Compute the figures and fill the sections; the same inputs always give the same report."""
    analisis = analyze(beku.bahan)
    susunan = arrange(beku.kerangka, beku.bahan.sasaran)
    written = dict(beku.tulisan)
    return LaporanLkjip(
        beku,
        analisis,
        tuple(
            judge(
                item,
                write_draft(item, analisis, beku.kerangka, susunan),
                written.get(item.kunci, BELUM_DITULIS),
                analisis,
            )
            for item in susunan
        ),
    )
