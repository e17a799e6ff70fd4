"""Large print: labels whose size follows the window, and the chip of a kategori."""

import math
from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontInfo
from PySide6.QtWidgets import QApplication, QLabel, QSizePolicy, QWidget

from kinerja_desktop.ui.base import style

#: Sizes of type as shares of the unit: of titles, figures, words, and what stands beside.
TITLE, FIGURE, WORDS, SMALL = 1.3, 3.2, 1.0, 0.85
#: The window that the sizes were chosen for, and the type of its words in points.
_WIDTH, _HEIGHT, _POINTS = 1366, 768, 17.0
#: How much larger the smallest words of a slide are than those of the program's windows.
_LARGER = 1.2
#: What a slide is shrunk to where its words are more than usual.
_SMALLER = (1.0, 0.92, 0.85, 0.78)
#: How often a slide tells less, where not even the smallest type fits.
TERSEST = 3


def unit_of(window: QWidget) -> float:
    """Return the size of words in points that fits a window, from afar as well as near."""
    # A square screen has room below for the lines that its width wraps.
    across = math.sqrt(window.width() / _WIDTH)
    return max(least_unit(), _POINTS * min(across, window.height() / _HEIGHT))


def least_unit() -> float:
    """Return the size below which a slide would be read no better than the window it hides."""
    return QFontInfo(QApplication.font()).pointSizeF() * _LARGER / SMALL


def build_fitting(build: Callable[[float, int], QWidget], room: QSize, points: float) -> QWidget:
    """Build a slide in a size, then in smaller ones, then telling less, until it fits.

    Args:
        build: returns it for words of so many points, telling less the higher the number is.
        room: where it is shown; what does not fit even so is scrolled.
        points: the size that is tried first.
    """
    sizes = [max(least_unit(), points * share) for share in _SMALLER]
    tries = [*((size, 0) for size in sizes), *((sizes[-1], n + 1) for n in range(TERSEST))]
    for size, terse in tries:
        made = build(size, terse)
        layout = made.layout()
        if layout is None or layout.totalHeightForWidth(room.width()) <= room.height():
            break
    return made


def scaled(font: QFont, points: float, *, bold: bool = False) -> QFont:
    """Return a font in another size."""
    made = QFont(font)
    made.setPointSizeF(points)
    made.setBold(bold)
    return made


def label(
    text: str, points: float, *, bold: bool = False, right: bool = False, wrap: bool = True
) -> QLabel:
    """Return words of a size; plain text, never markup."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setFont(scaled(made.font(), points, bold=bold))
    made.setWordWrap(wrap)
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    made.setAlignment(side | Qt.AlignmentFlag.AlignTop)
    return made


def chip(text: str, warna: str, points: float) -> QLabel:
    """Return the word of a kategori on its ground; the word alone tells it as well."""
    made = label(text, points, bold=True, wrap=False)
    ground = style.KATEGORI.get(warna, style.GROUND)
    made.setStyleSheet(
        f"background: {ground}; color: {style.INK}; border-radius: 6px; padding: 1px 10px;"
    )
    made.setAlignment(Qt.AlignmentFlag.AlignVCenter)
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
    made.setVisible(bool(text))
    return made
