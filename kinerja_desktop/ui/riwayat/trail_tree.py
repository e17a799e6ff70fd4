"""The tree of the trail, with the keys and the menu of every table: lines are chosen and copied."""

from functools import partial

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QMenu, QTreeView

from kinerja_desktop.ui.base.copying import COPY_WITH_HEAD, write_rows
from kinerja_desktop.ui.riwayat.trail_model import HEADERS, TrailModel

_COPIES = (("&Salin", "Ctrl+C", False), ("Salin dengan &judul", "Ctrl+Shift+C", True))


class TrailTree(QTreeView):
    """A deed is copied with its time and person; what it changed in the column of deeds."""

    def __init__(self, model: TrailModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)

    def copy_lines(self, *, with_head: bool = False) -> None:
        """Put the chosen lines on the clipboard, in their order, as Excel takes them."""
        lines = [_cells(index) for index in sorted(self._chosen(), key=_place)]
        if lines:
            heads = [list(HEADERS)] if with_head else []
            QGuiApplication.clipboard().setText(write_rows([*heads, *lines]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.keyCombination() == COPY_WITH_HEAD:
            self.copy_lines(with_head=True)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_lines()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        is_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        line = self.visualRect(self.currentIndex())
        below = self.viewport().mapToGlobal(line.bottomLeft())
        self.make_menu().popup(event.globalPos() if is_mouse else below)
        event.accept()

    def make_menu(self) -> QMenu:
        """Return the menu of the right button, the Menu key and Shift+F10."""
        menu = QMenu(self)
        for words, keys, with_head in _COPIES:
            action = menu.addAction(f"{words}\t{keys}")
            action.setEnabled(bool(self._chosen()))
            action.triggered.connect(partial(self._copy, with_head))
        menu.addSeparator()
        index = self.currentIndex().siblingAtColumn(0)
        is_open = self.isExpanded(index)
        unfold = menu.addAction("&Lipat" if is_open else "&Buka rincian")
        unfold.setEnabled(self.model().hasChildren(index))
        unfold.triggered.connect(lambda: self.setExpanded(index, not is_open))
        return menu

    def _copy(self, with_head: bool, _checked: bool = False) -> None:
        self.copy_lines(with_head=with_head)

    def _chosen(self) -> list[QModelIndex]:
        return self.selectionModel().selectedRows()


def _place(index: QModelIndex) -> tuple[int, ...]:
    """Return where a line stands: the row of its deed, then its own below that."""
    parent = index.parent()
    return (parent.row(), index.row()) if parent.isValid() else (index.row(),)


def _cells(index: QModelIndex) -> list[str]:
    """Return the cells of a line; what a deed changed spans all columns and stands in the last."""
    if index.parent().isValid():
        return ["", "", str(index.siblingAtColumn(0).data() or "")]
    return [str(index.siblingAtColumn(column).data() or "") for column in range(len(HEADERS))]
