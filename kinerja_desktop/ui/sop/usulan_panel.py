"""The proposed readings that the office has not accepted: looked at and applied one by one."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kinerja_desktop.domain.sop.usulan import Usulan
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.writing import writes
from kinerja_desktop.ui.sop.reading_table import ReadingTable

_HEADS = ("Tempat", "Tercetak", "Usulan", "Alasan")
_WIDTHS = (140, 0, 0, 0)
_OPEN = "(tetapkan sendiri)"


class UsulanPanel(QWidget):
    """A list above, the reading to be accepted below it.

    Signals:
        accepted: the usulan with the words to accept.
    """

    accepted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._usulan: Sequence[Usulan] = ()
        self._is_active = False
        self.table = ReadingTable(_HEADS, _WIDTHS, "Usulan yang terbuka")
        self.table.currentCellChanged.connect(lambda *_: self._show_chosen())
        self.words = QLineEdit()
        self.words.returnPressed.connect(self._accept)
        self.table.itemActivated.connect(lambda _: self.words.setFocus())
        self.apply = QPushButton("Terap&kan")
        writes(self.words, self.apply)
        self.apply.setObjectName("utama")
        self.apply.clicked.connect(self._accept)
        self.note = QLabel()
        self.note.setObjectName("redup")
        self.note.setWordWrap(True)
        caption = QLabel("Ba&caan")
        caption.setBuddy(self.words)
        row = QHBoxLayout()
        for widget in (caption, self.words, self.apply):
            row.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[style.SMALL] * 4)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.note)
        layout.addLayout(row)

    def show_usulan(self, usulan: Sequence[Usulan], *, is_active: bool) -> None:
        """Show the open usulan of an SOP; only those of the version in force can be applied."""
        row = max(0, self.table.currentRow())
        self._usulan = usulan
        self.table.set_rows(
            [
                (item.label, item.tercetak or "(kosong)", item.usulan or _OPEN, item.alasan)
                for item in usulan
            ]
        )
        self._is_active = is_active
        if usulan:
            self.table.setCurrentCell(min(row, len(usulan) - 1), 0)
        self._show_chosen()

    def chosen(self) -> Usulan | None:
        """Return the chosen usulan; None when there is none."""
        row = self.table.currentRow()
        return self._usulan[row] if 0 <= row < len(self._usulan) else None

    def _show_chosen(self) -> None:
        item = self.chosen()
        self.words.setText((item.usulan or "") if item else "")
        self.words.setEnabled(item is not None)
        self.apply.setEnabled(item is not None and self._is_active)
        self.words.setPlaceholderText("Ketik bacaan yang benar" if item else "")
        self.words.setReadOnly(item is not None and item.kunci.endswith("peran"))
        self.note.setText(
            f"{item.label}: {item.alasan}" if item else "Tidak ada usulan yang terbuka."
        )

    def _accept(self) -> None:
        item = self.chosen()
        if item is not None and self.apply.isEnabled():
            self.accepted.emit(replace(item, usulan=self.words.text().strip()))
