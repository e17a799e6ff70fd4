"""*Apa artinya?* beside warnings: what each kind means, and what to do."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from kinerja_desktop.errors import Problem
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.screen_room import grow_within

ASK, ENOUGH = "Apa artinya?", "Tutup penjelasan"
#: What an explanation takes of a dialog, in pixels: about ten lines.
_MOST = 180


class MeaningLink(QPushButton):
    """A link beside warnings of a page; the pane of the help tells what they mean.

    Signals:
        asked: the place in the help that tells of the first that it knows, else of all kinds.
    """

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__(ASK)
        self._sentences: tuple[str, ...] = ()
        self.setFlat(True)
        self.setAutoDefault(False)
        self.setObjectName("tautan")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._ask)
        self.hide()

    def show_for(self, sentences: Iterable[str]) -> None:
        """Offer what these warnings mean; nothing where there is none."""
        self._sentences = tuple(sentences)
        self.setVisible(bool(self._sentences))

    def _ask(self) -> None:
        # The help is read when it is asked for.
        from kinerja_desktop.services.bantuan.isi import PERINGATAN, meaning_of

        found = (meaning_of(sentence) for sentence in self._sentences)
        known = next((arti for arti in found if arti), None)
        self.asked.emit(f"{PERINGATAN}#{known.jangkar}" if known else PERINGATAN)


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
        self._area = QScrollArea()
        self._area.setWidget(self.text)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # Last: an area shows what it is given.
        self.text.hide()
        self._area.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(style.SMALL)
        layout.addWidget(self.button)
        layout.addWidget(self._area)
        self.setVisible(bool(meanings))

    def _turn(self) -> None:
        is_shown = self.text.isHidden()
        self.text.setVisible(is_shown)
        self._area.setVisible(is_shown)
        if is_shown:
            self._make_room()
        self.button.setText(ENOUGH if is_shown else ASK)

    def _make_room(self) -> None:
        """Show the explanation whole as far as the screen goes; its dialog grows, else it scrolls.

        Nothing beside it is squeezed for it.
        """
        wide = self.width() - self._area.verticalScrollBar().sizeHint().width()
        self._area.setFixedHeight(min(self.text.heightForWidth(wide), _MOST) + style.SMALL)
        if isinstance(self.window(), QDialog):
            grow_within(self.window())
