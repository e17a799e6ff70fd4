"""What a field asks for, in the words that its page already has."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

_HORIZONTAL = Qt.Orientation.Horizontal


def describe_field(widget: QWidget | None) -> tuple[str, str]:
    """Return the name of a field and how it is filled in; both empty where nothing is known.

    In a table it is the column under the cursor.
    """
    if widget is None:
        return "", ""
    if isinstance(widget, QTableView):
        return _describe_column(widget)
    if isinstance(widget, QAbstractItemView):
        return widget.accessibleName(), _hint_of(widget)
    if not widget.accessibleName():
        # The editor of a cell has no name: its table tells.
        table = _table_of(widget)
        return _describe_column(table) if table else ("", _hint_of(widget))
    return widget.accessibleName(), _hint_of(widget)


def _hint_of(widget: QWidget) -> str:
    """A line that shows its whole text when pointed at has its hint beside that."""
    return widget.whatsThis() or widget.toolTip()


def _table_of(widget: QWidget) -> QTableView | None:
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QTableView):
        parent = parent.parentWidget()
    return parent


def _describe_column(table: QTableView) -> tuple[str, str]:
    index = table.currentIndex()
    if not index.isValid():
        return table.accessibleName(), ""
    model = index.model()
    name = str(model.headerData(index.column(), _HORIZONTAL) or "").replace("\n", " ")
    hint = model.headerData(index.column(), _HORIZONTAL, Qt.ItemDataRole.ToolTipRole)
    return name or table.accessibleName(), str(hint or "")
