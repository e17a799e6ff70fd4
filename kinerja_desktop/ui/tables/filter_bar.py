"""The line below a table that is only read: only rows that hold what is typed are shown."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.tables.plain_model import PlainTableModel

_KEYS = "Enter: ke tabel · Esc: tampilkan semua"


class FilterBar(QFrame):
    """Hidden until Ctrl+F; Enter goes to the rows, Esc shows all of them again.

    It is filtered no longer than the line is in sight, so that nobody misses rows unknowingly.
    """

    def __init__(self, table: QTableView, model: PlainTableModel[Any]) -> None:
        super().__init__()
        self._table, self._model = table, model
        self.field = QLineEdit()
        self.field.setAccessibleName("Saring tabel")
        self.field.setPlaceholderText("Saring tabel…")
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._filter)
        self.note = QLabel(_KEYS)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, style.SMALL, 0, 0)
        layout.addWidget(self.field, 1)
        layout.addWidget(self.note)
        model.modelReset.connect(self._tell)
        self.hide()

    def open(self) -> None:
        """Show the line and put the cursor into it."""
        if self.parentWidget() is None:
            stand_below(self._table, self)
        self._tell()
        self.show()
        self.field.setFocus()
        self.field.selectAll()

    def close_line(self) -> None:
        """Show all rows again, and no line."""
        self.field.clear()
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape:
                self.close_line()
                self._table.setFocus()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Down:
                self._table.setFocus()
            case _:
                super().keyPressEvent(event)

    def _filter(self, text: str) -> None:
        self._model.filter(text)
        self._tell()

    def _tell(self) -> None:
        shown, every = len(self._model.rows), len(self._model.given)
        is_missing = bool(every) and not shown
        count = "Tidak ada yang cocok" if is_missing else f"{shown} dari {every} baris"
        self.note.setText(f"{count} · {_KEYS}" if self.field.text().strip() else _KEYS)
        style.set_tone(self.note, "bahaya" if is_missing else "redup")


def stand_below(table: QWidget, line: QWidget) -> None:
    """Put a line right below a table, which stands in a splitter or in a row or column."""
    around = table.parentWidget()
    if isinstance(around, QSplitter):
        sizes, holder = around.sizes(), QWidget(around)
        around.insertWidget(around.indexOf(table), holder)
        _join(holder, table, line)
        around.setSizes(sizes)
        return
    box = _layout_of(around.layout(), table) if around else None
    assert isinstance(box, QBoxLayout), "a table that is shown stands in a layout"
    place = box.indexOf(table)
    if isinstance(box, QVBoxLayout):
        box.insertWidget(place + 1, line)
        return
    holder = QWidget(around)
    box.insertWidget(place, holder, max(box.stretch(place), 1))
    _join(holder, table, line)


def _join(holder: QWidget, table: QWidget, line: QWidget) -> None:
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(table, 1)
    column.addWidget(line)
    for widget in (holder, table):
        widget.show()


def _layout_of(layout: QLayout | None, widget: QWidget) -> QLayout | None:
    """Return the layout, among those within one, in which a widget stands."""
    if layout is None or layout.indexOf(widget) >= 0:
        return layout
    items = (layout.itemAt(place) for place in range(layout.count()))
    found = (_layout_of(item.layout(), widget) for item in items if item is not None)
    return next((part for part in found if part is not None), None)
