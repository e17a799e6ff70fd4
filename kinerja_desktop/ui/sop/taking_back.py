"""The strip that takes back what was just noted on a step, while its seconds run."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from kinerja_desktop.services.sop.taking_back import DETIK
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.writing import writes

_SECOND = 1000  # milliseconds


class TakeBackStrip(QFrame):
    """Says what was noted, and counts down; afterwards it is gone.

    Signals:
        left: the strip went while its button had the focus, which needs another place now.
    """

    left = Signal()

    def __init__(self, owner: QWidget) -> None:
        super().__init__()
        self.setObjectName("pita")
        self._deed: Callable[[], None] | None = None
        self._left = 0
        self.label = QLabel()
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(True)
        self.button = QPushButton()
        writes(self.button)
        self.button.clicked.connect(self.take_back)
        self.escape = QShortcut(
            QKeySequence(Qt.Key.Key_Escape),
            owner,
            context=Qt.ShortcutContext.WidgetWithChildrenShortcut,
        )
        self.escape.setAutoRepeat(False)
        self.escape.setWhatsThis("Menarik kembali langkah yang baru diselesaikan")
        self.escape.activated.connect(self.take_back)
        self._timer = QTimer(self, interval=_SECOND)
        self._timer.timeout.connect(self._count)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(style.MEDIUM, style.SMALL, style.MEDIUM, style.SMALL)
        layout.addWidget(self.label, 1)
        layout.addWidget(self.button)
        self.clear()

    def offer(self, text: str, deed: Callable[[], None]) -> None:
        """Offer to take back what `text` says was noted, for as long as the service allows it."""
        self._deed, self._left = deed, DETIK
        self.label.setText(text)
        self._show_left()
        self.escape.setEnabled(True)
        self.show()
        self._timer.start()

    def take_back(self) -> None:
        """Take it back now."""
        deed = self._deed
        self.clear()
        if deed is not None:
            deed()

    def clear(self) -> None:
        """Offer nothing any more."""
        had_focus = self.button.hasFocus()
        self._deed = None
        self._timer.stop()
        self.escape.setEnabled(False)
        self.hide()
        if had_focus:
            self.left.emit()

    def _count(self) -> None:
        self._left -= 1
        if self._left > 0:
            self._show_left()
        else:
            self.clear()

    def _show_left(self) -> None:
        self.button.setText(f"Batalkan ({self._left})")
        self.button.setAccessibleName(f"{self.label.text()} Batalkan")
        self.button.setAccessibleDescription(f"Masih {self._left} detik; juga dengan Esc")
        self.button.setToolTip("Juga dengan Esc, selama hitungan ini berjalan")
