"""The styles of a DOCX, under the names that Word knows and translates; sizes follow the naskah."""

from functools import partial

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Pt
from docx.styles.style import ParagraphStyle

from kinerja_desktop.documents.docx.word_xml import (
    clear_defaults,
    clear_style,
    set_language,
    set_outline,
)
from kinerja_desktop.documents.naskah.blocks import Naskah
from kinerja_desktop.documents.pdf.piece import MM

#: How tables with lines are styled.
TABLE_GRID = "Table Grid"
#: Deeper headings look like these.
DEEPEST = 4
_FONT = "Arial"
# Lines are 1.2 times as high as the letters; Arial's own are 1.149 times, and count as 240.
_LINE = 251 / 240
_TOC_INDENT = 7 * MM
_FOOT_SIZE = 7.5
_KEPT = {"Normal", "Default Paragraph Font", "Normal Table", "No List", TABLE_GRID}


def heading_style(level: int, *, is_listed: bool) -> str:
    """Return the style of a heading; those that no list of contents names have one of their own."""
    if level == 0:
        return "Title"
    return f"Heading {'' if is_listed else 'Unlisted '}{min(level, DEEPEST)}"


def contents_style(level: int) -> str:
    """Return the style of a line in the daftar isi."""
    return f"toc {min(level, DEEPEST)}"


def define_styles(document: Document, naskah: Naskah) -> None:
    """Put our styles in the place of the template's, whose letters are blue and not Arial."""
    for style in list(document.styles):
        if style.name not in _KEPT:
            style.delete()
    clear_defaults(document)
    clear_style(document.styles[TABLE_GRID])
    _define_normal(document.styles["Normal"], naskah)
    size = naskah.font_size
    add = partial(_add, document)
    add("Title", size + 3, bold=True, after=2, is_kept=True)
    for level in range(1, DEEPEST + 1):
        for is_listed in (True, False):
            add(
                heading_style(level, is_listed=is_listed),
                size + (1 if level == 1 else 0),
                bold=True,
                italic=level > 3,
                before=10,
                after=6,
                outline=level - 1 if is_listed else None,
                is_kept=True,
                is_own=not is_listed,
            )
        line = add(contents_style(level), bold=level == 1, after=2, key=f"TOC{level}")
        line.paragraph_format.left_indent = Pt((level - 1) * _TOC_INDENT)
    add("table of figures", after=2, key="TableofFigures")
    add("Caption", size - 1, bold=True, before=6, after=2)
    add("List Paragraph")
    add("Header")
    add("Footer", _FOOT_SIZE)


def _define_normal(normal: ParagraphStyle, naskah: Naskah) -> None:
    clear_style(normal)
    normal.font.name = _FONT
    normal.font.size = Pt(naskah.font_size)
    set_language(normal, _FONT, naskah.language)
    form = normal.paragraph_format
    form.space_before = form.space_after = Pt(0)
    form.line_spacing = _LINE


def _add(
    document: Document,
    name: str,
    size: float | None = None,
    *,
    bold: bool = False,
    italic: bool = False,
    before: float = 0,
    after: float = 0,
    outline: int | None = None,
    is_kept: bool = False,
    is_own: bool = False,
    key: str = "",
) -> ParagraphStyle:
    """Add a paragraph style; sizes and white are points.

    Args:
        document: where.
        name: as python-docx calls it; in the file Word's own names stand.
        size: the running text's if not given.
        bold: of its letters.
        italic: likewise.
        before: white above.
        after: white below.
        outline: its level in Word's outline, from 0.
        is_kept: it stays whole, and with what follows.
        is_own: unknown to Word.
        key: where Word does not use the name without spaces.
    """
    styles = document.styles
    style: ParagraphStyle = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=not is_own)
    style.style_id = key or name.replace(" ", "")
    style.base_style = style.next_paragraph_style = styles["Normal"]
    style.quick_style = True
    if size:
        style.font.size = Pt(size)
    style.font.bold, style.font.italic = bold or None, italic or None
    form = style.paragraph_format
    form.keep_with_next = form.keep_together = is_kept or None
    form.space_before, form.space_after = Pt(before), Pt(after)
    if outline is not None:
        set_outline(style, outline)
    return style
