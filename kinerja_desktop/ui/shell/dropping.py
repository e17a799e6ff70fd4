"""Files that are dropped on the window, wherever on it, find the page that they are for.

The page that is shown comes first: evidence belongs to the figure on which it is dropped, a scan to
the paper. Elsewhere a scan goes to the final whose kode it bears, a package is checked, what
Bappeda gave back is read, an SOP of another office goes to the SOPs, and all else is looked through
as forms; at Bappeda for packages.
"""

from collections.abc import Callable, Container
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QDragMoveEvent, QDropEvent, QWindow
from PySide6.QtWidgets import QApplication, QWidget

from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.page import Page
from kinerja_desktop.ui.base.writing import READER_REASON

#: The pages that look through them, the last at Bappeda.
_FORMS, _SOP, _SCANS, _PACKAGE, _PACKAGES = "pengumpulan", "sop", "dokumen", "kirim", "penerimaan"

_DRAGS = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


class DropTaker(QObject):
    """Stands before the widgets: a text field would take a file's address for text.

    Args:
        window: the native window; its drags are watched.
        take: gets the files and folders that were dropped, and where on the screen.
    """

    def __init__(self, window: QWindow, take: Callable[[list[Path], QPoint], None]) -> None:
        super().__init__(window)
        self._window, self._take = window, take
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
            at = self._window.mapToGlobal(event.position().toPoint())
            QTimer.singleShot(0, self, lambda: self._take(paths, at))
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

    def take(paths: list[Path], at: QPoint) -> None:
        page = current()
        if isinstance(page, Page) and page.take_dropped(paths, at):
            return
        if not context.may_write:
            context.say(READER_REASON)
            return
        if _PACKAGES in keys:
            context.open_page(_PACKAGES, paths)
        elif (key := find_page(paths)) in keys:
            context.open_page(key, paths[0] if key == _SOP else paths)
        elif _FORMS in keys:
            context.open_page(_FORMS, paths)

    return DropTaker(handle, take)


def find_page(paths: list[Path]) -> str:
    """Return which page of a kecamatan files are for, by what they are."""
    from kinerja_desktop.domain.sop.tukar import AKHIRAN
    from kinerja_desktop.services.kantor.pindaian import are_scans
    from kinerja_desktop.services.kiriman.balasan import holds_reply
    from kinerja_desktop.services.kiriman.delivery import is_paket

    if len(paths) == 1 and paths[0].name.casefold().endswith(AKHIRAN):
        return _SOP
    if len(paths) == 1 and (is_paket(paths[0]) or holds_reply(paths[0])):
        return _PACKAGE
    return _SCANS if are_scans(paths) else _FORMS


def paths_of(data: QMimeData) -> list[Path]:
    """Return the files and folders that are dragged; none for text or addresses of the web."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
