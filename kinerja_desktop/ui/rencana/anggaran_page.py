"""Anggaran: pagu and realisasi of a year, and the list of budget lines itself."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtWidgets import (
    QDialog,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kinerja_desktop.domain.sections import SECTIONS
from kinerja_desktop.services.awal.setup import add_nomenklatur, read_nomenklatur
from kinerja_desktop.services.awal.siklus import REALISASI_ANGGARAN
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.rencana.anggaran import (
    PAGU,
    RENSTRA,
    AnggaranTahun,
    read_anggaran,
    set_anggaran,
    set_tanggal,
)
from kinerja_desktop.services.riwayat.cell_history import CellPlace
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.empty_state import EmptyState
from kinerja_desktop.ui.base.pick_dialog import PickDialog
from kinerja_desktop.ui.base.waiting import Stored
from kinerja_desktop.ui.base.writing import writes
from kinerja_desktop.ui.rencana.budget_dates import BudgetDates
from kinerja_desktop.ui.rencana.budget_grid import TOTAL, column_of, list_columns, list_lines
from kinerja_desktop.ui.rencana.entry import ANGGARAN_PAGE
from kinerja_desktop.ui.rencana.support_tab import SupportTab
from kinerja_desktop.ui.tables.data_page import DataPage
from kinerja_desktop.ui.tables.grid_editor import GridEditor
from kinerja_desktop.ui.tables.grid_model import Cell
from kinerja_desktop.ui.tables.section_editor import SectionEditor


class AnggaranPage(DataPage):
    """Typed in at the lowest lines, summed upward (`docs/sakip.md` §4.9)."""

    ENTRY = ANGGARAN_PAGE

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.pick_button = QPushButton(style.icon("tambah"), "&Ambil dari nomenklatur…")
        writes(self.pick_button)
        self.pick_button.clicked.connect(self._pick)
        self.buttons.addWidget(self.pick_button)
        self.budget = BudgetTab(context)
        self.add_tab("pagu", "Pagu dan realisasi", lambda: self.budget)
        self.support = SupportTab(context)
        self.add_tab("program_sasaran", "Program dan sasaran", lambda: self.support)
        lines = SectionEditor(
            context,
            SECTIONS["mata_anggaran"],
            columns=("kode", "nama", "jenis"),
            empty="Belum ada program. Ambil dari nomenklatur, atau tekan Tambah.",
        )
        self.add_tab("mata_anggaran", "Daftar program dan kegiatan", lambda: lines)

    def receive(self, argument: Any) -> None:
        """Open a tab; where it is what was spent, the cursor goes to the first that is missing."""
        if argument == REALISASI_ANGGARAN:
            super().receive("pagu")
            self.budget.go_to_spent()
        else:
            super().receive(argument)

    def _pick(self) -> None:
        items: list[tuple[Any, str]] = []
        heading = ""
        for row in read_nomenklatur():
            wanted = f"{row.kode_kegiatan} {row.kegiatan}"
            if wanted != heading:
                heading = wanted
                items.append((None, heading))
            note = "" if row.relevansi == "lazim" else f"  ({row.relevansi})"
            items.append((row, f"{row.kode_sub_kegiatan} {row.sub_kegiatan}{note}"))
        dialog = PickDialog(self, "Nomenklatur urusan 7.01", items, "&Tambahkan")
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        picked, office = dialog.picked(), self.context.office
        self.context.tasks.run(
            lambda task: add_nomenklatur(office, picked),
            done=lambda count: self.context.say(f"{count} baris anggaran ditambahkan."),
            failed=lambda error: self.context.explain(self, error),
        )


class BudgetTab(QWidget):
    """The table of pagu and realisasi of a year."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._tahun = context.periode.tahun
        self._wants_spent = False
        self.grid = GridEditor(context, self._store, wrapped=0, name="Anggaran", narrowest=200)
        self.grid.offer_history(self._locate)
        self.setFocusProxy(self.grid.table)
        self.empty = EmptyState(
            "Belum ada program dan kegiatan. Tekan Ambil dari nomenklatur, lalu isi pagu dan "
            "realisasinya di sini; jumlahnya dihitung ke atas."
        )
        self.stack = QStackedWidget()
        self.stack.addWidget(self.grid)
        self.stack.addWidget(self.empty)
        self.dates = BudgetDates(self._save_date, context.office.today)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*style.TAB)
        layout.addWidget(self.dates)
        layout.addWidget(self.stack)

    def go_to_spent(self) -> None:
        """Put the cursor where what was spent is entered, as soon as it is read."""
        self._wants_spent = True
        self.reload()

    def reload(self) -> None:
        """Read the budget of the chosen year."""
        tahun = self.context.periode.tahun

        def show(found: AnggaranTahun) -> None:
            self._tahun = tahun
            self.stack.setCurrentIndex(0 if found.baris else 1)
            self.dates.setVisible(bool(found.baris))
            self.dates.show_dates(tahun, found.tanggal)
            self.grid.show_lines(list_columns(), list_lines(found) if found.baris else [], tahun)
            if self._wants_spent:
                self._wants_spent = False
                self.grid.begin_at(column_of(self.context.periode.triwulan))

        self.context.load(self, lambda office: read_anggaran(office, tahun), show)

    def _save_date(self, name: str, day: date | None) -> Stored | bool:
        office, tahun = self.context.office, self._tahun

        mark = self.dates.mark(tahun, name, day)
        return self.context.store(self, lambda: set_tanggal(office, tahun, name, day), mark)

    def _locate(self, key: object, name: str) -> CellPlace | None:
        if key == TOTAL:
            return None
        tabel = "pagu" if name in (*PAGU, RENSTRA) else "realisasi_anggaran"
        return CellPlace(tabel, {"mata_anggaran_id": key, "tahun": self._tahun}, name)

    def _store(self, office: Office, cells: Sequence[Cell]) -> Callable[[], None]:
        return partial(set_anggaran, office, self._tahun, cells)
