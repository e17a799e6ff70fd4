"""The first rows of the office's sheet, with its headings marked."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView

from kinerja_desktop.services.pemetaan.view import SheetView
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.copying import copy_on_key
from kinerja_desktop.ui.base.table_menu import copying_deeds, open_menu
from kinerja_desktop.ui.tables.find_bar import FindsBelow
from kinerja_desktop.ui.tables.plain_model import ROOT, Index, Role


class SheetModel(QAbstractTableModel):
    """The texts of the first rows; row numbers and letters as in Excel."""

    def __init__(self) -> None:
        super().__init__()
        self._view: SheetView | None = None

    def show(self, view: SheetView | None) -> None:
        """Show another sheet, or none."""
        self.beginResetModel()
        self._view = view
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() or self._view is None else len(self._view.lines)

    def columnCount(self, parent: Index = ROOT) -> int:
        if parent.isValid() or self._view is None or not self._view.lines:
            return 0
        return len(self._view.lines[0])

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        if self._view is None or role != Role.DisplayRole:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return self._view.letters[section]
        mark = " judul" if self._is_heading(section) else ""
        return f"{section + 1}{mark}"

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if self._view is None or not index.isValid():
            return None
        if role in (Role.DisplayRole, Role.ToolTipRole):
            return self._view.lines[index.row()][index.column()]
        if role == Role.BackgroundRole and self._is_heading(index.row()):
            return QColor(style.ACCENT_SOFT)
        return None

    def _is_heading(self, row: int) -> bool:
        rows = self._view.rows if self._view else None
        return rows is not None and rows.top <= row < rows.first_data


class SheetTable(FindsBelow, QTableView):
    """Shows such a model; it is only read."""

    def __init__(self, model: SheetModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setAccessibleName("Baris pertama lembar")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().setDefaultSectionSize(24)
        self.horizontalHeader().setDefaultSectionSize(110)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        open_menu(self, event, copying_deeds(self))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not copy_on_key(self, event):
            super().keyPressEvent(event)
