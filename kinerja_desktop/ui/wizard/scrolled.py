"""Room for a page of the wizard that needs more than the screen has: it scrolls."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget, QWizardPage
from shiboken6 import isValid

#: Frame of the window and the wizard's own margins.
_BESIDE = 64


class ScrolledBody(QScrollArea):
    """Holds what stands on a page; it asks for no more height than there is.

    Without it the wizard grows beyond the screen, and its buttons out of reach, or squeezes lines
    until they cannot be read: 1366×768 at 150 % has 512 lines.
    """

    def __init__(self, page: QWizardPage) -> None:
        super().__init__()
        self.inside = QWidget()
        self._wanted: QWidget | None = None
        self._may_be_narrow = False
        self.setWidget(self.inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        # The page has its own ground; fields are walked through with Tab, which scrolls.
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self.viewport().setAutoFillBackground(False)
        self.inside.setAutoFillBackground(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        around = QVBoxLayout(page)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self)
        self.inside.installEventFilter(self)

    def minimumSizeHint(self) -> QSize:
        """Ask for the width of what is inside, where it can have it, and for little height."""
        hint = super().minimumSizeHint()
        if self._may_be_narrow:
            return hint
        room = self.screen().availableSize().width() - _BESIDE
        return QSize(min(self._inner_width(), room), hint.height())

    def let_scroll(self, is_let: bool) -> None:
        """Be narrower than what is inside where something stands beside, or no more."""
        if is_let != self._may_be_narrow:
            self._may_be_narrow = is_let
            self.updateGeometry()

    def show_soon(self, widget: QWidget) -> None:
        """Scroll to a widget that has just been put in, as soon as the page has grown by it."""
        self._wanted = widget

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask anew for room when the page inside has changed; look at what came with it."""
        if watched is self.inside and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        if watched is self.inside and event.type() == QEvent.Type.Resize and self._wanted:
            if isValid(self._wanted):
                QTimer.singleShot(0, self._wanted, self._show_wanted)
            else:
                self._wanted = None
        return super().eventFilter(watched, event)

    def _show_wanted(self) -> None:
        """Scroll to what is wanted, again when it has not yet got its height by then."""
        wanted = self._wanted
        if wanted is not None:
            self.ensureWidgetVisible(wanted)
            if wanted.height() >= wanted.minimumSizeHint().height():
                self._wanted = None

    def _inner_width(self) -> int:
        return self.inside.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
