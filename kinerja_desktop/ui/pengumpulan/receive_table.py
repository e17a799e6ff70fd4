"""The table of what forms would change: ticked by mouse or space bar, copied as a block."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QTableView

from kinerja_desktop.ui.base.copying import copy_on_key
from kinerja_desktop.ui.base.table_menu import copying_deeds, open_menu
from kinerja_desktop.ui.pengumpulan.receive_model import HEADS, WIDTHS, ReceiveModel
from kinerja_desktop.ui.tables.find_bar import FindsBelow
from kinerja_desktop.ui.tables.plain_table import dress_table

#: The column of the names, which takes what is left where nothing is remarked on.
_NAME = 2
#: In device-independent pixels: beside a text, and the most that one column wants.
_PADDING, _MOST = 16, 240
#: So many lines tell how wide their texts are.
_MEASURED = 200


class ReceiveTable(FindsBelow, QTableView):
    """Whole lines are chosen; Tab leaves the table."""

    def __init__(self, model: ReceiveModel) -> None:
        super().__init__()
        self._lines = model
        self.setModel(model)
        self._columns = dress_table(self, "Perubahan dari formulir", WIDTHS)
        model.modelReset.connect(self._share_width)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self.horizontalHeader().setDefaultAlignment(left)

    def _share_width(self) -> None:
        """Give the room to what is to be compared: a column that says nothing takes little."""
        lines = self._lines.lines[:_MEASURED]
        if not lines:
            return
        metrics, remarks = self.fontMetrics(), len(HEADS) - 1
        wanted = list(WIDTHS)
        for column in range(1, len(HEADS)):
            texts = [HEADS[column], *(line.teks[column - 1] for line in lines)]
            need = max(map(metrics.horizontalAdvance, texts)) + _PADDING
            wanted[column] = max(min(need, _MOST), min(WIDTHS[column], need))
        has_remarks = any(line.teks[-1] for line in lines)
        wanted[remarks if has_remarks else _NAME] = 0
        self._columns.want(wanted)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        open_menu(self, event, copying_deeds(self))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The space bar ticks the row of the chosen line, wherever in it the cursor stands."""
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self._lines.toggle(self.currentIndex().row())
        elif not copy_on_key(self, event):
            super().keyPressEvent(event)
