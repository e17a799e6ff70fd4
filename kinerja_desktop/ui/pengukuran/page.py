"""Pengukuran: the table in which realisasi is typed, and everything about the current line."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.capaian.keselarasan import describe_rata
from kinerja_desktop.domain.capaian.tindak_lanjut import TempatIndikator
from kinerja_desktop.domain.laporan.cara_hitung import Keterangan
from kinerja_desktop.services.pengukuran.isi import IsiPengukuran, read_isi, refresh_indikator
from kinerja_desktop.services.riwayat.cell_history import CellPlace
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.empty_sheet import lead_to_renstra, tell_no_indikator
from kinerja_desktop.ui.base.meaning import MeaningLink
from kinerja_desktop.ui.base.page import Page
from kinerja_desktop.ui.base.waiting import Mark, Stored
from kinerja_desktop.ui.base.whose_box import WhoseBox
from kinerja_desktop.ui.pengukuran.dropped import DroppedEvidence, are_evidence
from kinerja_desktop.ui.pengukuran.entry import PENGUKURAN_PAGE
from kinerja_desktop.ui.pengukuran.lifecycle import LifecycleButtons
from kinerja_desktop.ui.pengukuran.model import LembarModel
from kinerja_desktop.ui.pengukuran.panel import FigurePanel
from kinerja_desktop.ui.pengukuran.saving import SheetSaver
from kinerja_desktop.ui.pengukuran.status_band import StatusBand
from kinerja_desktop.ui.pengukuran.table import LembarTable
from kinerja_desktop.ui.pengukuran.tools import SheetTools
from kinerja_desktop.ui.pimpinan.opening import ReadingButton
from kinerja_desktop.ui.tables.cell_history import offer_history
from kinerja_desktop.ui.tables.find_bar import FindBar

_HINT = (
    "Enter ke bawah · F2 mengubah · Delete mengosongkan · Ctrl+V menempel dari Excel · "
    "Ctrl+D mengisi ke bawah · Ctrl+F mencari"
)
_HINT_READING = "Ctrl+C menyalin untuk Excel · Ctrl+F mencari"
_HELP = """Enter ke bawah, Tab ke sel isian berikutnya, Ctrl+panah ke ujung yang terisi
F2 mengubah isi sel, Esc membatalkannya, Delete mengosongkan
Ctrl+C menyalin untuk Excel, Ctrl+Shift+C beserta judul kolomnya
Ctrl+V menempel dari Excel: realisasi saja; target dan realisasi berdampingan (target hanya
dibandingkan); atau realisasi, pendorong, penghambat, tindak lanjut, penanggung jawab, batas waktu;
kolom nama atau kode indikator menentukan barisnya
Ctrl+D mengisi ke bawah, Ctrl+L seperti triwulan lalu, Ctrl+Z membatalkan
Ctrl+F mencari indikator, sasaran, angka, juga faktor dan tindak lanjut"""
#: From this height on there is room for the line that tells the keys.
_ROOMY = 560


class PengukuranPage(Page):
    """One measurement: a year or triwulan, of the office (IKU) or of an official (IKI)."""

    ENTRY = PENGUKURAN_PAGE

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._isi: IsiPengukuran | None = None
        #: Counts our own edits: what was read before one of them is out of date.
        self._edits = 0
        self._is_editing = False
        #: What the mean of all takes on one line.
        self._mean_width = 0
        #: The line that another page asked for, until it is shown.
        self._wanted: TempatIndikator | None = None
        self.lifecycle = LifecycleButtons(context)
        self.reading_button = ReadingButton(context, self)
        self.buttons.addWidget(self.reading_button)
        self.buttons.addWidget(self.lifecycle)
        saver = SheetSaver(context, self, self._shown_periode, self._edit, self._note_done)
        self.model = LembarModel(saver.save_realisasi, self)
        saver.model = self.model
        self.table = LembarTable(self.model, saver.save_rows)
        self.history_action = offer_history(context, self.table, self._locate, self._name)
        self.finder = FindBar(self.table)
        self.panel = FigurePanel(context, saver)
        saver.mark_story = self.panel.story.mark
        self.band = StatusBand()
        self.whose = WhoseBox()
        self.tools = SheetTools(context, self.table, self.model, lambda: self.whose.pejabat)
        self.mean = QLabel()
        # In a narrow window it takes two lines, so that the window fits the screen.
        self.mean.setWordWrap(True)
        self.line = QLabel()
        # It is cut to the room there is, and must not ask for more.
        self.line.setMinimumWidth(1)
        self.line.setToolTip(_HELP)
        self.note = QLabel()
        self.note.setObjectName("pita")
        self.note.setWordWrap(True)
        self.note.hide()
        self.meaning = MeaningLink()
        for link in (self.meaning, self.panel.story.meaning):
            link.asked.connect(context.help_wanted)
        self.empty = lead_to_renstra(context.open_page)
        self.stack = QStackedWidget()
        self.stack.addWidget(self._make_content())
        self.stack.addWidget(self.empty)
        self.body.addLayout(self._make_head())
        self.body.addWidget(self.band)
        self.body.addWidget(self.stack, 1)
        self.table.addAction(self.panel.count_action)
        self.dropped = DroppedEvidence(context, self.table, self.model, self.panel)
        self.table.rejected.connect(self._show_line)
        self.table.typing.connect(self._judge)
        self.table.selectionModel().currentChanged.connect(self._show_current)
        self.whose.chosen.connect(self.reload)
        self._show_line("")

    def _locate(self, index: QModelIndex) -> CellPlace | None:
        """Return where the realisasi of a line stands in the data, in whatever column of it."""
        item = self.model.indikator_at(index)
        if item is None:
            return None
        periode = self._shown_periode()
        where = {
            "indikator_id": UUID(item.bahan.id),
            "tahun": periode.tahun,
            "triwulan": periode.triwulan,
        }
        return CellPlace("realisasi", where, "nilai")

    def _name(self, index: QModelIndex) -> str:
        item = self.model.indikator_at(index)
        return f"Realisasi {self._shown_periode().label}: {item.bahan.uraian}" if item else ""

    def reload(self) -> None:
        """Read the sheet of the chosen period again."""
        stamp, periode, pejabat = self._edits, self.context.periode, self.whose.pejabat

        def show(isi: IsiPengukuran) -> None:
            if (periode, pejabat) != (self.context.periode, self.whose.pejabat):
                return
            if stamp == self._edits:
                self._show(isi)
            else:
                self.reload()

        self.context.load(self, lambda office: read_isi(office, periode, pejabat), show)

    def find_here(self) -> bool:
        """Look for an indicator or figure in the table."""
        if not self.table.isVisible():
            return False
        self.finder.open()
        return True

    def receive(self, argument: Any) -> None:
        """Show the period, or the line, that another page asks for."""
        if isinstance(argument, TempatIndikator):
            self._wanted = argument
            self.whose.choose(argument.pejabat)
            argument = argument.periode
            self.reload()
        if isinstance(argument, Periode):
            self.context.set_periode(argument)

    def take_dropped(self, paths: list[Path], at: QPoint | None = None) -> bool:
        """Attach files as evidence of the figure they were dropped on, while a draft.

        On the panel below the table that is the figure of which the panel tells.
        """
        is_draft = self._isi is not None and not self._isi.status.is_final
        can_take = is_draft and self.context.may_write and are_evidence(paths)
        return can_take and self.dropped.take(paths, at)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange_head()
        self._show_line("" if self.line.text() == _HINT else self.line.text())

    def _make_head(self) -> QBoxLayout:
        label = QLabel("&Ukur")
        label.setBuddy(self.whose)
        self.whose.setAccessibleName("Ukur")
        row = QHBoxLayout()
        row.addWidget(label)
        row.addWidget(self.whose)
        row.addStretch()
        row.addWidget(self.tools)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.addLayout(row)
        self._head.addWidget(self.mean, 1)
        return self._head

    def _arrange_head(self) -> None:
        """Put the mean below where the tools leave it less than half of its words' width."""
        row = self._head.itemAt(0)
        assert row is not None
        room = self.stack.width() - row.minimumSize().width() - self._head.spacing()
        self._head.setDirection(
            QBoxLayout.Direction.TopToBottom
            if room < self._mean_width // 2 + style.LARGE
            else QBoxLayout.Direction.LeftToRight
        )

    def _make_content(self) -> QWidget:
        upper = QWidget()
        column = QVBoxLayout(upper)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.table, 1)
        column.addWidget(self.finder)
        told = QHBoxLayout()
        told.setSpacing(style.SMALL)
        told.addWidget(self.note, 1)
        told.addWidget(self.meaning)
        column.addLayout(told)
        column.addWidget(self.line)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.addWidget(upper)
        splitter.addWidget(self.panel)
        splitter.setSizes([2000, 1000])
        splitter.setStretchFactor(0, 2)
        splitter.setStretchFactor(1, 1)
        splitter.setChildrenCollapsible(False)
        return splitter

    def _show(self, isi: IsiPengukuran) -> None:
        kept = self.model.indikator_at(self.table.currentIndex())
        self._isi = isi
        self.whose.show_owners(isi.pemilik)
        is_empty = not isi.hasil.indikator
        self.empty.setText(tell_no_indikator(self.context.periode.label))
        if not self.whose.pejabat:
            self.reading_button.offer_for(isi.hasil.periode, has_indikator=not is_empty)
        self.stack.setCurrentIndex(1 if is_empty else 0)
        self.band.show_status(isi.status)
        self.lifecycle.show_status(
            isi.hasil.periode, self.whose.pejabat, isi.status, is_empty=is_empty
        )
        self._show_hasil()
        if not self.table.currentIndex().isValid() and not is_empty:
            wanted = kept.bahan.id if kept else ""
            target = self.model.entry_index(wanted)
            if not target.isValid():
                target = self.model.entry_index(isi.hasil.indikator[0].bahan.id)
            self.table.setCurrentIndex(target)
        wants_story = self._go_to_wanted(isi.hasil.periode)
        self._show_current()
        if wants_story:
            self.panel.open_story()

    def _go_to_wanted(self, periode: Periode) -> bool:
        """Go to the line that another page asked for; tell whether its story is wanted."""
        wanted = self._wanted
        if not wanted or (wanted.periode, wanted.pejabat) != (periode, self.whose.pejabat):
            return False
        self._wanted = None
        target = self.model.entry_index(str(wanted.indikator))
        if target.isValid():
            self.table.setCurrentIndex(target)
            self.table.scrollTo(target)
        return target.isValid() and wanted.is_narasi

    def _show_hasil(self) -> None:
        assert self._isi is not None
        hasil = self._isi.hasil
        self.model.set_hasil(hasil, locked=self._isi.status.is_final)
        self.tools.show_sheet(hasil.periode, locked=self._isi.status.is_final)
        self.mean.setText(f"<b>{describe_rata(hasil)}</b>")
        warna = hasil.rata_rata.warna
        style.set_tone(self.mean, warna if warna in style.KATEGORI else "kosong", "kategori")
        # As wide as its words on one line where there is room; wrapped, it would ask for a square.
        self.mean.setWordWrap(False)
        self._mean_width = self.mean.sizeHint().width()
        self.mean.setMaximumWidth(self._mean_width)
        self.mean.setWordWrap(True)
        self._arrange_head()

    def _show_current(self) -> None:
        isi = self._isi
        if isi is None:
            return
        item = self.model.indikator_at(self.table.currentIndex())
        key = item.bahan.id if item else ""
        remarks = self.model.remarks_at(self.table.currentIndex())
        self._show_note(remarks, isi.komentar.get(key, ()))
        self.panel.show_item(
            item,
            self.model.number_of(key) if item else 0,
            isi.hasil,
            isi.keterangan.get(key, Keterangan()),
            isi.bukti.get(key, 0),
            locked=isi.status.is_final,
        )
        if group := self.model.group_at(self.table.currentIndex()):
            self.panel.show_group(group, isi.hasil.profil)

    def _judge(self, index: QModelIndex, text: str) -> None:
        """Say while it is being typed what is odd about a figure."""
        try:
            self._show_note(self.model.check(index, self.model.parse_cell(index, text)))
        except ValueError:
            self._show_note(())  # it is not finished, or refused when it is

    def _show_note(self, remarks: Sequence[str], comments: Sequence[str] = ()) -> None:
        lines = [*remarks, *comments]
        self.note.setText("\n".join(f"△ {line}" for line in lines))
        self.note.setVisible(bool(lines))
        self.meaning.show_for(remarks)

    def _show_line(self, problem: str) -> None:
        self.line.setObjectName("bahaya" if problem else "redup")
        self.line.setText(problem or (_HINT if self.context.may_write else _HINT_READING))
        self.line.setVisible(bool(problem) or self.height() > _ROOMY)
        self.line.style().polish(self.line)

    def _note_done(self, key: str, periode: Periode, day: date | None) -> None:
        """Know of a tindak lanjut that it was done, before the page is read again."""
        isi = self._isi
        if isi is not None and isi.hasil.periode == periode:
            known = replace(isi.keterangan.get(key, Keterangan()), selesai=day)
            self._isi = replace(isi, keterangan={**isi.keterangan, key: known})

    def _shown_periode(self) -> Periode:
        """Return the period of the figures on screen; the chosen one may still be on its way."""
        assert self._isi is not None
        return self._isi.hasil.periode

    def _edit(self, key: str, deed: Callable[[], None], mark: Mark | None = None) -> Stored | bool:
        """Do a short deed on one indicator; its line and means are shown when it is done."""
        periode = self._shown_periode()

        def edit() -> None:
            # By the time of its turn the page may show something else, and then reads it again.
            is_shown = periode == self._shown_periode() and self.model.find_cell(key).isValid()
            self._is_editing = is_shown
            try:
                deed()
            finally:
                self._is_editing = False
            if is_shown:
                self._refresh(key)

        return self.context.store(self, edit, mark)

    def _refresh(self, key: str) -> None:
        """Show the line of an indicator and the means after our own edit."""
        assert self._isi is not None
        self._edits += 1
        hasil = refresh_indikator(self.context.office, self._isi.hasil, key)
        self._isi = replace(self._isi, hasil=hasil)
        self._show_hasil()
        self._show_current()

    def _hear(self, tables: set[str]) -> None:
        """Reload when others change something; our own edit shows itself."""
        if not self._is_editing:
            super()._hear(tables)
