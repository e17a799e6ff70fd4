"""From a naskah to the bytes of a DOCX: the same bytes for the same naskah."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from docx.text.paragraph import Paragraph as WordParagraph

from kinerja_desktop.documents.docx.column import Column, Shared
from kinerja_desktop.documents.docx.key_values import key_values
from kinerja_desktop.documents.docx.office_blocks import (
    box,
    chart,
    image,
    letterhead,
    rule,
    signature,
    tree,
    verification,
)
from kinerja_desktop.documents.docx.package import new_document, to_bytes
from kinerja_desktop.documents.docx.sections import SectionLook, Sections
from kinerja_desktop.documents.docx.styles import define_styles
from kinerja_desktop.documents.docx.table_blocks import sop_table, table
from kinerja_desktop.documents.docx.text_blocks import (
    caption,
    contents,
    heading,
    paragraph,
    spacer,
)
from kinerja_desktop.documents.docx.word_xml import end_section_with
from kinerja_desktop.documents.fonts import load_faces
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
from kinerja_desktop.documents.naskah.tables import SopTable, Table
from kinerja_desktop.documents.pdf.layout import lay_out_naskah
from kinerja_desktop.progress import Progress, tell_through

#: Of so many blocks one is told.
_TOLD = 5


def render(naskah: Naskah, progress: Progress) -> bytes:
    """Write a naskah as a Word file; `render_docx` is the door to it."""
    load_faces()
    document = new_document(naskah)
    define_styles(document, naskah)
    shared = Shared(naskah, document, _labels(naskah, progress))
    _write_sections(shared, Sections(naskah, document), progress)
    progress(0, 0, "Menyimpan berkas Word…")
    return to_bytes(document)


def _labels(naskah: Naskah, progress: Progress) -> dict[ContentsKind, tuple[str, ...]]:
    """Return the page numbers for the lists of contents; without any nothing is laid out."""
    kinds = {block.kind for block in naskah.blocks if isinstance(block, Contents)}
    if not kinds:
        return {}
    listed = lay_out_naskah(naskah, progress).listed
    return {kind: tuple(anchor.label for anchor in listed[kind]) for kind in sorted(kinds)}


def _write_sections(shared: Shared, sections: Sections, progress: Progress) -> None:
    """Write all blocks; a section is set up when it ends, for an empty one is no section."""
    naskah = shared.naskah
    is_numbered = any(isinstance(block, Section) and block.numbering for block in naskah.blocks)
    look = SectionLook(naskah.landscape, "arab" if is_numbered else "halaman")
    column = _start_column(shared, sections, look)
    for block in tell_through(naskah.blocks, progress, "Menulis berkas Word…", _TOLD):
        match block:
            case Section():
                following = look.after(block)
                if column.items:
                    sections.set_up(look)
                    _end_section(column)
                elif following.first is None and look.first is not None:
                    following = SectionLook(block.landscape, following.kind, look.first)
                look = following
                column = _start_column(shared, sections, look)
            case PageBreak():
                column.begins_page = bool(column.items)
            case _:
                _write(column, [block])
    sections.set_up(look)


def _start_column(shared: Shared, sections: Sections, look: SectionLook) -> Column:
    page = sections.geometry(look)
    return Column(shared, shared.document, page.text_width, page.text_height)


def _end_section(column: Column) -> None:
    last = column.items[-1]
    if not isinstance(last, WordParagraph):
        last = column.add_white(1)
    column.shared.document.add_section()
    end_section_with(last)


def _write(column: Column, blocks: Iterable[Block]) -> None:
    """Write blocks below each other."""
    for block in blocks:
        if _is_held(block) and not column.begins_page:
            column.hold_last()
        _WRITERS[type(block)](column, block)


def _is_held(block: Block) -> bool:
    """Tell whether a block must not be the first on a page."""
    is_below = isinstance(block, Caption) and block.kind == "gambar"
    return is_below or isinstance(block, SignatureBlock | VerificationBlock)


def _nothing(column: Column, block: Block) -> None:
    """Write nothing for a page break inside a frame, where Word allows none."""


_WRITERS: dict[type, Callable[[Column, Any], None]] = {
    Heading: heading,
    Paragraph: paragraph,
    Spacer: spacer,
    KeyValues: key_values,
    Table: table,
    SopTable: sop_table,
    Caption: caption,
    Contents: contents,
    ChartBlock: chart,
    TreeBlock: tree,
    ImageBlock: image,
    Letterhead: letterhead,
    Rule: rule,
    SignatureBlock: partial(signature, write_blocks=_write),
    VerificationBlock: verification,
    PageBreak: _nothing,
    Section: _nothing,
    Box: partial(box, write_blocks=_write),
}
