"""Rekap: who has delivered what, the indicators of all units, and the workbook of both."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QLabel, QPushButton, QTabWidget, QVBoxLayout, QWidget

from kinerja_desktop.domain.capaian.nilai import format_nilai
from kinerja_desktop.domain.penerimaan.banding import describe_capaian
from kinerja_desktop.domain.penerimaan.rekap import BarisPenyampaian, BarisRekap
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.penerimaan.pandangan import write_rekap
from kinerja_desktop.services.penerimaan.rekap import Rekap, read_rekap
from kinerja_desktop.ui.base import dialogs, style
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.page import Page
from kinerja_desktop.ui.base.work_strip import WorkStrip
from kinerja_desktop.ui.rekap.entry import REKAP_PAGE
from kinerja_desktop.ui.rekap.matrix import DeliveryMatrix
from kinerja_desktop.ui.tables.find_bar import FindBar
from kinerja_desktop.ui.tables.plain_table import Column, PlainTable, PlainTableModel

_FIGURES = (
    Column[BarisRekap]("Unit", lambda row: row.paket.unit, 128),
    Column[BarisRekap]("Periode", lambda row: row.paket.periode.label, 84),
    Column[BarisRekap]("Indikator", lambda row: row.indikator.uraian),
    Column[BarisRekap]("Satuan", lambda row: row.indikator.satuan, 54),
    Column[BarisRekap]("Target", lambda row: format_nilai(row.indikator.target), 62, True),
    Column[BarisRekap]("Realisasi", lambda row: format_nilai(row.indikator.realisasi), 68, True),
    Column[BarisRekap]("Capaian", lambda row: describe_capaian(row.indikator), 70, True),
    Column[BarisRekap]("Kategori", lambda row: row.indikator.kategori, 96),
)


class RekapPage(Page):
    """All of the year that is chosen at the top; of a triwulan, when one is."""

    ENTRY = REKAP_PAGE

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.save_button = QPushButton(style.icon("excel"), "Simpan &XLSX…")
        self.save_button.clicked.connect(self._save)
        self.buttons.addWidget(self.save_button)
        self.total = QLabel()
        self.total.setObjectName("redup")
        self.matrix = DeliveryMatrix()
        self.model = PlainTableModel(_FIGURES)
        self.figures = PlainTable(self.model, "Indikator semua unit")
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.finders: list[FindBar] = []
        for table, title in ((self.matrix, "&Penyampaian"), (self.figures, "&Indikator")):
            self.tabs.addTab(self._with_finder(table), title)
        self.strip = WorkStrip(context)
        self.strip.busy_changed.connect(lambda: self.save_button.setEnabled(not self.strip.is_busy))
        self.body.addWidget(self.total)
        self.body.addWidget(self.tabs, 1)
        self.body.addWidget(self.strip)

    def reload(self) -> None:
        """Read the recap of the chosen period again."""
        periode = self.context.periode

        def read(office: Office) -> Rekap:
            return read_rekap(office, periode.tahun, periode.triwulan)

        def show(rekap: Rekap) -> None:
            if self.context.periode == periode:
                self._show(rekap)

        self.context.load(self, read, show)

    def find_here(self) -> bool:
        """Look for a unit or an indicator in the table that is shown."""
        self.finders[self.tabs.currentIndex()].open()
        return True

    def _with_finder(self, table: PlainTable[BarisRekap] | DeliveryMatrix) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, style.SMALL, 0, 0)
        finder = FindBar(table)
        self.finders.append(finder)
        column.addWidget(table, 1)
        column.addWidget(finder)
        return holder

    def _show(self, rekap: Rekap) -> None:
        self.total.setText(_describe(rekap.penyampaian))
        self.matrix.show_rows(rekap.penyampaian)
        self.model.set_rows(list(rekap.baris))

    def _save(self) -> None:
        periode, office = self.context.periode, self.context.office
        part = f"_TW{periode.triwulan}" if periode.triwulan else ""
        path = dialogs.choose_save_file(
            self, "Simpan rekap", f"Rekap_Kinerja_{periode.tahun}{part}.xlsx", "Excel (*.xlsx)"
        )
        if path is None:
            return
        target = path if path.suffix.lower() == ".xlsx" else Path(f"{path}.xlsx")
        self.strip.run(
            f"Menulis {target.name}…",
            lambda task: write_rekap(office, target, periode.tahun, periode.triwulan),
            done=lambda _: self.context.say(f"Tersimpan: {target}"),
            failed=lambda error: self.context.explain(self, error),
            can_cancel=False,
        )


def _describe(rows: Sequence[BarisPenyampaian]) -> str:
    came = sum(row.pertama is not None for row in rows)
    late = sum(bool(row.hari) for row in rows)
    if not rows:
        return "Belum ada unit yang diminta mengirim: isi Penerimaan → Unit."
    return f"{came} dari {len(rows)} paket sudah diterima, {late} terlambat atau lewat tenggat."
