"""Qt's classes are made when they are first asked for, and not safely by two threads at once.

A page that is imported on the worker while the window makes a class of the same module can end up
with two of one class, and never opens again. So all of them are made before, on the window's own
thread, a few at a time.
"""

import time
from collections.abc import Callable, Iterator
from types import ModuleType

from PySide6 import QtCore, QtGui, QtWidgets
from PySide6.QtCore import QObject, QTimer

_SLICE_SECONDS = 0.01
_MODULES = (QtCore, QtGui, QtWidgets)


class ClassMaker(QObject):
    """Asks for every class in slices that nobody feels, then calls back.

    It stays as long as its parent. What it calls back may hold the last reference to that parent,
    which would take the child along a second time while it is being deleted.
    """

    def __init__(self, parent: QObject, done: Callable[[], None]) -> None:
        super().__init__(parent)
        self._left = _list_names()
        self._done = done
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._make_some)
        self._timer.start()

    def _make_some(self) -> None:
        end = time.perf_counter() + _SLICE_SECONDS
        for module, name in self._left:
            getattr(module, name)
            if time.perf_counter() > end:
                return
        self._timer.stop()
        self._done()


def _list_names() -> Iterator[tuple[ModuleType, str]]:
    for module in _MODULES:
        for name in dir(module):
            yield module, name
