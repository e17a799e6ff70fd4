"""A box for a whole number that is typed over, however one has come to it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QSpinBox

_STAYS = (
    Qt.FocusReason.MouseFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
)


class NumberBox(QSpinBox):
    """Selects its number when the cursor comes, as Qt does for Tab alone.

    Else 2025 typed after Alt and its letter, or on a page that begins with the box, would stand
    before the number that is there: 20252026, of which Qt keeps what fits.
    """

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() not in _STAYS:
            self.selectAll()
