"""The rows of a table as XML that is parsed at once: cell by cell, python-docx takes far longer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from xml.sax.saxutils import escape

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.xmlchemy import BaseOxmlElement

from kinerja_desktop.documents.fonts import printable
from kinerja_desktop.documents.naskah.tables import Row
from kinerja_desktop.documents.naskah.text import Run, Text, plain
from kinerja_desktop.documents.pdf.grid import Grid, Placed
from kinerja_desktop.documents.pdf.piece import MM

# A row with a longer text may be cut: it might be higher than a page.
_LONG = 1200
_TWIPS = 20
_JUSTIFIED = {"center": "center", "right": "right", "decimal": "right", "justify": "both"}


@dataclass(frozen=True)
class RowLook:
    """How the rows of a part of a table are.

    Attributes:
        repeats: they return at the top of each page.
        heights: in points, where a row must be as high as it is laid out.
    """

    repeats: bool = False
    heights: Sequence[float] = ()


def make_rows(rows: Sequence[Row], grid: Grid, look: RowLook) -> list[BaseOxmlElement]:
    """Return the rows of a part of a table, laid out as `grid`."""
    if not rows:
        return []
    inside = "".join(_row(number, row, grid, look) for number, row in enumerate(rows))
    return list(parse_xml(f"<w:tbl {nsdecls('w')}>{inside}</w:tbl>"))


def _row(number: int, row: Row, grid: Grid, look: RowLook) -> str:
    reaching = (*grid.by_row[number], *grid.crossing[number])
    form = ""
    if not any(len(plain(placed.cell.text)) > _LONG for placed in reaching):
        form += "<w:cantSplit/>"
    height = look.heights[number] if look.heights else row.min_height * MM
    if height:
        form += f'<w:trHeight w:val="{_twips(height)}" w:hRule="atLeast"/>'
    if look.repeats:
        form += "<w:tblHeader/>"
    cells = "".join(_cells(number, reaching, grid, keeps=row.keep_with_next))
    return f"<w:tr><w:trPr>{form}</w:trPr>{cells}</w:tr>" if form else f"<w:tr>{cells}</w:tr>"


def _cells(number: int, reaching: Sequence[Placed], grid: Grid, *, keeps: bool) -> Iterator[str]:
    """Yield the cells of a row from left to right; what no cell covers stays empty."""
    by_column = {placed.column: placed for placed in reaching}
    widths = [right - left for left, right in pairwise(grid.edges)]
    column = 0
    while column < len(widths):
        placed = by_column.get(column)
        if placed is None:
            yield _cell(_width(widths[column]), _paragraph("", "<w:keepNext/>" if keeps else ""))
            column += 1
            continue
        yield _placed(placed, number, sum(widths[column : placed.column_end]), keeps=keeps)
        column = placed.column_end


def _placed(placed: Placed, number: int, width: float, *, keeps: bool) -> str:
    form = _width(width)
    if placed.column_end - placed.column > 1:
        form += f'<w:gridSpan w:val="{placed.column_end - placed.column}"/>'
    is_first = number == placed.row
    if placed.row_end - placed.row > 1:
        form += '<w:vMerge w:val="restart"/>' if is_first else "<w:vMerge/>"
    if placed.fill:
        fill = placed.fill.removeprefix("#")
        form += f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'
    if placed.cell.valign == "middle":
        form += '<w:vAlign w:val="center"/>'
    style = placed.box.style
    # In the further rows an empty cell continues it, which must not be higher or lighter.
    look = "<w:keepNext/>" if keeps else ""
    if placed.right_pad:
        look += f'<w:ind w:right="{_twips(placed.right_pad)}"/>'
    if style.align in _JUSTIFIED:
        look += f'<w:jc w:val="{_JUSTIFIED[style.align]}"/>'
    look += f'<w:rPr><w:sz w:val="{round(style.size * 2)}"/></w:rPr>'
    words = _runs(placed.cell.text, style.size, bold=style.bold, italic=style.italic)
    return _cell(form, _paragraph(words if is_first else "", look))


def _cell(form: str, content: str) -> str:
    return f"<w:tc><w:tcPr>{form}</w:tcPr>{content}</w:tc>"


def _width(width: float) -> str:
    return f'<w:tcW w:type="dxa" w:w="{_twips(width)}"/>'


def _paragraph(words: str, look: str) -> str:
    return f"<w:p><w:pPr>{look}</w:pPr>{words}</w:p>" if look else f"<w:p>{words}</w:p>"


def _runs(text: Text, size: float, *, bold: bool, italic: bool) -> str:
    """Write all runs of a text, which add to the look of the whole."""
    made = ""
    for part in (Run(text),) if isinstance(text, str) else text:
        words = printable(part.text)
        if not words:
            continue
        look = "<w:b/>" if part.bold or bold else ""
        look += "<w:i/>" if part.italic or italic else ""
        look += f'<w:sz w:val="{round(size * 2)}"/>'
        look += '<w:u w:val="single"/>' if part.underline else ""
        lines = "<w:br/>".join(
            f'<w:t xml:space="preserve">{escape(line)}</w:t>' if line else ""
            for line in words.split("\n")
        )
        made += f"<w:r><w:rPr>{look}</w:rPr>{lines}</w:r>"
    return made


def _twips(points: float) -> int:
    return round(points * _TWIPS)
