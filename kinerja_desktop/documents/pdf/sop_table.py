"""The table of an SOP's steps on pages, with its flowchart drawn over it.

The table is cut between rows only. Where it goes on over a page, a narrow band below the rows and
one above the next take the segi lima of the lines that are cut.
"""

from itertools import pairwise

from kinerja_desktop.documents.flowchart import draw_diagram
from kinerja_desktop.documents.naskah.tables import Cell, Row, SopTable
from kinerja_desktop.documents.pdf.grid import (
    PAD_X,
    PAD_Y,
    Grid,
    Placed,
    column_edges,
    head_rows,
    lay_out,
)
from kinerja_desktop.documents.pdf.piece import MM, Canvas, Piece
from kinerja_desktop.domain.sop.diagram import name_segi_lima
from kinerja_desktop.domain.sop.tata_diagram import TINGGI_PITA, Bidang, lay_out_diagram, min_tinggi

_LINE = 0.5
_EPSILON = 0.01


class SopTablePiece(Piece):
    """The table of an SOP, or the rows `_start` … `_end` - 1 of it that stand on one page."""

    space_before = 4.0
    space_after = 6.0

    def __init__(self, block: SopTable, size: float) -> None:
        self._block = block
        self._size = block.table.size or size
        self.keep_with_next = block.table.keep_with_next

    def measure(self, width: float, page_height: float) -> None:
        """Set all cells, and make each row high enough for its symbols."""
        block, columns = self._block, self._block.table.columns
        edges = column_edges(columns, width)
        heads = head_rows(columns, numbered=False)
        if block.numbers:
            heads = (*heads, Row(tuple(Cell(text, "center") for text in block.numbers)))
        rows = [
            Row(row.cells, min_height=min_tinggi(drawn) * self._size / MM)
            for row, drawn in zip(block.table.rows, block.diagram.baris, strict=True)
        ]
        self._head = lay_out(heads, columns, edges, self._size)
        self._body = lay_out(rows, columns, edges, self._size)
        # Rows with which a page begins; all pieces cut from this table share the set.
        self._breaks: set[int] = set()
        self._take(0, len(rows))

    def _take(self, start: int, end: int) -> None:
        self._start, self._end = start, end
        bands = self._band * self._is_continued + self._band * self._goes_on
        self.height = self._head.height + bands + self._body.tops[end] - self._body.tops[start]

    @property
    def _band(self) -> float:
        return TINGGI_PITA * self._size

    @property
    def _is_continued(self) -> bool:
        return self._start > 0

    @property
    def _goes_on(self) -> bool:
        return self._end < len(self._body.heights)

    @property
    def units(self) -> int:
        """The rows of the table, between which a page may end."""
        return self._end - self._start

    def split(
        self, height: float, lead: int, leave: int
    ) -> "tuple[SopTablePiece, SopTablePiece] | None":
        """Cut between two rows, leaving room for the bands of the segi lima."""
        room = height - self._head.height - self._band * (1 + self._is_continued) + _EPSILON
        end, tops = self._start, self._body.tops
        while end < self._end - leave and tops[end + 1] - tops[self._start] <= room:
            end += 1
        if end - self._start < lead:
            return None
        self._breaks.add(end)
        return self._copy(self._start, end), self._copy(end, self._end)

    def _copy(self, start: int, end: int) -> "SopTablePiece":
        piece = SopTablePiece.__new__(SopTablePiece)
        piece.__dict__.update(self.__dict__)
        piece._take(start, end)
        return piece

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw heads, rows, bands, and the flowchart over them."""
        canvas.setLineWidth(_LINE)
        rows = range(self._start, self._end)
        self._draw_rows(canvas, self._head, range(len(self._head.heights)), x, top)
        y = top - self._head.height
        if self._is_continued:
            self._draw_band(canvas, x, y)
            y -= self._band
        self._draw_rows(canvas, self._body, rows, x, y)
        if self._goes_on:
            self._draw_band(canvas, x, y - (self._body.tops[self._end] - self._body.tops[rows[0]]))
        names = name_segi_lima(self._block.diagram, frozenset(self._breaks))
        tata = lay_out_diagram(self._block.diagram, self._bidang(y - top), names)
        draw_diagram(canvas, tata, x, top, self._size)

    def _bidang(self, first_row: float) -> Bidang:
        """Tell where columns and rows lie; `first_row` is the top of the rows, negative."""
        tops = [above - self._body.tops[self._start] - first_row for above in self._body.tops]
        rows = list(pairwise(tops))[self._start : self._end]
        first, count = self._block.first_column, len(self._block.diagram.kolom)
        return Bidang(
            kolom=self._body.edges[first : first + count + 1],
            baris=rows,
            awal=self._start,
            satuan=self._size,
            pita_atas=rows[0][0] - self._band / 2,
            pita_bawah=rows[-1][1] + self._band / 2,
        )

    def _draw_rows(self, canvas: Canvas, grid: Grid, rows: range, x: float, top: float) -> None:
        for row in rows:
            for cell in grid.by_row[row]:
                above = grid.tops[row] - grid.tops[rows[0]]
                height = grid.tops[cell.row_end] - grid.tops[row]
                self._draw_cell(canvas, grid, cell, x, top - above, height)

    def _draw_cell(
        self, canvas: Canvas, grid: Grid, cell: Placed, x: float, top: float, height: float
    ) -> None:
        left = x + grid.edges[cell.column]
        width = grid.edges[cell.column_end] - grid.edges[cell.column]
        canvas.setFillColor(cell.fill or "#ffffff")
        canvas.rect(left, top - height, width, height, fill=bool(cell.fill))
        canvas.setFillColor("#000000")
        white = height - cell.box.height
        drop = white / 2 if cell.cell.valign == "middle" else PAD_Y
        cell.box.draw(canvas, left + PAD_X, top - drop)

    def _draw_band(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw a row that is empty but for the segi lima."""
        edges = self._body.edges
        first, count = self._block.first_column, len(self._block.diagram.kolom)
        shown = (edges[0], *edges[first : first + count + 1], edges[-1])
        for left, right in pairwise(shown):
            canvas.rect(x + left, top - self._band, right - left, self._band)
