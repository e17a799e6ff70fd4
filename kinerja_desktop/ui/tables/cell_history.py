"""*Riwayat isian ini*: what became of one cell, in a window beside the table."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QLabel, QTableView, QVBoxLayout, QWidget

from kinerja_desktop.domain.angka.tanggal import format_waktu
from kinerja_desktop.services.riwayat.cell_history import (
    CellChange,
    CellPlace,
    read_cell_history,
)
from kinerja_desktop.ui.base import dialogs, style
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.tables.plain_model import Column, PlainTableModel
from kinerja_desktop.ui.tables.plain_table import PlainTable

_WHEN = Column[CellChange]("Waktu", lambda row: format_waktu(row.waktu), 190, key=lambda r: r.waktu)
_WHO = Column[CellChange]("Oleh", lambda row: row.pelaku, 110)
_WHICH = Column[CellChange]("Isian", lambda row: row.kolom, 130)
_REST = (
    Column[CellChange]("Semula", lambda row: row.lama),
    Column[CellChange]("Menjadi", lambda row: row.baru),
    Column[CellChange]("Tindakan", lambda row: row.tindakan, 190),
)
_EMPTY = "Isian ini belum pernah diubah sejak data kantor ini dibuat."
_SIZE = (860, 320)


class CellHistory(QDialog):
    """Stands beside the window, which goes on meanwhile; Esc closes it."""

    def __init__(self, parent: QWidget, context: Context, place: CellPlace, name: str) -> None:
        """Read the changes of a cell and show them.

        Args:
            parent: beside which it stands.
            context: the window's.
            place: the cell, or a whole row.
            name: what its line is called on the screen; empty for nothing.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Riwayat isian ini" if place.kolom else "Riwayat baris ini")
        self.resize(*_SIZE)
        self.heading = QLabel(name)
        self.heading.setObjectName("subjudul")
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.heading.setWordWrap(True)
        self.heading.setVisible(bool(name))
        self.empty = QLabel(_EMPTY)
        self.empty.setObjectName("redup")
        self.empty.hide()
        which = () if place.kolom else (_WHICH,)
        self.model = PlainTableModel[CellChange]((_WHEN, _WHO, *which, *_REST))
        self.table = PlainTable(self.model, "Perubahan isian, yang terbaru di atas")
        layout = QVBoxLayout(self)
        layout.setSpacing(style.MEDIUM)
        layout.addWidget(self.heading)
        layout.addWidget(self.empty)
        layout.addWidget(self.table, 1)
        layout.addWidget(dialogs.make_close(self))
        context.load(self, lambda office: read_cell_history(office, place), self._show)

    def _show(self, changes: Sequence[CellChange]) -> None:
        self.model.set_rows(changes)
        self.empty.setVisible(not changes)
        self.table.setVisible(bool(changes))
        self.table.choose(lambda _: True)


def offer_history(
    context: Context,
    table: QTableView,
    locate: Callable[[QModelIndex], CellPlace | None],
    name: Callable[[QModelIndex], str],
    words: str = "&Riwayat isian ini",
) -> QAction:
    """Put *Riwayat isian ini* into the menu of a table.

    Args:
        context: the window's.
        table: it has its model already.
        locate: returns where a cell stands in the data, None for one that holds no entry.
        name: returns what the line of a cell is called.
        words: of the menu.
    """
    action = QAction(words, table)
    action.setEnabled(False)

    def follow(index: QModelIndex) -> None:
        action.setEnabled(index.isValid() and locate(index) is not None)

    def show() -> None:
        index = table.currentIndex()
        if index.isValid() and (place := locate(index)) is not None:
            CellHistory(table, context, place, name(index)).show()

    table.selectionModel().currentChanged.connect(lambda index, _: follow(index))
    table.model().modelReset.connect(lambda: follow(table.currentIndex()))
    action.triggered.connect(show)
    table.addAction(action)
    return action
