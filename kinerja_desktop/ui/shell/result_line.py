"""What was written, in the status line, with the way to it; it waits for no answer."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QStatusBar, QWidget

from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.context import Context


class ResultLine(QWidget):
    """Stays until something else is said."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._folder: Path | None = None
        self.label = QLabel()
        self.button = QPushButton("Buka folder")
        self.button.clicked.connect(self._open)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(style.SMALL, 0, 0, 0)
        # A long path is cut, and told by the tooltip: it never makes the window wider.
        self.label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        layout.addWidget(self.button)
        layout.addWidget(self.label, 1)
        self.hide()
        context.written.connect(self._show)
        context.said.connect(self.hide)

    def _show(self, sentence: str, folder: Path) -> None:
        self._folder = folder
        bar = self.parentWidget()
        if isinstance(bar, QStatusBar):
            # What was said before would be written over this.
            bar.clearMessage()
        self.label.setText(sentence)
        self.setToolTip(sentence)
        self.show()

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
