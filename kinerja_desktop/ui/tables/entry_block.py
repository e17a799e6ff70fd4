"""Blocks of cells on their way to and from Excel: text with tabs and line ends."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, Qt

from kinerja_desktop.errors import Problem
from kinerja_desktop.ui.base.copying import read_rows, write_rows
from kinerja_desktop.ui.tables.entry_model import EntryModel, Index, explain_refusal

Cells = list[tuple[Index, Any]]


def write_block(
    model: EntryModel, indexes: Sequence[QModelIndex], *, with_head: bool = False
) -> str:
    """Return the rectangle around some cells as text; entries as they were typed.

    Args:
        model: where they stand.
        indexes: the cells.
        with_head: the headings of their columns come first.
    """
    rows = sorted({index.row() for index in indexes})
    columns = sorted({index.column() for index in indexes})
    lines = [[model.copied_text(model.index(row, column)) for column in columns] for row in rows]
    if with_head:
        heads = [
            str(model.headerData(column, Qt.Orientation.Horizontal) or "") for column in columns
        ]
        lines.insert(0, [" ".join(head.split()) for head in heads])
    return write_rows(lines)


def read_block(model: EntryModel, start: QModelIndex, text: str) -> tuple[Cells, list[Problem]]:
    """Parse a pasted block whole; rows without an entry cell, such as headings, are passed over.

    Args:
        model: where it goes.
        start: its upper left cell.
        text: as Excel puts it on the clipboard.

    Returns:
        What to store, and everything that is wrong: row, what to write.
    """
    if not model.is_editable(start):
        return [], [Problem("sel yang dipilih tidak dapat diisi: pilih sel isian, lalu tempel")]
    rows = range(start.row(), model.rowCount())
    targets = [row for row in rows if model.is_editable(model.index(row, start.column()))]
    block = read_rows(text)
    cells: Cells = []
    problems: list[Problem] = []
    if len(block) > len(targets):
        message = f"tempelan berisi {len(block)} baris, padahal dari sel ini ke bawah hanya ada "
        problems.append(Problem(f"{message}{len(targets)} baris isian: kurangi barisnya"))
    for number, (row, line) in enumerate(zip(targets, block, strict=False), start=1):
        for column, entry in enumerate(line, start=start.column()):
            index = model.index(row, column)
            try:
                if not model.is_editable(index):
                    raise ValueError(f"'{entry}' jatuh di luar kolom isian: hapus kolom itu")
                cells.append((index, model.parse_cell(index, entry, copied=True)))
            except ValueError as error:
                where = f"baris {number} ({model.row_label(row)})"
                problems.append(Problem(explain_refusal(error), cell=where))
    return cells, problems
