"""Where the cells of the SOP table lie: column edges, heads, rows, and the flowchart over them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby, pairwise

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF

from kinerja_desktop.domain.sop.tata_diagram import Bidang, TataDiagram, lay_out_diagram, min_tinggi
from kinerja_desktop.ui.sop.table_content import FROZEN, Column, Run, TableContent
from kinerja_desktop.ui.sop.text_box import TextBox

#: White between the edge of a cell and its words.
PAD = 5.0
#: About the size of the type in the symbols, in pixels.
SATUAN = 12.0
# A table that is a little too wide is pressed together; one that is wider scrolls.
_NARROWEST, _WIDEST = 80, 135


@dataclass(frozen=True)
class Head:
    """A head with its words, over one column or over a group of them."""

    box: QRectF
    words: TextBox
    column: int


@dataclass(frozen=True)
class Geometry:
    """All lengths in pixels; y = 0 is the top of the first row, and of the heads for heads.

    Attributes:
        columns: x of the edges.
        rows: y of the edges.
        cells: the words by row and column.
    """

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    heads: tuple[Head, ...]
    head_height: float
    cells: tuple[tuple[TextBox, ...], ...]
    tata: TataDiagram

    @property
    def width(self) -> float:
        """Width of the whole table in pixels."""
        return self.columns[-1]

    @property
    def height(self) -> float:
        """Height of all rows together in pixels."""
        return self.rows[-1]

    @property
    def frozen_width(self) -> float:
        """Width in pixels of the columns that do not scroll."""
        return self.columns[FROZEN]

    def find_row(self, y: float) -> int | None:
        """Return the row at a height."""
        return _find(self.rows, y)

    def find_column(self, x: float) -> int | None:
        """Return the column at a distance from the left."""
        return _find(self.columns, x)


def lay_out(content: TableContent, font: QFont, room: float) -> Geometry:
    """Lay out a table for a window that is `room` pixels wide."""
    bold = QFont(font)
    bold.setBold(True)
    columns = _spread(content.columns, bold, room)
    heads, head_height = _lay_out_heads(content.columns, columns, bold)
    cells = tuple(
        tuple(
            TextBox(cell, font, right - left - 2 * PAD, is_centred=column.is_centred)
            for cell, column, (left, right) in zip(
                row.cells, content.columns, pairwise(columns), strict=True
            )
        )
        for row in content.rows
    )
    heights = (
        max(min_tinggi(drawn) * SATUAN, *(cell.height + 2 * PAD for cell in row))
        for row, drawn in zip(cells, content.diagram.baris, strict=True)
    )
    rows = tuple(accumulate(heights, initial=0.0))
    return Geometry(columns, rows, heads, head_height, cells, _draw(content, columns, rows))


def _spread(columns: Sequence[Column], font: QFont, room: float) -> tuple[float, ...]:
    """Return the edges of the columns: as wide as fits, but no word of a head is broken."""
    least = [_longest_word(column.head, font) + 2 * PAD for column in columns]
    for percent in (*range(_WIDEST, _NARROWEST - 1, -1), 100):
        widths = (
            max(column.width * percent / 100, word)
            for column, word in zip(columns, least, strict=True)
        )
        edges = tuple(accumulate(widths, initial=0.0))
        if edges[-1] <= room:
            break
    return edges


def _draw(content: TableContent, columns: Sequence[float], rows: Sequence[float]) -> TataDiagram:
    last = FROZEN + len(content.diagram.kolom)
    bidang = Bidang(
        kolom=columns[FROZEN : last + 1], baris=tuple(pairwise(rows)), awal=0, satuan=SATUAN
    )
    return lay_out_diagram(content.diagram, bidang)


def _lay_out_heads(
    columns: Sequence[Column], edges: Sequence[float], font: QFont
) -> tuple[tuple[Head, ...], float]:
    """Set the heads in two lines: groups above, columns below; a lone column takes both."""
    runs = [
        (group, [n for n, _ in members])
        for group, members in (
            (key, list(items))
            for key, items in groupby(enumerate(columns), key=lambda item: item[1].group)
        )
    ]

    def words(text: str, first: int, last: int) -> TextBox:
        return TextBox((Run(text, bold=True),), font, edges[last + 1] - edges[first] - 2 * PAD,
                       is_centred=True)  # fmt: skip

    above = {
        numbers[0]: (numbers[-1], words(group, numbers[0], numbers[-1]))
        for group, numbers in runs
        if group
    }
    single = [words(column.head, n, n) for n, column in enumerate(columns)]
    upper = max((text.height + 2 * PAD for _, text in above.values()), default=0.0)
    lower = max(
        text.height + 2 * PAD - (0 if column.group else upper)
        for text, column in zip(single, columns, strict=True)
    )
    heads = [
        Head(QRectF(edges[first], 0, edges[last + 1] - edges[first], upper), text, first)
        for first, (last, text) in above.items()
    ]
    for n, (text, column) in enumerate(zip(single, columns, strict=True)):
        top = upper if column.group else 0.0
        box = QRectF(edges[n], top, edges[n + 1] - edges[n], upper + lower - top)
        heads.append(Head(box, text, n))
    return tuple(heads), upper + lower


def _longest_word(head: str, font: QFont) -> float:
    metrics = QFontMetricsF(font)
    words = re.split(r"(?<=/)|\s+", head)
    return 1 + max(metrics.horizontalAdvance(word) for word in words)


def _find(edges: Sequence[float], place: float) -> int | None:
    for n, (first, last) in enumerate(pairwise(edges)):
        if first <= place < last:
            return n
    return None
