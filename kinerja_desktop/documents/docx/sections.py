"""The sections of a DOCX: paper, margins, foot, and DRAF or CONTOH behind the text."""

import re
from dataclasses import dataclass, replace
from typing import Literal

from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.section import Section as WordSection
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from kinerja_desktop.documents.docx.column import MARGIN
from kinerja_desktop.documents.docx.word_xml import (
    add_field,
    add_watermark,
    set_line,
    set_page_numbers,
)
from kinerja_desktop.documents.fonts import printable
from kinerja_desktop.documents.naskah.blocks import Naskah, Section
from kinerja_desktop.documents.pdf.flow import Geometry
from kinerja_desktop.documents.pdf.foot import foot_notes, mark_words
from kinerja_desktop.documents.pdf.piece import MM

_FORMATS = {"romawi": "lowerRoman", "arab": "decimal", "tanpa": "decimal"}
# Heights of head and foot above the edge of the paper.
_EDGE = 9 * MM
_WORDS_AND_FIELD = re.compile(r"([^{]*)\{(\w+)\}")


@dataclass(frozen=True)
class SectionLook:
    """How the pages of a section look.

    Attributes:
        kind: how pages are numbered; "halaman" is "Halaman x dari y".
        first: the number with which it begins; ``None`` counts on.
    """

    landscape: bool
    kind: Literal["halaman", "tanpa", "romawi", "arab"]
    first: int | None = None

    def after(self, block: Section) -> "SectionLook":
        """Return the look of the section that follows."""
        if block.numbering:
            return SectionLook(block.landscape, block.numbering, block.first)
        return replace(self, landscape=block.landscape, first=None)


@dataclass(frozen=True)
class _Foot:
    """The foot of a section's pages: notes at the left, page number at the right.

    Attributes:
        notes: at the left.
        page: at the right, with Word's fields as "{PAGE}".
    """

    notes: str
    page: str
    width: float


class Sections:
    """Sets up the last section of a document, again and again."""

    def __init__(self, naskah: Naskah, document: Document) -> None:
        self._naskah = naskah
        self._document = document
        self._foot: _Foot | None = None

    def geometry(self, look: SectionLook) -> Geometry:
        """Return the page of a section."""
        return Geometry.of(self._naskah.paper, self._naskah.margins, look.landscape)

    def set_up(self, look: SectionLook) -> None:
        """Set everything on the last section; what it shares with the one before is inherited."""
        page, margins = self.geometry(look), self._naskah.margins
        section = self._document.sections[-1]
        section.start_type = WD_SECTION.NEW_PAGE
        section.orientation = WD_ORIENT.LANDSCAPE if look.landscape else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = Pt(page.width), Pt(page.height)
        section.top_margin, section.bottom_margin = Pt(margins.top * MM), Pt(margins.bottom * MM)
        section.left_margin, section.right_margin = Pt(margins.left * MM), Pt(margins.right * MM)
        section.header_distance = section.footer_distance = Pt(min(_EDGE, margins.bottom * MM / 2))
        set_page_numbers(section, _FORMATS.get(look.kind), look.first)
        is_first = self._foot is None
        has_own_first = is_first and not self._naskah.is_paged_alone
        section.different_first_page_header_footer = has_own_first
        heads = [section.header, *([section.first_page_header] if has_own_first else [])]
        for head in heads if is_first and mark_words(self._naskah) else ():
            head.is_linked_to_previous = False
            add_watermark(head.paragraphs[0], mark_words(self._naskah))
        foot = self._foot_of(look)
        if has_own_first:
            section.first_page_footer.is_linked_to_previous = False
            _write_foot(section.first_page_footer.paragraphs[0], replace(foot, page=""))
        self._set_foot(section, foot)

    def _foot_of(self, look: SectionLook) -> _Foot:
        width = self.geometry(look).text_width
        if look.kind == "tanpa":
            return _Foot("", "", width)
        page = "Halaman {PAGE} dari {NUMPAGES}" if look.kind == "halaman" else "{PAGE}"
        return _Foot(foot_notes(self._naskah), page if self._naskah.is_paged else "", width)

    def _set_foot(self, section: WordSection, foot: _Foot) -> None:
        if foot == self._foot:
            return
        self._foot = foot
        section.footer.is_linked_to_previous = False
        _write_foot(section.footer.paragraphs[0], foot)


def _write_foot(paragraph: Paragraph, foot: _Foot) -> None:
    if not foot.notes and not foot.page:
        return
    set_line(paragraph, "top", "single", 4)
    end = Pt(foot.width - MARGIN)
    paragraph.paragraph_format.tab_stops.add_tab_stop(end, WD_TAB_ALIGNMENT.RIGHT)
    paragraph.add_run(printable(foot.notes))
    if foot.page:
        paragraph.add_run("\t")
    for words, code in _WORDS_AND_FIELD.findall(foot.page):
        paragraph.add_run(words)
        add_field(paragraph, code, "1")
