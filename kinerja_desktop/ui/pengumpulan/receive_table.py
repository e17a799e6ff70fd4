"""The table of what forms would change: ticked by mouse or space bar, copied as a block."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QTableView

from kinerja_desktop.ui.base.copying import copy_on_key
from kinerja_desktop.ui.base.table_menu import copying_deeds, open_menu
from kinerja_desktop.ui.pengumpulan.receive_model import WIDTHS, ReceiveModel
from kinerja_desktop.ui.tables.find_bar import FindsBelow
from kinerja_desktop.ui.tables.plain_table import dress_table


class ReceiveTable(FindsBelow, QTableView):
    """Whole lines are chosen; Tab leaves the table."""

    def __init__(self, model: ReceiveModel) -> None:
        super().__init__()
        self._lines = model
        self.setModel(model)
        dress_table(self, "Perubahan dari formulir", WIDTHS)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self.horizontalHeader().setDefaultAlignment(left)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        open_menu(self, event, copying_deeds(self))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The space bar ticks the row of the chosen line, wherever in it the cursor stands."""
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self._lines.toggle(self.currentIndex().row())
        elif not copy_on_key(self, event):
            super().keyPressEvent(event)
