"""Pick several things from a long list, with a search line above it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from kinerja_desktop.ui.base.dialogs import make_buttons
from kinerja_desktop.ui.base.screen_room import resize_within

_KEY = Qt.ItemDataRole.UserRole


class PickDialog(QDialog):
    """Headings stand between the things; they are shown while something below them is."""

    def __init__(
        self, parent: QWidget, title: str, items: Sequence[tuple[Any, str]], yes: str
    ) -> None:
        """Make the dialog.

        Args:
            parent: above what.
            title: of the window.
            items: key and text; a key of None makes a heading.
            yes: names the deed.
        """
        super().__init__(parent)
        self.setWindowTitle(title)
        resize_within(self, 640, 460)
        self._yes = yes
        self.search = QLineEdit()
        self.search.setPlaceholderText("Cari…")
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        self.items = QListWidget()
        self.items.setWordWrap(True)
        for key, text in items:
            self._add(key, text)
        self.items.itemChanged.connect(self._count)
        self.items.itemActivated.connect(_toggle)
        buttons, self.accept_button = make_buttons(self, yes)
        self.accept_button.setAutoDefault(False)
        self.search.returnPressed.connect(self._enter_list)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.accept_button.click)
        layout = QVBoxLayout(self)
        for widget in (self.search, self.items, buttons):
            layout.addWidget(widget)
        things = [row for row in range(self.items.count()) if self._key(row) is not None]
        if len(things) == 1:
            self.items.item(things[0]).setCheckState(Qt.CheckState.Checked)
        self._count()
        self.search.setFocus()

    def picked(self) -> list[Any]:
        """Return the keys of what is ticked."""
        rows = (self.items.item(row) for row in range(self.items.count()))
        return [item.data(_KEY) for item in rows if item.checkState() == Qt.CheckState.Checked]

    def _add(self, key: Any, text: str) -> None:
        item = QListWidgetItem(text, self.items)
        item.setData(_KEY, key)
        if key is None:
            item.setFlags(Qt.ItemFlag.ItemIsEnabled)
            font = item.font()
            font.setBold(True)
            item.setFont(font)
        else:
            item.setCheckState(Qt.CheckState.Unchecked)

    def _key(self, row: int) -> Any:
        return self.items.item(row).data(_KEY)

    def _enter_list(self) -> None:
        """Go on to the first thing that was found; Space ticks it, Ctrl+Enter takes it."""
        rows = range(self.items.count())
        found = [r for r in rows if not self.items.item(r).isHidden() and self._key(r) is not None]
        if found:
            self.items.setCurrentRow(found[0])
            self.items.setFocus()

    def _filter(self, text: str) -> None:
        wanted = text.casefold().split()
        heading, has_match = None, False
        for row in range(self.items.count()):
            item = self.items.item(row)
            if item.data(_KEY) is None:
                if heading:
                    heading.setHidden(not has_match)
                heading, has_match = item, False
                continue
            found = all(word in item.text().casefold() for word in wanted)
            item.setHidden(not found)
            has_match = has_match or found
        if heading:
            heading.setHidden(not has_match)

    def _count(self) -> None:
        count = len(self.picked())
        self.accept_button.setText(f"{self._yes} ({count})" if count else self._yes)
        self.accept_button.setEnabled(count > 0)


def _toggle(item: QListWidgetItem) -> None:
    if item.data(_KEY) is not None:
        checked = item.checkState() == Qt.CheckState.Checked
        item.setCheckState(Qt.CheckState.Unchecked if checked else Qt.CheckState.Checked)
