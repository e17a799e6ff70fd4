"""The board of a period: whose data is still missing, and what of it."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSplitter, QVBoxLayout, QWidget

from kinerja_desktop.domain.angka.periode import TRIWULAN
from kinerja_desktop.domain.angka.tanggal import format_tanggal_isian
from kinerja_desktop.domain.pengumpulan.papan import BarisPapan, DataDitanya, KeadaanPemegang
from kinerja_desktop.services.pengumpulan.papan import Papan
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.empty_sheet import lead_to_renstra
from kinerja_desktop.ui.tables.plain_model import Column, Index, PlainTableModel
from kinerja_desktop.ui.tables.plain_table import PlainTable

#: Names of `style`: the colours follow the scheme.
_GROUNDS = {
    KeadaanPemegang.LENGKAP: "GOOD_SOFT",
    KeadaanPemegang.SEBAGIAN: "WARNING_SOFT",
    KeadaanPemegang.TERLAMBAT: "DANGER_SOFT",
}
_HOLDER_WIDTH = 220
_EMPTY = (
    "Tidak ada yang ditanyakan untuk {periode}.\n\nYang ditanyakan adalah indikator yang berlaku "
    "pada tahun itu: isi di Renstra & IKU, beserta Pengumpul data atau Penanggung jawabnya."
    "{tahunan}"
)
_TAHUNAN = " Indikator tahunan baru ditanyakan pada Triwulan IV dan setahun."


class BoardModel(PlainTableModel[BarisPapan]):
    """The holders; the state has its colour beside its word."""

    def __init__(self) -> None:
        super().__init__(_COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.BackgroundRole and index.column() == 1:
            row = self.rows[index.row()]
            ground = _GROUNDS.get(row.keadaan)
            if row.terlambat and not row.is_lengkap:
                ground = "DANGER_SOFT"
            return QColor(style.shade(ground)) if ground else None
        return super().data(index, role)


class HolderTable(PlainTable[BarisPapan]):
    """The holders take what the other columns leave, and never less than a name needs."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        header = self.horizontalHeader()
        others = header.length() - header.sectionSize(0)
        self.setColumnWidth(0, max(_HOLDER_WIDTH, self.viewport().width() - others))


class Board(QWidget):
    """Above, a line for each holder; below, what is asked of the chosen one.

    Signals:
        chosen: another holder was chosen.
    """

    chosen = Signal()

    def __init__(self, open_page: Callable[[str], object]) -> None:
        """Make the board; `open_page` shows another page by its key."""
        super().__init__()
        self.summary = QLabel()
        self.summary.setObjectName("subjudul")
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        self.empty = lead_to_renstra(open_page)
        self.model = BoardModel()
        self.table = HolderTable(self.model, "Pemegang data")
        self.details_model = PlainTableModel(_DETAILS)
        self.details = PlainTable(self.details_model, "Data yang ditanyakan")
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_details())
        self.tables = splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.table)
        splitter.addWidget(self.details)
        splitter.setSizes([1800, 1000])
        row = QHBoxLayout()
        row.addWidget(self.summary, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(style.SMALL)
        layout.addLayout(row)
        layout.addWidget(self.empty, 1)
        layout.addWidget(splitter, 1)
        layout.addStretch()

    def show_papan(self, papan: Papan) -> None:
        """Show the board of a period; the chosen holder stays chosen."""
        before = self.current()
        self.model.set_rows(papan.baris)
        name = before.pemegang if before else ""
        self.table.choose(lambda row: row.pemegang == name)
        self.summary.setText(papan.ringkasan)
        yearly = _TAHUNAN if papan.periode.triwulan not in (None, TRIWULAN[-1]) else ""
        self.empty.setText(_EMPTY.format(periode=papan.periode.label, tahunan=yearly))
        self.tables.setVisible(bool(papan.baris))
        self.empty.setVisible(not papan.baris)
        self.summary.setVisible(bool(papan.baris))
        self._show_details()

    def current(self) -> BarisPapan | None:
        """Return the chosen holder."""
        return self.table.current()

    def _show_details(self) -> None:
        row = self.current()
        self.details_model.set_rows(row.butir if row else ())
        self.chosen.emit()


def _day(day: date | None) -> str:
    return format_tanggal_isian(day) if day else "–"


def _late(row: BarisPapan) -> str:
    return f"{row.terlambat} hari kerja" if row.terlambat else "–"


_COLUMNS: Sequence[Column[BarisPapan]] = (
    Column("Pemegang data", lambda row: row.pemegang, _HOLDER_WIDTH),
    Column("Keadaan", lambda row: row.keadaan.value, 112),
    Column(
        "Terisi", lambda row: f"{row.terisi} dari {len(row.butir)}", 76, key=lambda row: row.terisi
    ),
    Column("Terlambat", _late, 96, key=lambda row: row.terlambat or None),
    Column("Batas waktu", lambda row: _day(row.tenggat), 96, key=lambda row: row.tenggat),
    Column("Kembali", lambda row: _day(row.masuk), 88, key=lambda row: row.masuk),
    Column("Dikirim", lambda row: _day(row.dikirim), 88, key=lambda row: row.dikirim),
    Column("Teguran", lambda row: str(row.teguran or "–"), 72, key=lambda row: row.teguran),
)

_DETAILS: Sequence[Column[DataDitanya]] = (
    Column("Data yang ditanyakan", lambda item: item.nama),
    Column("Jenis", lambda item: "Anggaran" if item.is_rupiah else "Indikator", 100),
    Column("Keadaan", lambda item: "sudah ada" if item.terisi else "belum ada", 120),
)
