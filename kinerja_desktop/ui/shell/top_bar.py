"""The bar above every page: whose office, which period, search, and what can be taken back."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolBar, QWidget

from kinerja_desktop.domain.angka.periode import ROMAWI, Periode
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.choice_box import ChoiceBox
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.elided_label import ElidedLabel
from kinerja_desktop.ui.base.undo_keys import REDO
from kinerja_desktop.ui.shell.undoing import take_in_turn

_YEARS_AHEAD, _YEARS_BACK = 2, 8


class TopBar(QToolBar):
    """What holds for every page; its actions belong to the window and answer from anywhere."""

    def __init__(self, window: QWidget, context: Context) -> None:
        super().__init__("Periode")
        self._window, self._context = window, context
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.office_label = ElidedLabel()
        self.office_label.setObjectName("subjudul")
        self.office_label.setContentsMargins(style.MEDIUM, 0, 0, 0)
        self.addWidget(self.office_label)
        self.search_action = self._add_action("cari", "Cari", [QKeySequence("Ctrl+K")])
        self.search_action.setToolTip("Cari halaman, data, surat, bantuan (Ctrl+K)")
        self.tahun, self.triwulan = ChoiceBox(), ChoiceBox()
        self._fill_periode()
        undo = [QKeySequence(QKeySequence.StandardKey.Undo)]
        self.undo_action = self._add_action("batalkan", "Batalkan", undo)
        self.redo_action = self._add_action("ulangi", "Ulangi", REDO)
        self.undo_action.triggered.connect(self._undo)
        self.redo_action.triggered.connect(self._redo)

    def show_undo(self) -> None:
        """Show what Ctrl+Z and Ctrl+Y would take back, in words."""
        journal = self._context.office.journal
        for action, verb, label in (
            (self.undo_action, "Batalkan", journal.undo_label),
            (self.redo_action, "Ulangi", journal.redo_label),
        ):
            # What waits to be stored can be taken back too, in its turn.
            action.setEnabled(label is not None or self._context.waiting.count > 0)
            action.setToolTip(
                f"{verb}: {label}" if label else f"Tidak ada yang dapat di{verb.lower()}"
            )

    def _fill_periode(self) -> None:
        year = self._context.office.today().year
        for tahun in range(year + _YEARS_AHEAD, year - _YEARS_BACK - 1, -1):
            self.tahun.addItem(str(tahun), tahun)
        self.triwulan.addItem("Setahun", None)
        for number, romawi in enumerate(ROMAWI, start=1):
            self.triwulan.addItem(f"Triwulan {romawi}", number)
        for caption, box in (("&Tahun", self.tahun), ("T&riwulan", self.triwulan)):
            label = QLabel(caption)
            label.setBuddy(box)
            # A screen reader calls a box by what is chosen in it, not by its label.
            box.setAccessibleName(caption.replace("&", ""))
            self.addWidget(_together(label, box))
            box.activated.connect(self._choose_periode)
        self._show_periode(self._context.periode)
        self._context.periode_changed.connect(self._show_periode)
        self._context.periode_changed.connect(self._context.memory.keep_periode)

    def _add_action(self, icon: str, text: str, shortcuts: Sequence[QKeySequence]) -> QAction:
        action = QAction(style.icon(icon), text, self._window)
        action.setShortcuts(shortcuts)
        self.addAction(action)
        return action

    def _choose_periode(self) -> None:
        self._context.set_periode(Periode(self.tahun.currentData(), self.triwulan.currentData()))

    def _show_periode(self, periode: Periode) -> None:
        if self.tahun.findData(periode.tahun) < 0:
            self.tahun.addItem(str(periode.tahun), periode.tahun)
        self.tahun.setCurrentIndex(self.tahun.findData(periode.tahun))
        self.triwulan.setCurrentIndex(self.triwulan.findData(periode.triwulan))

    def _undo(self) -> None:
        journal = self._context.office.journal
        self._take("Dibatalkan", journal.undo, lambda: journal.undo_rows)

    def _redo(self) -> None:
        journal = self._context.office.journal
        self._take("Diulangi", journal.redo, lambda: journal.redo_rows)

    def _take(
        self, said: str, act: Callable[[], str | None], count_rows: Callable[[], int]
    ) -> None:
        buttons = self.undo_action, self.redo_action
        take_in_turn(self._context, self._window, said, act, count_rows, buttons, self.show_undo)


def _together(label: QLabel, box: QWidget) -> QWidget:
    """Hold a label to its box at a distance of their own.

    That of the bar comes of the style sheet; right after the wizard it was seen to be missing.
    """
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(style.MEDIUM, 0, 0, 0)
    row.setSpacing(style.MEDIUM)
    row.addWidget(label)
    row.addWidget(box)
    return holder
