"""A Pohon Kinerja on a page: one sheet after the other, cut between two sheets only."""

from collections.abc import Sequence

from kinerja_desktop.documents.charts.draw import draw_chart, natural_height
from kinerja_desktop.documents.charts.tree_sheets import cut_chart
from kinerja_desktop.documents.pdf.piece import Canvas, Piece
from kinerja_desktop.domain.laporan.grafik import TreeChart

_GAP = 8.0


class TreePiece(Piece):
    """The sheets of a Pohon Kinerja that are still to be placed."""

    space_before = 4.0
    space_after = 6.0

    def __init__(self, chart: TreeChart, above: float, below: float) -> None:
        self._chart = chart
        self._taken = (above, below)
        self._sheets: Sequence[TreeChart] = ()

    def measure(self, width: float, page_height: float) -> None:
        """Cut it into sheets that fit a page."""
        self._take(width, cut_chart(self._chart, width, page_height, *self._taken))

    def _take(self, width: float, sheets: Sequence[TreeChart]) -> None:
        self._width, self._sheets = width, sheets
        self._heights = [natural_height(sheet, width) for sheet in sheets]
        self.height = sum(self._heights) + _GAP * max(len(sheets) - 1, 0)

    def split(self, height: float, lead: int, leave: int) -> "tuple[TreePiece, TreePiece] | None":
        """Cut after the first sheet, where that fits."""
        if len(self._sheets) < 2 or self._heights[0] > height:
            return None
        return self._part(self._sheets[:1]), self._part(self._sheets[1:])

    def _part(self, sheets: Sequence[TreeChart]) -> "TreePiece":
        part = TreePiece(self._chart, *self._taken)
        part._take(self._width, sheets)
        return part

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw the sheets below each other; usually it is one."""
        from reportlab.graphics import renderPDF

        for sheet, height in zip(self._sheets, self._heights, strict=True):
            renderPDF.draw(draw_chart(sheet, self._width, height), canvas, x, top - height)
            top -= height + _GAP
