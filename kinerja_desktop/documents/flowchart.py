"""Draw the flowchart of an SOP on a page: symbols, lines with arrow heads, and words beside them.

Where everything lies is decided in `domain/sop/tata_diagram.py`, which the screen uses too.
"""

from math import hypot
from typing import Any

from kinerja_desktop.documents.fonts import FAMILY
from kinerja_desktop.domain.sop.diagram import Simbol
from kinerja_desktop.domain.sop.tata_diagram import Bentuk, Garis, TataDiagram, Titik, Tulisan

INK, SOFT = "#000000", "#707070"
FILL, SOFT_FILL = "#ffffff", "#ececec"
LINE = 0.8
#: In satuan: the arrow head, and the type.
HEAD, HALF_HEAD = 0.62, 0.26
TEXT, WORD = 0.72, 0.68
#: Where the baseline lies below the middle of letters, as a share of their size.
BASELINE = 0.36


def draw_diagram(canvas: Any, tata: TataDiagram, x: float, top: float, satuan: float) -> None:
    """Draw the flowchart of one page over its table.

    Args:
        canvas: ReportLab's.
        tata: in points, with y downwards.
        x: where its x = 0 lies.
        top: height at which its y = 0 lies.
        satuan: the size it was laid out for, in points.
    """
    canvas.saveState()
    canvas.translate(x, top)
    for line in tata.garis:
        _draw_line(canvas, line, satuan)
    for shape in tata.bentuk:
        _draw_shape(canvas, shape, satuan)
    for word in tata.tulisan:
        _draw_word(canvas, word, satuan)
    canvas.restoreState()


def _draw_line(canvas: Any, line: Garis, satuan: float) -> None:
    ink = SOFT if line.is_ringan else INK
    canvas.setStrokeColor(ink)
    canvas.setFillColor(ink)
    canvas.setLineWidth(LINE * (0.7 if line.is_ringan else 1))
    path = canvas.beginPath()
    path.moveTo(line.titik[0][0], -line.titik[0][1])
    for x, y in line.titik[1:]:
        path.lineTo(x, -y)
    canvas.drawPath(path)
    if line.is_panah:
        _draw_head(canvas, line.titik[-2], line.titik[-1], satuan)


def _draw_head(canvas: Any, before: Titik, end: Titik, satuan: float) -> None:
    """Draw a filled triangle whose tip is the end of the line."""
    canvas.setLineWidth(0.1)
    _draw_polygon(canvas, arrow_head(before, end, satuan))


def arrow_head(before: Titik, end: Titik, satuan: float) -> tuple[Titik, ...]:
    """Return the corners of the triangle whose tip is the end of a line."""
    dx, dy = end[0] - before[0], end[1] - before[1]
    length = hypot(dx, dy)
    ux, uy = dx / length * satuan, dy / length * satuan
    back = end[0] - HEAD * ux, end[1] - HEAD * uy
    return (
        end,
        (back[0] - HALF_HEAD * uy, back[1] + HALF_HEAD * ux),
        (back[0] + HALF_HEAD * uy, back[1] - HALF_HEAD * ux),
    )


def _draw_polygon(canvas: Any, corners: tuple[Titik, ...]) -> None:
    path = canvas.beginPath()
    path.moveTo(corners[0][0], -corners[0][1])
    for x, y in corners[1:]:
        path.lineTo(x, -y)
    path.close()
    canvas.drawPath(path, fill=1)


def _draw_shape(canvas: Any, shape: Bentuk, satuan: float) -> None:
    canvas.setLineWidth(LINE)
    canvas.setStrokeColor(SOFT if shape.is_ringan else INK)
    canvas.setFillColor(SOFT_FILL if shape.is_ringan else FILL)
    if shape.simbol is Simbol.KAPSUL:
        radius = shape.tinggi / 2
        canvas.roundRect(shape.kiri, -shape.bawah, shape.lebar, shape.tinggi, radius, fill=1)
    else:
        _draw_polygon(canvas, shape.sudut())
    canvas.setFillColor(INK)
    size = TEXT * satuan
    canvas.setFont(FAMILY, size)
    middle = shape.y - 0.12 * shape.tinggi * (shape.simbol is Simbol.SEGI_LIMA)
    canvas.drawCentredString(shape.x, -middle - BASELINE * size, shape.teks)


def _draw_word(canvas: Any, word: Tulisan, satuan: float) -> None:
    canvas.setFillColor(INK)
    canvas.setFont(FAMILY, WORD * satuan)
    draw = canvas.drawRightString if word.is_kanan else canvas.drawString
    draw(word.x, -word.y, word.teks)
