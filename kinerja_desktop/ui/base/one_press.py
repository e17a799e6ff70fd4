"""A button that changes data is pressed once by a double click or a double Enter, not twice.

The first press takes away what it was about; the second would fall on whatever came in its place.
"""

import time

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class OnePress(QObject):
    """Watches one button after it was pressed, and goes with it; before, nothing passes here."""

    def __init__(self, button: QAbstractButton) -> None:
        super().__init__(button)
        self._button, self._pressed = button, 0.0
        button.clicked.connect(self._note)

    @property
    def is_hasty(self) -> bool:
        """Whether a press now would belong to the last one, by the system's double-click time."""
        passed = (time.monotonic() - self._pressed) * 1000
        return passed < QApplication.doubleClickInterval()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the second press of a double click away, and a second Enter as fast as that."""
        if event.type() == QEvent.Type.MouseButtonDblClick:
            return True
        is_enter = (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in _ENTER
        )
        return is_enter and self.is_hasty

    def _note(self) -> None:
        self._pressed = time.monotonic()
        self._button.installEventFilter(self)
        QTimer.singleShot(QApplication.doubleClickInterval(), self, self._rest)

    def _rest(self) -> None:
        if not self.is_hasty:
            self._button.removeEventFilter(self)


def is_hasty(button: QAbstractButton) -> bool:
    """Tell whether a press of a watched button would belong to the last one."""
    found = button.findChild(OnePress, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return found is not None and found.is_hasty
