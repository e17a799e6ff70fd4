"""A small table to type into: rows come by themselves, blocks of Excel go in."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem

from kinerja_desktop.ui.base.copying import copy_on_key, read_rows
from kinerja_desktop.ui.base.reading_only import is_reader
from kinerja_desktop.ui.base.table_menu import Deed, copying_deeds, open_menu

_LEAST_HEIGHT, _ROW = 96, 26
_MOST_ROWS = 300


class GridBox(QTableWidget):
    """Texts in columns; the last row is always empty, to be typed into.

    Signals:
        edited: a cell was changed by the clerk.
    """

    edited = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self.setTabKeyNavigation(False)
        self.setMinimumHeight(_LEAST_HEIGHT)
        self._is_filling = False
        self.itemChanged.connect(self._hear)

    def show_rows(self, titles: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Show other rows below other headings."""
        if (titles, rows) == (self.titles(), self.rows()):
            return
        self._is_filling = True
        self.setColumnCount(len(titles))
        self.setHorizontalHeaderLabels(list(titles))
        self.setRowCount(len(rows) + 1)
        for place, row in enumerate(rows):
            for column, text in enumerate(row):
                self.setItem(place, column, QTableWidgetItem(text))
        for column in range(len(titles)):
            self.setItem(len(rows), column, QTableWidgetItem(""))
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        if titles and titles[0] == "No":
            header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self._is_filling = False

    def titles(self) -> tuple[str, ...]:
        """Return the headings."""
        found = (self.horizontalHeaderItem(column) for column in range(self.columnCount()))
        return tuple(item.text() if item else "" for item in found)

    def rows(self) -> tuple[tuple[str, ...], ...]:
        """Return the rows in which anything stands."""
        found = (
            tuple(self._text(row, column) for column in range(self.columnCount()))
            for row in range(self.rowCount())
        )
        return tuple(row for row in found if any(row))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if copy_on_key(self, event):
            return
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste_copied()
        elif event.key() == Qt.Key.Key_Delete and self.selectedItems():
            self.clear_cells()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        can_write = self.isEnabled() and not is_reader(self)
        has_block = bool(QGuiApplication.clipboard().text())
        own = [
            Deed("&Tempel", "Ctrl+V", self.paste_copied, can_write and has_block),
            Deed(
                "&Hapus isi", "Delete", self.clear_cells, can_write and bool(self.selectedItems())
            ),
        ]
        open_menu(self, event, [*copying_deeds(self), *own])

    def paste_copied(self) -> None:
        """Write what the clipboard holds from the cursor on."""
        self.paste(QGuiApplication.clipboard().text())

    def clear_cells(self) -> None:
        """Empty the chosen cells."""
        self._fill([(item.row(), item.column(), "") for item in self.selectedItems()])

    def paste(self, text: str) -> None:
        """Write a block of cells from the cursor on; what is wider or longer stays out."""
        row, column = max(self.currentRow(), 0), max(self.currentColumn(), 0)
        lines = read_rows(text)[: _MOST_ROWS - row]
        cells = [
            (row + down, column + right, " ".join(cell.split()))
            for down, line in enumerate(lines)
            for right, cell in enumerate(line)
            if column + right < self.columnCount()
        ]
        self.setRowCount(max(self.rowCount(), row + len(lines) + 1))
        self._fill(cells)

    def _fill(self, cells: Sequence[tuple[int, int, str]]) -> None:
        self._is_filling = True
        for row, column, text in cells:
            self.setItem(row, column, QTableWidgetItem(text))
        self._is_filling = False
        self._hear()

    def _hear(self) -> None:
        if self._is_filling:
            return
        last = self.rowCount() - 1
        is_full = any(self._text(last, column) for column in range(self.columnCount()))
        if is_full and self.rowCount() < _MOST_ROWS:
            self.insertRow(last + 1)
        self.edited.emit()

    def _text(self, row: int, column: int) -> str:
        item = self.item(row, column)
        return item.text().strip() if item else ""
