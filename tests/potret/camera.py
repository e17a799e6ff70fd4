"""Takes pictures of widgets into one folder, once they stand still."""

import time
from pathlib import Path

from PySide6.QtWidgets import QApplication, QTabWidget, QWidget

from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.shell.main_window import MainWindow
from tests.ui.window import current_page

#: In seconds: a preview is laid out a moment after the last change, and drawn a moment after that.
_QUIET = 1.0


class Camera:
    """For one screen.

    Attributes:
        size: of a window that fills the screen.
    """

    def __init__(self, application: QApplication, target: Path, size: tuple[int, int]) -> None:
        target.mkdir(parents=True, exist_ok=True)
        self._application, self._target, self.size = application, target, size

    def settle(self, context: Context) -> None:
        """Wait until nothing has been under way for a while."""
        quiet = time.monotonic()
        while time.monotonic() - quiet < _QUIET:
            self._application.processEvents()
            time.sleep(0.002)
            if context.tasks.pending:
                quiet = time.monotonic()

    def grab(self, widget: QWidget, name: str) -> None:
        """Take one picture."""
        widget.grab().save(str(self._target / f"{name}.png"))

    def take(self, window: MainWindow, name: str) -> None:
        """Take one picture of the window, once it stands still."""
        self.settle(window.context)
        self.grab(window, name)

    def take_page(self, window: MainWindow, key: str, name: str) -> None:
        """Open a page and take it with every one of its tabs."""
        window.open_page(key)
        self.take(window, name)
        for tabs in current_page(window).findChildren(QTabWidget):
            if not tabs.isVisible():
                continue
            shown = tabs.currentIndex()
            for tab in (tab for tab in range(tabs.count()) if tab != shown):
                tabs.setCurrentIndex(tab)
                self.take(window, f"{name}-{tab}")
            tabs.setCurrentIndex(shown)
