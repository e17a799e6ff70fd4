"""The office's own copies of SOPs: read, corrected by usulan, edited, taken into use."""

from collections.abc import Callable, Sequence
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

from kinerja_desktop.domain.angka.tanggal import format_tanggal
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
from kinerja_desktop.domain.sop.usulan import Usulan, describe_kunci
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.sop.dokumen import SOP
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
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.sop.case_dialogs import SeedDialog
from kinerja_desktop.ui.sop.flow_layout import FlowLayout
from kinerja_desktop.ui.sop.reading_box import ReadingBox
from kinerja_desktop.ui.sop.reading_table import TABS, ReadingTable
from kinerja_desktop.ui.sop.sop_table import SopTable
from kinerja_desktop.ui.sop.step_editor import StepEditor
from kinerja_desktop.ui.sop.table_content import build_content
from kinerja_desktop.ui.sop.usulan_panel import UsulanPanel

_LOG_HEADS = ("Versi", "Tanggal", "Oleh", "Tempat", "Tercetak", "Diterima")
_LOG_WIDTHS = (52, 120, 90, 0, 0, 0)


class OfficeCopies(QWidget):
    """One SOP of the office at a time, any version; only the version in force can change."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._copies: Sequence[SopKantor] = ()
        self.choice = QComboBox()
        self.choice.setAccessibleName("SOP kantor")
        self.choice.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.choice.activated.connect(self._show_chosen)
        self.adopt = self._button("Pakai SOP &bawaan…", self._adopt)
        self.retire = self._button("Berhenti memakai", self._retire)
        self.print = self._button("Cet&ak SOP", self._print)
        self.reading = ReadingBox()
        self.reading.activated.connect(self._show_chosen)
        self.table = SopTable()
        self.table.opened.connect(lambda _: self._edit())
        self.edit = self._button("&Ubah langkah…", self._edit)
        self.add = self._button("&Sisipkan di bawahnya…", self._add)
        self.remove = self._button("&Hapus langkah", self._remove)
        self.up = self._button("&Naikkan", lambda: self._move(-1))
        self.down = self._button("Turun&kan", lambda: self._move(1))
        self.usulan = UsulanPanel()
        self.usulan.accepted.connect(self._accept)
        self.log = ReadingTable(_LOG_HEADS, _LOG_WIDTHS, "Usulan yang diterima")
        self.remark = QLabel()
        self.remark.setObjectName("redup")
        self.remark.setWordWrap(True)
        self.tabs = QTabWidget()
        self.tabs.setStyleSheet(TABS)
        self._compose()

    def show_copies(self, copies: Sequence[SopKantor]) -> None:
        """Show the office's SOPs; the chosen one stays, in its version in force."""
        chosen = self.chosen()
        was_active = chosen is None or chosen.aktif
        self._copies = copies
        self.choice.clear()
        for copy in copies:
            self.choice.addItem(f"{copy.nama} — versi {copy.versi}, {_state(copy)}", copy.id)
        self.choice.setCurrentIndex(self._find(chosen, was_active=was_active))
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
        for button in (self.adopt, self.retire, self.print):
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
        for button in (self.edit, self.add, self.remove, self.up, self.down, self.retire):
            button.setEnabled(is_active)
        self.print.setEnabled(copy is not None)
        self.remark.setText(_remark(copy))
        self.remark.setVisible(not is_active)
        if copy is None:
            return
        usulan = open_usulan(copy.sop)
        self.table.set_content(build_content(copy.sop, self.reading.bacaan))
        self.usulan.show_usulan(usulan, is_active=is_active)
        self.tabs.setTabText(1, f"Usulan ({len(usulan)})")
        self.tabs.setTabText(2, f"Diterima ({len(copy.sop.penerimaan)})")
        self.log.set_rows(
            [
                (
                    str(entry.versi), format_tanggal(entry.tanggal), entry.oleh,
                    describe_kunci(entry.kunci), entry.tercetak or "(kosong)", entry.diterima,
                )
                for entry in reversed(copy.sop.penerimaan)
            ],
        )  # fmt: skip

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
        if copy is None or not copy.aktif:
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

    def _retire(self) -> None:
        copy = self.chosen()
        assert copy is not None, "the button is enabled with an SOP"
        self.context.store(self, lambda: retire_sop(self.context.office, copy.id))

    def _print(self) -> None:
        copy = self.chosen()
        assert copy is not None, "the button is enabled with an SOP"
        wanted = Permintaan(SOP.kunci, self.context.periode, tentang=copy.id)
        self.context.open_page("dokumen", wanted)


def _state(copy: SopKantor) -> str:
    return "dipakai" if copy.aktif else "tidak dipakai lagi"


def _remark(copy: SopKantor | None) -> str:
    """Return why nothing can be changed; empty when it can."""
    if copy is None:
        return "Kantor belum punya SOP. Pilih “Pakai SOP bawaan…” untuk mulai."
    if copy.aktif:
        return ""
    return "Versi ini tidak dipakai lagi: hanya dibaca. Pelaksanaan yang memakainya tetap jalan."
