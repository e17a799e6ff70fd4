"""What stands in the place of a table or page while there is nothing: why, and what to do."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy


class EmptyState(QLabel):
    """A sentence in the middle of the place that it fills; the same on every page."""

    def __init__(self, text: str = "") -> None:
        """Make it.

        Args:
            text: why there is nothing, and what to do.
        """
        super().__init__(text)
        self.setObjectName("redup")
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
