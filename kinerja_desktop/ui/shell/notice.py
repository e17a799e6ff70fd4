"""A line across the window that tells what came by itself; it asks nothing and can be closed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.context import Context


class NoticeBand(QFrame):
    """Hidden until there is something to tell; what comes later stands below what came before."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._page = ""
        self._argument: object = None
        self.setObjectName("pita")
        self.label = QLabel()
        self.label.setWordWrap(True)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.open_button = QPushButton("Lihat")
        self.open_button.clicked.connect(self._open)
        self.close_button = QPushButton("Tutup")
        self.close_button.setAccessibleName("Tutup pemberitahuan")
        self.close_button.clicked.connect(self._close)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(style.LARGE, style.SMALL, style.LARGE, style.SMALL)
        layout.addWidget(self.label, 1)
        layout.addWidget(self.open_button)
        layout.addWidget(self.close_button)
        self.hide()
        context.noticed.connect(self.tell)

    def tell(self, sentence: str, page: str, argument: object) -> None:
        """Show a sentence, and lead to the page where more of it stands."""
        before = self.label.text() if self.isVisible() else ""
        lines = [line for line in before.split("\n") if line and line != sentence]
        self.label.setText("\n".join([*lines, sentence][-3:]))
        self._page, self._argument = page, argument
        self.show()
        self._context.say(sentence)

    def _open(self) -> None:
        self._close()
        self._context.open_page(self._page, self._argument)

    def _close(self) -> None:
        self.label.clear()
        self.hide()
