"""Rencana Aksi: targets per triwulan beside the target of the year, and what is done for them."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from kinerja_desktop.domain.angka.periode import ROMAWI
from kinerja_desktop.domain.capaian.nilai import format_nilai
from kinerja_desktop.domain.sections import SECTIONS
from kinerja_desktop.domain.sections.indikator import AKUMULASI
from kinerja_desktop.services.kantor.data_entry import blank_row, fill_cells, read_tabel
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.identitas import list_pemilik_iki
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.rencana.dokumen import RENCANA_AKSI
from kinerja_desktop.services.rencana.matriks import (
    BarisBulanan,
    BarisRencana,
    read_rencana_aksi,
    read_rencana_bulanan,
)
from kinerja_desktop.services.riwayat.cell_history import CellPlace
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.empty_sheet import lead_to_renstra, tell_no_indikator
from kinerja_desktop.ui.base.page import Page
from kinerja_desktop.ui.base.waiting import Stored
from kinerja_desktop.ui.base.whose_box import WhoseBox
from kinerja_desktop.ui.rencana.entry import RENCANA_AKSI_PAGE
from kinerja_desktop.ui.rencana.month_matrix import MonthMatrix
from kinerja_desktop.ui.tables.grid_editor import GridEditor
from kinerja_desktop.ui.tables.grid_model import Cell, Column, Line
from kinerja_desktop.ui.tables.record_form import RecordForm
from kinerja_desktop.ui.tables.section_words import NO_WORDS, SectionWords

_FORM = ("aktivitas", "mata_anggaran_id", "penanggung_jawab")
_TW = ("tw1", "tw2", "tw3", "tw4")
_SECTION = SECTIONS["rencana_aksi"]
Read = tuple[list[BarisRencana], list[BarisBulanan], dict[UUID, str], SectionWords]


class RencanaAksiPage(Page):
    """One year; the line under the cursor has its activities below the table."""

    ENTRY = RENCANA_AKSI_PAGE

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._baris: dict[str, BarisRencana] = {}
        self._tahun = context.periode.tahun
        self._words = NO_WORDS
        self.whose = WhoseBox()
        self.whose.chosen.connect(self.reload)
        label = QLabel("&Untuk")
        label.setBuddy(self.whose)
        self.summary = QLabel()
        head = QHBoxLayout()
        head.addWidget(label)
        head.addWidget(self.whose)
        head.addStretch()
        head.addWidget(self.summary)
        self.grid = GridEditor(context, self._store, wrapped=0, name="Rencana Aksi")
        self.grid.line_chosen.connect(self._show_line)
        self.grid.offer_history(self._locate)
        self.form = RecordForm(_SECTION, self._save, self._choices, names=_FORM)
        self.heading = QLabel()
        self.heading.setObjectName("subjudul")
        self.heading.setWordWrap(True)
        self.empty = lead_to_renstra(context.open_page)
        self.print_button = QPushButton(style.icon("cetak"), "&Cetak…")
        self.print_button.clicked.connect(self._open_document)
        self.buttons.addWidget(self.print_button)
        self.body.addLayout(head)
        self.body.addWidget(self.empty, 1)
        self.months = MonthMatrix(context)
        self.content = QTabWidget()
        self.content.setDocumentMode(True)
        self.content.addTab(self._make_content(), "Per &triwulan")
        self.content.addTab(self.months, "Per &bulan")
        self.body.addWidget(self.content, 1)

    def reload(self) -> None:
        """Read the plan of the chosen year."""
        tahun, pejabat = self.context.periode.tahun, self.whose.pejabat

        def read(office: Office) -> Read:
            labels = read_tabel(office, "rencana_aksi", tahun=tahun).labels
            rows = read_rencana_aksi(office, tahun, pejabat)
            months = read_rencana_bulanan(office, tahun, pejabat)
            return rows, months, list_pemilik_iki(office), SectionWords(labels)

        def show(found: Read) -> None:
            self._tahun = tahun
            self._show(found)

        self.context.load(self, read, show)

    def _make_content(self) -> QWidget:
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.grid)
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.heading)
        column.addWidget(self.form, 1)
        splitter.addWidget(below)
        splitter.setSizes([2000, 1000])
        splitter.setStretchFactor(0, 2)
        splitter.setStretchFactor(1, 1)
        return splitter

    def _show(self, found: Read) -> None:
        rows, months, owners, self._words = found
        self._baris = {row.bahan.id: row for row in rows}
        self.whose.show_owners(owners)
        tahun = self._tahun
        self.empty.setText(
            tell_no_indikator(f"Tahun {tahun}", ", lalu bagi target tahunannya di sini")
        )
        self.empty.setVisible(not rows)
        self.content.setVisible(bool(rows))
        self.print_button.setEnabled(bool(rows))
        # Without a second grid there is nothing to choose between.
        self.content.setTabVisible(1, bool(months))
        self.content.tabBar().setVisible(bool(months))
        self.months.show_rows(tahun, months)
        odd = [row.bahan.id for row in rows if row.janggal]
        odd += [row.bahan.id for row in months if row.janggal]
        count = len(set(odd))
        self.summary.setText(
            f"<b>{count} indikator tidak selaras dengan target tahunan</b>" if count else ""
        )
        self.grid.show_lines(_COLUMNS, [_line(row) for row in rows], self._tahun)
        self._show_line(self.grid.current_key())

    def _show_line(self, key: str | None) -> None:
        row = self._baris.get(key) if key else None
        self.heading.setText(row.bahan.uraian if row else "")
        if row is None:
            self.form.show_row(None)
            return
        values = row.rencana or {**blank_row("rencana_aksi"), "id": None}
        values = {**values, "indikator_id": UUID(row.bahan.id), "tahun": self._tahun}
        same = self.form.shown_value("indikator_id") == values["indikator_id"]
        show = self.form.refresh_row if same else self.form.show_row
        show(values, self._words.describe, self._words.resolve)

    def _open_document(self) -> None:
        wanted = Permintaan(RENCANA_AKSI.kunci, self.context.periode, self.whose.pejabat)
        self.context.open_page("dokumen", wanted)

    def _save(self, name: str, value: Any) -> Stored | bool:
        indikator = self.form.shown_value("indikator_id")
        if indikator is None:
            return False
        cell = (str(indikator), name, value)

        deed = self._store(self.context.office, [cell])
        return self.context.store(self, deed, self.form.mark(name, value))

    def _locate(self, indikator: str, name: str) -> CellPlace:
        where = {"indikator_id": UUID(indikator), "tahun": self._tahun}
        return CellPlace(_SECTION.key, where, name)

    def _store(self, office: Office, cells: Sequence[Cell]) -> Callable[[], None]:
        tahun = self._tahun
        return partial(
            fill_cells,
            office,
            "rencana_aksi",
            [
                ({"indikator_id": UUID(key), "tahun": tahun}, name, value)
                for key, name, value in cells
            ],
        )

    def _choices(self, section: str) -> Sequence[str]:
        return self._words.choices(section)


_COLUMNS = (
    Column("uraian", "Indikator"),
    Column("satuan", "Satuan", "Persentase"),
    Column("target", "Target\nsetahun", "00.000,00", is_angka=True),
    *(
        Column(name, f"TW {romawi}", "00.000,00", _SECTION.field(name), format_nilai, is_angka=True)
        for name, romawi in zip(_TW, ROMAWI, strict=True)
    ),
)


def _line(row: BarisRencana) -> Line:
    bahan = row.bahan
    plan = row.rencana or {}
    return Line(
        bahan.id,
        bahan.uraian,
        {
            "uraian": f"{bahan.uraian} ({AKUMULASI[bahan.akumulasi].lower()})",
            "satuan": bahan.satuan,
            "target": format_nilai(bahan.target) or "Belum ada",
            **{name: plan.get(name) for name in _TW},
        },
        notes=dict.fromkeys(_TW, row.janggal) if row.janggal else {},
        satuan=bahan.satuan,
    )
