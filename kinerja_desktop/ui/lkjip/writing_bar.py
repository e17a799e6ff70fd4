"""The buttons above the editor: bold, italic, lists, table, picture."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QToolButton,
    QWidget,
)

from kinerja_desktop.ui.base import dialogs
from kinerja_desktop.ui.base.dialogs import make_buttons
from kinerja_desktop.ui.base.number_box import NumberBox
from kinerja_desktop.ui.lkjip import writing
from kinerja_desktop.ui.lkjip.editor import MarkdownEditor

_PATTERN = "Gambar (*.png *.jpg *.jpeg)"


class TableDialog(QDialog):
    """How large a new table is."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Sisipkan tabel")
        self.columns, self.rows = _make_number(3, 8), _make_number(3, 50)
        form = QFormLayout(self)
        form.addRow("&Kolom", self.columns)
        form.addRow("&Baris isi", self.rows)
        hint = QLabel("Tabel dari Excel dapat langsung ditempel dengan Ctrl+V.")
        hint.setObjectName("redup")
        form.addRow(hint)
        buttons, _ = make_buttons(self, "Sisipkan")
        form.addRow(buttons)


class WritingBar(QWidget):
    """Acts on the editor that it is given.

    Signals:
        picture_chosen: a file whose picture is wanted at the cursor.
    """

    picture_chosen = Signal(Path)

    def __init__(self, editor: MarkdownEditor) -> None:
        super().__init__()
        self._editor = editor
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        self.bold_button = self._make("Tebal", "Ctrl+B", lambda: self._mark(writing.BOLD))
        self.italic_button = self._make("Miring", "Ctrl+I", lambda: self._mark(writing.ITALIC))
        self.bullet_button = self._make("• Daftar", "Ctrl+Shift+8", lambda: self._list(False))
        self.number_button = self._make("1. Daftar", "Ctrl+Shift+7", lambda: self._list(True))
        self.table_button = self._make("Tabel…", "", self._ask_table)
        self.picture_button = self._make("Gambar…", "", self._ask_picture)
        for button, names in (
            (self.bullet_button, "Daftar"),
            (self.number_button, "Daftar bernomor"),
        ):
            button.setAccessibleName(names)
        layout.addStretch()

    def _make(self, text: str, keys: str, deed: Callable[[], None]) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setAutoRaise(True)
        button.setMinimumHeight(26)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(deed)
        if keys:
            button.setToolTip(f"{text} ({keys})")
            shortcut = QShortcut(QKeySequence(keys), self._editor)
            shortcut.setWhatsThis(text)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(deed)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(button)
        return button

    def _mark(self, mark: str) -> None:
        if not self._editor.isReadOnly():
            self._editor.toggle_mark(mark)

    def _list(self, numbered: bool) -> None:
        if not self._editor.isReadOnly():
            self._editor.toggle_list(numbered=numbered)

    def _ask_table(self) -> None:
        dialog = TableDialog(self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            table = writing.blank_table(dialog.rows.value(), dialog.columns.value())
            self._editor.insert_block(table)

    def _ask_picture(self) -> None:
        if path := dialogs.choose_file(self, "Pilih gambar", _PATTERN):
            self.picture_chosen.emit(path)


def _make_number(value: int, most: int) -> NumberBox:
    box = NumberBox()
    box.setRange(1, most)
    box.setValue(value)
    return box
