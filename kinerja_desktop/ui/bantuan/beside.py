"""The help beside a dialog: both are seen whole, as far as the screen has room."""

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QPoint, QRect, QTimer
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout

from kinerja_desktop.ui.bantuan.pane import NARROW, WIDTH, HelpPane

#: In device-independent pixels: the help where the dialog is low, and between the two.
_HEIGHT, _GAP = 520, 8


@runtime_checkable
class GivesWay(Protocol):
    """A dialog whose pages can be scrolled sideways where the help leaves too little."""

    def let_scroll(self, is_let: bool) -> None:
        """Let the pages be narrower than what stands on them, or no more."""
        ...


class BesideDialog(QDialog):
    """Shows the help at the right of a dialog, which gets its place back when the help goes.

    The dialog moves to the left, becomes narrower, then the help does, then the dialog's pages
    scroll. Where even so the one lies above the other, the buttons of the dialog stay in reach.
    """

    def __init__(self, dialog: QDialog, pane: HelpPane) -> None:
        """Make it; it is shown by the caller.

        Args:
            dialog: beside which it stands.
            pane: what is shown.
        """
        super().__init__(dialog)
        self._dialog, self._pane = dialog, pane
        self._was_maximized, self._was = dialog.isMaximized(), dialog.geometry()
        self._placed, self._scrolls = self._was, False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(pane)
        self.setWindowTitle("Bantuan")
        if self._was_maximized:
            dialog.showNormal()

    def place(self) -> None:
        """Take the room beside the dialog as it is now."""
        dialog = self._dialog
        room = dialog.screen().availableGeometry()
        frame = dialog.frameGeometry()
        # Both have the same frame around them.
        title, edge = frame.height() - dialog.height(), frame.width() - dialog.width()
        left = room.width() - _GAP - 2 * edge
        least = max(dialog.minimumSizeHint().width(), dialog.minimumWidth())
        if isinstance(dialog, GivesWay) and not self._scrolls and least + NARROW > left:
            self._scrolls = True
            dialog.let_scroll(True)
            # Only when it has been laid out anew can it be narrower.
            QTimer.singleShot(0, self, self.place)
        wide = self._pane.take_width(NARROW if self._scrolls else min(WIDTH, left - least))
        if dialog.width() > left - wide:
            dialog.resize(left - wide, dialog.height())
        frame.setWidth(dialog.width() + edge)
        missing = frame.right() + _GAP + wide + edge - room.right()
        if missing > 0:
            frame.moveLeft(max(room.left(), frame.left() - missing))
            dialog.move(frame.topLeft())
        self._placed = dialog.geometry()
        self._stand(room, frame, wide + edge, title)

    def give_back(self) -> None:
        """Give the dialog the place that it had before, unless the clerk gave it another."""
        dialog = self._dialog
        if isinstance(dialog, GivesWay):
            dialog.let_scroll(False)
        if dialog.geometry() == self._placed:
            dialog.setGeometry(self._was)
        if self._was_maximized:
            dialog.showMaximized()

    def _stand(self, room: QRect, frame: QRect, width: int, title: int) -> None:
        """Stand at the right of the frame of the dialog, or above its buttons."""
        left = min(frame.right() + _GAP, room.right() - width)
        height = min(max(_HEIGHT + title, frame.height()), room.height())
        top = max(room.top(), min(frame.top(), room.bottom() - height))
        if left <= frame.right():
            # What is below the help can be neither seen nor pressed.
            above = _buttons_top(self._dialog, room.bottom()) - _GAP
            top = min(top, max(room.top(), above - height))
            height = min(height, above - top)
        self.resize(self._pane.minimumWidth(), height - title)
        self.move(QPoint(left, top))


def _buttons_top(dialog: QDialog, otherwise: int) -> int:
    """Return where the lowest button of a dialog begins on the screen."""
    buttons = dialog.findChildren(QPushButton)
    tops = [button.mapToGlobal(QPoint(0, 0)).y() for button in buttons if button.isVisible()]
    return max(tops, default=otherwise)
