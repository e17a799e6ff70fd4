"""Headings, paragraphs, captions and lists of contents in a DOCX."""

import re

from kinerja_desktop.documents.contents import contents_entries, is_listed
from kinerja_desktop.documents.docx.elements import (
    MARGIN,
    CellBox,
    Element,
    Grid,
    GridRow,
    Par,
    white,
)
from kinerja_desktop.documents.docx.styles import heading_style
from kinerja_desktop.documents.docx.writer import Writer, mark_name
from kinerja_desktop.documents.docx.xml import (
    field,
    field_end,
    field_start,
    properties,
    runs,
    tab,
    words,
)
from kinerja_desktop.documents.fonts import face_name
from kinerja_desktop.documents.naskah import (
    Caption,
    Contents,
    Heading,
    KeyValues,
    Paragraph,
    Spacer,
)
from kinerja_desktop.documents.pdf.piece import MM
from kinerja_desktop.documents.pdf.text_pieces import label_width

_CAPTION = re.compile(r"(?P<before>\S+ (?:[\dIVXLC]+\.)*)(?P<number>\d+)(?P<after>.*)", re.DOTALL)
# The names under which Word counts captions and lists them.
_SEQUENCES = {"tabel": "Tabel", "gambar": "Gambar"}
_COLON_WIDTH = 10.0


def heading(writer: Writer, block: Heading) -> list[Element]:
    """A heading in Word's own style, named for the list of contents."""
    is_in_list = is_listed(block) and not writer.is_nested
    text = runs(block.text)
    par = Par(
        writer.bookmark("isi", text) if is_in_list else text,
        heading_style(block.level, is_listed=is_in_list),
        "center" if block.level == 0 else block.align,
    )
    return [par]


def paragraph(writer: Writer, block: Paragraph) -> list[Element]:
    """A paragraph; a label stands before a tab, and the lines hang behind it."""
    size = block.size or writer.size
    look = None if size == writer.size else size
    text = runs(block.text, bold=block.bold, italic=block.italic, size=look)
    left, first, style = block.indent * MM, block.first_indent * MM, ""
    if block.label:
        label = properties(size=look)
        text = f"{words(block.label, label)}{tab(label)}{text}"
        left, first, style = left + block.hang * MM, -block.hang * MM, "ListParagraph"
    after = size * 0.5 if block.space_after is None else block.space_after
    return [
        Par(
            text, style, block.align, left=left, first=first, after=after,
            keep_next=block.keep_with_next, keep_lines=block.keep_with_next,
        )
    ]  # fmt: skip


def spacer(writer: Writer, block: Spacer) -> list[Element]:
    """White."""
    return [white(block.height * MM)]


def key_values(writer: Writer, block: KeyValues) -> list[Element]:
    """Labels, colons and values in a table without lines."""
    if not block.rows:
        return []
    size = block.size or writer.size
    look = None if size == writer.size else size
    if block.label_width is None:
        names = [label for label, _ in block.rows]
        needed = label_width(names, face_name(block.bold, False), size) + 1
        label_room = min(needed, 0.45 * writer.width)
    else:
        label_room = block.label_width * MM
    left = block.indent * MM
    value_room = max(writer.width - left - label_room - 4 - _COLON_WIDTH, size)
    widths = [left + label_room + 4, _COLON_WIDTH, value_room]
    rows = []
    for label, value in block.rows:
        cells = [
            Par(runs(text, bold=block.bold, size=look), left=indent, after=1.5)
            for text, indent in ((label, left), (":", 0.0), (value, 0.0))
        ]
        rows.append(
            GridRow([CellBox([par], width) for par, width in zip(cells, widths, strict=True)])
        )
    elements: list[Element] = [Grid(widths, rows), white(size * 0.6)]
    if block.keep_with_next:
        for row in rows:
            row.hold()
        elements[-1].hold()
    return elements


def caption(writer: Writer, block: Caption) -> list[Element]:
    """A caption whose number Word counts, so that its list of tables can be renewed."""
    is_above = block.kind == "tabel"
    text = _caption_runs(writer, block)
    if not writer.is_nested:
        text = writer.bookmark(block.kind, text)
    before, after = (6, 2) if is_above else (0, 8)
    return [Par(text, "Caption", "center", keep_next=is_above, before=before, after=after)]


def _caption_runs(writer: Writer, block: Caption) -> str:
    found = _CAPTION.fullmatch(block.text)
    if not found:
        return runs(block.text)
    name, numbers = _SEQUENCES[block.kind], writer.shared.numbers
    number, following = int(found["number"]), numbers.get(block.kind, 0) + 1
    numbers[block.kind] = number
    # Numbers begin anew with each chapter; Word is told so where they do.
    start = "" if number == following else f" \\r {number}"
    count = field(f"SEQ {name} \\* ARABIC{start}", words(found["number"]))
    return f"{words(found['before'])}{count}{words(found['after'])}"


def contents(writer: Writer, block: Contents) -> list[Element]:
    """Word's own table of contents, already filled with the entries and pages of our layout."""
    entries = contents_entries(writer.naskah.blocks, block.kind)
    labels = writer.shared.labels.get(block.kind, ())
    code = 'TOC \\o "1-3" \\h \\z \\u'
    if block.kind != "isi":
        code = f'TOC \\h \\z \\c "{_SEQUENCES[block.kind]}"'
    elements: list[Element] = []
    for number, (entry, label) in enumerate(zip(entries, labels, strict=True), start=1):
        mark, level = mark_name(block.kind, number), min(entry.level, 3)
        page = field(f"PAGEREF {mark} \\h", words(label))
        link = (
            f'<w:hyperlink w:anchor="{mark}" w:history="1">'
            f"{runs(entry.text)}{tab()}{page}</w:hyperlink>"
        )
        elements.append(
            Par(
                "".join(
                    (
                        field_start(code) if number == 1 else "",
                        link,
                        field_end() if number == len(entries) else "",
                    )
                ),
                f"TOC{level}" if block.kind == "isi" else "TableofFigures",
                left=(level - 1) * 7 * MM,
                tabs=((writer.width - MARGIN, "right", "dot"),),
            )
        )
    if elements:
        # Were the end of the list also the end of a section, the foot would lose its number.
        elements.append(white(1))
    return elements
