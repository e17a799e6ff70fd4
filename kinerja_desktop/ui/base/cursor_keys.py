"""Two keys that mean the same wherever the cursor is: Alt with a letter, and Enter on a button."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QPushButton,
    QToolButton,
    QWidget,
)
from shiboken6 import isValid

from kinerja_desktop.ui.base.one_press import is_hasty

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CursorKeys(QObject):
    """Watches the widget with the cursor, and it alone, so that nothing else waits.

    - A letter pressed with Alt is never text. Qt types it where no button answers: Alt+L while
      *Lanjut* is still grey would write an *l* into the name of the Camat.
    - Enter presses the button that is framed. Qt lets it do so in dialogs only, and elsewhere only
      the space bar.
    - A button is framed only where somebody went to it. When the one that was pressed is greyed or
      goes, Qt frames its neighbour, and a second Enter would press that: *Hapus draf* after
      *Tandatangani*.
    """

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        application.focusChanged.connect(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the key away; whoever wanted it as a shortcut has had it before."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return _is_letter_with_alt(event) or _press(watched, event)
        return super().eventFilter(watched, event)

    def _follow(self, old: QWidget | None, now: QWidget | None) -> None:
        if old is not None and isValid(old):
            old.removeEventFilter(self)
        if isinstance(now, QAbstractButton) and old is not None and _has_gone(old):
            now.clearFocus()
        elif now is not None:
            now.installEventFilter(self)


def _has_gone(widget: QWidget) -> bool:
    """Tell whether a widget lost the frame by itself; with its page or window it goes elsewhere."""
    if not isValid(widget):
        return False
    place = widget.parentWidget()
    is_hidden = widget.isHidden() and place is not None and place.isVisible()
    return is_hidden or not widget.isEnabled()


def _is_letter_with_alt(event: QKeyEvent) -> bool:
    # AltGr comes with Ctrl, or as a sign of its own: what it writes stays.
    held = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
    is_alone = held == Qt.KeyboardModifier.AltModifier
    return is_alone and event.text().isprintable() and bool(event.text())


def _press(watched: QObject, event: QKeyEvent) -> bool:
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if event.key() not in _ENTER or held or not isinstance(watched, QPushButton | QToolButton):
        return False
    if isinstance(watched.window(), QDialog):
        return False
    # A key that is held down presses once, as in a dialog.
    if not event.isAutoRepeat() and not is_hasty(watched):
        watched.click()
    return True
