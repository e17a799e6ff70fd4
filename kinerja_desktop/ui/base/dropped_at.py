"""Where on a page something was dropped."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget


def is_on(widget: QWidget, at: QPoint) -> bool:
    """Tell whether a place on the screen is on a widget that is shown."""
    return widget.isVisible() and widget.rect().contains(widget.mapFromGlobal(at))
