"""Words of several looks set in a width: measured and drawn by the same layout."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.sop.table_content import Run

_LINE_FEED = "\u2028"


class TextBox:
    """Text that breaks between words, and within a word that is too long for the width."""

    def __init__(
        self, runs: Sequence[Run], font: QFont, width: float, *, is_centred: bool = False
    ) -> None:
        text = "".join(run.text for run in runs).replace("\n", _LINE_FEED)
        self._layout = QTextLayout(text, font)
        option = QTextOption(
            Qt.AlignmentFlag.AlignHCenter if is_centred else Qt.AlignmentFlag.AlignLeft
        )
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.setFormats(_formats(runs))
        self.height = self._break_lines(width)

    def draw(self, painter: QPainter, x: float, top: float) -> None:
        """Draw with the upper left corner at (x, top)."""
        self._layout.draw(painter, QPointF(x, top))

    def _break_lines(self, width: float) -> float:
        height = 0.0
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, height))
            height += line.height()
        self._layout.endLayout()
        return height


def _formats(runs: Sequence[Run]) -> list[QTextLayout.FormatRange]:
    found = []
    start = 0
    for run in runs:
        # Qt counts in UTF-16 units.
        length = len(run.text.encode("utf-16-le")) // 2
        look = QTextLayout.FormatRange()
        look.start, look.length = start, length
        form = QTextCharFormat()
        form.setForeground(QColor(style.shade(run.colour)))
        form.setFontWeight(QFont.Weight.Bold if run.bold else QFont.Weight.Normal)
        form.setFontItalic(run.italic)
        look.format = form
        found.append(look)
        start += length
    return found
