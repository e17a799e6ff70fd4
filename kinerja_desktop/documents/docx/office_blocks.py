"""Kop, signatures, kode verifikasi, pictures and frames in a DOCX."""

from collections.abc import Callable, Sequence

from kinerja_desktop.documents.chart_png import chart_png, chart_words, qr_png
from kinerja_desktop.documents.charts import natural_height
from kinerja_desktop.documents.docx.elements import CellBox, Element, Grid, GridRow, Par, white
from kinerja_desktop.documents.docx.writer import Writer
from kinerja_desktop.documents.docx.xml import properties, runs, words
from kinerja_desktop.documents.naskah import (
    Block,
    Box,
    ChartBlock,
    ImageBlock,
    Letterhead,
    Signature,
    SignatureBlock,
    VerificationBlock,
)
from kinerja_desktop.documents.naskah_text import Run, Text
from kinerja_desktop.documents.pdf.office_pieces import UNSIGNED
from kinerja_desktop.documents.pdf.pictures import HIGHEST, fit_picture
from kinerja_desktop.documents.pdf.piece import MM
from kinerja_desktop.documents.photos import Photo, make_photo, picture_size
from kinerja_desktop.documents.typeset import Style, set_text

_GAP = 8.0

Make = Callable[[Writer, Sequence[Block]], list[Element]]


def image(writer: Writer, block: ImageBlock) -> list[Element]:
    """A picture in a line of its own."""
    width, height = fit_picture(block, writer.width, writer.page_height)
    photo = make_photo(block.data, width, height)
    return [
        Par(writer.picture(photo, width, height, block.alt), "", block.align, before=4, after=6)
    ]


def chart(writer: Writer, block: ChartBlock) -> list[Element]:
    """A chart as a picture, whose words are told to those who cannot see it."""
    width = min(block.width * MM if block.width else writer.width, writer.width)
    height = block.height * MM if block.height else natural_height(block.chart, width)
    height = min(height, writer.page_height * HIGHEST)
    photo = Photo(chart_png(block.chart, width, height), "PNG", 0, 0)
    alt = chart_words(block.chart, width, height)
    return [Par(writer.picture(photo, width, height, alt), "", "center", before=4, after=6)]


def letterhead(writer: Writer, block: Letterhead) -> list[Element]:
    """Logo left, centred lines, a thin and a thick rule."""
    lines: list[Element] = [
        Par(
            words(line.text, properties(bold=line.bold, underline=line.underline, size=line.size)),
            align="center",
            mark=line.size,
        )
        for line in block.lines
    ]
    rules = Par(border=("bottom", "thinThickSmallGap", 18), after=9, line=4)
    if not block.logo:
        return [*lines, rules]
    across, up = picture_size(block.logo)
    width = min(block.logo_height * MM * across / up, writer.width / 3)
    height = width * up / across
    logo = writer.picture(make_photo(block.logo, width, height), width, height, "Logo")
    # The same white at the right, so that the lines stand in the middle of the page.
    aside = width + _GAP
    longest = max((_line_width(line.text, line.size, line.bold) for line in block.lines), default=0)
    widths = [aside, writer.width - 2 * aside, aside]
    if longest > widths[1]:
        widths = [aside, writer.width - aside]
    cells = [
        CellBox([Par(logo)], aside, valign="middle"),
        CellBox(lines, widths[1], valign="middle"),
    ]
    cells += [CellBox([], width) for width in widths[2:]]
    return [Grid(widths, [GridRow(cells)]), rules]


def _line_width(text: str, size: float, bold: bool) -> float:
    box = set_text(text, 10_000, Style(size, bold=bold))
    return max(line.width for line in box.lines)


def verification(writer: Writer, block: VerificationBlock) -> list[Element]:
    """The QR of a kode with the kode and its purpose beside it."""
    side, small = block.size * MM, writer.size - 3
    room = min(writer.width - side - _GAP, 130 * MM)
    photo = Photo(qr_png(block.kode), "PNG", 0, 0)
    alt = f"Kode QR: {block.kode}"
    lines: list[Element] = [
        Par(words("Kode verifikasi", properties(size=small)), mark=small),
        Par(words(block.kode, properties(bold=True, size=writer.size - 1)), mark=writer.size - 1),
    ]
    if block.note:
        lines.append(Par(words(block.note, properties(size=small)), mark=small))
    row = GridRow(
        [
            CellBox([Par(writer.picture(photo, side, side, alt))], side + _GAP),
            CellBox(lines, room, valign="middle"),
        ]
    )
    above = white(8)
    above.hold()
    return [above, Grid([side + _GAP, room], [row]), white(1)]


def signature(writer: Writer, block: SignatureBlock, make: Make) -> list[Element]:
    """Two columns whose names stand at the same height, on one page."""
    column = min(writer.width * 0.46, 95 * MM)
    middle = writer.width - 2 * column
    heads = [_lines((sign.date_line, *sign.head), column, writer.size)
             for sign in (block.left, block.right) if sign]  # fmt: skip
    highest = max(heads)
    widths = [column, middle, column]
    if block.left:
        left = CellBox(_signed(writer, block.left, highest, block.gap_lines, column), column)
        cells = [left, CellBox([], middle)]
    else:
        widths = [column + middle, column]
        notes = make(writer.inside(writer.width - column - 8 * MM), block.aside)
        cells = [CellBox(notes, widths[0])]
    cells.append(CellBox(_signed(writer, block.right, highest, block.gap_lines, column), column))
    row = GridRow(cells)
    row.hold()
    aside = make(writer, block.aside) if block.left else []
    above, below = white(14), white(1)
    above.hold()
    below.keep_next = bool(aside)
    return [above, Grid(widths, [row]), below, *aside]


def _lines(texts: Sequence[str], width: float, size: float) -> int:
    style = Style(size, "center")
    return sum(len(set_text(text, width, style).lines) for text in texts if text)


def _signed(
    writer: Writer, sign: Signature, highest: int, gap: int, column: float
) -> list[Element]:
    """Set one signer; empty lines above make the heads end at the same height."""
    head = (sign.date_line, *sign.head)
    name: Text = (Run(sign.name, bold=True, underline=True),) if sign.name else UNSIGNED
    missing = highest - _lines(head, column, writer.size)
    lines: list[Text] = [*[""] * missing, *filter(None, head), *[""] * gap, name]
    lines += [line for line in sign.below if line]
    return [Par(runs(line), "", "center") for line in lines]


def box(writer: Writer, block: Box, make: Make) -> list[Element]:
    """Blocks inside one frame."""
    pad = block.padding * MM
    inside = make(writer.inside(writer.width - 2 * pad), block.blocks)
    row = GridRow([CellBox(inside, writer.width)], is_whole=False)
    return [white(4), Grid([writer.width], [row], True, (pad, pad)), white(8)]
