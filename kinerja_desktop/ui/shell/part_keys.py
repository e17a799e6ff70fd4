"""F6 and Shift+F6: from the list of pages to the table, to the form below it, and around again."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QStackedWidget, QWidget

_REASON = Qt.FocusReason.TabFocusReason


class PartKeys(QObject):
    """Leaves a table without going through its cells: Tab goes from one to the next.

    What a splitter divides is a part; a page that nothing divides is one.
    """

    def __init__(self, window: QMainWindow, stack: QStackedWidget, navigation: QWidget) -> None:
        super().__init__(window)
        self._stack, self._navigation = stack, navigation
        for keys, words, step in (
            ("F6", "Ke bagian berikutnya: daftar halaman, tabel, isian", 1),
            ("Shift+F6", "Ke bagian sebelumnya", -1),
        ):
            shortcut = QShortcut(QKeySequence(keys), window)
            shortcut.setWhatsThis(words)
            shortcut.activated.connect(lambda step=step: self.go(step))

    def go(self, step: int) -> None:
        """Put the cursor into the next part, where it was there last."""
        parts = [part for part in self._parts() if _entrance(part) is not None]
        now = QApplication.focusWidget()
        here = next((at for at, part in enumerate(parts) if now and _holds(part, now)), -1)
        if here < 0:
            # From the bar at the top or the line at the foot: to the page.
            here = 0 if step > 0 else len(parts)
        target = _entrance(parts[(here + step) % len(parts)])
        if target is not None:
            target.setFocus(_REASON)

    def _parts(self) -> list[QWidget]:
        page = self._stack.currentWidget()
        if page is None:
            return [self._navigation]
        splitters = [one for one in page.findChildren(QSplitter) if one.isVisible()]
        parts = [part for splitter in splitters for part in _children(splitter)]
        leaves = [part for part in parts if not any(part.isAncestorOf(one) for one in splitters)]
        return [self._navigation, *(leaves or [page])]


def _children(splitter: QSplitter) -> Iterator[QWidget]:
    widgets = (splitter.widget(place) for place in range(splitter.count()))
    yield from (widget for widget in widgets if widget is not None and widget.isVisible())


def _entrance(part: QWidget) -> QWidget | None:
    """Return where the cursor was in a part last, else what Tab would reach there first."""
    last = part.focusWidget()
    if last is not None and _takes(last):
        return last
    if _takes(part):
        return part
    widget = part.nextInFocusChain()
    while widget is not None and widget is not part:
        if part.isAncestorOf(widget) and _takes(widget):
            return widget
        widget = widget.nextInFocusChain()
    return None


def _takes(widget: QWidget) -> bool:
    policy = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(policy) and widget.isVisible() and widget.isEnabled()


def _holds(part: QWidget, widget: QWidget) -> bool:
    return part is widget or part.isAncestorOf(widget)
