"""A choice that counts when it is made, not at each step on the way to it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent

from kinerja_desktop.ui.base.choice_box import ChoiceBox


class SettledBox(ChoiceBox):
    """Arrow keys and letters only move about; Enter, the mouse, or leaving makes the choice.

    Attributes:
        settled: the place that was chosen last, by the clerk or by the program.

    Signals:
        decided: the clerk made a choice.
    """

    decided = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.settled = -1
        self._is_moving = False
        self.currentIndexChanged.connect(self._follow)
        self.activated.connect(self._choose)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._settle()
            return
        self._is_moving = True
        super().keyPressEvent(event)
        self._is_moving = False

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._is_moving = True
        super().wheelEvent(event)
        self._is_moving = False

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._settle()

    def _follow(self, place: int) -> None:
        if not self._is_moving:
            self.settled = place

    def _choose(self) -> None:
        if not self._is_moving:
            self.settled = self.currentIndex()
            self.decided.emit()

    def _settle(self) -> None:
        if self.settled != self.currentIndex():
            self._choose()
