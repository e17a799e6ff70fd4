"""The size that a window of its own gets: what it asks for, as far as the screen has room."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

#: Title bar and borders of a desktop.
FRAME = QSize(16, 40)


def resize_within(window: QWidget, width: int, height: int) -> None:
    """Resize a window, but not beyond its screen, such as 1366×768 at 150 %.

    Args:
        window: a dialog or another window, before it is shown.
        width: that it would like, in device-independent pixels.
        height: likewise.
    """
    window.resize(QSize(width, height).boundedTo(window.screen().availableSize() - FRAME))


def grow_within(window: QWidget) -> None:
    """Make a dialog as high as its wrapped words need by now, as far as the screen has room."""
    layout = window.layout()
    if layout is not None:
        layout.activate()
        wanted = max(window.height(), layout.totalHeightForWidth(window.width()))
        resize_within(window, window.width(), wanted)
