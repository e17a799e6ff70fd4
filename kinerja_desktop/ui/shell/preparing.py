"""The largest pages are built while nobody waits, so that opening them is only showing them."""

import sys
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QSize, QTimer
from PySide6.QtWidgets import QWidget

from kinerja_desktop.ui.base.page import LazyPage, PageEntry
from kinerja_desktop.ui.base.tasks import TaskRunner

#: Built ahead, one at a time, each when nothing has happened for a while.
_LARGE = ("pengukuran", "sop")
_QUIET_MS = 150


class PagePreparer(QObject):
    """Waits for the worker to be idle, and for a page's modules to be imported there."""

    def __init__(
        self,
        parent: QObject,
        tasks: TaskRunner,
        pages: Sequence[PageEntry],
        build: Callable[[str], None],
    ) -> None:
        super().__init__(parent)
        self._tasks, self._build = tasks, build
        self._left = [page for page in pages if page.KEY in _LARGE]
        self._timer = QTimer(self, singleShot=True, interval=_QUIET_MS)
        self._timer.timeout.connect(self._prepare)
        tasks.busy_changed.connect(self._wait)

    def _wait(self, busy: int) -> None:
        if busy or not self._left:
            self._timer.stop()
        else:
            self._timer.start()

    def _prepare(self) -> None:
        ready = next((page for page in self._left if _is_imported(page)), None)
        if ready is None or self._tasks.pending:
            return
        self._left.remove(ready)
        self._build(ready.KEY)
        self._wait(0)


def polish(page: QWidget, size: QSize) -> None:
    """Give a hidden page its look and its places, which showing it would otherwise have to do."""
    for part in (page, *page.findChildren(QWidget)):
        part.ensurePolished()
    page.resize(size)
    layout = page.layout()
    if layout is not None:
        layout.activate()


def _is_imported(page: PageEntry) -> bool:
    """Importing takes longer than building: that is the worker's."""
    if not isinstance(page, LazyPage):
        return True
    return f"kinerja_desktop.ui.{page.place.split(':')[0]}" in sys.modules
