"""A table of plain rows that is only read: log, backups, contents of a package."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Generic, TypeVar

from PySide6.QtCore import QItemSelection, QModelIndex, QSignalBlocker
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QTableView

from kinerja_desktop.ui.base.copying import copy_on_key
from kinerja_desktop.ui.base.fitted_lines import wrap_lines
from kinerja_desktop.ui.base.table_menu import Deed, copying_deeds, open_menu
from kinerja_desktop.ui.tables.filter_bar import FilterBar
from kinerja_desktop.ui.tables.fitted_columns import FittedColumns
from kinerja_desktop.ui.tables.plain_model import PlainTableModel
from kinerja_desktop.ui.tables.sort_header import let_sort

T = TypeVar("T")
_ROW_HEIGHT = 26


class PlainTable(QTableView, Generic[T]):
    """Shows such a model; whole rows are chosen, Tab leaves the table.

    A click on a heading sorts, a third one brings back the order of before; Ctrl+F filters.
    """

    def __init__(self, model: PlainTableModel[T], name: str) -> None:
        super().__init__()
        self._plain = model
        self._kept: T | None = None
        self._finder: FilterBar | None = None
        self._deed: Deed | None = None
        self.setModel(model)
        let_sort(self)
        least = [column.least or column.width for column in model.columns]
        dress_table(self, name, [column.width for column in model.columns], least)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        model.modelReset.connect(self._show_arrow)
        model.about_to_filter.connect(self._keep)
        model.filtered.connect(self._choose_kept)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        filtering = Deed("Sa&ring…", "Ctrl+F", self.open_find, bool(self._plain.given))
        own = [replace(self._deed, is_enabled=self.current() is not None)] if self._deed else []
        open_menu(self, event, [*own, *copying_deeds(self), filtering])

    def offer(self, deed: Deed) -> None:
        """Let a row be acted on: in the menu, by a double click, and by Enter."""
        self._deed = deed
        self.activated.connect(lambda _: deed.run())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # In the window the page answers this key; a dialog has no page.
        if event.matches(QKeySequence.StandardKey.Find):
            self.open_find()
        elif not copy_on_key(self, event):
            super().keyPressEvent(event)

    @property
    def finder(self) -> FilterBar:
        """The line in which one types what the rows must hold, made when first asked for."""
        if self._finder is None:
            self._finder = FilterBar(self, self._plain)
        return self._finder

    def open_find(self) -> None:
        """Show that line, and put the cursor into it."""
        self.finder.open()

    def show_all(self) -> None:
        """Show all rows again, whatever was looked for."""
        if self._finder is not None:
            self._finder.close_line()

    def current(self) -> T | None:
        """Return the chosen row."""
        row = self.currentIndex().row()
        return self._plain.rows[row] if 0 <= row < len(self._plain.rows) else None

    def choose(self, is_wanted: Callable[[T], bool]) -> None:
        """Put the cursor on the first row that is wanted; on the first of all where none is."""
        rows = self._plain.rows
        if rows:
            self.selectRow(next((at for at, row in enumerate(rows) if is_wanted(row)), 0))

    def _keep(self) -> None:
        self._kept = self.current()

    def _choose_kept(self) -> None:
        """The cursor stays on its row while that is shown; else whoever follows it is told."""
        kept, self._kept = self._kept, None
        self.choose(lambda row: row is kept)
        if not self._plain.rows:
            chosen = self.selectionModel()
            chosen.currentRowChanged.emit(QModelIndex(), QModelIndex())
            chosen.selectionChanged.emit(QItemSelection(), QItemSelection())

    def _show_arrow(self) -> None:
        """Columns may have been exchanged."""
        header = self.horizontalHeader()
        with QSignalBlocker(header):
            header.setSortIndicator(self._plain.sorted_by, self._plain.sort_order)


def dress_table(
    table: QTableView, name: str, widths: Sequence[int], least: Sequence[int] | None = None
) -> FittedColumns:
    """Give a table of whole lines its look: lines are chosen whole, Tab leaves it.

    Args:
        table: it has its model already.
        name: for who hears the screen instead of seeing it.
        widths: of the columns, in device-independent pixels; 0 takes what is left.
        least: to which they give way on a small screen; their widths when not given.

    Returns:
        What keeps the widths, for a table whose texts say how wide they want to be.
    """
    table.setAccessibleName(name)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    # Several can be copied; what is done with a line is done with the one under the cursor.
    table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.setAlternatingRowColors(True)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
    wrap_lines(table, _ROW_HEIGHT)
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    table.setProperty("baris", "utuh")
    header.setMinimumSectionSize(40)
    return FittedColumns(header, widths, least)
