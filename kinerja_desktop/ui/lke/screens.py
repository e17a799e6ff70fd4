"""Pictures of the program's own pages, taken aside: the window that the clerk sees stays."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QBuffer, QIODevice, QObject, QSize, Qt, QTimer
from PySide6.QtWidgets import QWidget

from kinerja_desktop.services.paket_lke.layar import Layar
from kinerja_desktop.ui.base.context import Context

_SIZE = QSize(1240, 720)
_POLL_MS, _MOST_MS = 50, 8000
#: Waits between two pages, so that what the clerk does meanwhile comes first.
_PAUSE_MS = 20


class ScreenTaker(QObject):
    """Builds each page once more, hidden, lets it read its data, and takes its picture.

    The pages have a context of their own: what is chosen in the window neither changes them nor
    is changed by them.
    """

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._aside: Context | None = None
        self._waiting: list[Layar] = []
        self._pictures: dict[str, bytes] = {}
        self._done: Callable[[dict[str, bytes]], None] | None = None
        self._page: QWidget | None = None
        self._waited = 0

    def take(self, wanted: Iterable[Layar], done: Callable[[dict[str, bytes]], None]) -> None:
        """Take pictures of pages; `done` gets them as PNG by key, those that could be taken."""
        self._waiting = list(wanted) if self._context.make_page is not None else []
        self._pictures, self._done = {}, done
        self._aside = Context(self._context.office, self._context)
        self._next()

    def _next(self) -> None:
        aside, make = self._aside, self._context.make_page
        assert aside is not None, "made before the first page"
        if not self._waiting:
            aside.close()
            aside.deleteLater()
            self._aside = None
            if self._done is not None:
                self._done(self._pictures)
            return
        aside.set_periode(self._waiting[0].periode)
        page = make(self._waiting[0].kunci, aside) if make else None
        if page is None:
            self._waiting.pop(0)
            self._next()
            return
        page.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        page.resize(_SIZE)
        page.show()
        self._page, self._waited = page, 0
        QTimer.singleShot(_POLL_MS, self._look)

    def _look(self) -> None:
        self._waited += _POLL_MS
        assert self._aside is not None, "closed after the last page"
        if self._aside.tasks.pending and self._waited < _MOST_MS:
            QTimer.singleShot(_POLL_MS, self._look)
            return
        page, wanted = self._page, self._waiting.pop(0)
        if page is not None:
            self._pictures[wanted.kunci] = grab_png(page)
            page.hide()
            page.deleteLater()
        self._page = None
        QTimer.singleShot(_PAUSE_MS, self._next)


def grab_png(widget: QWidget) -> bytes:
    """Return what a widget shows as a PNG."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    widget.grab().save(buffer, "PNG")
    return bytes(buffer.data().data())
