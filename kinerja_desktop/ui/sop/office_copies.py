"""The office's own copies of SOPs: read, corrected by usulan, edited, taken into use."""

from collections.abc import Callable, Sequence
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from kinerja_desktop.domain.sop.formulir import Bacaan
from kinerja_desktop.domain.sop.langkah import Keterlibatan, Satuan
from kinerja_desktop.domain.sop.model import Sop
from kinerja_desktop.domain.sop.suntingan import (
    Suntingan,
    add_langkah,
    edit_langkah,
    move_langkah,
    remove_langkah,
    suntingan_of,
)
from kinerja_desktop.domain.sop.usulan import Usulan
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.sop.dokumen import SOP, SOP_SUMBER
from kinerja_desktop.services.sop.library import (
    SopKantor,
    accept,
    adopt_seed,
    list_seeds,
    name_sop,
    open_usulan,
    retire_sop,
    save_version,
)
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.choice_box import ChoiceBox
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.flow_layout import FlowLayout
from kinerja_desktop.ui.base.writing import writes
from kinerja_desktop.ui.sop.case_dialogs import SeedDialog
from kinerja_desktop.ui.sop.copy_words import log_of, remark_on, state_of
from kinerja_desktop.ui.sop.reading_box import ReadingBox
from kinerja_desktop.ui.sop.reading_table import ReadingTable, widen_tabs
from kinerja_desktop.ui.sop.sop_table import SopTable
from kinerja_desktop.ui.sop.step_editor import StepEditor
from kinerja_desktop.ui.sop.table_content import build_content
from kinerja_desktop.ui.sop.usulan_panel import UsulanPanel
from kinerja_desktop.ui.sop.writing import SopWriting

_LOG_HEADS = ("Versi", "Tanggal", "Oleh", "Tempat", "Tercetak", "Diterima")
_OWN, _CHANGE = "&Jadikan milik kantor…", "Ubah S&OP ini…"
_LOG_WIDTHS = (52, 120, 90, 0, 0, 0)


class OfficeCopies(QWidget):
    """One SOP of the office at a time, any version; only the version in force can change."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._copies: Sequence[SopKantor] = ()
        self.choice = ChoiceBox()
        self.choice.setAccessibleName("SOP kantor")
        self.choice.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.choice.activated.connect(self._show_chosen)
        self._wanted: UUID | None = None
        self.writing = SopWriting(self, context)
        self.adopt = self._button("Pakai SOP &bawaan…", self._adopt)
        self.new = self._button("SOP bar&u…", lambda: self._show_saved(self.writing.write_new()))
        self.copy = self._button("Sa&lin…", self._copy)
        self.own = self._button(_OWN, self._own)
        self.take = self._button("&Impor…", lambda: self.writing.take(self._show_saved))
        self.give = self._button("&Ekspor…", self._give)
        self.source = self._button("Naskah su&mber", self._show_chosen)
        self.source.setCheckable(True)
        self.retire = self._button("Berhenti memakai", self._retire)
        self.print = self._button("Cet&ak SOP", self._print)
        self.reading = ReadingBox()
        self.reading.activated.connect(self._show_chosen)
        self.table = SopTable()
        self.edit = self._button("Ubah lan&gkah…", self._edit)
        self.table.opened.connect(lambda _: self.edit.click())
        self.add = self._button("&Sisipkan di bawahnya…", self._add)
        self.remove = self._button("&Hapus langkah", self._remove)
        self.up = self._button("&Naikkan", lambda: self._move(-1))
        self.down = self._button("Turun&kan", lambda: self._move(1))
        writes(
            self.adopt, self.new, self.copy, self.own, self.take, self.retire, self.edit,
            self.add, self.remove, self.up, self.down,
        )  # fmt: skip
        self.usulan = UsulanPanel()
        self.usulan.accepted.connect(self._accept)
        self.log = ReadingTable(_LOG_HEADS, _LOG_WIDTHS, "Usulan yang diterima")
        self.remark = QLabel()
        self.remark.setObjectName("redup")
        self.remark.setWordWrap(True)
        self.tabs = QTabWidget()
        widen_tabs(self.tabs)
        self._compose()

    def show_copies(self, copies: Sequence[SopKantor]) -> None:
        """Show the office's SOPs; the chosen one stays, in its version in force."""
        chosen = self.chosen()
        was_active = chosen is None or chosen.aktif
        self._copies = copies
        self.choice.clear()
        for copy in copies:
            self.choice.addItem(f"{copy.nama} — versi {copy.versi}, {state_of(copy)}", copy.id)
        ids = [copy.id for copy in copies]
        wanted = self._wanted if self._wanted in ids else None
        self._wanted = None
        self.choice.setCurrentIndex(
            ids.index(wanted) if wanted else self._find(chosen, was_active=was_active)
        )
        self._show_chosen()

    def chosen(self) -> SopKantor | None:
        """Return the chosen SOP; None when the office has none."""
        row = self.choice.currentIndex()
        return self._copies[row] if 0 <= row < len(self._copies) else None

    def _find(self, before: SopKantor | None, *, was_active: bool) -> int:
        """Return the place of the version to show after a change."""
        if before is not None:
            for row, copy in enumerate(self._copies):
                is_same = copy.id == before.id
                is_successor = was_active and copy.aktif and copy.sop.id == before.sop.id
                if is_successor or (is_same and not was_active):
                    return row
            for row, copy in enumerate(self._copies):
                if copy.sop.id == before.sop.id:
                    return row
        return next((row for row, copy in enumerate(self._copies) if copy.aktif), 0)

    def _compose(self) -> None:
        head = QHBoxLayout()
        for widget in (self.choice, self.reading):
            head.addWidget(widget, int(widget is self.choice))
        deeds = FlowLayout()
        for button in (
            self.new, self.copy, self.own, self.adopt, self.take, self.give, self.print,
            self.source, self.retire,
        ):  # fmt: skip
            deeds.addWidget(button)
        steps = QWidget()
        inside = QVBoxLayout(steps)
        inside.setContentsMargins(*[style.SMALL] * 4)
        row = FlowLayout()
        for button in (self.edit, self.add, self.remove, self.up, self.down):
            row.addWidget(button)
        inside.addLayout(row)
        inside.addWidget(self.table, 1)
        self.tabs.addTab(steps, "Langkah")
        self.tabs.addTab(self.usulan, "Usulan")
        self.tabs.addTab(self.log, "Diterima")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(style.MEDIUM)
        layout.addLayout(head)
        layout.addLayout(deeds)
        layout.addWidget(self.remark)
        layout.addWidget(self.tabs, 1)

    def _button(self, text: str, deed: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.clicked.connect(lambda: deed())
        return button

    def _show_chosen(self) -> None:
        copy = self.chosen()
        is_active = copy is not None and copy.aktif
        self.tabs.setEnabled(copy is not None)
        source = copy.sumber if copy else None
        self.source.setVisible(source is not None)
        if source is None:
            self.source.setChecked(False)
        shows_source = self.source.isChecked()
        self.retire.setEnabled(is_active)
        self.own.setEnabled(is_active)
        self.own.setText(_CHANGE if copy and copy.sop.is_kantor else _OWN)
        for button in (self.edit, self.add, self.remove, self.up, self.down):
            button.setEnabled(is_active and not shows_source)
        for button in (self.print, self.copy, self.give):
            button.setEnabled(copy is not None)
        self.reading.setVisible(copy is None or shows_source or not copy.sop.is_kantor)
        self.remark.setText(remark_on(copy))
        self.remark.setVisible(not is_active)
        if copy is None:
            return
        usulan = open_usulan(copy.sop)
        shown = source if source and shows_source else copy.sop
        self.table.set_content(build_content(shown, self.reading.bacaan))
        self.usulan.show_usulan(usulan, is_active=is_active)
        self.tabs.setTabText(1, f"Usulan ({len(usulan)})")
        self.tabs.setTabText(2, f"Diterima ({len(copy.sop.penerimaan)})")
        self.log.set_rows(log_of(copy.sop))

    def _accept(self, usulan: Usulan) -> None:
        copy = self.chosen()
        assert copy is not None, "the panel shows usulan of the chosen SOP"
        self.context.store(self, lambda: accept(self.context.office, copy.id, usulan))

    def _change(self, change: Callable[[Sop], Sop]) -> UUID | None:
        """Make a new version; say what keeps it from being followed."""
        copy = self.chosen()
        assert copy is not None, "the buttons are enabled with an SOP"
        self.reading.choose(Bacaan.DIRAPIKAN)
        return self.context.attempt(
            self,
            lambda: save_version(self.context.office, copy.id, change(copy.sop)),
        )

    def _edit(self) -> None:
        copy, sequence = self.chosen(), self.table.sequence
        if copy is None or not copy.aktif or self.source.isChecked():
            return
        langkah = suntingan_of(copy.sop.get_langkah(sequence))
        dialog = StepEditor(
            self, copy.sop, f"Ubah langkah {sequence}", langkah, len(copy.sop.langkah)
        )
        if dialog.exec():
            self._change(lambda sop: edit_langkah(sop, sequence, dialog.suntingan()))

    def _add(self) -> None:
        copy, after = self.chosen(), self.table.sequence
        assert copy is not None, "the button is enabled with an SOP"
        empty = Suntingan(
            no="", uraian="", kelengkapan="", output="", keterangan="",
            peran=((copy.sop.kolom[0].kode, Keterlibatan.PELAKSANA),),
            waktu=1, satuan=Satuan.HARI,
        )  # fmt: skip
        dialog = StepEditor(
            self, copy.sop, f"Langkah baru sesudah langkah {after}", empty, len(copy.sop.langkah)
        )
        if dialog.exec() and self._change(lambda sop: add_langkah(sop, after, dialog.suntingan())):
            self.context.say(f"Langkah disisipkan sesudah langkah {after}.")

    def _remove(self) -> None:
        sequence = self.table.sequence
        if self._change(lambda sop: remove_langkah(sop, sequence)):
            self.context.say(f"Langkah {sequence} dihapus. Ctrl+Z mengembalikannya.")

    def _move(self, by: int) -> None:
        sequence = self.table.sequence
        if self._change(lambda sop: move_langkah(sop, sequence, by)):
            self.table.choose(sequence + by)

    def _adopt(self) -> None:
        seeds = {name_sop(sop): name for name, sop in list_seeds().items()}
        dialog = SeedDialog(self, list(seeds))
        if dialog.exec():
            name = dialog.box.currentText()
            if self.context.attempt(self, lambda: adopt_seed(self.context.office, seeds[name])):
                self.context.say(f"Dipakai: {name}")

    def take_file(self, path: Path) -> None:
        """Take in the SOP of a file that was dropped on the window."""
        self.writing.take_file(path, self._show_saved)

    def _copy(self) -> None:
        copy = self.chosen()
        assert copy is not None, "the button is enabled with an SOP"
        self._show_saved(self.writing.write_copy(copy))

    def _own(self) -> None:
        copy = self.chosen()
        assert copy is not None, "the button is enabled with an SOP"
        self._show_saved(self.writing.write_own(copy))

    def _give(self) -> None:
        copy = self.chosen()
        assert copy is not None, "the button is enabled with an SOP"
        self.writing.give(copy)

    def _show_saved(self, sop_id: UUID | None) -> None:
        """Show what was just kept: now, or when the page has read it."""
        ids = [copy.id for copy in self._copies]
        if sop_id in ids:
            self.choice.setCurrentIndex(ids.index(sop_id))
            self._show_chosen()
        elif sop_id is not None:
            self._wanted = sop_id

    def _retire(self) -> None:
        copy = self.chosen()
        assert copy is not None, "the button is enabled with an SOP"
        self.context.store(self, lambda: retire_sop(self.context.office, copy.id))

    def _print(self) -> None:
        copy = self.chosen()
        assert copy is not None, "the button is enabled with an SOP"
        dokumen = SOP_SUMBER if self.source.isChecked() else SOP
        wanted = Permintaan(dokumen.kunci, self.context.periode, tentang=copy.id)
        self.context.open_page("dokumen", wanted)
