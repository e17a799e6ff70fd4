"""Tables that are read, not edited, and tabs whose words are not cut off."""

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTabBar,
    QTableWidgetItem,
    QTabWidget,
)

from kinerja_desktop.ui.base.table_menu import ReadTable
from kinerja_desktop.ui.tables.find_bar import FindsBelow


def widen_tabs(tabs: QTabWidget | QTabBar) -> None:
    """Give words room: Fusion moves those of the tabs behind down, out of their box."""
    tabs.setProperty("tab", "lebar")


class ReadingTable(FindsBelow, ReadTable):
    """The columns with a width keep it, the others share what is left."""

    def __init__(self, heads: Sequence[str], widths: Sequence[int], name: str) -> None:
        super().__init__(0, len(heads))
        self.setHorizontalHeaderLabels(list(heads))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setAccessibleName(name)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setMinimumSectionSize(48)
        for column, width in enumerate(widths):
            if width:
                self.setColumnWidth(column, width)
            else:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        header.sectionResized.connect(lambda *_: self.resizeRowsToContents())

    def set_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Show other rows."""
        self.setRowCount(len(rows))
        for row, texts in enumerate(rows):
            for column, text in enumerate(texts):
                self.setItem(row, column, QTableWidgetItem(text))
        self.resizeRowsToContents()
