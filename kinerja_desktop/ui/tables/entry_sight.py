"""Where a table that is filled like a spreadsheet is scrolled to, and what then names its lines."""

from PySide6.QtWidgets import QTableView

from kinerja_desktop.ui.base.elided_label import ElidedLabel


class RowName(ElidedLabel):
    """Names the line of the cursor while the column that names it is scrolled away.

    Otherwise it is hidden, and takes no room.
    """

    def __init__(self, table: QTableView, naming: int) -> None:
        """Begin to follow the cursor.

        Args:
            table: has its model already.
            naming: the column whose text names a line, together with those left of it.
        """
        super().__init__()
        self._table, self._naming = table, naming
        self.hide()
        model = table.model()
        for signal in (model.modelReset, model.dataChanged, table.selectionModel().currentChanged,
                       table.horizontalScrollBar().valueChanged):  # fmt: skip
            signal.connect(self._follow)

    def _follow(self) -> None:
        index = self._table.currentIndex()
        cells = [index.siblingAtColumn(place).data() for place in range(self._naming + 1)]
        # On one line, whatever lines the text has in its cell.
        text = " ".join(" ".join(cell or "" for cell in cells).split())
        self.setText(text)
        self.setAccessibleName(f"Baris kursor: {text}")
        is_cut = self._table.columnViewportPosition(self._naming) < 0
        self.setVisible(bool(text) and is_cut)


def look_at_cell(table: QTableView) -> None:
    """Show the first column whole where the cell of the cursor is seen even so, else that cell.

    What was scrolled for a cell farther right, or in a narrower window, is not needed any more.
    """
    column = table.currentIndex().column()
    if column >= 0:
        start, bar = table.horizontalHeader().sectionPosition(column), table.horizontalScrollBar()
        room, end = table.viewport().width(), start + table.columnWidth(column)
        bar.setValue(find_offset(bar.value(), start, end, room))


def find_offset(now: int, start: int, end: int, room: int) -> int:
    """Return how far to scroll for a cell; all in device-independent pixels.

    Args:
        now: how far it is scrolled.
        start: left edge of the cell, from that of the first column.
        end: its right edge.
        room: how much is seen at once.
    """
    return 0 if end <= room else min(max(now, end - room), start)
