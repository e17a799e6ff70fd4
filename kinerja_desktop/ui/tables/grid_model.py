"""A table of plain lines, of which some cells are typed in: targets, Rencana Aksi, the budget."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt
from PySide6.QtGui import QBrush, QColor, QFont

from kinerja_desktop.domain.sections.fields import Field
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.waiting import WAITING_WORDS, Stored
from kinerja_desktop.ui.tables.entry_model import (
    INDENT_ROLE,
    ROOT,
    WIDTH_ROLE,
    EntryModel,
    Index,
    Role,
)
from kinerja_desktop.ui.tables.widest import widest_of

#: What is typed into one cell: key of the line, key of the column, value.
Cell = tuple[Any, str, Any]
#: Stores cells as one deed of the clerk; False when refused (and explained).
SaveCells = Callable[[Sequence[Cell]], Stored | bool]

_SIGN = "△"
_NOTHING = "–"


@dataclass(frozen=True)
class Column:
    """A column of a grid: how it is headed, shown and typed in.

    Attributes:
        key: its name in `Line.values`.
        judul: its heading.
        contoh: a text as wide as the column must be at the least.
        field: how it is typed in; None for what is only read, whose values are texts.
        show: writes a typed value for reading; None to show it as it is typed.
        is_angka: figures, aligned on the right.
    """

    key: str
    judul: str
    contoh: str = ""
    field: Field | None = None
    show: Callable[[Any], str] | None = None
    is_angka: bool = False


@dataclass(frozen=True)
class Line:
    """A line of a grid: its values, and which of them may be typed in.

    Attributes:
        key: tells it from the others.
        label: names it in messages.
        values: column key to value.
        locked: keys of entry columns that cannot be typed in here; `ALL` for every one.
        notes: column key to what is odd there; the cell becomes amber.
        is_bold: stands out, as a sum does.
        indent: how deep its first wrapped text stands.
        satuan: unit of its figures, which may be typed with them; empty for none.
    """

    key: Any
    label: str
    values: Mapping[str, Any]
    locked: frozenset[str] = frozenset()
    notes: Mapping[str, str] = field(default_factory=dict)
    is_bold: bool = False
    indent: int = 0
    satuan: str = ""


ALL = frozenset({"*"})


class GridModel(EntryModel):
    """Holds lines and nothing else; every edit leaves through `save`."""

    def __init__(self, save: SaveCells, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._save = save
        self._columns: Sequence[Column] = ()
        self._lines: list[Line] = []

    def set_lines(self, columns: Sequence[Column], lines: Sequence[Line]) -> None:
        """Show other lines; the cursor stays where it is when they are the same ones."""
        same = [line.key for line in lines] == [line.key for line in self._lines] and [
            (column.key, column.judul) for column in columns
        ] == [(column.key, column.judul) for column in self._columns]
        if same and lines:
            self._columns, self._lines = columns, list(lines)
            self.dataChanged.emit(self.index(0, 0), self.index(len(lines) - 1, len(columns) - 1))
            return
        self.beginResetModel()
        self._columns, self._lines = columns, list(lines)
        self.endResetModel()

    def line_at(self, index: Index) -> Line | None:
        """Return the line of a cell."""
        return self._lines[index.row()] if index.isValid() else None

    def column_key(self, index: Index) -> str:
        """Return the key of a cell's column; empty outside the grid."""
        return self._columns[index.column()].key if index.isValid() else ""

    def column_place(self, key: str) -> int | None:
        """Return where a column stands; None where there is none of that key."""
        keys = [column.key for column in self._columns]
        return keys.index(key) if key in keys else None

    def is_entry_column(self, index: Index) -> bool:
        """Whether a cell holds something that was typed, even where it is locked now."""
        return index.isValid() and self._columns[index.column()].field is not None

    def find_cell(self, key: tuple[Any, str]) -> QModelIndex:
        return self.find(*key)

    def set_value(self, key: Any, column: str, value: Any) -> None:
        """Show what was stored; sums and warnings follow when the page has read them again."""
        index = self.find(key, column)
        if index.isValid():
            line = self._lines[index.row()]
            self._lines[index.row()] = replace(line, values={**line.values, column: value})
            self.dataChanged.emit(index, index)

    def find(self, key: Any, column: str) -> QModelIndex:
        """Return the cell of a line and column; invalid when it is not shown."""
        keys = [line.key for line in self._lines]
        columns = [item.key for item in self._columns]
        if key not in keys or column not in columns:
            return ROOT
        return self.index(keys.index(key), columns.index(column))

    def parse_cell(self, index: Index, text: str, *, copied: bool = False) -> Any:
        """Read what was typed or pasted as its column wants it."""
        typed = self._columns[index.column()].field
        assert typed is not None
        return typed.parse(text, copied=copied, satuan=self._lines[index.row()].satuan)

    def typed_text(self, index: Index, value: Any) -> str:
        typed = self._columns[index.column()].field
        assert typed is not None
        return typed.format(value)

    def store_cells(self, cells: Sequence[tuple[Index, Any]]) -> Stored | bool:
        """Hand the values over with the keys of their lines and columns."""
        named = [
            (self._lines[index.row()].key, self._columns[index.column()].key, value)
            for index, value in cells
        ]
        return self._save(named)

    def row_label(self, row: int) -> str:
        """Name a line for a message."""
        return self._lines[row].label

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or section >= len(self._columns):
            return None
        column = self._columns[section]
        match role:
            case Role.DisplayRole:
                return column.judul
            case Role.ToolTipRole:
                return column.field.bantuan or None if column.field else None
            case _ if role == WIDTH_ROLE:
                return self._widest(column)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if self._is_entry(index) else flags

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line, column = self._lines[index.row()], self._columns[index.column()]
        is_marked = column.key in line.notes
        waiting = self.waiting_values((line.key, column.key))
        if waiting:
            line = replace(
                line,
                values={**line.values, column.key: waiting[-1]},
                notes={**line.notes, column.key: WAITING_WORDS.capitalize()},
            )
        match role:
            case Role.DisplayRole:
                return _marked(line, column) if is_marked else _shown(line, column)
            case _ if role == INDENT_ROLE:
                return self._indent(index, line)
            case Role.EditRole if column.field:
                return column.field.format(line.values.get(column.key))
            case Role.ToolTipRole:
                return line.notes.get(column.key) or _shown(line, column)
            case Role.TextAlignmentRole if column.is_angka:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            case Role.FontRole if line.is_bold:
                font = QFont()
                font.setBold(True)
                return font
            case Role.BackgroundRole:
                return QBrush(QColor(self._colour(index, line, column)))
        return None

    def copied_text(self, index: Index) -> str:
        """Copy an entry so that pasting it gives the same value."""
        line, column = self._lines[index.row()], self._columns[index.column()]
        if column.field is None:
            return _shown(line, column)
        return column.field.format(line.values.get(column.key), copied=True)

    def _widest(self, column: Column) -> str:
        """Return a text as wide as a column must be: no figure that stands there is cut."""
        if not column.is_angka:
            return column.contoh
        # Bold takes more room than plain letters, by which it is measured.
        shown = (
            (_marked if column.key in line.notes else _shown)(line, column) + "0" * line.is_bold
            for line in self._lines
        )
        return widest_of([column.contoh, *shown])

    def _is_entry(self, index: Index) -> bool:
        if not index.isValid():
            return False
        line, column = self._lines[index.row()], self._columns[index.column()]
        return column.field is not None and not {column.key, "*"} & line.locked

    def _indent(self, index: Index, line: Line) -> int:
        """Indent the first column that holds text."""
        texts = [place for place, column in enumerate(self._columns) if not column.is_angka]
        return line.indent if texts and index.column() == texts[0] else 0

    def _colour(self, index: Index, line: Line, column: Column) -> str:
        if column.key in line.notes:
            return style.WARNING_SOFT
        return style.PAPER if self._is_entry(index) else style.GROUND


def _marked(line: Line, column: Column) -> str:
    """Mark what a note tells of by a sign as well: not everybody sees amber."""
    shown = _shown(line, column)
    return f"{_SIGN} {shown}" if column.is_angka and shown else shown


def _shown(line: Line, column: Column) -> str:
    value = line.values.get(column.key)
    if column.field is None:
        return "" if value is None else str(value)
    if value is None:
        return _NOTHING
    return column.show(value) if column.show else column.field.format(value)
