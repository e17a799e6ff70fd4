"""Where the pages stand in the window: one that is too wide beside the help is moved sideways."""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QScrollBar, QStackedWidget, QWidget

#: What is left of a page that is moved sideways, at the least; room beside what is looked at.
_LEAST, _MARGIN = 200, 16
#: Of a selection: its cursor is followed.
_FOLLOWED = "diikuti"


class PageView(QWidget):
    """Shows the stack of pages, as wide as it needs, through a part of its width.

    Only while `let_scroll` is on: else the window is as wide as its page. What has the focus, and
    the cell under the cursor, come into sight by themselves.
    """

    def __init__(self, stack: QStackedWidget) -> None:
        super().__init__()
        self._stack, self._may_scroll = stack, False
        stack.setParent(self)
        self.bar = QScrollBar(Qt.Orientation.Horizontal, self)
        self.bar.setAccessibleName("Geser halaman ke samping")
        self.bar.hide()
        self.bar.valueChanged.connect(self._place)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow)

    def let_scroll(self, may_scroll: bool) -> None:
        """Be narrower than the page, or not; what is hidden can be moved into sight."""
        if may_scroll != self._may_scroll:
            self._may_scroll = may_scroll
            self.updateGeometry()
            self._arrange()

    def needed_width(self) -> int:
        """Return how wide the page in sight must be, in device-independent pixels."""
        return self._stack.minimumSizeHint().width()

    def sizeHint(self) -> QSize:
        return self._stack.sizeHint()

    def minimumSizeHint(self) -> QSize:
        needed = self._stack.minimumSizeHint()
        return QSize(min(_LEAST, needed.width()), needed.height()) if self._may_scroll else needed

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            # The page shows other buttons, or is another one.
            self.updateGeometry()
            self._arrange()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        hidden = max(0, self.needed_width() - self.width()) if self._may_scroll else 0
        self.bar.setVisible(hidden > 0)
        high = self.bar.sizeHint().height()
        self.bar.setGeometry(0, self.height() - high, self.width(), high)
        self.bar.setPageStep(self.width())
        self.bar.setSingleStep(_MARGIN)
        self.bar.setRange(0, hidden)
        self._place()

    def _place(self) -> None:
        below = self.bar.height() if self.bar.maximum() else 0
        wide = self.width() + self.bar.maximum()
        self._stack.setGeometry(-self.bar.value(), 0, wide, self.height() - below)

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is None or not self._stack.isAncestorOf(now):
            return
        chosen = now.selectionModel() if isinstance(now, QAbstractItemView) else None
        if chosen is None:
            self._bring(now, now.rect())
            return
        if not chosen.property(_FOLLOWED):
            chosen.setProperty(_FOLLOWED, True)
            chosen.currentChanged.connect(self._bring_cell)
        self._bring_cell()

    def _bring_cell(self) -> None:
        """Move the cell under the cursor into sight, of the list in which one works."""
        view = QApplication.focusWidget()
        if isinstance(view, QAbstractItemView) and self._stack.isAncestorOf(view):
            current = view.currentIndex()
            if current.isValid():
                self._bring(view.viewport(), view.visualRect(current))

    def _bring(self, widget: QWidget, rect: QRect) -> None:
        """Move a part of a widget into sight; where it is too wide, its left end."""
        left = widget.mapTo(self._stack, QPoint(rect.left(), 0)).x() - _MARGIN
        right = left + rect.width() + 2 * _MARGIN
        value = max(self.bar.value(), right - self.width())
        self.bar.setValue(min(value, left))
