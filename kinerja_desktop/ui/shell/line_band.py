"""Says that the server is away, what waits for it, and tries again when asked."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.context import Context

_AWAY = (
    "Server data tidak terjangkau. Yang diketik menunggu di sini dan disimpan begitu tersambung."
)


class LineBand(QWidget):
    """Hidden while all is well."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setObjectName("pita")
        self.told = QLabel(_AWAY)
        self.told.setObjectName("pita")
        self.told.setWordWrap(True)
        self.again = QPushButton("&Coba lagi")
        self.again.clicked.connect(context.line.try_now)
        row = QHBoxLayout(self)
        row.setContentsMargins(style.MEDIUM, style.SMALL, style.MEDIUM, style.SMALL)
        row.addWidget(self.told, 1)
        row.addWidget(self.again)
        self.hide()
        context.line.lost.connect(self.show)
        context.line.back.connect(self._tell_back)

    def _tell_back(self) -> None:
        self.hide()
        self._context.say("Tersambung lagi ke server data.")
