"""A long text is stored while it is written: a power cut takes a few seconds of it, no more."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QPlainTextEdit

#: Milliseconds without a stroke, then it is stored.
PATIENCE = 2000
#: Milliseconds of steady typing, then it is stored in between.
MOST = 8000


class SteadyKeeping(QObject):
    """Hands over what is typed after a pause, and now and then to whoever types on and on."""

    def __init__(
        self, parent: QObject, keep: Callable[[], Any], patience: int = PATIENCE, most: int = MOST
    ) -> None:
        """Make it.

        Args:
            parent: ends it.
            keep: stores what is new, and nothing where nothing is.
            patience: milliseconds without a stroke.
            most: milliseconds of steady typing.
        """
        super().__init__(parent)
        self._pause = QTimer(self, singleShot=True, interval=patience)
        self._steady = QTimer(self, singleShot=True, interval=most)
        for timer in (self._pause, self._steady):
            timer.timeout.connect(self.rest)
            timer.timeout.connect(keep)

    def notice(self) -> None:
        """Hear of a stroke."""
        self._pause.start()
        if not self._steady.isActive():
            self._steady.start()

    def rest(self) -> None:
        """Wait for the next stroke: what was typed is handed over, or is not wanted any more."""
        self._pause.stop()
        self._steady.stop()

    def follow(self, *boxes: QPlainTextEdit) -> None:
        """Hear of what is typed into boxes, not of what the program shows there."""
        for box in boxes:
            box.textChanged.connect(lambda box=box: self.notice() if box.hasFocus() else None)
