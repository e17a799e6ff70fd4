"""The line below a table that is only read: only rows that hold what is typed are shown."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QTableView

from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.tables.below import stand_below
from kinerja_desktop.ui.tables.plain_model import PlainTableModel

_KEYS = "Enter: ke tabel · Esc: tampilkan semua"

_LEAST_LETTERS = 16


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
        # What is typed is read beside any note; the note takes a second line for it.
        self.field.setMinimumWidth(self.fontMetrics().horizontalAdvance("0" * _LEAST_LETTERS))
        self.note = QLabel(_KEYS)
        self.note.setWordWrap(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, style.SMALL, 0, 0)
        layout.addWidget(self.field, 1)
        layout.addWidget(self.note, 1)
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
