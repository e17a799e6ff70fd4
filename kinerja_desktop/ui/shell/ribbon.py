"""The ribbon across the window of an office of exercise."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from kinerja_desktop.ui.base import style


class SampleRibbon(QFrame):
    """Says that the data is no office's; hidden where it is."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("pita")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(style.LARGE, style.SMALL, style.LARGE, style.SMALL)
        layout.addWidget(
            QLabel(
                "<b>CONTOH</b> — data latihan, bukan data kantor ini; cetakannya bertanda CONTOH."
            )
        )
        self.hide()
