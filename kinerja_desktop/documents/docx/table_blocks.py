"""Tables in a DOCX: laid out by the PDF's own measures, so that both look alike."""

from collections.abc import Sequence
from itertools import pairwise

from docx.table import Table as WordTable
from docx.table import _Cell

from kinerja_desktop.documents.docx.column import Column, hold_all
from kinerja_desktop.documents.docx.flow_strips import draw_strips
from kinerja_desktop.documents.docx.table_rows import RowLook, make_rows
from kinerja_desktop.documents.docx.word_xml import clear_margins, set_end_size
from kinerja_desktop.documents.naskah.tables import Cell, Row, SopTable, Table
from kinerja_desktop.documents.naskah.text import plain
from kinerja_desktop.documents.pdf.grid import (
    PAD_X,
    PAD_Y,
    Grid,
    column_edges,
    column_needs,
    head_rows,
    lay_out,
)
from kinerja_desktop.documents.pdf.piece import MM
from kinerja_desktop.documents.pdf.table import HIGHEST_HEAD
from kinerja_desktop.documents.pictures.photos import Photo
from kinerja_desktop.domain.sop.diagram import Baris, Lambang, Simbol
from kinerja_desktop.domain.sop.tata_diagram import min_tinggi

_LINE = 0.5
# Rows of the same table, and how they lie.
_Part = tuple[Sequence[Row], Grid]
_SIGNS = {Simbol.KAPSUL: "", Simbol.KOTAK: "kegiatan", Simbol.BELAH_KETUPAT: "keputusan"}


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
    first, count = block.first_column, len(block.diagram.kolom)
    rows = [_with_room(row, drawn, first, count, size)
            for row, drawn in zip(block.table.rows, block.diagram.baris, strict=True)]  # fmt: skip
    edges = column_edges(columns, column.width)
    parts = [(some, lay_out(some, columns, edges, size)) for some in (heads, rows)]
    made = _add_table(column, parts, is_ruled=True, has_white=False)
    assert made is not None
    lines = made._tbl.tr_lst[len(heads) :]
    body = parts[1][1]
    sides = body.edges[first : first + count + 1]
    strips = draw_strips(block.diagram, sides, body.heights, size)
    for number, (strip, height) in enumerate(zip(strips, body.heights, strict=True)):
        place = _Cell(lines[number].tc_lst[first], made)
        clear_margins(place)
        # A larger end of the line would leave white below the picture.
        set_end_size(place.paragraphs[0], 1)
        words = _describe_row(number, block)
        photo = Photo(strip, "PNG", 0, 0)
        column.add_picture(place.paragraphs[0], photo, sides[-1] - sides[0], height, words)
    column.add_white(6)
    if block.table.keep_with_next:
        hold_all(column.items[-2:])


def _with_room(row: Row, drawn: Baris, first: int, count: int, size: float) -> Row:
    """Join the cells of the pelaksana, for the picture of what is drawn there."""
    cells = (*row.cells[:first], Cell(col_span=count), *row.cells[first + count :])
    return Row(cells, min_height=min_tinggi(drawn) * size / MM)


def _describe_row(number: int, block: SopTable) -> str:
    """Say what is drawn in a row, for those who cannot see it."""
    drawn, diagram = block.diagram.baris[number], block.diagram
    parts = [
        f"{diagram.kolom[sign.kolom]}: {_sign_text(sign, is_deduced=drawn.is_disimpulkan)}"
        for sign in drawn.lambang
    ]
    parts += [f"{way.label}: lanjut" for way in diagram.alir if way.dari == number and way.label]
    for back in diagram.kembali:
        if back.dari == number:
            step = plain(block.table.rows[back.ke].cells[0].text).split("\n")[0]
            parts.append(f"{back.label}: kembali ke {step}".strip())
    return "; ".join(parts)


def _sign_text(sign: Lambang, *, is_deduced: bool) -> str:
    if not sign.is_utama:
        return " ".join(filter(None, ("ikut terlibat", sign.teks)))
    words = " ".join(filter(None, (_SIGNS[sign.simbol], sign.teks)))
    return f"{words} *" if is_deduced else words


def _add_table(
    column: Column, parts: Sequence[_Part], *, is_ruled: bool, has_white: bool = True
) -> WordTable | None:
    """Add a table of a part with the heads, which may have no rows, and one with all others.

    Word gives all cells of a row the white of the one that has most. Where pictures must reach the
    lines there is none (`has_white`), and rows are as high as they are laid out.
    """
    (heads, head), (rows, body) = parts
    if not heads and not rows:
        return None
    widths = [right - left for left, right in pairwise(body.edges)]
    # Word adds the thickness of a line to each row.
    pad = (PAD_X, PAD_Y - _LINE / 2 if has_white else 0)
    made, _ = column.add_table(widths, 0, is_ruled=is_ruled, pad=pad)
    repeats = head.height <= HIGHEST_HEAD * column.page_height
    for some, grid, is_head in ((heads, head, True), (rows, body, False)):
        look = RowLook(is_head and repeats, () if has_white else grid.heights)
        made._tbl.extend(make_rows(some, grid, look))
    return made
