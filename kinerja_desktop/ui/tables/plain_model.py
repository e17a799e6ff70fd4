"""The model of a table of plain rows: through columns, sorted and filtered."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import perf_counter
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from kinerja_desktop import garbage
from kinerja_desktop.ui.tables.arranging import (
    Arranging,
    arrange,
    compare_number,
    compare_text,
    finish,
    join_texts,
    split_words,
)

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
ROOT = QModelIndex()
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
#: More rows are arranged a piece at a time, so that keys and painting come between.
_AT_ONCE = 2_000
_PIECE_SECONDS = 0.015


@dataclass(frozen=True)
class Column(Generic[T]):
    """A column: its heading, what stands in it, and how wide it is.

    Attributes:
        width: in device-independent pixels; 0 takes what is left.
        least: to which it gives way on a small screen, its texts going on several lines; its width
            when not given.
        key: what it is sorted by, None for a blank; what stands in it when not given.
    """

    title: str
    text: Callable[[T], str]
    width: int = 0
    is_number: bool = False
    key: Callable[[T], Any] | None = None
    least: int = 0

    def compare_by(self, row: T) -> Any:
        """Return what a row is sorted by."""
        if self.key is not None:
            return self.key(row)
        text = self.text(row)
        return compare_number(text) if self.is_number else compare_text(text)


class PlainTableModel(QAbstractTableModel, Generic[T]):
    """Rows of any kind, shown through their columns.

    Signals:
        about_to_filter: other rows of the same list are about to be shown.
        filtered: they are shown.

    Attributes:
        columns: may be exchanged right before `set_rows`.
        rows: those that are shown, in the order in which they are.
        given: all of them, in the order in which they came.
        sorted_by: the column, -1 for the order in which they came.
        sort_order: its direction.
    """

    about_to_filter = Signal()
    filtered = Signal()

    def __init__(self, columns: Sequence[Column[T]]) -> None:
        super().__init__()
        self.columns = columns
        self.given: Sequence[T] = ()
        self.rows: Sequence[T] = ()
        self.sorted_by, self.sort_order = -1, Qt.SortOrder.AscendingOrder
        self._sorted_title = ""
        self._words: list[str] = []
        self._order: list[int] = []
        self._filtered_by: list[str] = []
        self._work: Arranging | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)

    def set_rows(self, rows: Sequence[T]) -> None:
        """Show other rows; they are sorted and filtered as those before."""
        self._stop()
        self.beginResetModel()
        self.given = tuple(rows)
        self._find_sorted_column()
        is_short = len(self.given) <= _AT_ONCE
        self._put(finish(self._arrange()) if is_short else list(range(len(self.given))))
        if not is_short:
            self._filtered_by = []
        self.endResetModel()
        if not is_short and (self._words or self.sorted_by >= 0):
            self._begin()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 brings back the order in which the rows came."""
        if (column, order) == (self.sorted_by, self.sort_order):
            return
        self.sorted_by, self.sort_order = column, order
        self._sorted_title = self.columns[column].title if column >= 0 else ""
        self._begin()

    def filter(self, text: str) -> None:
        """Show only rows in which each word of a text stands; all for an empty one."""
        words = split_words(text)
        if words != self._words:
            self._words = words
            self._begin()

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

    def _find_sorted_column(self) -> None:
        """Columns may have been exchanged: the one that is sorted by is known by its heading."""
        titles = [column.title for column in self.columns]
        title = self._sorted_title
        is_there = self.sorted_by >= 0 and title in titles
        self.sorted_by = titles.index(title) if is_there else -1

    def _arrange(self) -> Arranging:
        columns = self.columns
        by = columns[self.sorted_by].compare_by if self.sorted_by >= 0 else None
        return arrange(
            self.given,
            lambda row: join_texts(column.text(row) for column in columns),
            self._words,
            by,
            is_descending=self.sort_order == Qt.SortOrder.DescendingOrder,
        )

    def _begin(self) -> None:
        self._stop()
        if len(self.given) <= _AT_ONCE:
            self._show(finish(self._arrange()))
            return
        self._work = self._arrange()
        self._timer.start(0)

    def _stop(self) -> None:
        self._timer.stop()
        self._work = None

    def _go_on(self) -> None:
        """Do the next piece of a long list; show the list when it is done."""
        if self._work is None:
            return
        until = perf_counter() + _PIECE_SECONDS
        try:
            with garbage.held_back():
                while perf_counter() < until:
                    next(self._work)
        except StopIteration as stop:
            self._stop()
            self._show(stop.value)

    def _show(self, order: list[int]) -> None:
        """Show the rows of some places; the cursor stays on its row."""
        if self._words == self._filtered_by:
            self.layoutAboutToBeChanged.emit()
            before = self.persistentIndexList()
            followed = {self._order[at.row()] for at in before}
            places = {place: row for row, place in enumerate(order) if place in followed}
            after = [self.index(places[self._order[at.row()]], at.column()) for at in before]
            self._put(order)
            self.changePersistentIndexList(before, after)
            self.layoutChanged.emit()
            return
        self.about_to_filter.emit()
        self.beginResetModel()
        self._put(order)
        self.endResetModel()
        self.filtered.emit()

    def _put(self, order: list[int]) -> None:
        self._order, self._filtered_by = order, self._words
        self.rows = tuple(self.given[place] for place in order)
