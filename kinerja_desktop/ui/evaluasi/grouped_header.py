"""A heading of two storeys: what K and Rp belong to above, K and Rp below."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QHeaderView, QWidget

from kinerja_desktop.ui.base import style

_UPPER_LINES, _PADDING = 3, 3
_CENTRE = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap


class GroupedHeader(QHeaderView):
    """Neighbours with the same group stand below one joined heading."""

    def __init__(self, groups: Sequence[str], parent: QWidget | None = None) -> None:
        """Make the heading.

        Args:
            groups: of each column; empty for a heading of its own, over both storeys.
            parent: the table.
        """
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._groups = list(groups)
        self.setSectionsClickable(False)

    def show_groups(self, groups: Sequence[str]) -> None:
        """Show other words above the columns."""
        self._groups = list(groups)
        self.viewport().update()

    def sizeHint(self) -> QSize:
        line = self.fontMetrics().lineSpacing()
        return QSize(super().sizeHint().width(), (_UPPER_LINES + 1) * line + 4 * _PADDING)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803
        group = self._groups[logicalIndex]
        title = str(self.model().headerData(logicalIndex, Qt.Orientation.Horizontal))
        if not group:
            self._paint_box(painter, rect, rect, title)
            return
        lower = self.fontMetrics().lineSpacing() + 2 * _PADDING
        upper = rect.height() - lower
        first = last = logicalIndex
        while first > 0 and self._groups[first - 1] == group:
            first -= 1
        while last + 1 < len(self._groups) and self._groups[last + 1] == group:
            last += 1
        left = self.sectionViewportPosition(first)
        width = self.sectionViewportPosition(last) + self.sectionSize(last) - left
        whole = QRect(left, rect.top(), width, upper)
        self._paint_box(painter, whole.intersected(rect), whole, group)
        below = QRect(rect.left(), rect.top() + upper, rect.width(), lower)
        self._paint_box(painter, below, below, title)

    def _paint_box(self, painter: QPainter, seen: QRect, whole: QRect, text: str) -> None:
        """Paint as much of a box as lies in a section: each paints its own part."""
        painter.save()
        painter.setClipRect(seen)
        painter.fillRect(whole, QColor(style.LOCKED))
        painter.setPen(QColor(style.LINE))
        painter.drawLine(whole.topRight(), whole.bottomRight())
        painter.drawLine(whole.bottomLeft(), whole.bottomRight())
        font = painter.font()
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        inner = whole.adjusted(_PADDING, 1, -_PADDING, -1)
        painter.drawText(inner, _CENTRE, text)
        painter.restore()
