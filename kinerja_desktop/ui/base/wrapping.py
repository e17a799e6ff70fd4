"""Texts of lists, tables and trees on as many lines as they need: what tells them apart is read."""

import re
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

Index = QModelIndex | QPersistentModelIndex
Feature = QStyleOptionViewItem.ViewItemFeature

#: Where a name without blanks may go on in the next line, and the sign that lets it.
#: A kode verifikasi goes on behind each of its fours; a date stays whole.
_JOINT = re.compile(r"([_/\\@])(?=\w)|((?<=[0-9A-Z]{4})-)(?=[0-9A-Z]{4})")
_BREAK = "\u200b"
_WRAP = Qt.TextFlag.TextWordWrap.value
#: In device-independent pixels: above and below a text together, and higher than any text.
_LEAST_AROUND, _HIGH = 2, 100_000


def let_break(text: str) -> str:
    """Return a text as it is shown: names of files, numbers of letters break at their joints."""
    return _JOINT.sub(rf"\g<0>{_BREAK}", text)


def parts_of(text: str) -> list[str]:
    """Return what of a text stays on one line."""
    return let_break(text).replace(_BREAK, " ").split()


def height_of(text: str, font: QFont, width: int) -> int:
    """Return how high a text is in a width, both in device-independent pixels."""
    area = QRect(0, 0, max(1, width), _HIGH)
    return QFontMetrics(font).boundingRect(area, _WRAP, let_break(text) or " ").height()


def bold(font: QFont) -> QFont:
    """Return a font in bold."""
    made = QFont(font)
    made.setBold(True)
    return made


def draw_wrapped(painter: QPainter, area: QRect, text: str, where: Qt.AlignmentFlag) -> None:
    """Draw a text on its lines, at the upper or the lower edge of an area."""
    painter.drawText(area, where.value | Qt.AlignmentFlag.AlignLeft.value | _WRAP, let_break(text))


class WrappingDelegate(QStyledItemDelegate):
    """Draws as Qt does, but on several lines, and asks for the height of them all."""

    def __init__(self, parent: QObject, least: int) -> None:
        """Make it.

        Args:
            parent: the view.
            least: height of a line with little text, in device-independent pixels.
        """
        super().__init__(parent)
        self._least = least

    def displayText(self, value: Any, locale: Any) -> str:
        return let_break(super().displayText(value, locale))

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.features = option.features | Feature.WrapText

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        self.initStyleOption(option, index)
        view, text = option.widget, str(option.text)
        if view is None or not text:
            return QSize(0, self._least)
        rect, style = QRect(option.rect), view.style()
        option.rect = QRect(0, 0, _room_of(view, rect, index), max(1, rect.height()))
        inner = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, option, view)
        edge = style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, option, view) + 1
        # A pixel less, for what is rounded when it is drawn.
        high = height_of(text, option.font, inner.width() - 2 * edge - 1)
        around = max(_LEAST_AROUND, self._least - QFontMetrics(option.font).height())
        return QSize(0, high + around)


def _room_of(view: QWidget, rect: QRect, index: Index) -> int:
    """Return the width of a cell; a tree tells it of no cell that it does not paint."""
    if isinstance(view, QListView):
        return view.viewport().width()
    if not isinstance(view, QTreeView):
        return rect.width()
    place, above = index.column(), index.parent()
    is_spanned = place == 0 and view.isFirstColumnSpanned(index.row(), above)
    room = view.viewport().width() if is_spanned else view.columnWidth(place)
    if place:
        return room
    depth = int(view.rootIsDecorated())
    while above.isValid():
        depth, above = depth + 1, above.parent()
    return room - depth * view.indentation()
