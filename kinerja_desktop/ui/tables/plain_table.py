"""A table of plain rows that is only read: log, backups, contents of a package."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView

from kinerja_desktop.ui.tables.copying import copy_on_key
from kinerja_desktop.ui.tables.fitted_columns import FittedColumns
from kinerja_desktop.ui.tables.table_menu import copying_deeds, open_menu

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
ROOT = QModelIndex()
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_ROW_HEIGHT = 26
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class Column(Generic[T]):
    """A column: its heading, what stands in it, and how wide it is.

    Attributes:
        width: in device-independent pixels; 0 takes what is left.
    """

    title: str
    text: Callable[[T], str]
    width: int = 0
    is_number: bool = False


class PlainTableModel(QAbstractTableModel, Generic[T]):
    """Rows of any kind, shown through their columns."""

    def __init__(self, columns: Sequence[Column[T]]) -> None:
        super().__init__()
        self.columns = columns
        self.rows: Sequence[T] = ()

    def set_rows(self, rows: Sequence[T]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        column = self.columns[section]
        match role:
            case Role.DisplayRole:
                return column.title
            case Role.TextAlignmentRole:
                return _RIGHT if column.is_number else _LEFT
        return None

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        if role in (Role.DisplayRole, Role.ToolTipRole):
            return column.text(self.rows[index.row()])
        if role == Role.TextAlignmentRole and column.is_number:
            return _RIGHT
        return None


class PlainTable(QTableView, Generic[T]):
    """Shows such a model; whole rows are chosen, Tab leaves the table."""

    def __init__(self, model: PlainTableModel[T], name: str) -> None:
        super().__init__()
        self._plain = model
        self.setModel(model)
        dress_table(self, name, [column.width for column in model.columns])
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        open_menu(self, event, copying_deeds(self))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not copy_on_key(self, event):
            super().keyPressEvent(event)

    def current(self) -> T | None:
        """Return the chosen row."""
        row = self.currentIndex().row()
        return self._plain.rows[row] if 0 <= row < len(self._plain.rows) else None


def dress_table(table: QTableView, name: str, widths: Sequence[int]) -> None:
    """Give a table of whole lines its look: one line is chosen, Tab leaves it.

    Args:
        table: it has its model already.
        name: for who hears the screen instead of seeing it.
        widths: of the columns, in device-independent pixels; 0 takes what is left.
    """
    table.setAccessibleName(name)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setTabKeyNavigation(False)
    table.setWordWrap(False)
    table.setShowGrid(False)
    table.setAlternatingRowColors(True)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    table.setStyleSheet("QTableView::item { padding: 0 4px; }")
    header.setMinimumSectionSize(40)
    FittedColumns(header, widths)
