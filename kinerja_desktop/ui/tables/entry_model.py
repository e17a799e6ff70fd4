"""What a table needs of its model to be filled like a spreadsheet."""

from abc import abstractmethod
from collections.abc import Hashable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from kinerja_desktop.ui.base.waiting import Mark, Stored

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
ROOT = QModelIndex()
#: Of a column's header: a text as wide as the column must be.
WIDTH_ROLE = Role.UserRole + 1
#: Of a cell: how many steps its text stands in.
INDENT_ROLE = Role.UserRole + 2
#: Of a cell: what Ctrl+F finds there beside what is shown.
SEARCH_ROLE = Role.UserRole + 3


class EntryModel(QAbstractTableModel):
    """A table of which some cells are typed in: those with the flag `ItemIsEditable`.

    `EditRole` is what stands in the editor; headers answer `WIDTH_ROLE`.
    What is abstract is checked by mypy alone: a class of Qt takes no other metaclass.

    Signals:
        unstored: a cell, and what was typed there: it is to go back into its editor.
        scope_changed: the cells that follow are of another year or triwulan.
    """

    unstored = Signal(QModelIndex, object)
    scope_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        #: What was typed into cells and is not stored yet, by cell, the latest last.
        self._waiting: dict[tuple[Hashable, Any], list[Any]] = {}
        self._scope: Hashable = None

    @property
    def scope(self) -> Hashable:
        """What tells these cells from those of the same keys shown before: the year or triwulan."""
        return self._scope

    @scope.setter
    def scope(self, scope: Hashable) -> None:
        if scope != self._scope:
            self._scope = scope
            self.scope_changed.emit()

    def mark(self, cells: Mapping[Any, Any]) -> Mark:
        """Return how cells show that they wait: what was typed, on amber, with a tip.

        Args:
            cells: what tells a cell from the others (`find_cell`), and what was typed there.
        """
        scope = self.scope

        def wait() -> None:
            for key, value in cells.items():
                self._waiting.setdefault((scope, key), []).append(value)
                self._repaint(key)

        def settle(_is_stored: bool) -> None:
            for key in cells:
                values = self._waiting[scope, key]
                values.pop(0)
                if not values:
                    del self._waiting[scope, key]
                self._repaint(key)

        def keep() -> None:
            ((key, value),) = cells.items()
            if scope == self.scope and (index := self.find_cell(key)).isValid():
                self.unstored.emit(index, value)

        return Mark(wait, settle, keep if len(cells) == 1 else None)

    def waiting_values(self, key: Any) -> Sequence[Any]:
        """Return what was typed into a cell and is not stored yet, the latest last."""
        return self._waiting.get((self.scope, key), ())

    @abstractmethod
    def find_cell(self, key: Any) -> QModelIndex:
        """Return the cell of a key; invalid when it is not shown."""

    def _repaint(self, key: Any) -> None:
        index = self.find_cell(key)
        if index.isValid():
            self.dataChanged.emit(index, index)

    @abstractmethod
    def parse_cell(self, index: Index, text: str, *, copied: bool = False) -> Any:
        """Turn what was typed, or (`copied`) pasted, into a value; blank makes it *belum diisi*.

        Raises:
            AmbiguousAngkaError: a number that may mean two things.
            ValueError: says in Indonesian what is wrong.
        """

    @abstractmethod
    def store_cells(self, cells: Sequence[tuple[Index, Any]]) -> Stored | bool:
        """Store values as one deed of the clerk; false when refused (and explained)."""

    @abstractmethod
    def typed_text(self, index: Index, value: Any) -> str:
        """Return how a value is typed into a cell."""

    @abstractmethod
    def row_label(self, row: int) -> str:
        """Name a row for a message."""

    def copied_text(self, index: Index) -> str:
        """Return what a cell puts on the clipboard."""
        role = Role.EditRole if self.is_editable(index) else Role.DisplayRole
        return str(index.data(role) or "")

    def is_editable(self, index: Index) -> bool:
        """Whether a cell can be typed in."""
        return bool(self.flags(index) & Qt.ItemFlag.ItemIsEditable)


def explain_refusal(error: ValueError) -> str:
    """Return why a text was refused, as a sentence of its own."""
    text = str(error)
    return text[:1].upper() + text[1:] + ("" if text.endswith(".") else ".")
