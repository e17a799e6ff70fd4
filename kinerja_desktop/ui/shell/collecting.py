"""Garbage is collected on the thread of the window alone."""

import gc

from PySide6.QtCore import QObject, QTimer

from kinerja_desktop import garbage

_EVERY_MS = 1000


class Collecting(QObject):
    """Looks once a second whether there is enough of it.

    Python collects on whatever thread happens to make the next object. What it finds may be a
    widget or a timer that is held by a circle only, and Qt crashes when these die on the worker.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        timer = QTimer(self, interval=_EVERY_MS)
        timer.timeout.connect(garbage.collect_due)
        timer.start()
