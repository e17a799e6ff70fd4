"""Which sasaran a program supports: a tick each."""

from collections.abc import Callable, Mapping
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from kinerja_desktop.ui import style

_KEY = Qt.ItemDataRole.UserRole
#: Stores that a program supports a sasaran, or no longer; False when refused.
SaveSupport = Callable[[UUID, bool], bool]


class SupportList(QWidget):
    """Amounts stand at the budget line; programs are only linked to sasaran (`domain.md` §3.9)."""

    def __init__(self, save: SaveSupport) -> None:
        super().__init__()
        self._save = save
        self._is_showing = False
        self.caption = QLabel()
        self.caption.setObjectName("subjudul")
        self.caption.setWordWrap(True)
        self.items = QListWidget()
        self.items.setWordWrap(True)
        self.items.setAccessibleName("Sasaran yang didukung")
        self.items.itemChanged.connect(self._change)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(style.SMALL)
        layout.addWidget(self.caption)
        layout.addWidget(self.items, 1)

    def show_program(self, name: str, sasaran: Mapping[UUID, str], ticked: frozenset[UUID]) -> None:
        """Show the sasaran, those that the program supports with a tick."""
        self._is_showing = True
        self.caption.setText(f"Sasaran yang didukung {name}" if name else "")
        if [self.items.item(row).data(_KEY) for row in range(self.items.count())] != list(sasaran):
            self.items.clear()
            for key, text in sasaran.items():
                item = QListWidgetItem(text, self.items)
                item.setData(_KEY, key)
        for row in range(self.items.count()):
            item = self.items.item(row)
            on = item.data(_KEY) in ticked
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        self._is_showing = False

    def _change(self, item: QListWidgetItem) -> None:
        if not self._is_showing:
            self._save(item.data(_KEY), item.checkState() == Qt.CheckState.Checked)
