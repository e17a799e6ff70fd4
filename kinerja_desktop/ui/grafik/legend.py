"""The legend above a chart on the screen: words behind their signs."""

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF

from kinerja_desktop.ui.grafik.pen import GAP, Pen

_SIGN = 18.0
#: How thick the thin line is.
THIN = 2.0


class Sign(Enum):
    """What stands before the words: a filled bar, a hatched one, a dashed line, a thin line."""

    FULL = "penuh"
    HATCHED = "arsir"
    DASHED = "putus"
    THIN = "tipis"


Legend = Sequence[tuple[str, Sign]]


def legend_height(legend: Legend, metrics: QFontMetricsF, width: float) -> float:
    """Return how much room a legend takes at a width."""
    return len(_wrap(legend, metrics, width)) * (metrics.height() + GAP)


def draw_legend(pen: Pen, legend: Legend, width: float) -> float:
    """Draw a legend at the top; return the height below it."""
    line, y = pen.metrics.height(), 0.0
    for signs in _wrap(legend, pen.metrics, width):
        x, middle = 1.0, y + line / 2
        for words, sign in signs:
            _draw_sign(pen, sign, x, middle)
            pen.text(x + _SIGN + GAP, middle, words, small=True)
            x += _sign_width(words, pen.metrics)
        y += line + GAP
    return y


def _draw_sign(pen: Pen, sign: Sign, x: float, middle: float) -> None:
    start, end = QPointF(x, middle), QPointF(x + _SIGN, middle)
    match sign:
        case Sign.DASHED:
            pen.line(start, end, pen.colours.ink, 1.6, Qt.PenStyle.DashLine)
        case Sign.THIN:
            pen.line(start, end, pen.colours.ink, THIN)
        case _:
            pen.bar(QRectF(x, middle - 5, _SIGN, 10), is_full=sign is Sign.FULL)


def _sign_width(words: str, metrics: QFontMetricsF) -> float:
    return _SIGN + GAP + metrics.horizontalAdvance(words) + 2 * GAP


def _wrap(legend: Legend, metrics: QFontMetricsF, width: float) -> list[list[tuple[str, Sign]]]:
    """Share the words of a legend among lines of a width."""
    lines: list[list[tuple[str, Sign]]] = [[]] if legend else []
    used = 0.0
    for sign in legend:
        more = _sign_width(sign[0], metrics)
        if lines[-1] and used + more > width:
            lines.append([])
            used = 0.0
        lines[-1].append(sign)
        used += more
    return lines
