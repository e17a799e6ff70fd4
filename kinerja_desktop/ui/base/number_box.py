"""A box for a whole number that is typed over, however one has come to it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QSpinBox


class NumberBox(QSpinBox):
    """Selects its number when its letter is pressed, as Qt does for Tab alone.

    Else 2025 typed after Alt and the letter would stand before the number that is there: 20252026,
    of which Qt keeps what fits.
    """

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() == Qt.FocusReason.ShortcutFocusReason:
            self.selectAll()
