"""Rows such as "SKPD : Kecamatan …" in a DOCX, with their colons in one line."""

from docx.shared import Pt

from kinerja_desktop.documents.docx.column import Column, hold_all, set_look, write
from kinerja_desktop.documents.docx.word_xml import keep_whole
from kinerja_desktop.documents.fonts import face_name
from kinerja_desktop.documents.naskah.blocks import KeyValues
from kinerja_desktop.documents.naskah.text import Text
from kinerja_desktop.documents.pdf.piece import MM
from kinerja_desktop.documents.pdf.text_pieces import label_width

_COLON_WIDTH = 10.0
_AFTER = 1.5


def key_values(column: Column, block: KeyValues) -> None:
    """Paragraphs with tab stops, which are easy to edit; a table where a label needs two lines."""
    if not block.rows:
        return
    begin = len(column.items)
    size = block.size or column.size
    names = [label for label, _ in block.rows]
    needed = label_width(names, face_name(block.bold, False), size) + 1
    room = min(needed, 0.45 * column.width)
    if block.label_width is not None:
        room = block.label_width * MM
    colon = block.indent * MM + room + 4
    if needed <= room + 4:
        for row in block.rows:
            _add_line(column, block, row, colon)
    else:
        _add_table(column, block, colon)
    column.add_white(size * 0.6 - _AFTER)
    if block.keep_with_next:
        hold_all(column.items[begin:])


def _add_line(column: Column, block: KeyValues, row: tuple[str, Text], colon: float) -> None:
    size = column.own_size(block.size)
    paragraph = column.add_paragraph(size=size)
    start, value = block.indent * MM, colon + _COLON_WIDTH
    form = paragraph.paragraph_format
    form.left_indent, form.first_line_indent = Pt(value), Pt(start - value)
    form.space_after = Pt(_AFTER)
    form.tab_stops.add_tab_stop(Pt(colon))
    form.tab_stops.add_tab_stop(Pt(value))
    write(paragraph, row[0], bold=block.bold, size=size)
    paragraph.add_run("\t")
    write(paragraph, ":", bold=block.bold, size=size)
    paragraph.add_run("\t")
    write(paragraph, row[1], bold=block.bold, size=size)


def _add_table(column: Column, block: KeyValues, colon: float) -> None:
    size = column.own_size(block.size)
    widths = [colon, _COLON_WIDTH, max(column.width - colon - _COLON_WIDTH, column.size)]
    table, rows = column.add_table(widths, len(block.rows))
    for row, cells, (label, value) in zip(table.rows, rows, block.rows, strict=True):
        keep_whole(row)
        cells[0].paragraphs[0].paragraph_format.left_indent = Pt(block.indent * MM)
        texts: tuple[Text, ...] = (label, ":", value)
        for cell, text in zip(cells, texts, strict=True):
            paragraph = cell.paragraphs[0]
            set_look(paragraph, "left", size)
            paragraph.paragraph_format.space_after = Pt(_AFTER)
            write(paragraph, text, bold=block.bold, size=size)
