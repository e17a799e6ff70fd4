"""Who has delivered what: a line for each unit, a column for each period."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.angka.tanggal import format_tanggal_isian
from kinerja_desktop.domain.penerimaan.rekap import HANYA_CONTOH, LEWAT, BarisPenyampaian
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.choice_box import ChoiceBox
from kinerja_desktop.ui.tables.plain_model import Column, PlainTableModel
from kinerja_desktop.ui.tables.plain_table import PlainTable

_UNIT_WIDTH = 220
_WHOLE = "Paket seluruhnya"


@dataclass(frozen=True)
class BarisMatriks:
    """A unit with what it delivered, by period."""

    unit: str
    penyampaian: Mapping[Periode, BarisPenyampaian]


class MatrixTab(QWidget):
    """Its columns are the periods that are asked for, or of which something came."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[BarisPenyampaian] = ()
        self.lines: PlainTableModel[BarisMatriks] = PlainTableModel(_columns((), ""))
        self.table = PlainTable(self.lines, "Penyampaian menurut unit dan periode")
        self.document = ChoiceBox()
        self.document.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.document.currentIndexChanged.connect(self._show)
        label = QLabel("&Dokumen")
        label.setBuddy(self.document)
        row = QHBoxLayout()
        row.addWidget(label)
        row.addWidget(self.document)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*style.TAB)
        layout.addLayout(row)
        layout.addWidget(self.table, 1)

    def show_rows(self, rows: Sequence[BarisPenyampaian]) -> None:
        """Show where each unit stands with each period; the chosen document stays chosen."""
        self._rows = rows
        chosen = self.document.currentText()
        kinds = sorted({kind_of(judul, row.periode) for row in rows for judul in row.dokumen})
        self.document.blockSignals(True)
        self.document.clear()
        self.document.addItems([_WHOLE, *kinds])
        self.document.setCurrentText(chosen if chosen in kinds else _WHOLE)
        self.document.blockSignals(False)
        self._show()

    def _show(self) -> None:
        chosen = self.document.currentText()
        periods = sorted({row.periode for row in self._rows}, key=lambda item: item.triwulan or 5)
        units: dict[str, dict[Periode, BarisPenyampaian]] = {}
        for row in self._rows:
            units.setdefault(row.unit, {})[row.periode] = row
        self.lines.columns = _columns(periods, "" if chosen == _WHOLE else chosen)
        self.lines.set_rows([BarisMatriks(unit, found) for unit, found in units.items()])
        header = self.table.horizontalHeader()
        for place in range(1, len(periods) + 1):
            header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
        self.table.setColumnWidth(0, _UNIT_WIDTH)


def kind_of(judul: str, periode: Periode) -> str:
    """Return a document's title without the period that it bears, which differs by column."""
    shorter = judul.replace(periode.label, "").replace(f"Tahun {periode.tahun}", "")
    return " ".join(shorter.split()) or judul


def describe(row: BarisPenyampaian | None) -> str:
    """Return in few words where a unit stands with a period: when it came, or how late it is."""
    if row is None:
        return ""
    late = f", lewat {row.hari} hari" if row.hari else ""
    if row.pertama is None:
        sample = f", {HANYA_CONTOH}" if row.contoh else ""
        return f"Belum{late if row.keadaan == LEWAT else ''}{sample}"
    versi = f", versi {row.versi}" if row.versi and row.versi > 1 else ""
    return f"{format_tanggal_isian(row.pertama)}{late}{versi}"


def _columns(periods: Sequence[Periode], document: str) -> tuple[Column[BarisMatriks], ...]:
    return (
        Column("Unit", lambda row: row.unit, _UNIT_WIDTH),
        *(
            Column(periode.label, partial(_cell, periode, document), key=partial(_came, periode))
            for periode in periods
        ),
    )


def _came(periode: Periode, row: BarisMatriks) -> date | None:
    """Sorted by when something came; who sent nothing yet comes last."""
    found = row.penyampaian.get(periode)
    return found.pertama if found else None


def _cell(periode: Periode, document: str, row: BarisMatriks) -> str:
    found = row.penyampaian.get(periode)
    if not document or found is None or found.pertama is None:
        return describe(found)
    kinds = {kind_of(judul, periode) for judul in found.dokumen}
    return "Ada" if document in kinds else "Tidak ada dalam paket"
