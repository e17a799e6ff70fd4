"""The one table of rows: shows a section, and hands every edit to a callback."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from kinerja_desktop.domain.fields import Describe, Field, Kind, Resolve, Section

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
SORT_ROLE = Role.UserRole
ROOT = QModelIndex()

#: Receives row id, field name and parsed value, and stores them; False when refused.
Save = Callable[[Any, str, Any], bool]


class RecordTableModel(QAbstractTableModel):
    """Rows are plain mappings with an ``id``; the model keeps no other state.

    Signals:
        rejected: why what was typed cannot be taken, in words.
    """

    rejected = Signal(str)

    def __init__(
        self,
        section: Section,
        names: Sequence[str],
        save: Save | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.fields: list[Field] = [section.field(name) for name in names]
        self._save = save
        self._rows: list[dict[str, Any]] = []
        self._describe: Describe | None = None
        self._resolve: Resolve | None = None

    def set_rows(
        self,
        rows: Sequence[dict[str, Any]],
        describe: Describe | None = None,
        resolve: Resolve | None = None,
    ) -> None:
        """Show other rows; `describe` and `resolve` turn references into words and back."""
        self.beginResetModel()
        self._rows = list(rows)
        self._describe, self._resolve = describe, resolve
        self.endResetModel()

    def row_id(self, index: Index) -> Any:
        """Return the id of the row at an index."""
        return self._rows[index.row()]["id"]

    def find_row(self, row_id: Any) -> int:
        """Return the place of a row, -1 when it is not shown."""
        places = (place for place, row in enumerate(self._rows) if row["id"] == row_id)
        return next(places, -1)

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.fields)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return section + 1 if role == Role.DisplayRole else None
        match role:
            case Role.DisplayRole:
                return self.fields[section].label
            case Role.ToolTipRole:
                return self.fields[section].bantuan or None
        return None

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        field = self.fields[index.column()]
        value = self._rows[index.row()].get(field.name)
        match role:
            case Role.DisplayRole | Role.EditRole | Role.ToolTipRole:
                return field.format(value, self._describe)
            case Role.TextAlignmentRole if field.kind.is_number:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            case _ if role == SORT_ROLE:
                return _sort_key(field.format(value, self._describe), value)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if self._save and index.isValid() else flags

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        if role != Role.EditRole or self._save is None or not index.isValid():
            return False
        field = self.fields[index.column()]
        try:
            parsed = field.parse(value, self._resolve)
        except ValueError as error:
            self.rejected.emit(str(error))
            return False
        row = self._rows[index.row()]
        if parsed == row.get(field.name):
            return True
        if not self._save(row["id"], field.name, parsed):
            return False
        row[field.name] = parsed
        self.dataChanged.emit(index, index)
        return True


class SortedRows(QSortFilterProxyModel):
    """Sorts by value, not by text, and filters on every column."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setSortRole(SORT_ROLE)
        self.setFilterKeyColumn(-1)
        self.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)

    def lessThan(self, left: Index, right: Index) -> bool:
        before = self.sourceModel().data(left, SORT_ROLE)
        after = self.sourceModel().data(right, SORT_ROLE)
        return bool(before < after)


class FieldDelegate(QStyledItemDelegate):
    """Edits choices, yes/no and references from a list, everything else as text."""

    def __init__(
        self, model: RecordTableModel, choices: Callable[[str], Sequence[str]], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._choices = choices

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        field = self._model.fields[index.column()]
        options = field_options(field, self._choices)
        if options is None:
            return super().createEditor(parent, option, index)
        box = QComboBox(parent)
        box.addItems([*([] if field.required else [""]), *options])
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QComboBox):
            editor.setCurrentText(index.data(Role.EditRole))
        else:
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: Any, index: Index) -> None:
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentText(), Role.EditRole)
        else:
            super().setModelData(editor, model, index)


def field_options(field: Field, choices: Callable[[str], Sequence[str]]) -> Sequence[str] | None:
    """Return what can be picked for a field; None when it is typed."""
    match field.kind:
        case Kind.PILIHAN:
            return list((field.choices or {}).values())
        case Kind.YA_TIDAK:
            return ["Ya", "Tidak"]
        case Kind.ACUAN:
            return choices(field.acuan)
    return None


def _sort_key(text: str, value: Any) -> tuple[bool, Any, str]:
    """Order numbers and dates by value, blanks last, all else by text."""
    comparable = value if hasattr(value, "as_tuple") or isinstance(value, int) else 0
    if hasattr(value, "toordinal"):
        comparable = value.toordinal()
    return (value is None, comparable, text.casefold())
