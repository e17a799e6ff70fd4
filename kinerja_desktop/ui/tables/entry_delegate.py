"""The editor of a cell that is typed in, and the frame around the current one."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.sight import find_sight
from kinerja_desktop.ui.tables.entry_layout import INDENT
from kinerja_desktop.ui.tables.entry_model import INDENT_ROLE, Index, Role
from kinerja_desktop.ui.tables.find_bar import is_searched


class EntryDelegate(QStyledItemDelegate):
    """A plain line to type in; what it holds is handed to `note`, never to the model."""

    def __init__(
        self,
        table: QTableView,
        note: Callable[[Index, str], None],
        typing: Callable[[QModelIndex, str], None],
    ) -> None:
        super().__init__(table)
        self._table = table
        self._note, self._typing = note, typing
        self.editor: QLineEdit | None = None
        #: What stood around the cell when its editor was opened.
        self.sight: int | None = None

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        line = QLineEdit(parent)
        line.setFrame(False)
        line.setAlignment(Qt.AlignmentFlag.AlignRight)
        place = QPersistentModelIndex(index)
        line.textEdited.connect(lambda text: self._tell_typing(place, text))
        self.editor, self.sight = line, find_sight(self._table)
        return line

    def _tell_typing(self, place: QPersistentModelIndex, text: str) -> None:
        self._typing(self._table.model().index(place.row(), place.column()), text)

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        if editor is self.editor:
            self.editor = None
        super().destroyEditor(editor, index)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        # What is being typed stays, also when the figures around it are read again.
        if isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(index.data(Role.EditRole) or "")

    def setModelData(self, editor: QWidget, model: Any, index: Index) -> None:
        if isinstance(editor, QLineEdit):
            self._note(index, editor.text())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        indent = INDENT * (index.data(INDENT_ROLE) or 0)
        if indent:
            painter.fillRect(option.rect, index.data(Role.BackgroundRole))
        inner = QStyleOptionViewItem(option)
        inner.rect = option.rect.adjusted(indent, 0, 0, 0)
        super().paint(painter, inner, index)
        is_followed = self._table.hasFocus() or is_searched(self._table)
        if index == self._table.currentIndex() and is_followed:
            painter.save()
            painter.setPen(QPen(QColor(style.ACCENT), 2))
            painter.drawRect(option.rect.adjusted(1, 1, -1, -1))
            painter.restore()
