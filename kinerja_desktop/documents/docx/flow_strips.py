"""The flowchart of an SOP as one picture for each row of its table, for Word.

A DOCX flows as it likes, so that nothing can be drawn over its table; but a picture that fills the
cells of a row joins those above and below. What is drawn is that of `flowchart`, from the same
plan.
"""

from collections.abc import Sequence
from itertools import accumulate, pairwise
from math import cos, pi, sin
from typing import Any

from kinerja_desktop.documents.charts.png import drawing_png
from kinerja_desktop.documents.flowchart import (
    BASELINE,
    FILL,
    INK,
    LINE,
    SOFT,
    SOFT_FILL,
    TEXT,
    WORD,
    arrow_head,
)
from kinerja_desktop.documents.fonts import FAMILY, load_faces
from kinerja_desktop.domain.sop.diagram import Diagram, Simbol
from kinerja_desktop.domain.sop.tata_diagram import (
    Bentuk,
    Bidang,
    Garis,
    Titik,
    Tulisan,
    lay_out_diagram,
)

_RULE = 0.5
# Of the half circles at the ends of a capsule.
_CORNERS = 12


def draw_strips(
    diagram: Diagram, edges: Sequence[float], heights: Sequence[float], satuan: float
) -> list[bytes]:
    """Return a PNG for each row of the table.

    Args:
        diagram: what is drawn.
        edges: x of the edges of the columns of the pelaksana, in points.
        heights: of the rows, in points.
        satuan: about the size of the type, in points.
    """
    load_faces()
    columns = [edge - edges[0] for edge in edges]
    rows = list(pairwise((0.0, *accumulate(heights))))
    bidang = Bidang(columns, rows, awal=0, satuan=satuan, pita_atas=0, pita_bawah=0)
    tata = lay_out_diagram(diagram, bidang, {})
    return [_Strip(columns, row, satuan).draw(tata.garis, tata.bentuk, tata.tulisan)
            for row in rows]  # fmt: skip


class _Strip:
    """Draws what lies in one row; what lies beyond is cut off at the picture's edge."""

    def __init__(self, columns: Sequence[float], row: Titik, satuan: float) -> None:
        from reportlab.graphics.shapes import Drawing

        top, self._bottom = row
        self._height = self._bottom - top
        self._columns, self._satuan = columns, satuan
        self._drawing = Drawing(columns[-1], self._height)

    def draw(
        self, lines: Sequence[Garis], shapes: Sequence[Bentuk], words: Sequence[Tulisan]
    ) -> bytes:
        # The picture lies over the lines of the table.
        right = self._columns[-1]
        for y in (self._bottom, self._bottom - self._height):
            self._line((0, y), (right, y), INK, _RULE)
        for x in self._columns[1:-1]:
            self._line((x, self._bottom), (x, self._bottom - self._height), INK, _RULE)
        for line in lines:
            ink = SOFT if line.is_ringan else INK
            for start, end in pairwise(line.titik):
                self._line(start, end, ink, LINE * (0.7 if line.is_ringan else 1))
            if line.is_panah:
                self._polygon(arrow_head(line.titik[-2], line.titik[-1], self._satuan), ink, ink)
        for shape in shapes:
            look = (SOFT, SOFT_FILL) if shape.is_ringan else (INK, FILL)
            self._polygon(_outline(shape), *look)
            middle = shape.y - 0.12 * shape.tinggi * (shape.simbol is Simbol.SEGI_LIMA)
            size = TEXT * self._satuan
            self._text(shape.x, middle + BASELINE * size, shape.teks, size, "middle")
        for word in words:
            anchor = "end" if word.is_kanan else "start"
            self._text(word.x, word.y, word.teks, WORD * self._satuan, anchor)
        return drawing_png(self._drawing)

    def _line(self, start: Titik, end: Titik, ink: str, width: float) -> None:
        from reportlab.graphics.shapes import Line

        line: Any = Line(
            start[0], self._bottom - start[1], end[0], self._bottom - end[1],
            strokeColor=_color(ink), strokeWidth=width,
        )  # fmt: skip
        self._drawing.add(line)

    def _polygon(self, corners: Sequence[Titik], ink: str, fill: str) -> None:
        from reportlab.graphics.shapes import Polygon

        points = [part for x, y in corners for part in (x, self._bottom - y)]
        self._drawing.add(
            Polygon(points, fillColor=_color(fill), strokeColor=_color(ink), strokeWidth=LINE)
        )

    def _text(self, x: float, y: float, text: str, size: float, anchor: str) -> None:
        from reportlab.graphics.shapes import String

        look: Any = {"fontName": FAMILY, "fontSize": size, "textAnchor": anchor}
        self._drawing.add(String(x, self._bottom - y, text, **look))


def _outline(shape: Bentuk) -> tuple[Titik, ...]:
    if shape.simbol is not Simbol.KAPSUL:
        return shape.sudut()
    radius = shape.tinggi / 2
    turns = [pi * n / _CORNERS for n in range(_CORNERS + 1)]
    right = [
        (shape.kanan - radius + radius * sin(turn), shape.y - radius * cos(turn)) for turn in turns
    ]
    left = [
        (shape.kiri + radius - radius * sin(turn), shape.y + radius * cos(turn)) for turn in turns
    ]
    return (*right, *left)


def _color(code: str) -> Any:
    from reportlab.lib.colors import HexColor

    return HexColor(code)
