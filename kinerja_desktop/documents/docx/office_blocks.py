"""Kop, signatures, kode verifikasi, pictures and frames in a DOCX."""

from collections.abc import Callable, Sequence

from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.shared import Pt

from kinerja_desktop.documents.charts.draw import natural_height
from kinerja_desktop.documents.charts.png import chart_png, chart_words, qr_png
from kinerja_desktop.documents.charts.tree_sheets import cut_chart
from kinerja_desktop.documents.docx.column import Column, hold, hold_row, write
from kinerja_desktop.documents.docx.word_xml import set_line
from kinerja_desktop.documents.naskah.blocks import (
    Block,
    Box,
    ChartBlock,
    ImageBlock,
    Letterhead,
    LetterheadLine,
    Rule,
    Signature,
    SignatureBlock,
    TreeBlock,
    VerificationBlock,
)
from kinerja_desktop.documents.naskah.text import Align, Run, Text
from kinerja_desktop.documents.pdf.office_pieces import UNSIGNED
from kinerja_desktop.documents.pdf.pictures import HIGHEST, fit_picture
from kinerja_desktop.documents.pdf.piece import MM
from kinerja_desktop.documents.pictures.photos import Photo, make_photo, picture_size
from kinerja_desktop.documents.typeset import Style, set_text

_GAP = 8.0

#: Writes blocks below each other.
Write = Callable[[Column, Sequence[Block]], None]


def image(column: Column, block: ImageBlock) -> None:
    """A picture in a line of its own."""
    width, height = fit_picture(block, column.width, column.page_height)
    photo = make_photo(block.data, width, height)
    _add_picture(column, photo, (width, height), block.alt, block.align)


def chart(column: Column, block: ChartBlock) -> None:
    """A chart as a picture, whose words are told to those who cannot see it."""
    width = min(block.width * MM if block.width else column.width, column.width)
    height = block.height * MM if block.height else natural_height(block.chart, width)
    height = min(height, column.page_height * HIGHEST)
    photo = Photo(chart_png(block.chart, width, height), "PNG", 0, 0)
    _add_picture(column, photo, (width, height), chart_words(block.chart, width, height), "center")


def tree(column: Column, block: TreeBlock) -> None:
    """A Pohon Kinerja as a picture for each sheet, on the same pages as in print."""
    width, page = column.width, column.page_height
    for sheet in cut_chart(block.chart, width, page, block.above * MM, block.below * MM):
        height = natural_height(sheet, width)
        photo = Photo(chart_png(sheet, width, height), "PNG", 0, 0)
        words = chart_words(sheet, width, height)
        _add_picture(column, photo, (width, height), words, "center")


def _add_picture(
    column: Column, photo: Photo, size: tuple[float, float], alt: str, align: Align
) -> None:
    paragraph = column.add_paragraph(align=align)
    form = paragraph.paragraph_format
    form.space_before, form.space_after = Pt(4), Pt(6)
    column.add_picture(paragraph, photo, *size, alt)


def letterhead(column: Column, block: Letterhead) -> None:
    """Logo left, centred lines, a thin and a thick rule."""
    if block.logo:
        _add_logo_and_lines(column, block, block.logo)
    else:
        _add_lines(column, block.lines)
    rules = column.add_paragraph()
    rules.paragraph_format.space_after = Pt(9)
    rules.paragraph_format.line_spacing = Pt(4)
    set_line(rules, "bottom", "thinThickSmallGap", 18)


def rule(column: Column, _: Rule) -> None:
    """A line across the text."""
    line = column.add_paragraph()
    line.paragraph_format.space_after = Pt(6)
    line.paragraph_format.line_spacing = Pt(4)
    set_line(line, "bottom", "single", 6)


def _add_logo_and_lines(column: Column, block: Letterhead, logo: bytes) -> None:
    across, up = picture_size(logo)
    width = min(block.logo_height * MM * across / up, column.width / 3)
    height = width * up / across
    # The same white at the right, so that the lines stand in the middle of the page.
    aside = width + _GAP
    longest = max((_line_width(line) for line in block.lines), default=0)
    widths = [aside, column.width - 2 * aside, aside]
    if longest > widths[1]:
        widths = [aside, column.width - aside]
    table, (left, middle, *rest) = column.add_row(widths)
    for cell in table.rows[0].cells[:2]:
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    column.add_picture(left.add_paragraph(), make_photo(logo, width, height), width, height, "Logo")
    _add_lines(middle, block.lines)
    for cell_column in (left, middle, *rest):
        cell_column.close()


def _add_lines(column: Column, lines: Sequence[LetterheadLine]) -> None:
    for line in lines:
        paragraph = column.add_paragraph(align="center", size=line.size)
        text = (Run(line.text, bold=line.bold, underline=line.underline),)
        write(paragraph, text, size=line.size)


def _line_width(line: LetterheadLine) -> float:
    box = set_text(line.text, 10_000, Style(line.size, bold=line.bold))
    return max(line.width for line in box.lines)


def verification(column: Column, block: VerificationBlock) -> None:
    """The QR of a kode with the kode and its purpose beside it."""
    side, small = block.size * MM, column.size - 3
    room = min(column.width - side - _GAP, 130 * MM)
    hold(column.add_white(8))
    table, (left, right) = column.add_row([side + _GAP, room])
    table.rows[0].cells[1].vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    photo = Photo(qr_png(block.kode), "PNG", 0, 0)
    column.add_picture(left.add_paragraph(), photo, side, side, f"Kode QR: {block.kode}")
    lines = [("Kode verifikasi", small, False), (block.kode, column.size - 1, True)]
    if block.note:
        lines.append((block.note, small, False))
    for text, size, bold in lines:
        write(right.add_paragraph(size=size), text, bold=bold, size=size)
    column.add_white(1)


def signature(column: Column, block: SignatureBlock, write_blocks: Write) -> None:
    """Two columns whose names stand at the same height, on one page."""
    width = min(column.width * 0.46, 95 * MM)
    middle = column.width - 2 * width
    highest = max(_count_lines(sign, width, column.size)
                  for sign in (block.left, block.right) if sign)  # fmt: skip
    hold(column.add_white(14))
    widths = [width, middle, width] if block.left else [width + middle, width]
    table, columns = column.add_row(widths)
    if block.left:
        _sign(columns[0], block.left, highest, block.gap_lines)
    else:
        columns[0].width = column.width - width - 8 * MM
        write_blocks(columns[0], block.aside)
    _sign(columns[-1], block.right, highest, block.gap_lines)
    for cell_column in columns:
        cell_column.close()
    hold_row(table.rows[0])
    below = column.add_white(1)
    if block.left and block.aside:
        hold(below)
        write_blocks(column, block.aside)


def _count_lines(sign: Signature, width: float, size: float) -> int:
    """Return how many lines stand above the room for the signature."""
    style = Style(size, "center")
    return sum(len(set_text(text, width, style).lines) for text in _head(sign))


def _head(sign: Signature) -> list[str]:
    return [text for text in (sign.date_line, *sign.head) if text]


def _sign(column: Column, sign: Signature, highest: int, gap: int) -> None:
    """Set one signer; empty lines above make the heads end at the same height."""
    name: Text = (Run(sign.name, bold=True, underline=True),) if sign.name else UNSIGNED
    missing = highest - _count_lines(sign, column.width, column.size)
    lines: list[Text] = [*[""] * missing, *_head(sign), *[""] * gap, name]
    lines += [line for line in sign.below if line]
    for line in lines:
        write(column.add_paragraph(align="center"), line)


def box(column: Column, block: Box, write_blocks: Write) -> None:
    """Write blocks inside one frame, as for a checklist or a note."""
    pad = block.padding * MM
    column.add_white(4)
    _, ((cell,),) = column.add_table([column.width], is_ruled=True, pad=(pad, pad))
    inside = column.inside(cell, column.width - 2 * pad)
    write_blocks(inside, block.blocks)
    inside.close()
    column.add_white(8)
