"""The navigation: its lines move together where the screen is low, so that none is out of sight."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListWidget

_ROOMY, _LEAST = 34, 22


class FittingList(QListWidget):
    """Lines of equal height, as high as there is room for; headings go where there is none.

    Attributes:
        shows_headings: False where they have no room, however high the list is.
    """

    shows_headings = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Give every line its height; called after lines were added."""
        high, rows = self.contentsRect().height(), range(self.count())
        headings = [row for row in rows if self.item(row).flags() == Qt.ItemFlag.NoItemFlags]
        has_room = self.shows_headings and high // max(1, self.count()) >= _LEAST
        for row in headings:
            self.setRowHidden(row, not has_room)
        shown = self.count() if has_room else self.count() - len(headings)
        size = QSize(0, max(_LEAST, min(_ROOMY, high // max(1, shown))))
        for row in rows:
            if self.item(row).sizeHint() != size:
                self.item(row).setSizeHint(size)
