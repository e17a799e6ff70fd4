"""The one list to choose from: it changes when it is meant, not when the wheel passes over it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyle


class ChoiceBox(QComboBox):
    """Lets the wheel scroll the page under it, unless the cursor is in it.

    Else a turn over *Tahun* while one reads would change the year of the whole window, unseen.
    """

    def __init__(self) -> None:
        super().__init__()
        # Not by the wheel, as Qt's own: that would take the focus first.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def showPopup(self) -> None:
        """Open the list as wide as its longest line, however narrow the box is."""
        view = self.view()
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        wanted = view.sizeHintForColumn(0) + 2 * view.frameWidth() + bar
        view.setMinimumWidth(min(wanted, self.screen().availableSize().width() - bar))
        super().showPopup()
