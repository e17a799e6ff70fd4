"""F1 and *?* in a window over the whole screen, which holds its help itself: *Mode baca*."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QWidget

from kinerja_desktop.ui.bantuan.shortcuts import KeyWords

if TYPE_CHECKING:
    from kinerja_desktop.ui.bantuan.pane import HelpPane

#: By this name a window's *?* is found.
BUTTON = "bantuan"


@runtime_checkable
class HoldsHelp(Protocol):
    """A window that has room for its help, and says which it is, and what its keys are."""

    #: A link into the help.
    HELP: str
    KEYS: Sequence[tuple[str, str]]

    def hold_help(self, pane: QWidget | None) -> None:
        """Show the help beside what is shown; None when it goes."""
        ...


class HeldHelp(QObject):
    """Opens and shuts the help of such a window; it goes with the window."""

    def __init__(self, window: QWidget) -> None:
        """Serve a window.

        Args:
            window: one that `HoldsHelp`.
        """
        super().__init__(window)
        self._window = window
        self.pane: HelpPane | None = None
        key = QShortcut(QKeySequence(QKeySequence.StandardKey.HelpContents), window)
        key.setWhatsThis("Bantuan")
        key.activated.connect(self.turn)
        for button in window.findChildren(QAbstractButton, BUTTON):
            button.clicked.connect(self.turn)
        window.installEventFilter(self)

    def turn(self) -> None:
        """Show the help, or put it away."""
        if self.pane is not None:
            self.close()
            return
        # Most windows are closed without it.
        from kinerja_desktop.services.bantuan.isi import find_place
        from kinerja_desktop.ui.bantuan.pane import NARROW, HelpPane

        window = self._window
        assert isinstance(window, HoldsHelp)
        sheet, _ = find_place(window.HELP)
        pane = HelpPane(is_whole=False)
        pane.take_width(NARROW)
        pane.show_page(sheet, [KeyWords(*words) for words in window.KEYS], [], [])
        pane.close_wanted.connect(self.close)
        self.pane = pane
        window.hold_help(pane)
        pane.text.setFocus()

    def close(self) -> None:
        """Put the help away, and go on with what is shown."""
        pane, self.pane = self.pane, None
        if pane is not None:
            window = self._window
            assert isinstance(window, HoldsHelp)
            window.hold_help(None)
            pane.hide()
            pane.deleteLater()
            window.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Put the help away first, when the window is to be left with Esc."""
        if (
            self.pane is not None
            and watched is self._window
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Escape
        ):
            self.close()
            return True
        return super().eventFilter(watched, event)
