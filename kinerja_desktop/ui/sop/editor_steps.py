"""The steps of an SOP that is being written, with the flowchart drawn as it is typed."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from kinerja_desktop.domain.sop.formulir import Bacaan
from kinerja_desktop.domain.sop.langkah import Keterlibatan, Satuan
from kinerja_desktop.domain.sop.model import Sop
from kinerja_desktop.domain.sop.suntingan import (
    Suntingan,
    add_langkah,
    duplicate_langkah,
    edit_langkah,
    move_langkah,
    remove_langkah,
    suntingan_of,
)
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.flow_layout import FlowLayout
from kinerja_desktop.ui.sop.draft import Draft
from kinerja_desktop.ui.sop.sop_table import SopTable
from kinerja_desktop.ui.sop.step_form import StepForm
from kinerja_desktop.ui.sop.table_content import build_content

#: The table is drawn anew when the keys have rested so long (milliseconds).
_REST_MS = 120
_FORM_WIDTH = 350


class StepsTab(QWidget):
    """At the left the table as it will be printed, at the right the fields of the chosen step."""

    def __init__(self, draft: Draft) -> None:
        super().__init__()
        self._draft = draft
        self._shown = 0
        self.table = SopTable()
        self.table.chosen.connect(self._choose)
        self.form = StepForm()
        self.form.changed.connect(self._edit)
        self.add = self._button("&Tambah di bawahnya", self._add)
        self.twin = self._button("&Gandakan", self._duplicate)
        self.up = self._button("Na&ikkan", lambda: self._move(-1))
        self.down = self._button("Tu&runkan", lambda: self._move(1))
        self.remove = self._button("&Hapus", self._remove)
        self._timer = QTimer(self, interval=_REST_MS, singleShot=True)
        self._timer.timeout.connect(self.draw)
        draft.changed.connect(self._timer.start)
        self._compose()
        self.draw()
        self._choose(1)

    def draw(self) -> None:
        """Draw the table and its flowchart as they are now."""
        self._timer.stop()
        self.table.set_content(build_content(self._draft.sop, Bacaan.TERCETAK))

    def showEvent(self, event: object) -> None:
        """Columns may have been named or added meanwhile."""
        super().showEvent(event)  # type: ignore[arg-type]
        self._fill()

    def _compose(self) -> None:
        area = QScrollArea()
        area.setWidget(self.form)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setMinimumWidth(_FORM_WIDTH)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, style.SMALL, 0)
        row = FlowLayout()
        for button in (self.add, self.twin, self.up, self.down, self.remove):
            row.addWidget(button)
        column.addLayout(row)
        column.addWidget(self.table, 1)
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.addWidget(left)
        halves.addWidget(area)
        halves.setStretchFactor(0, 1)
        halves.setChildrenCollapsible(False)
        layout = QHBoxLayout(self)
        layout.addWidget(halves)

    def _button(self, text: str, deed: Callable[[], object]) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: deed())
        return button

    def _choose(self, sequence: int) -> None:
        self._shown = sequence
        self._fill()

    def _fill(self) -> None:
        sop = self._draft.sop
        self._shown = min(max(1, self._shown), len(sop.langkah))
        self.form.fill(sop, suntingan_of(sop.get_langkah(self._shown)), len(sop.langkah))

    def _edit(self) -> None:
        typed = self.form.suntingan()
        self._draft.change(lambda sop: edit_langkah(sop, self._shown, typed))

    def _after(self, change: Callable[[Sop], Sop], sequence: int) -> None:
        """Change the steps themselves, and show the one with this sequence afterwards."""
        if self._draft.change(change):
            self.draw()
            self.table.choose(sequence)
            self._choose(sequence)

    def _add(self) -> None:
        after = self._shown
        empty = Suntingan(
            no="", uraian="", kelengkapan="", output="", keterangan="",
            peran=((self._draft.sop.kolom[0].kode, Keterlibatan.PELAKSANA),),
            waktu=1, satuan=Satuan.HARI,
        )  # fmt: skip
        self._after(lambda sop: add_langkah(sop, after, empty), after + 1)
        self.form.uraian.setFocus()

    def _duplicate(self) -> None:
        here = self._shown
        self._after(lambda sop: duplicate_langkah(sop, here), here + 1)

    def _move(self, by: int) -> None:
        here = self._shown
        self._after(lambda sop: move_langkah(sop, here, by), here + by)

    def _remove(self) -> None:
        here = self._shown
        self._after(lambda sop: remove_langkah(sop, here), max(1, here - 1))
