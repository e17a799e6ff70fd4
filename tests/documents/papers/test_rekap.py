"""The recap's paper: a chart only while its bars can be read."""

from decimal import Decimal

from kinerja_desktop.documents.naskah.blocks import ChartBlock
from kinerja_desktop.documents.papers.rekap import build_rekap
from kinerja_desktop.domain.laporan.kop import Kop, Penandatangan, Pengesahan, Tanda
from kinerja_desktop.domain.laporan.rekap import BarisUnit, RekapTercetak, TabelIndikator


def paper(units: int) -> RekapTercetak:
    rows = [
        BarisUnit(f"Unit {n}", "90", "95", "105,56%", "Tinggi", Decimal("105.56"))
        for n in range(units)
    ]
    return RekapTercetak(
        Kop("PEMERINTAH KABUPATEN LUMAJANG", "BAPPEDA", ()), "TAHUN 2024", [], [],
        [TabelIndikator("IKM", "", rows, "")], [], [],
        Pengesahan("Lumajang, 10 Februari 2025", Penandatangan(("Kepala Bappeda,",))), Tanda(),
    )  # fmt: skip


def test_more_than_25_bars_are_told_by_the_table_alone() -> None:
    for units, charts in ((25, 1), (26, 0)):
        blocks = build_rekap(paper(units)).blocks
        assert sum(isinstance(block, ChartBlock) for block in blocks) == charts
