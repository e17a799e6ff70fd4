"""What hinders a document and what is only remarked on, each line with the way to its place."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from kinerja_desktop.errors import Problem

BLOCKS, REMARKS = "■", "△"
#: Does what leads to the place of a problem; None where it has none.
Lead = Callable[[Problem], Callable[[], None] | None]


class ProblemLines(QListWidget):
    """What blocks stands first, then what needs a reason; signs as on Beranda.

    Signals:
        chosen: a double click or Enter on a line whose place is known; carries the way there.
    """

    chosen = Signal(object)

    def __init__(self, problems: Sequence[Problem], lead: Lead) -> None:
        super().__init__()
        self.setWordWrap(True)
        self.setAccessibleName("Yang belum lengkap")
        self._ways = []
        for problem in sorted(problems, key=_rank):
            sign = REMARKS if problem.is_warning else BLOCKS
            QListWidgetItem(f"{sign} {problem}", self)
            self._ways.append(lead(problem))
        self.leads = any(self._ways)
        self.itemDoubleClicked.connect(lambda _: self._open())
        self.setCurrentRow(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Never on to the dialog, whose button would make the document final.
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
            return
        super().keyPressEvent(event)

    def _open(self) -> None:
        row = self.currentRow()
        way = self._ways[row] if row >= 0 else None
        if way is not None:
            self.chosen.emit(way)


def _rank(problem: Problem) -> int:
    if not problem.is_warning:
        return 0
    return 1 if problem.needs_reason else 2
