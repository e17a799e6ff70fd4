"""The table of what forms would change: ticked by mouse or space bar, copied as a block."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from kinerja_desktop.ui.pengumpulan.receive_model import HEADS, WIDTHS, ReceiveModel
from kinerja_desktop.ui.tables.copying import copy_on_key

_ROW_HEIGHT = 26


class ReceiveTable(QTableView):
    """Whole lines are chosen; Tab leaves the table."""

    def __init__(self, model: ReceiveModel) -> None:
        super().__init__()
        self._lines = model
        self.setModel(model)
        self.setAccessibleName("Perubahan dari formulir")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for place, width in enumerate(WIDTHS):
            if width:
                self.setColumnWidth(place, width)
        header.setSectionResizeMode(len(HEADS) - 1, QHeaderView.ResizeMode.Stretch)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The space bar ticks the row of the chosen line, wherever in it the cursor stands."""
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self._lines.toggle(self.currentIndex().row())
        elif not copy_on_key(self, event):
            super().keyPressEvent(event)
