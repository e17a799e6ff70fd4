"""From each block of a naskah to the pieces that the flow puts on pages.

A new kind of block gets its function here, and one line in `_MAKERS`.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from kinerja_desktop.documents.fonts import face_name
from kinerja_desktop.documents.naskah.blocks import (
    Block,
    Box,
    Caption,
    ChartBlock,
    Contents,
    ContentsKind,
    Heading,
    ImageBlock,
    KeyValues,
    Letterhead,
    Naskah,
    PageBreak,
    Paragraph,
    Rule,
    Section,
    SignatureBlock,
    Spacer,
    TreeBlock,
    VerificationBlock,
)
from kinerja_desktop.documents.naskah.contents import contents_entries, is_listed
from kinerja_desktop.documents.naskah.tables import SopTable, Table
from kinerja_desktop.documents.pdf.flow import Geometry
from kinerja_desktop.documents.pdf.numbering import Count
from kinerja_desktop.documents.pdf.office_pieces import (
    LetterheadPiece,
    RulePiece,
    SignaturePiece,
    VerificationPiece,
)
from kinerja_desktop.documents.pdf.pictures import BoxPiece, ChartPiece, PicturePiece
from kinerja_desktop.documents.pdf.piece import MM, Anchor, NewPage, Piece, Space
from kinerja_desktop.documents.pdf.sop_table import SopTablePiece
from kinerja_desktop.documents.pdf.table import TablePiece
from kinerja_desktop.documents.pdf.text_pieces import ContentsLine, Label, TextPiece, label_width
from kinerja_desktop.documents.pdf.tree_piece import TreePiece
from kinerja_desktop.documents.typeset import Style

# Points that a heading is larger than the text, by its level.
_HEADING_SIZES = {0: 3.0, 1: 1.0}
_COLON_WIDTH = 10.0


@dataclass
class Maker:
    """Makes the pieces of one naskah.

    Attributes:
        listed: headings and captions in their order, for the lists that `Contents` prints.
    """

    naskah: Naskah
    listed: dict[str, list[Anchor]] = field(
        default_factory=lambda: {"isi": [], "tabel": [], "gambar": []}
    )

    def note(self, kind: ContentsKind, anchor: Anchor) -> None:
        """Note a heading or caption; what no list prints needs no link."""
        anchor.is_linked = any(
            isinstance(block, Contents) and block.kind == kind for block in self.naskah.blocks
        )
        self.listed[kind].append(anchor)

    @property
    def size(self) -> float:
        """Size of the running text in points."""
        return self.naskah.font_size

    def make(self, blocks: Iterable[Block]) -> list[Piece]:
        """Return the pieces of the blocks, in their order."""
        return [piece for block in blocks for piece in _MAKERS[type(block)](self, block)]


def _heading(maker: Maker, block: Heading) -> list[Piece]:
    size = maker.size + _HEADING_SIZES.get(block.level, 0)
    align = "center" if block.level == 0 else block.align
    piece = TextPiece(
        block.text,
        Style(size, align, bold=True, italic=block.level > 3),
        space_before=0 if block.level == 0 else 10,
        space_after=2 if block.level == 0 else 6,
        keep_with_next=True,
    )
    piece.anchor = Anchor(_one_line(block.text), block.key, block.level)
    if is_listed(block):
        maker.note("isi", piece.anchor)
    return [piece]


def _paragraph(maker: Maker, block: Paragraph) -> list[Piece]:
    style = Style(block.size or maker.size, block.align, block.bold, block.italic)
    indent = block.indent * MM
    labels: tuple[Label, ...] = ()
    if block.label:
        labels = (Label(block.label, indent, block.hang * MM, Style(style.size)),)
        indent += block.hang * MM
    return [
        TextPiece(
            block.text,
            style,
            indent=indent,
            first_indent=block.first_indent * MM,
            labels=labels,
            space_after=style.size * 0.5 if block.space_after is None else block.space_after,
            keep_with_next=block.keep_with_next,
        )
    ]


def _spacer(maker: Maker, block: Spacer) -> list[Piece]:
    return [Space(block.height * MM)]


def _key_values(maker: Maker, block: KeyValues) -> list[Piece]:
    style = Style(block.size or maker.size, bold=block.bold)
    left = block.indent * MM
    if block.label_width is None:
        names = [label for label, _ in block.rows]
        # Labels longer than that are broken instead, or the values would have no room.
        widest = (
            0.45
            * Geometry.of(
                maker.naskah.paper, maker.naskah.margins, maker.naskah.landscape
            ).text_width
        )
        width = min(label_width(names, face_name(block.bold, False), style.size) + 1, widest)
    else:
        width = block.label_width * MM
    colon = left + width + 4
    pieces: list[Piece] = [
        TextPiece(
            value,
            style,
            indent=colon + _COLON_WIDTH,
            labels=(Label(label, left, width, style), Label(":", colon, _COLON_WIDTH, style)),
            space_after=1.5,
            keep_with_next=block.keep_with_next,
        )
        for label, value in block.rows
    ]
    for piece in pieces[-1:]:
        piece.space_after = style.size * 0.6
    return pieces


def _table(maker: Maker, block: Table) -> list[Piece]:
    return [TablePiece(block, maker.size - 1.5)]


def _sop_table(maker: Maker, block: SopTable) -> list[Piece]:
    return [SopTablePiece(block, maker.size - 1.5)]


def _caption(maker: Maker, block: Caption) -> list[Piece]:
    is_above = block.kind == "tabel"
    piece = TextPiece(
        block.text,
        Style(maker.size - 1, "center", bold=True),
        space_before=6 if is_above else 0,
        space_after=2 if is_above else 8,
        keep_with_next=is_above,
    )
    piece.keep_with_previous = not is_above
    piece.anchor = Anchor(_one_line(block.text))
    maker.note(block.kind, piece.anchor)
    return [piece]


def _contents(maker: Maker, block: Contents) -> list[Piece]:
    return [
        ContentsLine(
            entry.text,
            Style(maker.size, bold=entry.level == 1 and block.kind == "isi"),
            (entry.level - 1) * 7 * MM,
            # The headings further on have not been made yet.
            partial(maker.listed[block.kind].__getitem__, number),
        )
        for number, entry in enumerate(contents_entries(maker.naskah.blocks, block.kind))
    ]


def _tree(maker: Maker, block: TreeBlock) -> list[Piece]:
    return [TreePiece(block.chart, block.above * MM, block.below * MM)]


def _chart(maker: Maker, block: ChartBlock) -> list[Piece]:
    return [ChartPiece(block.chart, _points(block.width), _points(block.height))]


def _image(maker: Maker, block: ImageBlock) -> list[Piece]:
    return [PicturePiece(block)]


def _points(length: float | None) -> float | None:
    return None if length is None else length * MM


def _letterhead(maker: Maker, block: Letterhead) -> list[Piece]:
    return [LetterheadPiece(block)]


def _rule(maker: Maker, block: Rule) -> list[Piece]:
    return [RulePiece()]


def _signature(maker: Maker, block: SignatureBlock) -> list[Piece]:
    aside = Maker(maker.naskah).make(block.aside)
    if not block.left:
        return [SignaturePiece(block, maker.size, aside)]
    for piece in aside:
        piece.keep_with_previous = True
    return [SignaturePiece(block, maker.size), *aside]


def _verification(maker: Maker, block: VerificationBlock) -> list[Piece]:
    return [VerificationPiece(block.kode, block.note, block.size * MM, maker.size)]


def _page_break(maker: Maker, block: PageBreak) -> list[Piece]:
    return [NewPage()]


def _section(maker: Maker, block: Section) -> list[Piece]:
    count = Count(block.numbering, block.first) if block.numbering else None
    return [NewPage(block.landscape, count)]


def _one_line(text: str) -> str:
    return text.replace("\n", " ")


def _box(maker: Maker, block: Box) -> list[Piece]:
    # What stands in a box belongs to no list of contents.
    inside = Maker(maker.naskah).make(block.blocks)
    return [BoxPiece(inside, block.padding * MM)]


_MAKERS: dict[type, Callable[[Maker, Any], list[Piece]]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    Spacer: _spacer,
    KeyValues: _key_values,
    Table: _table,
    SopTable: _sop_table,
    Caption: _caption,
    Contents: _contents,
    ChartBlock: _chart,
    TreeBlock: _tree,
    ImageBlock: _image,
    Letterhead: _letterhead,
    Rule: _rule,
    SignatureBlock: _signature,
    VerificationBlock: _verification,
    PageBreak: _page_break,
    Section: _section,
    Box: _box,
}
