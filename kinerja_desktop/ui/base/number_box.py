"""A box for a whole number that is typed over, however one has come to it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QValidator, QWheelEvent
from PySide6.QtWidgets import QSpinBox

#: No more is typed in the place of a year or a count.
_MOST_DIGITS = 6
_STAYS = (
    Qt.FocusReason.MouseFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
)


class NumberBox(QSpinBox):
    """Selects its number when the cursor comes, as Qt does for Tab alone.

    Else 2025 typed after Alt and its letter, or on a page that begins with the box, would stand
    before the number that is there: 20252026, of which Qt keeps what fits.

    Signals:
        refused: what was typed is outside the range and gives way to the number of before; its
            text, to be explained.
    """

    refused = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the wheel scroll the page under it, unless the cursor is in it."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def validate(self, text: str, pos: int) -> tuple[QValidator.State, str, int]:
        """Let a number outside of the range be typed whole, so that it is told as it was meant.

        Qt swallows the figure that would lead out of it: of 2150 it left 215.
        """
        digits = text.strip()
        if digits.isdecimal() and len(digits) <= _MOST_DIGITS and int(digits) > self.maximum():
            return QValidator.State.Intermediate, text, pos
        return super().validate(text, pos)

    def fixup(self, text: str) -> str:
        """Tell that Qt is about to take a number away that was typed."""
        if text.strip():
            self.refused.emit(text.strip())
        return super().fixup(text)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() not in _STAYS:
            self.selectAll()
