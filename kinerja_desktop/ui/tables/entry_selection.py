"""A selection that the arrows make longer and shorter while Shift is held."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex
from PySide6.QtWidgets import QAbstractItemView

_Flag = QItemSelectionModel.SelectionFlag


def extend_selection(table: QAbstractItemView, target: QModelIndex) -> None:
    """Select from where the selection began to a cell, and go there; nowhere where there is none.

    Args:
        table: whose cursor stands at the other end.
        target: the cell that the keys name; invalid at the edge of the table.
    """
    here = table.currentIndex()
    if not (here.isValid() and target.isValid()):
        return
    model, selection = table.model(), table.selectionModel()
    # Not of the table: it leaves out cells that a heading covers, over which one may go.
    chosen = selection.selectedIndexes() if selection.isSelected(here) else []
    anchor = _find_anchor(chosen, here)
    (top, bottom), (left, right) = (
        sorted(pair) for pair in zip(anchor, (target.row(), target.column()), strict=True)
    )
    selection.setCurrentIndex(target, _Flag.NoUpdate)
    block = QItemSelection(model.index(top, left), model.index(bottom, right))
    selection.select(block, _Flag.ClearAndSelect)
    table.scrollTo(target)


def _find_anchor(chosen: Sequence[QModelIndex], here: QModelIndex) -> tuple[int, int]:
    """Return row and column where a selection began: its corner farthest from the cursor.

    Qt remembers it for the mouse and its own keys alone, and not over a reading of the page.
    """
    rows = {here.row(), *(index.row() for index in chosen)}
    columns = {here.column(), *(index.column() for index in chosen)}
    return _far(rows, here.row()), _far(columns, here.column())


def _far(places: set[int], here: int) -> int:
    return max(places, key=lambda place: abs(place - here))
