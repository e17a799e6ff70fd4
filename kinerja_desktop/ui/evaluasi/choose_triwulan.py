"""What stands in the place of the form where there is none: why, and the triwulan to choose."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from kinerja_desktop.domain.angka.periode import ROMAWI, TRIWULAN, Periode
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.empty_state import EmptyState


class ChooseTriwulan(QWidget):
    """A sentence, and below it the four triwulan of the year that is shown as a whole."""

    def __init__(self, context: Context) -> None:
        """Make it.

        Args:
            context: the window's, whose period is chosen.
        """
        super().__init__()
        self._context = context
        self.words = EmptyState()
        self.words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.choices = QWidget()
        self.buttons: dict[int, QPushButton] = {}
        row = QHBoxLayout(self.choices)
        row.addStretch()
        for triwulan in TRIWULAN:
            button = QPushButton(f"Triwulan {ROMAWI[triwulan - 1]}")
            button.clicked.connect(partial(self._choose, triwulan))
            self.buttons[triwulan] = button
            row.addWidget(button)
        row.addStretch()
        layout = QVBoxLayout(self)
        layout.setSpacing(style.MEDIUM)
        layout.addStretch()
        layout.addWidget(self.words)
        layout.addWidget(self.choices)
        layout.addStretch()

    def say(self, sentence: str, periode: Periode) -> None:
        """Say why there is no form; of a year as a whole its triwulan can be chosen here."""
        self.words.setText(sentence)
        self.choices.setVisible(periode.triwulan is None)

    def _choose(self, triwulan: int) -> None:
        self._context.set_periode(Periode(self._context.periode.tahun, triwulan))
