"""Headings, paragraphs, captions and lists of contents in a DOCX."""

import re
from contextlib import AbstractContextManager, nullcontext

from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.shared import Pt
from docx.text.paragraph import Paragraph as WordParagraph

from kinerja_desktop.documents.docx.column import MARGIN, Column, write
from kinerja_desktop.documents.docx.styles import DEEPEST, contents_style, heading_style
from kinerja_desktop.documents.docx.word_xml import (
    add_field,
    begin_field,
    bookmark,
    end_field,
    link,
)
from kinerja_desktop.documents.fonts import printable
from kinerja_desktop.documents.naskah.blocks import (
    Caption,
    Contents,
    ContentsKind,
    Heading,
    Paragraph,
    Spacer,
)
from kinerja_desktop.documents.naskah.contents import contents_entries, is_listed
from kinerja_desktop.documents.pdf.piece import MM

_CAPTION = re.compile(r"(?P<before>\S+ (?:[\dIVXLC]+\.)*)(?P<number>\d+)(?P<after>.*)", re.DOTALL)
# The names under which Word counts captions and lists them.
_SEQUENCES = {"tabel": "Tabel", "gambar": "Gambar"}
_LISTS: dict[ContentsKind, int] = {"isi": 1, "tabel": 2, "gambar": 3}
_MOST = 100_000_000  # entries in a list


def heading(column: Column, block: Heading) -> None:
    """A heading in Word's own style, named for the list of contents."""
    is_in_list = is_listed(block) and not column.is_nested
    style = heading_style(block.level, is_listed=is_in_list)
    paragraph = column.add_paragraph(style, "center" if block.level == 0 else block.align)
    with _named(column, paragraph, "isi") if is_in_list else nullcontext():
        write(paragraph, block.text)


def _named(
    column: Column, paragraph: WordParagraph, kind: ContentsKind
) -> AbstractContextManager[None]:
    """Name the place of the next heading or caption of a list."""
    number = column.shared.marks[kind] = column.shared.marks[kind] + 1
    return bookmark(paragraph, _LISTS[kind] * _MOST + number, _mark_name(kind, number))


def _mark_name(kind: ContentsKind, number: int) -> str:
    """Return the name of the bookmark of the n-th entry of a list, counted from 1."""
    return f"_Toc{_LISTS[kind] * _MOST + number}"


def paragraph(column: Column, block: Paragraph) -> None:
    """A paragraph; a label stands before a tab, and the lines hang behind it."""
    size = column.own_size(block.size)
    made = column.add_paragraph("List Paragraph" if block.label else None, block.align, size)
    left, first = block.indent * MM, block.first_indent * MM
    if block.label:
        left, first = left + block.hang * MM, -block.hang * MM
        write(made, block.label, size=size)
        made.add_run("\t")
    write(made, block.text, bold=block.bold, italic=block.italic, size=size)
    form = made.paragraph_format
    if left:
        form.left_indent = Pt(left)
    if first:
        form.first_line_indent = Pt(first)
    after = (block.size or column.size) * 0.5 if block.space_after is None else block.space_after
    form.space_after = Pt(after)
    if block.keep_with_next:
        form.keep_with_next = form.keep_together = True


def spacer(column: Column, block: Spacer) -> None:
    """Leave white between two blocks."""
    column.add_white(block.height * MM)


def caption(column: Column, block: Caption) -> None:
    """A caption whose number Word counts, so that its list of tables can be renewed."""
    is_above = block.kind == "tabel"
    made = column.add_paragraph("Caption", "center")
    form = made.paragraph_format
    form.space_before, form.space_after = (Pt(6), Pt(2)) if is_above else (Pt(0), Pt(8))
    if is_above:
        form.keep_with_next = True
    with nullcontext() if column.is_nested else _named(column, made, block.kind):
        _write_caption(column, block, made)


def _write_caption(column: Column, block: Caption, made: WordParagraph) -> None:
    found = _CAPTION.fullmatch(block.text)
    if not found:
        write(made, block.text)
        return
    name, numbers = _SEQUENCES[block.kind], column.shared.numbers
    number, following = int(found["number"]), numbers.get(block.kind, 0) + 1
    numbers[block.kind] = number
    # Numbers begin anew with each chapter; Word is told so where they do.
    start = "" if number == following else f" \\r {number}"
    write(made, found["before"])
    add_field(made, f"SEQ {name} \\* ARABIC{start}", printable(found["number"]))
    write(made, found["after"])


def contents(column: Column, block: Contents) -> None:
    """Word's own table of contents, already filled with the entries and pages of our layout."""
    entries = contents_entries(column.naskah.blocks, block.kind)
    if not entries:
        return
    labels = column.shared.labels[block.kind]
    code = f'TOC \\o "1-{DEEPEST}" \\h \\z \\u'
    if block.kind != "isi":
        code = f'TOC \\h \\z \\c "{_SEQUENCES[block.kind]}"'
    for number, (entry, label) in enumerate(zip(entries, labels, strict=True), start=1):
        style = contents_style(entry.level) if block.kind == "isi" else "table of figures"
        line, mark = column.add_paragraph(style), _mark_name(block.kind, number)
        # Word itself sets this stop on each line, as wide as the column is.
        line.paragraph_format.tab_stops.add_tab_stop(
            Pt(column.width - MARGIN), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS
        )
        if number == 1:
            begin_field(line, code)
        with link(line, mark):
            write(line, entry.text)
            line.add_run("\t")
            add_field(line, f"PAGEREF {mark} \\h", label)
    end_field(line)
    # Were the end of the list also the end of a section, the foot would lose its number.
    column.add_white(1)
