"""The one table of rows: shows a section, to be found, sorted and searched."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from kinerja_desktop.domain.angka.urutan_kode import order_kode
from kinerja_desktop.domain.sections.fields import Describe, Field, Section

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
SORT_ROLE = Role.UserRole
ROOT = QModelIndex()


class RecordTableModel(QAbstractTableModel):
    """Rows are plain mappings with an ``id``; the model keeps no other state."""

    def __init__(
        self,
        section: Section,
        names: Sequence[str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.fields: list[Field] = [section.field(name) for name in names]
        self._rows: list[dict[str, Any]] = []
        self._describe: Describe | None = None

    def set_rows(self, rows: Sequence[dict[str, Any]], describe: Describe | None = None) -> None:
        """Show other rows; `describe` turns references into words."""
        self.beginResetModel()
        self._rows = list(rows)
        self._describe = describe
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
            case Role.DisplayRole | Role.ToolTipRole:
                return field.format(value, self._describe)
            case Role.TextAlignmentRole if field.kind.is_number:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            case _ if role == SORT_ROLE:
                return _sort_key(field.format(value, self._describe), value)
        return None


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


def _sort_key(text: str, value: Any) -> tuple[bool, Any, object]:
    """Order numbers and dates by value, blanks last, all else as codes are counted."""
    comparable = value if hasattr(value, "as_tuple") or isinstance(value, int) else 0
    if hasattr(value, "toordinal"):
        comparable = value.toordinal()
    return (value is None, comparable, order_kode(text))
