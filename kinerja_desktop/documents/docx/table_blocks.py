"""Tables in a DOCX: laid out by the PDF's own measures, so that both look alike."""

from collections.abc import Sequence
from itertools import pairwise

from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_ROW_HEIGHT_RULE
from docx.shared import Pt
from docx.table import _Cell, _Row

from kinerja_desktop.documents.docx.column import Column, hold_all, hold_row, set_look, write
from kinerja_desktop.documents.docx.word_xml import keep_whole, repeat, shade
from kinerja_desktop.documents.naskah.tables import Cell, Row, SopTable, Table
from kinerja_desktop.documents.naskah.text import plain
from kinerja_desktop.documents.pdf.grid import (
    PAD_X,
    PAD_Y,
    Grid,
    Placed,
    column_edges,
    column_needs,
    head_rows,
    lay_out,
)
from kinerja_desktop.documents.pdf.piece import MM
from kinerja_desktop.documents.pdf.table import HIGHEST_HEAD
from kinerja_desktop.domain.sop.diagram import Diagram, Lambang, Simbol

# A row with a longer text may be cut: it might be higher than a page.
_LONG = 1200
_LINE = 0.5
# Rows of the same table, and how they lie.
_Part = tuple[Sequence[Row], Grid]
_SIGNS = {Simbol.KAPSUL: "●", Simbol.KOTAK: "□", Simbol.BELAH_KETUPAT: "◊", Simbol.SEGI_LIMA: "▼"}
_OTHER = "○"
_LEGEND = (
    "● mulai atau selesai; □ kegiatan; ◊ keputusan; ○ ikut terlibat; * disimpulkan dari uraian. "
    "Tanpa keterangan lain, alur berlanjut ke baris berikutnya."
)


def table(column: Column, block: Table) -> None:
    """A table whose head returns on every page."""
    begin, size = len(column.items), block.size or column.size - 1.5
    heads = head_rows(block.columns, numbered=block.numbered) if block.has_head else ()
    needs = column_needs(block.columns, (*heads, *block.rows), column.width, size)
    edges = column_edges(block.columns, column.width, needs)
    parts = [(rows, lay_out(rows, block.columns, edges, size)) for rows in (heads, block.rows)]
    _add_table(column, parts, is_ruled=block.grid)
    column.add_white(6.0 if block.space_after is None else block.space_after)
    if block.keep_with_next:
        hold_all(column.items[begin:])


def sop_table(column: Column, block: SopTable) -> None:
    """The steps of an SOP; the flowchart becomes signs in the columns of the pelaksana."""
    size, columns = block.table.size or column.size - 1.5, block.table.columns
    heads = head_rows(columns, numbered=False)
    if block.numbers:
        heads = (*heads, Row(tuple(Cell(text, "center") for text in block.numbers)))
    rows = [_with_signs(row, number, block) for number, row in enumerate(block.table.rows)]
    edges = column_edges(columns, column.width)
    parts = [(some, lay_out(some, columns, edges, size)) for some in (heads, rows)]
    _add_table(column, parts, is_ruled=True)
    legend = column.add_paragraph(size=size - 1)
    legend.paragraph_format.space_before, legend.paragraph_format.space_after = Pt(2), Pt(6)
    write(legend, _LEGEND, size=size - 1)


def _with_signs(row: Row, number: int, block: SopTable) -> Row:
    """Write the signs of one step into its row."""
    drawn, cells = block.diagram.baris[number], list(row.cells)
    for sign in drawn.lambang:
        place = block.first_column + sign.kolom
        if place < len(cells):
            text = _sign_text(sign, number, block.diagram, block.table.rows)
            cells[place] = Cell(text, "center", valign="middle")
    return Row(tuple(cells), row.is_total, row.min_height, row.keep_with_next)


def _sign_text(sign: Lambang, number: int, diagram: Diagram, rows: Sequence[Row]) -> str:
    if not sign.is_utama:
        return f"{_OTHER} {sign.teks}".strip()
    lines = [f"{_SIGNS[sign.simbol]} {sign.teks}".strip()]
    for way in diagram.alir:
        if way.dari == number and way.label:
            lines.append(f"{way.label}: lanjut")
    for back in diagram.kembali:
        if back.dari == number:
            step = plain(rows[back.ke].cells[0].text).split("\n")[0]
            lines.append(f"{back.label}: kembali ke {step}".strip())
    return "\n".join(lines)


def _add_table(column: Column, parts: Sequence[_Part], *, is_ruled: bool) -> None:
    """Add a table of a part with the heads, which may have no rows, and one with all others."""
    (heads, head), (rows, body) = parts
    if not heads and not rows:
        return
    widths = [right - left for left, right in pairwise(body.edges)]
    # Word adds the thickness of a line to each row.
    pad = (PAD_X, PAD_Y - _LINE / 2)
    made, cells = column.add_table(widths, len(heads) + len(rows), is_ruled=is_ruled, pad=pad)
    word_rows = list(made.rows)
    _fill(word_rows[: len(heads)], cells[: len(heads)], heads, head)
    _fill(word_rows[len(heads) :], cells[len(heads) :], rows, body)
    if head.height <= HIGHEST_HEAD * column.page_height:
        for row in word_rows[: len(heads)]:
            repeat(row)


def _fill(
    word_rows: Sequence[_Row], cells: Sequence[tuple[_Cell, ...]], rows: Sequence[Row], grid: Grid
) -> None:
    for number, (word_row, row) in enumerate(zip(word_rows, rows, strict=True)):
        for placed in grid.by_row[number]:
            _fill_cell(placed, cells[placed.row : placed.row_end])
        inside = (*grid.by_row[number], *grid.crossing[number])
        if not any(len(plain(placed.cell.text)) > _LONG for placed in inside):
            keep_whole(word_row)
        if row.min_height:
            word_row.height = Pt(row.min_height * MM)
            word_row.height_rule = WD_ROW_HEIGHT_RULE.AT_LEAST
        if row.keep_with_next:
            hold_row(word_row)


def _fill_cell(placed: Placed, rows: Sequence[tuple[_Cell, ...]]) -> None:
    """Write a cell into the rows of the table that it covers, merging them."""
    style, cell = placed.box.style, placed.cell
    first = rows[0][placed.column]
    if len(rows) > 1 or placed.column_end - placed.column > 1:
        first.merge(rows[-1][placed.column_end - 1])
    # In the further rows an empty cell continues it, which must not be higher or lighter.
    for place in (row[placed.column] for row in rows):
        paragraph = place.paragraphs[0]
        set_look(paragraph, style.align, style.size)
        if placed.right_pad:
            paragraph.paragraph_format.right_indent = Pt(placed.right_pad)
        if placed.fill:
            shade(place, placed.fill)
        if cell.valign == "middle":
            place.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    write(first.paragraphs[0], cell.text, bold=style.bold, italic=style.italic, size=style.size)
