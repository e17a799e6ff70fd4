"""What stands below a slide: the questions that are open on it, and what was just done."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from kinerja_desktop.domain.laporan.ringkasan_camat import shorten
from kinerja_desktop.services.pimpinan.baca import Tanya
from kinerja_desktop.ui.pimpinan.large import scaled

_LETTERS, _MOST = 110, 2


class Notes(QLabel):
    """A few lines; hidden while there is nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self._told = ""
        self._asked: list[str] = []
        self.hide()

    def tell(self, sentence: str) -> None:
        """Say what was done or cannot be, until another slide is shown."""
        self._told = sentence
        self._write()

    def show_questions(self, tanya: Sequence[Tanya], about: Sequence[str], points: float) -> None:
        """Show what was asked of a slide; on the summary what was asked of the whole.

        Args:
            tanya: the open questions of the period.
            about: the sasaran and indicators of the slide; empty for the summary.
            points: size of type.
        """
        self.setFont(scaled(self.font(), points))
        wanted = set(about) or {""}
        mine = [item for item in tanya if item.tentang in wanted]
        self._asked = [f"? {item.dari}: {shorten(item.isi, _LETTERS)}" for item in mine[:_MOST]]
        if len(mine) > _MOST:
            self._asked.append(f"dan {len(mine) - _MOST} pertanyaan lain.")
        self._write()

    def forget(self) -> None:
        """Take back what was said of a deed."""
        self._told = ""
        self._write()

    def _write(self) -> None:
        lines = [*self._asked, *([self._told] if self._told else [])]
        self.setText("\n".join(lines))
        self.setVisible(bool(lines))
