"""The table *Kolom → Isian*: what each column of the office's table means."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QAbstractTableModel, QModelIndex, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from kinerja_desktop.services.pemetaan.kinds import TableKind
from kinerja_desktop.services.pemetaan.view import SheetView, describe_view
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.copying import copy_on_key
from kinerja_desktop.ui.base.table_menu import Deed, copying_deeds, open_menu
from kinerja_desktop.ui.tables.find_bar import FindsBelow
from kinerja_desktop.ui.tables.plain_model import ROOT, Index, Role

NOT_TAKEN = "(tidak diambil)"
_TITLES = ("Kolom", "Judul di Excel", "Isian")
_SLOT = 2


class ColumnModel(QAbstractTableModel):
    """A line for each column of the sheet."""

    def __init__(self, changed: Callable[[], None]) -> None:
        super().__init__()
        self._changed = changed
        self._view: SheetView | None = None
        self._kind: TableKind | None = None
        self.columns: dict[int, str] = {}

    def show(self, view: SheetView, kind: TableKind) -> None:
        """Show the columns of a sheet, with what they seem to mean."""
        self.beginResetModel()
        self._view, self._kind, self.columns = view, kind, dict(view.columns)
        self.endResetModel()

    def clear(self) -> None:
        """Show nothing."""
        self.beginResetModel()
        self._view, self.columns = None, {}
        self.endResetModel()

    @property
    def labels(self) -> Mapping[str, str]:
        """What a column can mean: name of the slot to what people read."""
        slots = self._kind.slots if self._kind else {}
        return {"": NOT_TAKEN, **{name: slot.label for name, slot in slots.items()}}

    @property
    def remark(self) -> str:
        """What the clerk must know of what is chosen now; empty for nothing."""
        return describe_view(self._view, self.columns) if self._view else ""

    def choose(self, column: int, slot: str) -> None:
        """Let a column mean something else; empty for nothing."""
        if slot:
            self.columns[column] = slot
        else:
            self.columns.pop(column, None)
        self.columns = dict(sorted(self.columns.items()))
        place = self.index(column, _SLOT)
        self.dataChanged.emit(place, place)
        self._changed()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() or self._view is None else len(self._view.headings)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(_TITLES)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Role.DisplayRole:
            return _TITLES[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == _SLOT else flags

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if self._view is None or not index.isValid():
            return None
        column = index.row()
        slot = self.columns.get(column, "")
        if role == Role.EditRole:
            return slot
        if role == Role.ForegroundRole and not slot:
            return QColor(style.MUTED)
        if role in (Role.DisplayRole, Role.ToolTipRole):
            texts = (self._view.letters[column], self._view.headings[column], self.labels[slot])
            return texts[index.column()]
        return None

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        if role != Role.EditRole:
            return False
        self.choose(index.row(), value)
        return True


class ColumnTable(FindsBelow, QTableView):
    """Enter, F2 or Space opens the list of meanings; Delete takes the column out; Tab leaves."""

    def __init__(self, model: ColumnModel) -> None:
        super().__init__()
        self._columns = model
        self.setModel(model)
        self.setAccessibleName("Kolom dan isiannya")
        self.setItemDelegateForColumn(_SLOT, _MeaningDelegate(model, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.SelectedClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(26)
        self.setColumnWidth(0, 56)
        self.setColumnWidth(_SLOT, 190)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        is_on_row = self.currentIndex().isValid()
        own = [
            Deed("&Pilih isiannya…", "Enter", self._open_meanings, is_on_row),
            Deed("&Tidak dipakai", "Delete", self._take_out, is_on_row),
        ]
        open_menu(self, event, [*copying_deeds(self), *own])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_on_row = self.currentIndex().isValid()
        if is_on_row and event.key() in (
            Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space,
        ):  # fmt: skip
            self._open_meanings()
        elif is_on_row and event.key() == Qt.Key.Key_Delete:
            self._take_out()
        elif not copy_on_key(self, event):
            super().keyPressEvent(event)

    def _open_meanings(self) -> None:
        place = self.currentIndex().siblingAtColumn(_SLOT)
        self.setCurrentIndex(place)
        self.edit(place)

    def _take_out(self) -> None:
        self._columns.choose(self.currentIndex().row(), "")


class _MeaningDelegate(QStyledItemDelegate):
    """Chooses a meaning from a list."""

    def __init__(self, model: ColumnModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._columns = model

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        box = QComboBox(parent)
        for slot, label in self._columns.labels.items():
            box.addItem(label, slot)
        box.activated.connect(lambda: self._take(box))
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(index.data(Role.EditRole)))

    def setModelData(
        self, editor: QWidget, model: QAbstractItemModel, index: QModelIndex | Index
    ) -> None:
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData(), Role.EditRole)

    def _take(self, box: QComboBox) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box)
