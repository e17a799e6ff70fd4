"""The line at the foot of a slide in which a question is noted."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kinerja_desktop.ui.base.choice_box import ChoiceBox
from kinerja_desktop.ui.base.style import MEDIUM
from kinerja_desktop.ui.pimpinan.large import scaled
from kinerja_desktop.ui.pimpinan.last_time import Begun

_ASKERS = ("Camat", "Sekretaris", "Kasi", "Kasubbag")
_WHOLE = "Periode seluruhnya"


class QuestionBar(QWidget):
    """Hidden until it is asked for; Enter notes, Esc goes back to reading.

    Signals:
        asked: about what (empty for the whole), the question, and who asks.
        closed: the reader goes on.
    """

    asked = Signal(str, str, str)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.about = ChoiceBox()
        self.about.setAccessibleName("Tentang")
        self.about.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.who = ChoiceBox()
        self.who.setAccessibleName("Siapa yang bertanya")
        self.who.setEditable(True)
        self.who.addItems(_ASKERS)
        self.line = QLineEdit()
        self.line.setAccessibleName("Pertanyaan untuk operator")
        self.line.setPlaceholderText("Catat pertanyaan untuk operator…")
        self.line.returnPressed.connect(self._ask)
        self.note_button = QPushButton("Catat")
        self.note_button.setObjectName("utama")
        self.note_button.clicked.connect(self._ask)
        above, below = QHBoxLayout(), QHBoxLayout()
        for words, field, share in (("Tentang", self.about, 1), ("Dari", self.who, 0)):
            above.addWidget(QLabel(words))
            above.addWidget(field, share)
        below.addWidget(self.line, 1)
        below.addWidget(self.note_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(MEDIUM)
        layout.addLayout(above)
        layout.addLayout(below)
        self.hide()

    def set_points(self, points: float) -> None:
        """Set the line in the print of the slide: the meeting reads what is noted."""
        for field in (
            *self.findChildren(QLabel),
            self.about,
            self.who,
            *self.findChildren(QLineEdit),
        ):
            field.setFont(scaled(field.font(), points))

    def open(self, about: Sequence[str], who: str, begun: Begun) -> None:
        """Offer what a slide is about; the first is taken unless another is chosen.

        A question that was begun stays about what it was begun on, and of who asked it, whichever
        slide is shown by now.

        Args:
            about: sasaran and indicators; empty on the summary.
            who: who asked last; empty for nobody yet.
            begun: a question of before; what stands in the line comes first.
        """
        if self.begun().isi:
            begun = self.begun()
        offered = list(about) or [""]
        if begun.isi and begun.tentang not in offered:
            offered.insert(0, begun.tentang)
        self.about.clear()
        for text in offered:
            self.about.addItem(text or _WHOLE, text)
        self.line.setText(begun.isi)
        if begun.isi:
            self.about.setCurrentIndex(offered.index(begun.tentang))
        self.who.setEditText(begun.dari or who or _ASKERS[0])
        self.show()
        self.line.setFocus()

    def begun(self) -> Begun:
        """Return what is written and not noted yet; an empty one for nothing."""
        isi = self.line.text().strip()
        return (
            Begun(isi, self.about.currentData() or "", self.who.currentText()) if isi else Begun()
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep every key here: what is typed must not turn the pages."""
        if event.key() == Qt.Key.Key_Escape:
            self._close()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keep a click beside the fields here, too."""

    def _ask(self) -> None:
        self.asked.emit(self.about.currentData(), self.line.text(), self.who.currentText())

    def clear(self) -> None:
        """Forget what was noted, and go back to reading."""
        self.line.clear()
        self._close()

    def _close(self) -> None:
        self.hide()
        self.closed.emit()
