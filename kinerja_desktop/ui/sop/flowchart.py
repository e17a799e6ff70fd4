"""Draw the flowchart of an SOP on screen: symbols, lines with arrow heads, words beside them.

Where everything lies is decided in `domain/sop/tata_diagram.py`, which paper uses too.
"""

from math import hypot

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from kinerja_desktop.domain.sop.diagram import Simbol
from kinerja_desktop.domain.sop.tata_diagram import Bentuk, Garis, TataDiagram, Titik, Tulisan
from kinerja_desktop.ui.base import style

_LINE = 1.2
# In satuan: the arrow head, and the type.
_HEAD, _HALF_HEAD = 0.62, 0.26
_TEXT, _WORD = 0.78, 0.8


def draw_diagram(painter: QPainter, tata: TataDiagram, satuan: float, current: int = 0) -> None:
    """Draw a flowchart.

    Args:
        painter: its origin is that of the flowchart.
        tata: in pixels.
        satuan: the size it was laid out for, in pixels.
        current: sequence of the step whose main symbol is filled; 0 for none.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for line in tata.garis:
        _draw_line(painter, line, satuan)
    for shape in tata.bentuk:
        _draw_shape(painter, shape, satuan, is_current=bool(current) and shape.sequence == current)
    for word in tata.tulisan:
        _draw_word(painter, word, satuan)
    painter.restore()


def _draw_line(painter: QPainter, line: Garis, satuan: float) -> None:
    ink = QColor(style.MUTED if line.is_ringan else style.INK)
    pen = QPen(ink, _LINE * (0.8 if line.is_ringan else 1))
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(_polygon(line.titik))
    if line.is_panah:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawPolygon(_polygon(_head(line.titik[-2], line.titik[-1], satuan)))


def _head(before: Titik, end: Titik, satuan: float) -> tuple[Titik, ...]:
    """Return the corners of a triangle whose tip is the end of the line."""
    dx, dy = end[0] - before[0], end[1] - before[1]
    length = hypot(dx, dy)
    ux, uy = dx / length * satuan, dy / length * satuan
    back = end[0] - _HEAD * ux, end[1] - _HEAD * uy
    return (
        end,
        (back[0] - _HALF_HEAD * uy, back[1] + _HALF_HEAD * ux),
        (back[0] + _HALF_HEAD * uy, back[1] - _HALF_HEAD * ux),
    )


def _draw_shape(painter: QPainter, shape: Bentuk, satuan: float, *, is_current: bool) -> None:
    is_filled = is_current and not shape.is_ringan
    painter.setPen(QPen(QColor(style.MUTED if shape.is_ringan else style.INK), _LINE))
    fill = style.ACCENT if is_filled else style.LOCKED if shape.is_ringan else style.PAPER
    painter.setBrush(QColor(fill))
    if shape.simbol is Simbol.KAPSUL:
        box = QRectF(shape.kiri, shape.atas, shape.lebar, shape.tinggi)
        painter.drawRoundedRect(box, shape.tinggi / 2, shape.tinggi / 2)
    else:
        painter.drawPolygon(_polygon(shape.sudut()))
    ink = style.ON_ACCENT if is_filled else style.INK
    _draw_text(painter, shape.teks, shape.x, shape.y, _TEXT * satuan, ink)


def _draw_word(painter: QPainter, word: Tulisan, satuan: float) -> None:
    font = _font(painter, _WORD * satuan)
    width = QFontMetricsF(font).horizontalAdvance(word.teks)
    painter.setFont(font)
    painter.setPen(QColor(style.INK))
    painter.drawText(QPointF(word.x - width * word.is_kanan, word.y), word.teks)


def _draw_text(painter: QPainter, text: str, x: float, y: float, size: float, colour: str) -> None:
    """Draw a word around a point."""
    if not text:
        return
    font = _font(painter, size)
    width = QFontMetricsF(font).horizontalAdvance(text)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    capital = QFontMetricsF(font).capHeight()
    painter.drawText(QPointF(x - width / 2, y + capital / 2), text)


def _font(painter: QPainter, size: float) -> QFont:
    font = QFont(painter.font())
    font.setPixelSize(max(1, round(size)))
    return font


def _polygon(points: tuple[Titik, ...]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in points])
