"""The headings of a table that sorts: the arrow stands above the words, never over them."""

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF
from PySide6.QtWidgets import QHeaderView, QStyleOptionHeader, QTableView

from kinerja_desktop.ui.base import style

_HALF, _HEIGHT, _TOP = 5.0, 4.0, 2.0


class SortHeader(QHeaderView):
    """Qt's own arrow takes room beside the words, which narrow columns do not have."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self.setSectionsClickable(True)

    def initStyleOptionForIndex(self, option: QStyleOptionHeader, section: int) -> None:
        super().initStyleOptionForIndex(option, section)
        option.sortIndicator = QStyleOptionHeader.SortIndicator.None_

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        painter.save()
        super().paintSection(painter, rect, section)
        painter.restore()
        if self.isSortIndicatorShown() and section == self.sortIndicatorSection():
            self._draw_arrow(painter, rect)

    def _draw_arrow(self, painter: QPainter, rect: QRect) -> None:
        is_rising = self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
        middle, top = rect.center().x() + 0.5, rect.top() + _TOP
        point, base = (top, top + _HEIGHT) if is_rising else (top + _HEIGHT, top)
        corners = QPolygonF(
            [QPointF(middle, point), QPointF(middle - _HALF, base), QPointF(middle + _HALF, base)]
        )
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(style.INK))
        painter.drawPolygon(corners)
        painter.restore()


def let_sort(table: QTableView) -> None:
    """Let headings sort when they are clicked; at first the rows stand as they came."""
    header = SortHeader(table)
    table.setHorizontalHeader(header)
    header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
    header.setSortIndicatorClearable(True)
    table.setSortingEnabled(True)
