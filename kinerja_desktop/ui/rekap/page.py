"""Rekap: who has delivered what, all units side by side, what is odd, and papers of all of it."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QTabWidget, QVBoxLayout, QWidget

from kinerja_desktop.domain.penerimaan.kejanggalan import Kejanggalan
from kinerja_desktop.domain.penerimaan.rekap import BarisPenyampaian
from kinerja_desktop.progress import Cancelled, Progress
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.penerimaan.cetak import write_rekap_paper
from kinerja_desktop.services.penerimaan.komentar import Dikomentari
from kinerja_desktop.services.penerimaan.pandangan import (
    PandanganRekap,
    read_pandangan,
    write_rekap,
)
from kinerja_desktop.ui.base import dialogs, style
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.page import Page
from kinerja_desktop.ui.base.table_menu import Deed
from kinerja_desktop.ui.base.work_strip import WorkStrip
from kinerja_desktop.ui.base.writing import writes
from kinerja_desktop.ui.rekap.compare_tab import CompareTab
from kinerja_desktop.ui.rekap.entry import REKAP_PAGE
from kinerja_desktop.ui.rekap.lists import BUDGET, FIGURES, ODD, SCORES
from kinerja_desktop.ui.rekap.matrix_tab import MatrixTab
from kinerja_desktop.ui.rekap.search_tab import SearchTab
from kinerja_desktop.ui.tables.plain_model import Column, PlainTableModel
from kinerja_desktop.ui.tables.plain_table import PlainTable

_ODD_TAB = 5
_NO_PACKAGE = "Belum ada paket dari periode ini. Terima paketnya di Penerimaan."
_NO_BUDGET = "Belum ada paket dari periode ini yang memuat anggaran."
_NO_SCORE = (
    "Belum ada paket dari periode ini yang memuat nilai. Nilai E.81 ikut bila formulirnya final; "
    "paket dari versi program yang lebih lama tidak memuat nilai."
)
_NOTHING_ODD = "Tidak ada yang perlu ditanyakan pada periode ini."
_Write = Callable[[Office, Path, int, int | None, Progress, Cancelled], object]
#: Text of the menu, ending of the file, its kind in the dialog, and what writes it.
_SAVES: tuple[tuple[str, str, str, _Write], ...] = (
    ("&XLSX…", ".xlsx", "Excel (*.xlsx)", write_rekap),
    ("&PDF…", ".pdf", "PDF (*.pdf)", write_rekap_paper),
    ("&Word…", ".docx", "Word (*.docx)", write_rekap_paper),
)


class RekapPage(Page):
    """All of the year that is chosen at the top; of a triwulan, when one is."""

    ENTRY = REKAP_PAGE

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.save_button = QPushButton(style.icon("simpan"), "&Simpan")
        self.save_menu = QMenu(self.save_button)
        for text, suffix, pattern, write in _SAVES:
            action = self.save_menu.addAction(text)
            action.triggered.connect(partial(self._save, suffix, pattern, write))
        self.save_button.setMenu(self.save_menu)
        self.buttons.addWidget(self.save_button)
        self.total = QLabel()
        self.total.setObjectName("redup")
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.matrix = MatrixTab()
        self.compare = CompareTab(context)
        self.search = SearchTab(context)
        self.tabs.addTab(self.matrix, "&Penyampaian")
        self.tabs.addTab(self.compare, "Per&bandingan")
        self.empty: dict[PlainTable[Any], QLabel] = {}
        self.figures = self._add_list("&Indikator", FIGURES, _NO_PACKAGE)
        self.budget = self._add_list("&Anggaran", BUDGET, _NO_BUDGET)
        self.scores = self._add_list("&E.81 dan LKE", SCORES, _NO_SCORE)
        self.odd = self._add_list("Ke&janggalan", ODD, _NOTHING_ODD)
        self.ask_button = QPushButton(style.icon("tambah"), "Tulis &komentar…")
        writes(self.ask_button)
        self.ask_button.clicked.connect(self._ask)
        self.odd.offer(Deed("Tulis &komentar…", "Enter", self._ask))
        holder = self.odd.parentWidget()
        below = holder.layout() if holder is not None else None
        assert isinstance(below, QVBoxLayout)
        below.addWidget(self.ask_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.tabs.addTab(self.search, "&Cari")
        self.strip = WorkStrip(context)
        self.strip.busy_changed.connect(lambda: self.save_button.setEnabled(not self.strip.is_busy))
        self.body.addWidget(self.total)
        self.body.addWidget(self.tabs, 1)
        self.body.addWidget(self.strip)

    def reload(self) -> None:
        """Read the recap of the chosen period again."""
        periode = self.context.periode

        def read(office: Office) -> PandanganRekap:
            return read_pandangan(office, periode.tahun, periode.triwulan)

        def show(isi: PandanganRekap) -> None:
            if self.context.periode == periode:
                self._show(isi)

        self.context.load(self, read, show)

    def find_here(self) -> bool:
        """Look for a unit or an indicator in the table that is shown; or for a word in stories."""
        if self.tabs.currentWidget() is self.search and not self.search.table.hasFocus():
            self.search.word.setFocus()
            return True
        return super().find_here()

    def _add_list(self, title: str, columns: Sequence[Column[Any]], empty: str) -> PlainTable[Any]:
        table = PlainTable(PlainTableModel(columns), title.replace("&", ""))
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(*style.TAB)
        self.empty[table] = QLabel(empty)
        self.empty[table].setObjectName("redup")
        self.empty[table].setWordWrap(True)
        column.addWidget(self.empty[table])
        column.addWidget(table, 1)
        self.tabs.addTab(holder, title)
        return table

    def _ask(self) -> None:
        """Begin a comment on what is odd in the chosen row."""
        row: Kejanggalan | None = self.odd.current()
        if row is None or not self.context.may_write:
            return
        paket, indikator = row.baris.paket, row.baris.indikator.uraian
        said = f"{row.apa[:1].upper()}{row.apa[1:].rstrip('.')}. Mohon dijelaskan."
        wanted = Dikomentari(paket.unit_id, paket.periode, indikator, said)
        self.context.open_page("penerimaan", wanted)

    def _show(self, isi: PandanganRekap) -> None:
        self.total.setText(_describe(isi.rekap.penyampaian))
        self.matrix.show_rows(isi.rekap.penyampaian)
        self.compare.show_isi(isi)
        self.search.show_paket(isi.rekap.paket)
        lists: tuple[tuple[PlainTable[Any], Sequence[object]], ...] = (
            (self.figures, isi.rekap.baris), (self.budget, isi.anggaran),
            (self.scores, isi.bernilai), (self.odd, isi.kejanggalan),
        )  # fmt: skip
        for table, rows in lists:
            model = table.model()
            assert isinstance(model, PlainTableModel)
            model.set_rows(rows)
            self.empty[table].setVisible(not rows)
        self.ask_button.setVisible(bool(isi.kejanggalan))
        self.tabs.setTabText(_ODD_TAB, f"Ke&janggalan ({len(isi.kejanggalan)})")

    def _save(self, suffix: str, pattern: str, write: _Write) -> None:
        periode, office = self.context.periode, self.context.office
        part = f"_TW{periode.triwulan}" if periode.triwulan else ""
        name = f"Rekap_Kinerja_{periode.tahun}{part}{suffix}"
        target = dialogs.choose_save_file(self, "Simpan rekap", name, pattern)
        if target is None:
            return
        self.strip.run(
            f"Menulis {target.name}…",
            lambda task: write(
                office, target, periode.tahun, periode.triwulan, task.report, task.is_cancelled
            ),
            done=lambda _: self.context.say_written(f"Tersimpan: {target}", target.parent),
            failed=lambda error: self.context.explain(self, error),
        )


def _describe(rows: Sequence[BarisPenyampaian]) -> str:
    came = sum(row.pertama is not None for row in rows)
    late = sum(bool(row.hari) for row in rows)
    if not rows:
        return "Belum ada unit yang diminta mengirim: isi Penerimaan → Unit."
    return f"{came} dari {len(rows)} paket sudah diterima, {late} terlambat atau lewat tenggat."
