"""Keeps the lines in sight as high as their texts, however many lines there are."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject, QPoint, QSignalBlocker, Qt, QTimer
from PySide6.QtWidgets import QAbstractItemView, QTableView, QTreeView, QTreeWidget

from kinerja_desktop.ui.base.wrapping import WrappingDelegate


def wrap_lines(view: QTableView | QTreeView, least: int) -> "FittedLines":
    """Let a table or a tree show its texts whole, on several lines where they are long.

    Args:
        view: it has its model already.
        least: height of a line with little text, in device-independent pixels.

    Returns:
        What keeps the heights, for a view that wants them at once.
    """
    view.setItemDelegate(WrappingDelegate(view, least))
    view.setWordWrap(True)
    # What even so has no room, such as one endless word, tells by its end as by its beginning.
    view.setTextElideMode(Qt.TextElideMode.ElideMiddle)
    # By lines: of what is out of sight no height is asked.
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
    if isinstance(view, QTreeView):
        view.setUniformRowHeights(False)
    return FittedLines(view)


@contextmanager
def filled_at_once(tree: QTreeWidget) -> Iterator[None]:
    """Let many lines of a tree be written without measuring each of them again and again.

    A tree with lines of several heights asks for the height of an item at every word of it.
    """
    model = tree.model()
    with QSignalBlocker(model):
        yield
    model.layoutChanged.emit()


class FittedLines(QObject):
    """Measures what is in sight, again when widths or lines change and when one scrolls.

    Of 70,000 lines only some twenty are measured at a time, so that nothing waits for them.
    """

    def __init__(self, view: QTableView | QTreeView) -> None:
        super().__init__(view)
        self._view = view
        self._is_fitting = False
        #: How many lines there were when one scrolled to the last; -1 elsewhere.
        self._ended_at = -1
        # Once for all that happens in one turn: dragging an edge resizes every column.
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self.fit)
        header = view.header() if isinstance(view, QTreeView) else view.horizontalHeader()
        model, bar = view.model(), view.verticalScrollBar()
        for signal in (
            header.sectionResized, model.modelReset, model.layoutChanged, model.rowsInserted,
            model.rowsRemoved, model.dataChanged,
        ):  # fmt: skip
            signal.connect(self._begin)
        bar.valueChanged.connect(self._follow)
        bar.rangeChanged.connect(self._stay_at_end)
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._begin()
        return super().eventFilter(watched, event)

    def fit(self) -> None:
        """Give the lines in sight their heights now; the cursor stays in sight."""
        view = self._view
        if self._is_fitting or not view.isVisible():
            return
        self._is_fitting = True
        try:
            current, sight = view.currentIndex(), view.viewport().rect()
            is_seen = current.isValid() and view.visualRect(current).intersects(sight)
            has_grown = _fit_tree(view) if isinstance(view, QTreeView) else _fit_table(view)
            if is_seen and has_grown and view.visualRect(current).bottom() > sight.bottom():
                view.scrollTo(current)
                self._timer.start()
        finally:
            self._is_fitting = False

    def _begin(self, *_: object) -> None:
        if not self._is_fitting:
            self._timer.start()

    def _follow(self, value: int) -> None:
        is_end = value == self._view.verticalScrollBar().maximum()
        self._ended_at = self._view.model().rowCount() if is_end else -1
        self.fit()

    def _stay_at_end(self, _least: int, most: int) -> None:
        """The last lines have become higher: whoever scrolled to them still means them."""
        if self._ended_at == self._view.model().rowCount():
            self._view.verticalScrollBar().setValue(most)
        self._begin()


def _fit_table(table: QTableView) -> bool:
    """Return whether a line has another height than before."""
    header, high = table.verticalHeader(), table.viewport().height()
    row, is_other = max(0, table.rowAt(0)), False
    # The first may be seen in part.
    used = table.rowViewportPosition(row)
    while row < header.count() and used < high:
        wanted = table.sizeHintForRow(row)
        if header.sectionSize(row) != wanted:
            header.resizeSection(row, wanted)
            is_other = True
        used += wanted
        row += 1
    return is_other


def _fit_tree(tree: QTreeView) -> bool:
    """Return whether a line has another height than before."""
    index, high = tree.indexAt(QPoint(0, 0)), tree.viewport().height()
    used, is_other = tree.visualRect(index).top(), False
    while index.isValid() and used < high:
        before = tree.visualRect(index).height()
        # Qt keeps a height until it hears that the line has changed.
        tree.dataChanged(index, index)
        now = tree.visualRect(index).height()
        is_other = is_other or now != before
        used += now
        index = tree.indexBelow(index)
    return is_other
