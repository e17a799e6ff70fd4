"""Ctrl+C in a table that is only read: the chosen rows go to the clipboard as Excel takes them."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QKeyCombination, QModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QTableView

#: Headings and all, in every table.
COPY_WITH_HEAD = QKeyCombination(
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_C
)
_QUOTED = re.compile(r'"(?P<text>(?:[^"]|"")*)"(?=[\t\n]|\Z)')
_PLAIN = re.compile(r"[^\t\n]*")


def write_rows(lines: Sequence[Sequence[str]]) -> str:
    """Return lines of cells as text with tabs and line ends."""
    return "".join("\t".join(map(_write_cell, line)) + "\n" for line in lines)


def _write_cell(text: str) -> str:
    """Put a cell into quotes where it would be taken for several, as spreadsheets do."""
    if not text.startswith('"') and not any(sign in text for sign in "\t\n\r"):
        return text
    quoted = text.replace('"', '""')
    return f'"{quoted}"'


def read_rows(text: str) -> list[list[str]]:
    """Return the cells of a block as Excel, LibreOffice and WPS put it on the clipboard.

    A cell with a tab or line end in it stands in quotes, and its own quotes are doubled. A quote
    that is not closed right before a tab or line end is a sign like any other.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    if not text:
        return []
    rows: list[list[str]] = [[]]
    place = 0
    while True:
        quoted = _QUOTED.match(text, place)
        cell = quoted or _PLAIN.match(text, place)
        assert cell is not None
        words = quoted["text"].replace('""', '"') if quoted else cell[0]
        rows[-1].append(words)
        place = cell.end()
        if place >= len(text):
            return rows
        if text[place] == "\n":
            rows.append([])
        place += 1


def copy_on_key(view: QTableView, event: QKeyEvent) -> bool:
    """Copy what is selected when the key says so; Qt would copy the current cell alone."""
    with_head = event.keyCombination() == COPY_WITH_HEAD
    if not with_head and not event.matches(QKeySequence.StandardKey.Copy):
        return False
    copy_selection(view, with_head=with_head)
    return True


def copy_selection(view: QTableView, *, with_head: bool = False) -> None:
    """Put the chosen cells on the clipboard, the headings of their columns first if wanted."""
    cells: dict[int, list[QModelIndex]] = {}
    for index in sorted(view.selectedIndexes()):
        if not view.isColumnHidden(index.column()):
            cells.setdefault(index.row(), []).append(index)
    lines = [[str(index.data() or "") for index in row] for row in cells.values()]
    if not lines:
        return
    if with_head:
        columns = [index.column() for index in next(iter(cells.values()))]
        heads = [
            str(view.model().headerData(column, Qt.Orientation.Horizontal) or "")
            for column in columns
        ]
        lines.insert(0, [" ".join(head.split()) for head in heads])
    QGuiApplication.clipboard().setText(write_rows(lines))
