"""A second start of the program on the same data brings the window that is open to the front.

The data folder is the meeting place: the second start writes into a file that the first watches
and empties again as its answer. No port and no pipe is opened (`docs/architecture.md` §2.9).
"""

import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

FILE_NAME = "kinerja.panggil"
_CALL = b"tampilkan"
_PATIENCE_S, _STEP_S = 3.0, 0.05
#: "Any process", to Windows.
_ANYBODY = -1


class CallListener(QObject):
    """Kept by the program that has the data open; shows its windows when it is called."""

    def __init__(self, folder: Path, show: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._path, self._show = folder / FILE_NAME, show
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._hear)
        self._empty()

    def _empty(self) -> None:
        """Empty the file, which is the answer, and go on watching it."""
        try:
            self._path.write_bytes(b"")
            self._path.chmod(0o600)
        except OSError:
            # Without it a second start says that the data is in use.
            return
        if not self._watcher.files():
            self._watcher.addPath(str(self._path))

    def _hear(self) -> None:
        try:
            called = bool(self._path.read_bytes())
        except OSError:
            called = False
        # Only then: to empty it a moment before the call is written would be a false answer.
        if called:
            self._empty()
            self._show()


def call_open_window(folder: Path, patience: float = _PATIENCE_S) -> bool:
    """Ask the program that has a data folder open to show itself.

    Args:
        folder: the data folder.
        patience: how many seconds to wait for its answer.

    Returns:
        Whether it answered. A command that works on the data, or a window that is busy, does not.
    """
    path = folder / FILE_NAME
    if not path.is_file():
        return False
    _let_others_come_forward()
    try:
        # Added, not written anew: the file is never empty again before it is heard.
        with path.open("ab") as file:
            file.write(_CALL)
        end = time.monotonic() + patience
        while time.monotonic() < end:
            time.sleep(_STEP_S)
            if not path.read_bytes():
                return True
        path.write_bytes(b"")
    except OSError:
        return False
    return False


def show_windows() -> None:
    """Bring what the program shows to the front: its window, and above it an open dialog."""
    windows = [item for item in QApplication.topLevelWidgets() if _is_shown(item)]
    # The dialog last: it stands above the window that waits for it.
    for window in sorted(windows, key=lambda item: item is QApplication.activeModalWidget()):
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()


def _is_shown(widget: QWidget) -> bool:
    return widget.isVisible() and widget.windowType() in (
        Qt.WindowType.Window,
        Qt.WindowType.Dialog,
    )


def _let_others_come_forward() -> None:
    """Windows lets a program come forward only when the one in front allows it."""
    if sys.platform == "win32":
        import_module("ctypes").windll.user32.AllowSetForegroundWindow(_ANYBODY)
