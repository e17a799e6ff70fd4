"""The first line of a page: its title, its buttons at the right, and the *?*."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget, QWidgetItem

from kinerja_desktop.ui.base import style


class PageHead(QLayout):
    """Lays out title, buttons and help; the buttons go below the title where there is no room.

    So no page is wider than what stands on it, however many buttons it has, and the help finds
    its place beside it. Buttons are added with `addWidget` and `insertWidget`; hidden ones take
    no room.
    """

    def __init__(self, title: QWidget, help_button: QWidget) -> None:
        super().__init__()
        self.setContentsMargins(0, 0, 0, 0)
        self._buttons: list[QLayoutItem] = []
        self._title, self._help = QWidgetItem(title), QWidgetItem(help_button)
        self.addChildWidget(title)
        self.addChildWidget(help_button)

    def addItem(self, item: QLayoutItem) -> None:
        self._buttons.append(item)

    def insertWidget(self, place: int, widget: QWidget) -> None:
        """Put a button before the others, as a box of buttons does."""
        self.addWidget(widget)
        self._buttons.insert(place, self._buttons.pop())
        self.invalidate()

    def count(self) -> int:
        return len(self._buttons) + 2

    def itemAt(self, index: int) -> QLayoutItem | None:
        items = (self._title, *self._buttons, self._help)
        return items[index] if 0 <= index < len(items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._buttons.pop(index - 1) if 0 < index <= len(self._buttons) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        title, wide = self._title.sizeHint(), self._beside_title()
        return QSize(title.width() + wide, self._height(self._shown()))

    def minimumSize(self) -> QSize:
        title, help_size = self._title.minimumSize(), self._help.sizeHint()
        wide = title.width() + style.MEDIUM + help_size.width()
        widest = max((item.minimumSize().width() for item in self._shown()), default=0)
        return QSize(max(wide, widest), max(title.height(), help_size.height()))

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._buttons if not item.isEmpty()]

    def _beside_title(self) -> int:
        items = [*self._shown(), self._help]
        return sum(item.sizeHint().width() + style.MEDIUM for item in items)

    def _height(self, items: list[QLayoutItem]) -> int:
        return max(item.sizeHint().height() for item in (self._title, self._help, *items))

    def _place(self, rect: QRect, *, move: bool) -> int:
        """Set title, help and the lines of buttons; return the height."""
        wanted = self._title.sizeHint().width() + self._beside_title()
        is_one_line = wanted <= rect.width()
        first = self._height(self._shown() if is_one_line else [])
        if move:
            side = self._help.sizeHint()
            self._title.setGeometry(
                QRect(rect.topLeft(), QSize(rect.width() - side.width() - style.MEDIUM, first))
            )
            _set(self._help, rect.right() + 1 - side.width(), rect.y(), side, first)
        if is_one_line:
            right = rect.right() + 1 - self._help.sizeHint().width() - style.MEDIUM
            if move:
                _set_from_right(self._shown(), right, rect.y(), first, rect.width())
            return first
        y = rect.y() + first
        for line in _lines(self._shown(), rect.width()):
            high = max(item.sizeHint().height() for item in line)
            y += style.SMALL
            if move:
                _set_from_right(line, rect.right() + 1, y, high, rect.width())
            y += high
        return y - rect.y()


def _lines(items: list[QLayoutItem], width: int) -> list[list[QLayoutItem]]:
    lines: list[list[QLayoutItem]] = []
    used = 0
    for item in items:
        wide = item.sizeHint().width() + style.MEDIUM
        if not lines or used + wide - style.MEDIUM > width:
            lines.append([])
            used = 0
        lines[-1].append(item)
        used += wide
    return lines


def _set_from_right(items: list[QLayoutItem], right: int, y: int, high: int, most: int) -> None:
    for item in reversed(items):
        size = item.sizeHint().boundedTo(QSize(most, high))
        right -= size.width()
        _set(item, right, y, size, high)
        right -= style.MEDIUM


def _set(item: QLayoutItem, x: int, y: int, size: QSize, high: int) -> None:
    item.setGeometry(QRect(QPoint(x, y + (high - size.height()) // 2), size))
