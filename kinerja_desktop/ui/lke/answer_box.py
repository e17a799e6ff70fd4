"""The answer of one criterion, chosen with the keyboard: letters choose, Enter goes on."""

from PySide6.QtCore import QElapsedTimer, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox

from kinerja_desktop.domain.lke.skala import SkalaLke

_BLANK = "– belum dijawab –"
#: While letters follow each other (``BB``), only what they end in is stored.
_SETTLED_MS, _LETTERS = 400, 18


class AnswerBox(QComboBox):
    """Shows a scale and the answer that stands.

    Signals:
        answered: the kode of the criterion, and the answer that was chosen; empty for none.
        finished: Enter was pressed: the clerk wants the next criterion.
        refused: Enter was pressed on letters that are no answer of the scale; says so.
    """

    answered = Signal(str, str)
    finished = Signal()
    refused = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Jawaban")
        # The meaning of an answer is longer than the pane is wide.
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_LETTERS)
        self._skala: SkalaLke | None = None
        self._kriteria, self._stored, self._typed = "", "", ""
        self._since = QElapsedTimer()
        self._since.start()
        self._timer = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._timer.timeout.connect(self.commit)
        self.activated.connect(lambda: self._timer.start())

    def show_answer(self, skala: SkalaLke, kriteria: str, jawaban: str) -> None:
        """Show another criterion; what was chosen of the one before is handed over first."""
        if kriteria != self._kriteria:
            self.commit()
        if skala != self._skala:
            self._skala = skala
            self.clear()
            self.addItem(_BLANK, "")
            for item in skala.pilihan:
                self.addItem(f"{item.kode} – {item.arti}", item.kode)
        if kriteria != self._kriteria:
            self._typed = ""
        is_typing = kriteria == self._kriteria and self._timer.isActive()
        found = skala.find(jawaban)
        self._kriteria, self._stored = kriteria, found.kode if found else ""
        if not is_typing:
            self.setCurrentIndex(max(0, self.findData(self._stored)))
        self.setEnabled(bool(kriteria))

    def commit(self) -> None:
        """Hand the chosen answer over, when it is another than that which stands."""
        self._timer.stop()
        chosen = str(self.currentData() or "")
        if self._kriteria and chosen != self._stored:
            self._stored = chosen
            self.answered.emit(self._kriteria, chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps the answer and goes on; the arrows open the list."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._is_wrong():
                return
            self.commit()
            self.finished.emit()
            return
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.showPopup()
            return
        if event.text().strip() and event.text().isprintable():
            # The list forgets letters after a while, and begins to look anew.
            is_fresh = self._since.hasExpired(QApplication.keyboardInputInterval())
            self._typed = event.text() if is_fresh else self._typed + event.text()
            self._since.start()
            super().keyPressEvent(event)
            self._take_exact()
            return
        super().keyPressEvent(event)

    def _take_exact(self) -> None:
        """Choose the answer that is just what was typed: Qt takes AA for A, which stands before."""
        typed = self._typed.casefold()
        for row in range(1, self.count()):
            if str(self.itemData(row)).casefold() == typed:
                self.setCurrentIndex(row)
                self._timer.start()

    def showPopup(self) -> None:
        """Open the list: what is picked there was not typed."""
        self._typed = ""
        super().showPopup()

    def _is_wrong(self) -> bool:
        """Whether what was typed is the beginning of no answer; what stood is shown again."""
        typed, self._typed = self._typed.casefold(), ""
        words = [self.itemText(row).casefold() for row in range(self.count())]
        if any(text.startswith(typed) for text in words):
            return False
        self._timer.stop()
        self.setCurrentIndex(max(0, self.findData(self._stored)))
        choices = ", ".join(str(self.itemData(row)) for row in range(1, self.count()))
        self.refused.emit(f"'{typed.upper()}' bukan jawaban pada skala ini. Ketik {choices}.")
        return True

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Never answer by scrolling past."""
        event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._typed = ""
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.commit()
