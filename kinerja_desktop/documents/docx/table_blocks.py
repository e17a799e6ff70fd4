"""Tables in a DOCX: laid out by the PDF's own measures, so that both look alike."""

from collections.abc import Sequence
from itertools import pairwise

from kinerja_desktop.documents.docx.elements import CellBox, Element, Grid, GridRow, Par, white
from kinerja_desktop.documents.docx.writer import Writer
from kinerja_desktop.documents.docx.xml import runs
from kinerja_desktop.documents.naskah_tables import Cell, Column, Row, SopTable, Table
from kinerja_desktop.documents.naskah_text import Align, plain
from kinerja_desktop.documents.pdf.grid import (
    PAD_X,
    PAD_Y,
    Placed,
    column_edges,
    column_needs,
    head_rows,
    lay_out,
)
from kinerja_desktop.documents.pdf.grid import Grid as Measured
from kinerja_desktop.documents.pdf.piece import MM
from kinerja_desktop.domain.sop.diagram import Diagram, Lambang, Simbol

# A row with a longer text may be cut: it might be higher than a page.
_LONG = 1200
_LINE = 0.5
_SIGNS = {Simbol.KAPSUL: "●", Simbol.KOTAK: "□", Simbol.BELAH_KETUPAT: "◊", Simbol.SEGI_LIMA: "▼"}
_OTHER = "○"
_LEGEND = (
    "● mulai atau selesai; □ kegiatan; ◊ keputusan; ○ ikut terlibat; * disimpulkan dari uraian. "
    "Tanpa keterangan lain, alur berlanjut ke baris berikutnya."
)


def table(writer: Writer, block: Table) -> list[Element]:
    """A table whose head returns on every page."""
    size = block.size or writer.size - 1.5
    columns = block.columns
    heads = head_rows(columns, numbered=block.numbered) if block.has_head else ()
    needs = column_needs(columns, (*heads, *block.rows), writer.width, size)
    edges = column_edges(columns, writer.width, needs)
    grid = _grid(heads, block.rows, columns, edges, size, is_ruled=block.grid)
    elements: list[Element] = [
        grid,
        white(6.0 if block.space_after is None else block.space_after),
    ]
    if block.keep_with_next:
        for element in elements:
            element.hold()
    return elements


def sop_table(writer: Writer, block: SopTable) -> list[Element]:
    """The steps of an SOP; the flowchart becomes signs in the columns of the pelaksana."""
    size = block.table.size or writer.size - 1.5
    columns = block.table.columns
    heads = head_rows(columns, numbered=False)
    if block.numbers:
        heads = (*heads, Row(tuple(Cell(text, "center") for text in block.numbers)))
    rows = [_with_signs(row, number, block) for number, row in enumerate(block.table.rows)]
    edges = column_edges(columns, writer.width)
    grid = _grid(heads, rows, columns, edges, size, is_ruled=True)
    return [grid, Par(runs(_LEGEND, size=size - 1), before=2, after=6)]


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


def _grid(
    heads: Sequence[Row],
    rows: Sequence[Row],
    columns: Sequence[Column],
    edges: tuple[float, ...],
    size: float,
    *,
    is_ruled: bool,
) -> Grid:
    widths = [right - left for left, right in pairwise(edges)]
    made = [
        *_rows(heads, lay_out(heads, columns, edges, size), is_head=True),
        *_rows(rows, lay_out(rows, columns, edges, size), is_head=False),
    ]
    # Word adds the thickness of a line to each row.
    return Grid(widths, made, is_ruled, (PAD_X, PAD_Y - _LINE / 2))


def _rows(rows: Sequence[Row], measured: Measured, *, is_head: bool) -> list[GridRow]:
    made = []
    for number, row in enumerate(rows):
        cells = sorted(
            (*measured.by_row[number], *measured.crossing[number]), key=lambda cell: cell.column
        )
        is_long = any(len(plain(cell.cell.text)) > _LONG for cell in cells)
        made.append(
            GridRow(
                [_cell(cell, measured, is_first=cell.row == number) for cell in cells],
                is_head,
                not is_long,
                row.min_height * MM,
            )
        )
        if row.keep_with_next:
            made[-1].hold()
    return made


def _cell(placed: Placed, measured: Measured, *, is_first: bool) -> CellBox:
    """Write a cell, or the empty one that continues it in a further row."""
    style, cell = placed.box.style, placed.cell
    align: Align = style.align
    text = runs(cell.text, bold=style.bold, italic=style.italic, size=style.size)
    par = Par(text if is_first else "", align=align, right=placed.right_pad)
    is_tall = placed.row_end - placed.row > 1
    return CellBox(
        [par],
        measured.edges[placed.column_end] - measured.edges[placed.column],
        placed.column_end - placed.column,
        ("restart" if is_first else "continue") if is_tall else "",
        placed.fill,
        cell.valign,
    )
