"""From a naskah to the bytes of a DOCX: the same bytes for the same naskah."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any

from kinerja_desktop.documents.docx.elements import Element, Grid, hold_last, to_xml, white
from kinerja_desktop.documents.docx.key_values import key_values
from kinerja_desktop.documents.docx.office_blocks import (
    box,
    chart,
    image,
    letterhead,
    signature,
    verification,
)
from kinerja_desktop.documents.docx.package import Package, name_spaces
from kinerja_desktop.documents.docx.sections import SectionLook, Sections
from kinerja_desktop.documents.docx.styles import styles_xml
from kinerja_desktop.documents.docx.table_blocks import sop_table, table
from kinerja_desktop.documents.docx.text_blocks import (
    caption,
    contents,
    heading,
    paragraph,
    spacer,
)
from kinerja_desktop.documents.docx.writer import Shared, Writer
from kinerja_desktop.documents.fonts import load_faces
from kinerja_desktop.documents.naskah import (
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
    Section,
    SignatureBlock,
    Spacer,
    VerificationBlock,
)
from kinerja_desktop.documents.naskah_tables import SopTable, Table
from kinerja_desktop.documents.pdf.layout import lay_out_naskah


def render_docx(naskah: Naskah) -> bytes:
    """Write a naskah as a Word file with the same words as its PDF.

    Raises:
        KinerjaError: a picture in it cannot be read.
    """
    load_faces()
    head, package = name_spaces(), Package()
    package.add("styles.xml", styles_xml(naskah, head), "STYLES")
    package.add("settings.xml", _settings(head), "SETTINGS")
    shared = Shared(package, _labels(naskah))
    body = _Body(naskah, shared, Sections(naskah, package, head))
    body.add(naskah.blocks)
    document = f"<w:document {head}><w:body>{body.xml()}</w:body></w:document>"
    kode = f"Kode verifikasi {naskah.kode}" if naskah.kode else ""
    return package.to_bytes(
        document,
        {
            "dc:title": naskah.title,
            "dc:subject": kode,
            "dc:creator": naskah.author,
            "dc:language": naskah.language,
        },
    )


def _labels(naskah: Naskah) -> dict[ContentsKind, tuple[str, ...]]:
    """Return the page numbers for the lists of contents; without any nothing is laid out."""
    kinds = {block.kind for block in naskah.blocks if isinstance(block, Contents)}
    if not kinds:
        return {}
    listed = lay_out_naskah(naskah).listed
    return {kind: tuple(anchor.label for anchor in listed[kind]) for kind in sorted(kinds)}


def _settings(head: str) -> str:
    from docx.oxml.ns import nsmap

    # How far back Word has to look: 15 is Word 2013 and all later ones.
    space = nsmap["w14"].partition("/2010")[0]
    return (
        f'<w:settings {head}><w:defaultTabStop w:val="720"/><w:compat>'
        # Else Word stretches the words before a line break in justified paragraphs.
        "<w:doNotExpandShiftReturn/>"
        f'<w:compatSetting w:name="compatibilityMode" w:uri="{space}" w:val="15"/>'
        '</w:compat><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )


class _Body:
    """Gathers the elements of all sections."""

    def __init__(self, naskah: Naskah, shared: Shared, sections: Sections) -> None:
        self._naskah = naskah
        self._shared = shared
        self._sections = sections
        is_numbered = any(isinstance(block, Section) and block.numbering for block in naskah.blocks)
        self._look = SectionLook(naskah.landscape, "arab" if is_numbered else "halaman")
        self._done = ""
        self._elements: list[Element] = []
        self._breaks = False

    def add(self, blocks: Iterable[Block]) -> None:
        """Write blocks below each other."""
        for block in blocks:
            match block:
                case Section():
                    self._start_section(block)
                case PageBreak():
                    self._breaks = bool(self._elements)
                case _:
                    self._add_block(block)

    def _add_block(self, block: Block) -> None:
        page = self._sections.geometry(self._look)
        writer = Writer(self._naskah, self._shared, page.text_width, page.text_height)
        made = _make(writer, [block])
        if not made:
            return
        if self._breaks:
            if isinstance(made[0], Grid):
                made.insert(0, white(1))
            first = made[0]
            if not isinstance(first, Grid):
                first.page_break = True
            self._breaks = False
        elif _is_held(block):
            hold_last(self._elements)
        self._elements += made

    def _start_section(self, block: Section) -> None:
        following = self._look.after(block)
        if self._elements:
            last = self._elements[-1]
            if isinstance(last, Grid):
                last = white(1)
                self._elements.append(last)
            last.section = self._sections.xml(self._look)
            self._done += to_xml(self._elements)
            self._elements = []
        elif following.first is None and self._look.first is not None:
            following = SectionLook(block.landscape, following.kind, self._look.first)
        self._look = following
        self._breaks = False

    def xml(self) -> str:
        """Return the whole body, which ends with its last section."""
        return f"{self._done}{to_xml(self._elements)}{self._sections.xml(self._look)}"


def _is_held(block: Block) -> bool:
    """Tell whether a block must not be the first on a page."""
    is_below = isinstance(block, Caption) and block.kind == "gambar"
    return is_below or isinstance(block, SignatureBlock | VerificationBlock)


def _make(writer: Writer, blocks: Sequence[Block]) -> list[Element]:
    """Return the elements of blocks that stand in one column."""
    elements: list[Element] = []
    for block in blocks:
        made = _MAKERS[type(block)](writer, block)
        if _is_held(block):
            hold_last(elements)
        elements += made
    return elements


def _nothing(writer: Writer, block: Block) -> list[Element]:
    """Within a frame no page can begin."""
    return []


_MAKERS: dict[type, Callable[[Writer, Any], list[Element]]] = {
    Heading: heading,
    Paragraph: paragraph,
    Spacer: spacer,
    KeyValues: key_values,
    Table: table,
    SopTable: sop_table,
    Caption: caption,
    Contents: contents,
    ChartBlock: chart,
    ImageBlock: image,
    Letterhead: letterhead,
    SignatureBlock: partial(signature, make=_make),
    VerificationBlock: verification,
    PageBreak: _nothing,
    Section: _nothing,
    Box: partial(box, make=_make),
}
