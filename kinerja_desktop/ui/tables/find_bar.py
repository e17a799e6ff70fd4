"""The line below a table in which one types what is looked for in it."""

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QLineEdit, QTableView

from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.tables.below import stand_below
from kinerja_desktop.ui.tables.entry_model import SEARCH_ROLE


class FindsBelow:
    """A table, beside what it inherits of Qt, that gets such a line when one looks for something.

    Where the rows have an order of their own, or are filled in, nothing is hidden: it goes on from
    one find to the next.
    """

    _find_bar: "FindBar | None" = None

    def open_find(self) -> None:
        """Show the line, and put the cursor into it."""
        assert isinstance(self, QTableView)
        if self._find_bar is None:
            self._find_bar = FindBar(self)
            stand_below(self, self._find_bar)
        self._find_bar.open()


class FindBar(QFrame):
    """Hidden until Ctrl+F; Enter goes to the next match, Esc back to the table."""

    def __init__(self, table: QTableView) -> None:
        super().__init__()
        self._table = table
        self.field = QLineEdit()
        self.field.setAccessibleName("Cari di tabel")
        self.field.setPlaceholderText("Cari di tabel…")
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(lambda _: self._go(with_current=True))
        self.field.returnPressed.connect(lambda: self._go(with_current=False))
        # What was found is framed no longer than one looks for it.
        self.field.editingFinished.connect(table.viewport().update)
        self.note = QLabel("Enter: berikutnya · Esc: kembali ke tabel")
        self.note.setObjectName("redup")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, style.SMALL, 0, 0)
        layout.addWidget(self.field, 1)
        layout.addWidget(self.note)
        self.hide()

    def open(self) -> None:
        """Show the line and put the cursor into it."""
        self.show()
        self.field.setFocus()
        self.field.selectAll()

    def searches(self, table: QTableView) -> bool:
        """Tell whether this line looks through a table."""
        return self._table is table

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self._go_to_entry()
            self._table.setFocus()
            return
        super().keyPressEvent(event)

    def _go_to_entry(self) -> None:
        """Go to the nearest cell of the found row that is typed in, so that typing goes there."""
        current, model = self._table.currentIndex(), self._table.model()
        row = [current.siblingAtColumn(column) for column in range(model.columnCount())]
        entries = [cell for cell in row if cell.flags() & Qt.ItemFlag.ItemIsEditable]
        if entries and current not in entries:
            nearest = min(entries, key=lambda cell: abs(cell.column() - current.column()))
            self._table.setCurrentIndex(nearest)

    def _go(self, *, with_current: bool) -> None:
        """Put the table's cursor on the next cell that holds every word."""
        words = self.field.text().casefold().split()
        found = next(self._matches(words, with_current), None) if words else None
        if found is not None:
            self._table.setCurrentIndex(found)
            self._table.scrollTo(found)
        missing = bool(words) and found is None
        is_hidden = found is not None and not all(word in _shown(found) for word in words)
        where = "Ada di faktor atau tindak lanjutnya · " if is_hidden else ""
        told = f"{where}Enter: berikutnya · Esc: ke tabel"
        self.note.setText("Tidak ditemukan" if missing else told)
        self.note.setObjectName("bahaya" if missing else "redup")
        self.note.style().polish(self.note)

    def _matches(self, words: list[str], with_current: bool) -> Iterator[QModelIndex]:
        model = self._table.model()
        rows, columns = model.rowCount(), model.columnCount()
        current = self._table.currentIndex()
        place = current.row() * columns + current.column() if current.isValid() else -1
        first = max(place, 0) if with_current else place + 1
        for step in range(rows * columns):
            row, column = divmod((first + step) % (rows * columns), columns)
            index = model.index(row, column)
            if all(word in _shown(index) or word in _hidden(index) for word in words):
                yield index


def is_searched(table: QTableView) -> bool:
    """Tell whether one is typing what is looked for in a table: its cursor shows what was found."""
    focus = QApplication.focusWidget()
    bar = focus.parentWidget() if focus is not None else None
    return isinstance(bar, FindBar) and bar.searches(table)


def _shown(index: QModelIndex) -> str:
    return str(index.data() or "").casefold()


def _hidden(index: QModelIndex) -> str:
    return str(index.data(SEARCH_ROLE) or "").casefold()
