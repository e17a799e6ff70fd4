"""A grid with its lines of words: above what names a line scrolled away, below what was refused."""

from collections.abc import Callable, Hashable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.riwayat.cell_history import CellPlace
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.meaning import MeaningLink
from kinerja_desktop.ui.base.waiting import Stored
from kinerja_desktop.ui.tables.cell_history import offer_history
from kinerja_desktop.ui.tables.entry_sight import RowName
from kinerja_desktop.ui.tables.entry_table import EntryTable
from kinerja_desktop.ui.tables.find_bar import FindBar
from kinerja_desktop.ui.tables.grid_model import Cell, Column, GridModel, Line

#: Returns the deed that stores cells. Asked when they are typed, for the deed itself may be done
#: when the page shows another year; it runs on the worker for more than one cell.
Store = Callable[[Office, Sequence[Cell]], Callable[[], None]]


class GridEditor(QWidget):
    """Single cells are stored at once, pasted blocks on the worker; the page reloads by itself.

    Signals:
        line_chosen: the key of the line under the cursor, None for none.
    """

    line_chosen = Signal(object)

    def __init__(
        self, context: Context, store: Store, *, wrapped: int, name: str, narrowest: int = 160
    ) -> None:
        """Make the editor.

        Args:
            context: the window's.
            store: returns the deed that stores cells.
            wrapped: the column that takes the remaining width, and names the lines.
            name: of the table, for those who cannot see it.
            narrowest: least width of that column.
        """
        super().__init__()
        self._context = context
        self._store, self._begin = store, ""
        self.model = GridModel(self._save, self)
        self.table = EntryTable(self.model, wrapped=wrapped, narrowest=narrowest)
        self.table.setAccessibleName(name)
        self.row_name = RowName(self.table, wrapped)
        self.line = QLabel()
        self.line.setObjectName("bahaya")
        self.line.setWordWrap(True)
        self.line.hide()
        self.note = QLabel()
        self.note.setObjectName("pita")
        self.note.setWordWrap(True)
        self.note.hide()
        self.meaning = MeaningLink()
        self.meaning.asked.connect(context.help_wanted)
        told = QHBoxLayout()
        told.addWidget(self.note, 1)
        told.addWidget(self.meaning)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.row_name)
        layout.addWidget(self.table, 1)
        self.finder = FindBar(self.table)
        layout.addWidget(self.finder)
        layout.addWidget(self.line)
        layout.addLayout(told)
        self.table.rejected.connect(self._show_problem)
        self.table.selectionModel().currentChanged.connect(self._choose)

    def show_lines(
        self,
        columns: Sequence[Column],
        lines: Sequence[Line],
        scope: Hashable = None,
        begin: str = "",
    ) -> None:
        """Show other lines, the cursor on the one it was on.

        Args:
            columns: what stands in each line.
            lines: from top to bottom.
            scope: the year they are of.
            begin: key of the column that is to be filled, when it is another than before.
        """
        is_other, self._begin = begin != self._begin, begin
        self.model.scope = scope
        key, place = self.current_key(), self.table.currentIndex().column()
        self.model.set_lines(columns, lines)
        self.table.fit()
        if not lines or (self.table.currentIndex().isValid() and not is_other):
            self._show_note()
            return
        row = next((row for row, line in enumerate(lines) if line.key == key), -1)
        keys = [column.key for column in columns]
        start = self.table.first_entry(keys.index(begin) if begin in keys else None)
        if (row < 0 or is_other) and start.isValid():
            self.table.setCurrentIndex(start)
            return
        first = next((place for place, column in enumerate(columns) if column.field), 0)
        self.table.setCurrentIndex(self.model.index(max(row, 0), place if place > 0 else first))

    def begin_at(self, column: str) -> None:
        """Put the cursor into the first cell of a column that is still to be filled."""
        start = self.table.first_entry(self.model.column_place(column))
        if start.isValid():
            self.table.setCurrentIndex(start)
            self.table.scrollTo(start)

    def offer_history(self, locate: Callable[[Any, str], CellPlace | None]) -> None:
        """Offer *Riwayat isian ini*; `locate` finds the cell of a line's and a column's key."""

        def find(index: QModelIndex) -> CellPlace | None:
            line, column = self.model.line_at(index), self.model.column_key(index)
            is_entry = line is not None and self.model.is_entry_column(index)
            return locate(line.key, column) if line is not None and is_entry else None

        offer_history(
            self._context, self.table, find, lambda index: self.model.row_label(index.row())
        )

    def open_find(self) -> None:
        """Look for something in the table."""
        self.finder.open()

    def current_key(self) -> Any:
        """Return the key of the line under the cursor."""
        line = self.model.line_at(self.table.currentIndex())
        return line.key if line else None

    def _choose(self, index: QModelIndex) -> None:
        line = self.model.line_at(index)
        self._show_note()
        self.line_chosen.emit(line.key if line else None)

    def _show_note(self) -> None:
        """Say in words what the amber cells of the line under the cursor mean."""
        line = self.model.line_at(self.table.currentIndex())
        notes = list(dict.fromkeys(line.notes.values())) if line else []
        self.note.setText("\n".join(notes))
        self.note.setVisible(bool(notes))
        self.meaning.show_for(notes)

    def _show_problem(self, text: str) -> None:
        self.line.setText(text)
        self.line.setVisible(bool(text))

    def _save(self, cells: Sequence[Cell]) -> Stored | bool:
        store = self._store(self._context.office, cells)
        mark = self.model.mark({(key, column): value for key, column, value in cells})
        if len(cells) == 1:
            scope = self.model.scope

            def store_one() -> None:
                store()
                if scope == self.model.scope:
                    self.model.set_value(*cells[0])

            return self._context.store(self, store_one, mark)
        self._context.store_behind(
            self,
            store,
            done=lambda _: self._context.say(f"{len(cells)} isian dimasukkan."),
            mark=mark,
        )
        return True
