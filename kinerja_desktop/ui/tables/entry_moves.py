"""What a spreadsheet does with Ctrl and Shift: fill down, jump to an edge, select on the way."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt

from kinerja_desktop.ui.tables.entry_block import Cells
from kinerja_desktop.ui.tables.entry_model import ROOT, EntryModel, Role

_STEPS = {
    Qt.Key.Key_Down: (1, 0), Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Left: (0, -1),
}  # fmt: skip

#: What a table that is filled like a spreadsheet answers, for the list of keys below F1.
KEYS = (
    ("Enter", "Ke bawah"),
    ("Tab", "Ke sel isian berikutnya"),
    ("F2", "Mengubah isi sel"),
    ("Delete", "Mengosongkan"),
    ("Ctrl+C", "Menyalin untuk Excel"),
    ("Ctrl+Shift+C", "Menyalin beserta judul kolom"),
    ("Ctrl+V", "Menempel dari Excel"),
    ("Ctrl+D", "Mengisi ke bawah"),
    ("Ctrl+panah", "Ke ujung yang terisi"),
    ("Shift+panah", "Memilih beberapa sel; dengan Ctrl sampai ujung yang terisi"),
)


def fill_down(model: EntryModel, chosen: Sequence[QModelIndex]) -> Cells:
    """Return what Ctrl+D fills: below the first cell of each column of the selection its value.

    Of a single row, the value comes from the cell above it.

    Raises:
        ValueError: a value does not fit where it would go; says so in Indonesian.
    """
    cells: Cells = []
    for column in sorted({index.column() for index in chosen}):
        rows = sorted(index.row() for index in chosen if index.column() == column)
        places = [model.index(row, column) for row in rows]
        places = [index for index in places if model.is_editable(index)]
        if len(places) == 1:
            above = range(places[0].row() - 1, -1, -1)
            indexes = (model.index(row, column) for row in above)
            source = next((index for index in indexes if model.is_editable(index)), None)
            places = [source, *places] if source else []
        if not places:
            continue
        text = model.copied_text(places[0])
        cells += [(index, model.parse_cell(index, text, copied=True)) for index in places[1:]]
    return cells


def find_edge(model: EntryModel, start: QModelIndex, key: int) -> QModelIndex:
    """Return where Ctrl+arrow goes: the last filled cell before a blank, or the next filled one.

    Only cells that can be typed in count. Invalid where there is none in that direction.
    """
    down, right = _STEPS[Qt.Key(key)]
    row, column = start.row() + down, start.column() + right
    ahead = []
    while 0 <= row < model.rowCount() and 0 <= column < model.columnCount():
        index = model.index(row, column)
        if model.is_editable(index):
            ahead.append(index)
        row, column = row + down, column + right
    if not ahead:
        return ROOT
    filled = [bool(index.data(Role.EditRole)) for index in ahead]
    if not filled[0]:
        return ahead[filled.index(True)] if any(filled) else ahead[-1]
    return ahead[filled.index(False) - 1] if not all(filled) else ahead[-1]


def find_next(model: EntryModel, start: QModelIndex, key: int) -> QModelIndex:
    """Return the cell beside another; invalid at the edge of the table."""
    down, right = _STEPS[Qt.Key(key)]
    return model.index(start.row() + down, start.column() + right)


def is_edge_key(key: int) -> bool:
    """Tell whether a key is an arrow."""
    return key in _STEPS
