"""The menu of a table: right button, the Menu key, or Shift+F10 at the current cell."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QMenu, QTableView, QTableWidget

from kinerja_desktop.ui.base.copying import copy_on_key, copy_selection

_UP = Qt.SortOrder.AscendingOrder


@dataclass(frozen=True)
class Deed:
    """A line of the menu.

    Attributes:
        words: what it does.
        keys: of the same deed without the menu; empty for none.
        run: does it.
        is_enabled: whether it can be done now.
    """

    words: str
    keys: str
    run: Callable[[], None]
    is_enabled: bool = True


def copying_deeds(table: QTableView) -> list[Deed]:
    """Return what every table offers: the chosen rows, as Excel takes them."""
    can = bool(table.selectedIndexes())
    return [
        Deed("&Salin", "Ctrl+C", lambda: copy_selection(table), can),
        Deed(
            "Salin dengan &judul",
            "Ctrl+Shift+C",
            lambda: copy_selection(table, with_head=True),
            can,
        ),
    ]


def make_menu(table: QTableView, deeds: list[Deed]) -> QMenu:
    """Return the menu; the table's own actions (`addAction`) stand below the deeds."""
    menu = QMenu(table)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for deed in deeds:
        action = menu.addAction(f"{deed.words}\t{deed.keys}" if deed.keys else deed.words)
        action.setEnabled(deed.is_enabled)
        action.triggered.connect(deed.run)
    if table.isSortingEnabled():
        menu.addMenu(make_sorting(table, menu))
    if table.actions():
        menu.addSeparator()
        menu.addActions(table.actions())
    return menu


def make_sorting(table: QTableView, parent: QMenu) -> QMenu:
    """Return what clicks on the headings do, for whoever works without a mouse."""
    header = table.horizontalHeader()
    sorted_by = header.sortIndicatorSection()
    menu = QMenu("&Urutkan menurut", parent)
    for column in range(header.count()):
        words = str(table.model().headerData(column, Qt.Orientation.Horizontal) or "").split()
        if not words or table.isColumnHidden(column):
            continue
        is_sorted = column == sorted_by
        action = menu.addAction(" ".join(words))
        action.setCheckable(True)
        action.setChecked(is_sorted)
        is_turned = is_sorted and header.sortIndicatorOrder() == _UP
        order = Qt.SortOrder.DescendingOrder if is_turned else _UP
        action.triggered.connect(partial(_sort, table, column, order))
    menu.addSeparator()
    back = menu.addAction("Urutan &semula")
    back.setEnabled(sorted_by >= 0)
    back.triggered.connect(partial(_sort, table, -1, _UP))
    return menu


def _sort(table: QTableView, column: int, order: Qt.SortOrder, _checked: bool = False) -> None:
    table.sortByColumn(column, order)
    table.scrollTo(table.currentIndex())


class ReadTable(QTableWidget):
    """A few rows that are only read, with the menu and keys of every table."""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        open_menu(self, event, copying_deeds(self))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not copy_on_key(self, event):
            super().keyPressEvent(event)


def open_menu(table: QTableView, event: QContextMenuEvent, deeds: list[Deed]) -> None:
    """Show the menu where it was asked for."""
    make_menu(table, deeds).popup(_place(table, event))
    event.accept()


def _place(table: QTableView, event: QContextMenuEvent) -> QPoint:
    """Return where the menu opens: below the current cell when a key asked for it."""
    if event.reason() == QContextMenuEvent.Reason.Mouse:
        return event.globalPos()
    cell = table.visualRect(table.currentIndex())
    return table.viewport().mapToGlobal(cell.bottomLeft())
