"""The navigation: its lines move together where the screen is low, so that none is out of sight."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListWidget

_ROOMY, _LEAST = 34, 22


class FittingList(QListWidget):
    """Lines of equal height, as high as there is room for."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Give every line its height; called after lines were added."""
        room = self.contentsRect().height() // max(1, self.count())
        size = QSize(0, max(_LEAST, min(_ROOMY, room)))
        for row in range(self.count()):
            if self.item(row).sizeHint() != size:
                self.item(row).setSizeHint(size)
