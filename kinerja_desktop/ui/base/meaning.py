"""*Apa artinya?* below a list of problems: what each kind means, and what to do."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from kinerja_desktop.errors import Problem
from kinerja_desktop.ui.base import style

ASK, ENOUGH = "Apa artinya?", "Tutup penjelasan"


class Meanings(QWidget):
    """A button, and below it what it tells; nothing where the help knows none of the problems."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        # The help is read when the first warning is told.
        from kinerja_desktop.services.bantuan.isi import meanings_of

        super().__init__()
        meanings = meanings_of(problems)
        self.button = QPushButton(ASK)
        self.button.setFlat(True)
        self.button.setAutoDefault(False)
        self.button.setObjectName("tautan")
        self.button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.button.clicked.connect(self._turn)
        self.text = QLabel(
            "\n\n".join(
                f"{arti.judul}. {' '.join(blok.teks for blok in arti.blok)}" for arti in meanings
            )
        )
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.text.setAccessibleName("Arti peringatan")
        self.text.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(style.SMALL)
        layout.addWidget(self.button)
        layout.addWidget(self.text)
        self.setVisible(bool(meanings))

    def _turn(self) -> None:
        is_shown = self.text.isHidden()
        self.text.setVisible(is_shown)
        self.button.setText(ENOUGH if is_shown else ASK)
