"""Rows such as "SKPD : Kecamatan …" in a DOCX, with their colons in one line."""

from kinerja_desktop.documents.docx.elements import CellBox, Element, Grid, GridRow, Par, white
from kinerja_desktop.documents.docx.writer import Writer
from kinerja_desktop.documents.docx.xml import properties, runs, tab, words
from kinerja_desktop.documents.fonts import face_name
from kinerja_desktop.documents.naskah import KeyValues
from kinerja_desktop.documents.naskah_text import Text
from kinerja_desktop.documents.pdf.piece import MM
from kinerja_desktop.documents.pdf.text_pieces import label_width

_COLON_WIDTH = 10.0
_AFTER = 1.5


def key_values(writer: Writer, block: KeyValues) -> list[Element]:
    """Paragraphs with tab stops, which are easy to edit; a table where a label needs two lines."""
    if not block.rows:
        return []
    size = block.size or writer.size
    names = [label for label, _ in block.rows]
    needed = label_width(names, face_name(block.bold, False), size) + 1
    room = min(needed, 0.45 * writer.width)
    if block.label_width is not None:
        room = block.label_width * MM
    colon = block.indent * MM + room + 4
    if needed <= room + 4:
        elements = [_line(writer, block, row, colon) for row in block.rows]
    else:
        elements = [_table(writer, block, colon)]
    elements.append(white(size * 0.6 - _AFTER))
    if block.keep_with_next:
        for element in elements:
            element.hold()
    return elements


def _line(writer: Writer, block: KeyValues, row: tuple[str, Text], colon: float) -> Element:
    look = block.size if block.size != writer.size else None
    signs = properties(bold=block.bold, size=look)
    start, value = block.indent * MM, colon + _COLON_WIDTH
    label = words(row[0], signs) + tab(signs) + words(":", signs) + tab(signs)
    return Par(
        label + runs(row[1], bold=block.bold, size=look),
        left=value,
        first=start - value,
        after=_AFTER,
        tabs=((colon, "left", "none"), (value, "left", "none")),
        mark=look,
    )


def _table(writer: Writer, block: KeyValues, colon: float) -> Grid:
    look = block.size if block.size != writer.size else None
    widths = [colon, _COLON_WIDTH, max(writer.width - colon - _COLON_WIDTH, writer.size)]
    rows = []
    for label, value in block.rows:
        texts: tuple[Text, ...] = (label, ":", value)
        pars = [Par(runs(t, bold=block.bold, size=look), after=_AFTER, mark=look) for t in texts]
        pars[0].left = block.indent * MM
        cells = [CellBox([par], width) for par, width in zip(pars, widths, strict=True)]
        rows.append(GridRow(cells))
    return Grid(widths, rows)
