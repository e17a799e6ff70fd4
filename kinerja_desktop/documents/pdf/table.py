"""A table on pages: cut between rows, within tall rows and through merged cells."""

from dataclasses import dataclass, field, replace

from kinerja_desktop.documents.naskah.cell_places import head_rows
from kinerja_desktop.documents.naskah.tables import Table
from kinerja_desktop.documents.naskah.text import Run, plain
from kinerja_desktop.documents.pdf.grid import (
    PAD_X,
    PAD_Y,
    Grid,
    Placed,
    column_edges,
    column_needs,
    lay_out,
)
from kinerja_desktop.documents.pdf.piece import Canvas, Piece
from kinerja_desktop.documents.typeset import TextBox, set_text

_LINE = 0.5
_EPSILON = 0.01
#: A head higher than this share of a page is not repeated, or no room would be left for rows.
HIGHEST_HEAD = 0.4
# Only rows higher than this share of a page are cut; the others move to the next page whole.
_TALL_ROW = 0.5
_CONTINUED = "(lanjutan)"


@dataclass(frozen=True)
class _Part:
    """The rows `start` … `end` - 1 that stand on one page.

    Attributes:
        done: lines already printed, for each cell that comes in from the page before.
        first_height: of the first row, when it has been cut above.
        last_height: of the last row, when it is cut here and goes on below.
        grown: points added to a row so that the rest of a merged cell fits.
    """

    start: int
    end: int
    done: dict[Placed, int] = field(default_factory=dict)
    first_height: float | None = None
    last_height: float | None = None
    grown: dict[int, float] = field(default_factory=dict)


class TablePiece(Piece):
    """A table, or the part of it that stands on one page."""

    def __init__(self, table: Table, size: float) -> None:
        self._table = table
        self._size = table.size or size
        self.space_before = 4.0
        self.keep_with_next = table.keep_with_next
        self.space_after = 6.0 if table.space_after is None else table.space_after

    def measure(self, width: float, page_height: float) -> None:
        """Set the text of all cells, which gives the height of each row."""
        table = self._table
        heads = head_rows(table.columns, numbered=table.numbered) if table.has_head else ()
        needs = column_needs(table.columns, (*heads, *table.rows), width, self._size)
        edges = column_edges(table.columns, width, needs)
        self._page_height = page_height
        self._rows = table.rows
        self._head = lay_out(heads, table.columns, edges, self._size)
        if self._head.height > HIGHEST_HEAD * page_height:
            self._rows = (*heads, *table.rows)
            self._head = lay_out((), table.columns, edges, self._size)
        self._body = lay_out(self._rows, table.columns, edges, self._size)
        self._take(_Part(0, len(self._rows)))

    def _take(self, part: _Part) -> None:
        self._part = part
        self.height = self._head.height + self._height_of(part)

    @property
    def units(self) -> int:
        """The rows of the table, between which a page may end."""
        return max(1, self._part.end - self._part.start)

    def _height_of(self, part: _Part) -> float:
        """Sum the rows of a part without walking through all of them."""
        tops, heights = self._body.tops, self._body.heights
        total = tops[part.end] - tops[part.start]
        total += sum(more for row, more in part.grown.items() if part.start <= row < part.end)
        for row, height in ((part.start, part.first_height), (part.end - 1, part.last_height)):
            if height is not None:
                total += height - heights[row] - part.grown.get(row, 0)
        return total

    def _row_height(self, part: _Part, row: int) -> float:
        if row == part.end - 1 and part.last_height is not None:
            return part.last_height
        if row == part.start and part.first_height is not None:
            return part.first_height
        return self._body.heights[row] + part.grown.get(row, 0)

    def split(self, height: float, lead: int, leave: int) -> "tuple[TablePiece, TablePiece] | None":
        """Cut between two rows, or within a tall one."""
        part = self._part
        room = height - self._head.height + _EPSILON
        end, used = part.start, 0.0
        while end < part.end and used + self._row_height(part, end) <= room:
            used += self._row_height(part, end)
            end += 1
        if cut := self._cut_within(end, room - used):
            return cut
        end = self._better_end(min(end, part.end - leave))
        if end - part.start < max(1, min(lead, part.end - part.start)):
            return None
        return self._parts(replace(part, end=end), end, None)

    def _better_end(self, end: int) -> int:
        """Move a cut up so that no total begins a page and no subheading ends one."""
        better = end
        while self._part.start < better < len(self._rows) and (
            self._rows[better].is_total or self._rows[better - 1].keep_with_next
        ):
            better -= 1
        return better if better > self._part.start else end

    def _cut_within(self, row: int, room: float) -> "tuple[TablePiece, TablePiece] | None":
        """Cut a row that is too tall to be moved."""
        part = self._part
        least = 4 * self._size + 2 * PAD_Y
        if row >= part.end or room < least:
            return None
        if self._row_height(part, row) <= _TALL_ROW * self._page_height:
            return None
        first = replace(part, end=row + 1, last_height=room - _EPSILON)
        lines = {
            cell: len(cell.box.lines) - self._done_after(first, cell)
            for cell in (*self._body.by_row[row], *self._body.crossing[row])
        }
        if not any(lines.values()):
            return None
        tallest = max(
            count * cell.box.leading if cell.row_end == row + 1 else cell.box.leading
            for cell, count in lines.items()
        )
        return self._parts(first, row, tallest + 2 * PAD_Y)

    def _parts(
        self, first: _Part, start: int, first_height: float | None
    ) -> "tuple[TablePiece, TablePiece]":
        """Make the two pieces; the second begins with row `start`."""
        part = self._part
        crossing = list(self._body.crossing[start])
        if first_height is not None:
            crossing.extend(self._body.by_row[start])
        done = {cell: self._done_after(first, cell) for cell in crossing}
        rest = replace(part, start=start, done=done, first_height=first_height)
        rest = replace(rest, grown=self._grown(rest))
        return self._copy(first), self._copy(rest)

    def _copy(self, part: _Part) -> "TablePiece":
        piece = TablePiece.__new__(TablePiece)
        piece.__dict__.update(self.__dict__)
        piece._take(part)
        return piece

    def _grown(self, rest: _Part) -> dict[int, float]:
        """Give the last row of a merged cell the room that its remaining lines lack."""
        grown = {row: more for row, more in rest.grown.items() if row >= rest.start}
        for cell, done in rest.done.items():
            rows = range(rest.start, cell.row_end)
            room = sum(self._row_height(rest, row) for row in rows) - 2 * PAD_Y
            lack = (len(cell.box.lines) - done) * cell.box.leading - room
            if lack > 0:
                grown[rows[-1]] = grown.get(rows[-1], 0) + lack
                rest = replace(rest, grown=grown)
        return grown

    def _visible_height(self, part: _Part, cell: Placed) -> float:
        if cell.row_end - cell.row == 1:
            return self._row_height(part, cell.row)
        rows = range(max(cell.row, part.start), min(cell.row_end, part.end))
        return sum(self._row_height(part, row) for row in rows)

    def _done_after(self, part: _Part, cell: Placed) -> int:
        """Return how many lines of a cell have been printed at the end of a part."""
        done = part.done.get(cell, 0)
        fitting = cell.box.lines_within(self._visible_height(part, cell) - 2 * PAD_Y)
        return min(len(cell.box.lines), done + fitting)

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw the head and the rows of this part."""
        canvas.setLineWidth(_LINE)
        head, part = self._head, self._part
        whole = _Part(0, len(head.heights))
        for row, cells in enumerate(head.by_row):
            for cell in cells:
                height = head.tops[cell.row_end] - head.tops[row]
                self._draw_cell(canvas, head, cell, whole, x, top - head.tops[row], height)
        top -= head.height
        for row in range(part.start, part.end):
            cells = self._body.by_row[row]
            if row == part.start:
                cells = (*self._body.crossing[row], *cells)
            for cell in cells:
                height = self._visible_height(part, cell)
                self._draw_cell(canvas, self._body, cell, part, x, top, height)
            top -= self._row_height(part, row)

    def _draw_cell(
        self,
        canvas: Canvas,
        grid: Grid,
        cell: Placed,
        part: _Part,
        x: float,
        top: float,
        height: float,
    ) -> None:
        left = x + grid.edges[cell.column]
        width = grid.edges[cell.column_end] - grid.edges[cell.column]
        if cell.fill:
            # ReportLab reads colour names by evaluating them, which costs as much as all the text.
            canvas.setFillColorRGB(
                *(int(cell.fill[place : place + 2], 16) / 255 for place in (1, 3, 5))
            )
        if cell.fill or self._table.grid:
            bottom = top - height
            canvas.rect(left, bottom, width, height, stroke=self._table.grid, fill=bool(cell.fill))
        if cell.fill:
            canvas.setFillGray(0)
        box = self._visible_text(cell, part, height)
        white = height - box.height
        drop = white / 2 if cell.cell.valign == "middle" else PAD_Y
        box.draw(canvas, left + PAD_X, top - drop, cell.right_pad)

    def _visible_text(self, cell: Placed, part: _Part, height: float) -> TextBox:
        """Return the lines of a cell that belong on this page."""
        done = part.done.get(cell, 0)
        box = cell.box
        fitting = box.lines_within(height - 2 * PAD_Y)
        if cell in part.done and done >= len(box.lines):
            return self._repeated(cell, part, fitting)
        ends_here = cell.row_end < part.end + (part.last_height is None)
        if ends_here and not done:
            return box
        _, rest = box.cut(done)
        return rest if ends_here else rest.cut(max(fitting, 0))[0]

    def _repeated(self, cell: Placed, part: _Part, fitting: int) -> TextBox:
        """Say again what a merged cell says when it goes on over a page."""
        box = cell.box
        nothing = box.cut(0)[0]
        is_cut_row = part.first_height is not None and cell.row_end == part.start + 1
        is_figure = box.style.align in ("right", "decimal")
        # A figure that stood there twice would be counted twice.
        if is_cut_row or is_figure or not plain(cell.cell.text):
            return nothing
        words = (Run(cell.cell.text),) if isinstance(cell.cell.text, str) else cell.cell.text
        again = set_text((*words, Run(f" {_CONTINUED}", italic=True)), box.width, box.style)
        short = set_text((Run(_CONTINUED, italic=True),), box.width, box.style)
        # In a column as narrow as the one of the numbers the word itself would be broken.
        choices = (again, box, short) if len(short.lines) == 1 else (box,)
        return next((text for text in choices if len(text.lines) <= fitting), nothing)
