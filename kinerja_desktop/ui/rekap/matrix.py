"""Who has delivered what: a line for each unit, a column for each period."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QHeaderView

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.angka.tanggal import format_tanggal_isian
from kinerja_desktop.domain.penerimaan.rekap import LEWAT, BarisPenyampaian
from kinerja_desktop.ui.tables.plain_table import Column, PlainTable, PlainTableModel

_UNIT_WIDTH = 220


@dataclass(frozen=True)
class BarisMatriks:
    """A unit with what it delivered, by period."""

    unit: str
    penyampaian: Mapping[Periode, BarisPenyampaian]


class DeliveryMatrix(PlainTable[BarisMatriks]):
    """Its columns are the periods that are asked for, or of which something came."""

    def __init__(self) -> None:
        self.lines: PlainTableModel[BarisMatriks] = PlainTableModel(_columns(()))
        super().__init__(self.lines, "Penyampaian menurut unit dan periode")

    def show_rows(self, rows: Sequence[BarisPenyampaian]) -> None:
        """Show where each unit stands with each period."""
        periods = sorted({row.periode for row in rows}, key=lambda item: item.triwulan or 5)
        units: dict[str, dict[Periode, BarisPenyampaian]] = {}
        for row in rows:
            units.setdefault(row.unit, {})[row.periode] = row
        self.lines.columns = _columns(periods)
        self.lines.set_rows([BarisMatriks(unit, found) for unit, found in units.items()])
        header = self.horizontalHeader()
        for place in range(1, len(periods) + 1):
            header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
        self.setColumnWidth(0, _UNIT_WIDTH)


def describe(row: BarisPenyampaian | None) -> str:
    """Return in few words where a unit stands with a period: when it came, or how late it is."""
    if row is None:
        return ""
    late = f", lewat {row.hari} hari" if row.hari else ""
    if row.pertama is None:
        return f"Belum{late}" if row.keadaan == LEWAT else "Belum"
    versi = f", versi {row.versi}" if row.versi and row.versi > 1 else ""
    return f"{format_tanggal_isian(row.pertama)}{late}{versi}"


def _columns(periods: Sequence[Periode]) -> tuple[Column[BarisMatriks], ...]:
    return (
        Column("Unit", lambda row: row.unit, _UNIT_WIDTH),
        *(Column(periode.label, partial(_cell, periode)) for periode in periods),
    )


def _cell(periode: Periode, row: BarisMatriks) -> str:
    return describe(row.penyampaian.get(periode))
