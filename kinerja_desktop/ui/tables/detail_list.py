"""A table of plain rows whose chosen line is told in full below it."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.tables.plain_model import Column, PlainTableModel
from kinerja_desktop.ui.tables.plain_table import PlainTable

T = TypeVar("T")


class DetailList(QWidget, Generic[T]):
    """Columns are often too narrow for what a line says; without lines it says what to do.

    Signals:
        chosen: another line is under the cursor, or other rows are shown.
    """

    chosen = Signal()

    def __init__(
        self,
        columns: Sequence[Column[T]],
        name: str,
        empty: str,
        key: Callable[[T], object],
        describe: Callable[[T], str],
    ) -> None:
        """Make the list.

        Args:
            columns: of the table.
            name: for who hears the screen instead of seeing it.
            empty: why there may be no rows, and what to do.
            key: by which a row is known again when the rows are read anew.
            describe: all of a row, in plain text.
        """
        super().__init__()
        self._key, self._describe = key, describe
        self.empty = QLabel(empty)
        self.empty.setObjectName("redup")
        self.empty.setWordWrap(True)
        self.model = PlainTableModel(columns)
        self.table = PlainTable(self.model, name)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._tell())
        self.detail = QLabel()
        self.detail.setWordWrap(True)
        self.detail.setTextFormat(Qt.TextFormat.PlainText)
        self.detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(style.SMALL)
        layout.addWidget(self.empty)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.detail)
        layout.addStretch()
        self.show_rows(())

    def show_rows(self, rows: Sequence[T]) -> None:
        """Show other rows; the cursor stays on its row while that is there."""
        kept = self.current()
        self.model.set_rows(rows)
        self.table.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.table.choose(lambda row: kept is not None and self._key(row) == self._key(kept))
        self._tell()

    def current(self) -> T | None:
        """Return the chosen row."""
        return self.table.current()

    def _tell(self) -> None:
        row = self.current()
        self.detail.setText(self._describe(row) if row is not None else "")
        self.chosen.emit()
