"""The foot of *Mode baca*: its keys, and its buttons for who holds the mouse."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from kinerja_desktop.ui.base import style

#: Between the words of a key, so that the line of keys is broken between two keys only.
_BOUND = "\N{NO-BREAK SPACE}"


class Foot(QWidget):
    """One line below the slide."""

    def __init__(self, keys: Sequence[tuple[str, str]]) -> None:
        """Make it.

        Args:
            keys: each with what it does.
        """
        super().__init__()
        self.sample = QLabel("CONTOH")
        style.set_tone(self.sample, "bahaya")
        self.sample.hide()
        bound = (f"{key} {words}".replace(" ", _BOUND) for key, words in keys)
        self.keys = QLabel(" · ".join(bound))
        self.keys.setObjectName("redup")
        self.keys.setWordWrap(True)
        self.keys.setContentsMargins(style.MEDIUM, 0, style.MEDIUM, 0)
        # It takes what the buttons leave; a second line where that is little.
        room = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        room.setHeightForWidth(True)
        self.keys.setSizePolicy(room)
        self.back_button = _button("‹ Sebelumnya")
        self.next_button = _button("Berikutnya ›")
        self.ask_button = _button("Catat pertanyaan")
        self.help_button = _button("?")
        # By this name the help finds it (`ui.bantuan.held_help`).
        self.help_button.setObjectName("bantuan")
        self.help_button.setToolTip("Bantuan (F1)")
        self.help_button.setAccessibleName("Bantuan")
        self.close_button = _button("Selesai")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        # The help must find room beside it on a small screen.
        layout.setSpacing(style.MEDIUM)
        layout.addWidget(self.sample)
        layout.addWidget(self.keys, 1)
        for button in (
            self.back_button, self.next_button, self.ask_button, self.help_button,
            self.close_button,
        ):  # fmt: skip
            layout.addWidget(button)


def _button(text: str) -> QPushButton:
    button = QPushButton(text)
    # The keyboard turns pages: Space must not press what was clicked last.
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return button
