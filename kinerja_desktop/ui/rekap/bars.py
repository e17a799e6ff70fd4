"""Bars in the cells of a table: capaian of many units at a glance, and each figure beside its."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from kinerja_desktop.ui.base import style

_MARGIN = 4
_TARGET = Decimal(100)


class BarDelegate(QStyledItemDelegate):
    """Draws a value in %, with a line at 100 %; cells without one stay empty."""

    def __init__(self, parent: QWidget, value_at: Callable[[int], Decimal | None]) -> None:
        """Make the delegate; `value_at` gives the value of the row at a place, sorted or not."""
        super().__init__(parent)
        self._value_at = value_at
        self._most = _TARGET

    def set_values(self, values: Sequence[Decimal | None]) -> None:
        """Measure other values; the bar of the longest fills the cell."""
        self._most = max([_TARGET, *(value for value in values if value is not None)])

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        value = self._value_at(index.row())
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
