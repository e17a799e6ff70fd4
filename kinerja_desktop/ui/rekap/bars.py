"""Bars in the cells of a table: capaian of many units at a glance, and each figure beside its."""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from kinerja_desktop.ui.base import style

_MARGIN = 4
_TARGET = Decimal(100)


class BarDelegate(QStyledItemDelegate):
    """Draws a value in %, with a line at 100 %; cells without one stay empty."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._values: Sequence[Decimal | None] = ()
        self._most = _TARGET

    def set_values(self, values: Sequence[Decimal | None]) -> None:
        """Draw other values, one for each row; the longest bar fills the cell."""
        self._values = values
        self._most = max([_TARGET, *(value for value in values if value is not None)])

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        value = self._values[index.row()] if index.row() < len(self._values) else None
        if value is None:
            return
        room = QRectF(option.rect).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        share = float(max(value, Decimal(0)) / self._most)
        painter.save()
        reached = value >= _TARGET
        painter.fillRect(
            QRectF(room.left(), room.top(), room.width() * share, room.height()),
            QColor(style.ACCENT if reached else style.WARNING),
        )
        x = room.left() + room.width() * float(_TARGET / self._most)
        painter.setPen(QPen(QColor(style.INK), 1, Qt.PenStyle.DashLine))
        painter.drawLine(int(x), int(room.top()) - 2, int(x), int(room.bottom()) + 2)
        painter.restore()
