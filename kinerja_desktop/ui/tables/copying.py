"""Ctrl+C in a table that is only read: the chosen rows go to the clipboard as Excel takes them."""

import csv
from collections.abc import Sequence
from io import StringIO

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QTableView


def write_rows(lines: Sequence[Sequence[str]]) -> str:
    """Return lines of cells as text with tabs and line ends."""
    text = StringIO()
    csv.writer(text, delimiter="\t", lineterminator="\n").writerows(lines)
    return text.getvalue()


def copy_on_key(view: QTableView, event: QKeyEvent) -> bool:
    """Copy what is selected when the key says so; Qt would copy the current cell alone."""
    if not event.matches(QKeySequence.StandardKey.Copy):
        return False
    cells: dict[int, list[QModelIndex]] = {}
    for index in sorted(view.selectedIndexes()):
        cells.setdefault(index.row(), []).append(index)
    lines = [[str(index.data() or "") for index in row] for row in cells.values()]
    if lines:
        QGuiApplication.clipboard().setText(write_rows(lines))
    return True
