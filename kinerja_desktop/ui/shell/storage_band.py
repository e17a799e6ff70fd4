"""Says that the disk took nothing of what was typed last, beside what still stands in its field."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QWidget

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.context import Context

_KEPT = (
    "Yang diketik tetap di layar dan BELUM TERSIMPAN: sesudah ada ruang, ketik lagi atau "
    "tinggalkan isiannya."
)


class StorageBand(QFrame):
    """Hidden until the disk refuses; a box would take the keys of who goes on typing.

    It goes by itself when something typed is stored again.
    """

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("pita")
        self.label = QLabel()
        self.label.setObjectName("bahaya")
        self.label.setWordWrap(True)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout(self)
        row.setContentsMargins(style.LARGE, style.SMALL, style.LARGE, style.SMALL)
        row.addWidget(self.label, 1)
        self.hide()
        context.stored_again.connect(self.hide)
        context.tell_unstored = self.tell

    def tell(self, parent: QWidget, error: KinerjaError) -> bool:
        """Show why nothing was stored; False where a dialog stands over the window.

        Args:
            parent: where it was typed.
            error: what the disk said.
        """
        over = QApplication.activeModalWidget()
        if parent.window() is not self.window() or over is not None:
            return False
        self.label.setText(f"{error} {_KEPT}")
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self.label, QAccessible.Event.Alert))
        return True
