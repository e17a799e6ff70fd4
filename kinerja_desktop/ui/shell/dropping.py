"""Files that are dropped on the window, wherever on it: they are looked through as forms.

A file that another office gave of its SOP goes to the page of the SOPs; at Bappeda all is looked
through for packages. A page that is shown may take them for itself: photos of papers to be matched.
"""

from collections.abc import Callable, Container
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, QTimer
from PySide6.QtGui import QDragMoveEvent, QDropEvent, QWindow
from PySide6.QtWidgets import QApplication, QWidget

from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.page import Page
from kinerja_desktop.ui.base.writing import READER_REASON

#: The pages that look through them, the last at Bappeda.
_PAGE, _SOP_PAGE, _PACKAGES = "pengumpulan", "sop", "penerimaan"

_DRAGS = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


class DropTaker(QObject):
    """Stands before the widgets: a text field would take a file's address for text.

    Args:
        window: the native window; its drags are watched.
        take: gets the files and folders that were dropped.
    """

    def __init__(self, window: QWindow, take: Callable[[list[Path]], None]) -> None:
        super().__init__(window)
        self._take = take
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in _DRAGS or not isinstance(event, QDropEvent | QDragMoveEvent):
            return super().eventFilter(watched, event)
        paths = paths_of(event.mimeData())
        if not paths:
            return super().eventFilter(watched, event)
        if QApplication.activeModalWidget() is not None:
            event.ignore()
            return True
        # Never a move: who gave the files would remove them.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if event.type() == QEvent.Type.Drop:
            # Whoever gives the files waits until the drop is over.
            QTimer.singleShot(0, self, lambda: self._take(paths))
        return True


def watch_drops(
    window: QWidget,
    context: Context,
    keys: Container[str],
    current: Callable[[], QWidget | None] = lambda: None,
) -> DropTaker | None:
    """Let a window that stands on the screen take files; None where none stands there.

    Args:
        window: the window.
        context: by which pages are opened.
        keys: the pages that there are.
        current: the page that is shown: what it takes itself goes nowhere else.
    """
    handle = window.windowHandle()
    if handle is None:
        return None

    def take(paths: list[Path]) -> None:
        from kinerja_desktop.domain.sop.tukar import AKHIRAN

        page = current()
        if isinstance(page, Page) and page.take_dropped(paths):
            return
        if not context.may_write:
            context.say(READER_REASON)
            return
        is_sop = len(paths) == 1 and paths[0].name.casefold().endswith(AKHIRAN)
        if is_sop and _SOP_PAGE in keys:
            context.open_page(_SOP_PAGE, paths[0])
        elif _PAGE in keys:
            context.open_page(_PAGE, paths)
        elif _PACKAGES in keys:
            context.open_page(_PACKAGES, paths)

    return DropTaker(handle, take)


def paths_of(data: QMimeData) -> list[Path]:
    """Return the files and folders that are dragged; none for text or addresses of the web."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
