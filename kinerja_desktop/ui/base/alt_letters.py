"""Alt with a letter is never text: it presses a button, or does nothing."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid


class AltLetters(QObject):
    """Keeps a letter pressed with Alt out of the field that has the cursor.

    Qt types it where no button answers: Alt+L while *Lanjut* is still grey would write an *l* into
    the name of the Camat. The widget with the cursor alone is watched, so that nothing else waits.
    """

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        application.focusChanged.connect(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the key away; whoever wanted it as a shortcut has had it before."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            # AltGr comes with Ctrl, or as a sign of its own: what it writes stays.
            held = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
            if held == Qt.KeyboardModifier.AltModifier and event.text().isprintable():
                return bool(event.text())
        return super().eventFilter(watched, event)

    def _follow(self, old: QWidget | None, now: QWidget | None) -> None:
        if old is not None and isValid(old):
            old.removeEventFilter(self)
        if now is not None:
            now.installEventFilter(self)
