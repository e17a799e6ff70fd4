"""Paragraphs and tables of a DOCX, which may still change until they are written.

All lengths are points. The order of the elements within their properties is the one of
ISO/IEC 29500, or Word calls the file broken.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from kinerja_desktop.documents.docx.xml import twips
from kinerja_desktop.documents.naskah_text import Align

_JUSTIFICATION = {"center": "center", "right": "right", "decimal": "right", "justify": "both"}
#: LibreOffice prints nothing behind a tab stop that lies on the margin, or a hair beyond.
MARGIN = 1.0

Merge = Literal["", "restart", "continue"]


@dataclass
class Par:
    """A paragraph.

    Attributes:
        runs: its content as XML.
        style: id of its style.
        first: the first line starts so much further right, or left when below zero.
        before: white above; ``None`` leaves it to the style, as `after` does.
        line: exact height of its lines.
        tabs: each with its kind ("left", "right") and what fills the gap ("none", "dot").
        border: the kind of line at an edge, such as ("top", "single", 4).
        section: the section that ends with this paragraph.
        is_white: it stands for white space only.
    """

    runs: str = ""
    style: str = ""
    align: Align = "left"
    left: float = 0
    right: float = 0
    first: float = 0
    before: float | None = None
    after: float | None = None
    line: float | None = None
    tabs: tuple[tuple[float, str, str], ...] = ()
    border: tuple[str, str, int] | None = None
    keep_next: bool = False
    keep_lines: bool = False
    page_break: bool = False
    section: str = ""
    is_white: bool = False

    def hold(self) -> bool:
        """Keep it on the page of what follows; tell whether something is held thereby."""
        self.keep_next = True
        return not self.is_white

    def xml(self) -> str:
        """Write it."""
        parts = (
            f'<w:pStyle w:val="{self.style}"/>' if self.style else "",
            "<w:keepNext/>" * self.keep_next,
            "<w:keepLines/>" * self.keep_lines,
            "<w:pageBreakBefore/>" * self.page_break,
            self._border(),
            self._tabs(),
            self._spacing(),
            self._indent(),
            f'<w:jc w:val="{_JUSTIFICATION[self.align]}"/>' if self.align != "left" else "",
            # An empty line is as high as its own letters would be.
            '<w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr>' * self.is_white,
            self.section,
        )
        inside = "".join(parts)
        return f"<w:p>{f'<w:pPr>{inside}</w:pPr>' if inside else ''}{self.runs}</w:p>"

    def _border(self) -> str:
        if not self.border:
            return ""
        edge, kind, size = self.border
        line = f'<w:{edge} w:val="{kind}" w:sz="{size}" w:space="1" w:color="auto"/>'
        return f"<w:pBdr>{line}</w:pBdr>"

    def _tabs(self) -> str:
        stops = "".join(
            f'<w:tab w:val="{kind}" w:leader="{leader}" w:pos="{twips(place)}"/>'
            for place, kind, leader in self.tabs
        )
        return f"<w:tabs>{stops}</w:tabs>" if stops else ""

    def _spacing(self) -> str:
        values = [
            f' w:{name}="{twips(value)}"'
            for name, value in (("before", self.before), ("after", self.after), ("line", self.line))
            if value is not None
        ]
        rule = ' w:lineRule="exact"' if self.line is not None else ""
        return f"<w:spacing{''.join(values)}{rule}/>" if values else ""

    def _indent(self) -> str:
        if not (self.left or self.right or self.first):
            return ""
        name = "hanging" if self.first < 0 else "firstLine"
        first = f' w:{name}="{twips(abs(self.first))}"' if self.first else ""
        return f'<w:ind w:left="{twips(self.left)}" w:right="{twips(self.right)}"{first}/>'


def white(height: float) -> Par:
    """Return a paragraph that is nothing but white; two tables would grow together without one."""
    return Par(line=max(height, 1), before=0, after=0, is_white=True)


@dataclass
class CellBox:
    """A cell with what stands in it; `fill` is its ground as "#rrggbb"."""

    inside: "list[Element]"
    width: float
    span: int = 1
    merge: Merge = ""
    fill: str = ""
    valign: str = "top"

    def xml(self) -> str:
        """Write it; a cell must end with a paragraph."""
        parts = (
            f'<w:tcW w:w="{twips(self.width)}" w:type="dxa"/>',
            f'<w:gridSpan w:val="{self.span}"/>' if self.span > 1 else "",
            f'<w:vMerge w:val="{self.merge}"/>' if self.merge else "",
            f'<w:shd w:val="clear" w:color="auto" w:fill="{self.fill[1:]}"/>' if self.fill else "",
            '<w:vAlign w:val="center"/>' if self.valign == "middle" else "",
        )
        inside = self.inside
        if not inside or isinstance(inside[-1], Grid):
            inside = [*inside, white(1)]
        return f"<w:tc><w:tcPr>{''.join(parts)}</w:tcPr>{to_xml(inside)}</w:tc>"


@dataclass
class GridRow:
    """A row; `height` is its least."""

    cells: list[CellBox]
    is_head: bool = False
    is_whole: bool = True
    height: float = 0

    def hold(self) -> None:
        """Keep it on the page of the next row."""
        for cell in self.cells:
            for element in cell.inside:
                element.hold()

    def xml(self) -> str:
        """Write it."""
        parts = (
            "<w:cantSplit/>" * self.is_whole,
            f'<w:trHeight w:val="{twips(self.height)}" w:hRule="atLeast"/>' if self.height else "",
            "<w:tblHeader/>" * self.is_head,
        )
        inside = "".join(parts)
        look = f"<w:trPr>{inside}</w:trPr>" if inside else ""
        return f"<w:tr>{look}{''.join(cell.xml() for cell in self.cells)}</w:tr>"


@dataclass
class Grid:
    """A table.

    Attributes:
        widths: of its columns.
        is_ruled: whether lines are drawn.
        pad: white at the left and right within each cell, and above and below.
    """

    widths: list[float]
    rows: list[GridRow] = field(default_factory=list)
    is_ruled: bool = False
    pad: tuple[float, float] = (0, 0)

    def hold(self) -> bool:
        """Keep its last rows on the page of what follows."""
        for row in self.rows[-2:]:
            row.hold()
        return True

    def xml(self) -> str:
        """Write it."""
        edges = ("top", "left", "bottom", "right", "insideH", "insideV")
        line = (
            'w:val="single" w:sz="4" w:space="0" w:color="auto"' if self.is_ruled else 'w:val="nil"'
        )
        borders = "".join(f"<w:{edge} {line}/>" for edge in edges)
        across, up = (twips(length) for length in self.pad)
        margins = "".join(
            f'<w:{edge} w:w="{length}" w:type="dxa"/>'
            for edge, length in (("top", up), ("left", across), ("bottom", up), ("right", across))
        )
        columns = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in self.widths)
        return (
            f'<w:tbl><w:tblPr><w:tblW w:w="{twips(sum(self.widths))}" w:type="dxa"/>'
            f'<w:tblInd w:w="0" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders>'
            f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>'
            f"<w:tblGrid>{columns}</w:tblGrid>{''.join(row.xml() for row in self.rows)}</w:tbl>"
        )


Element = Par | Grid


def to_xml(elements: Iterable[Element]) -> str:
    """Write elements below each other."""
    return "".join(element.xml() for element in elements)


def hold_last(elements: list[Element]) -> None:
    """Keep the last words on the page of what follows, with the white between them."""
    for element in reversed(elements):
        if element.hold():
            return
