"""From a naskah to the bytes of a PDF: the same bytes for the same naskah."""

from io import BytesIO
from typing import Any

from kinerja_desktop.documents.fonts import FAMILY, load_faces, printable
from kinerja_desktop.documents.naskah import Naskah
from kinerja_desktop.documents.pdf.blocks import Maker
from kinerja_desktop.documents.pdf.flow import Flow, Geometry
from kinerja_desktop.documents.pdf.piece import MM, Canvas
from kinerja_desktop.documents.pdf.text_pieces import TextPiece
from kinerja_desktop.documents.typeset import Style, set_text

_FOOT_SIZE = 7.5
# The foot stands this far above the lower edge, which printers can still reach.
_FOOT_HEIGHT = 12 * MM
_MARK_GREY = 0.86


def render_pdf(naskah: Naskah) -> bytes:
    """Set a naskah on pages.

    Raises:
        KinerjaError: a picture in it cannot be read.
    """
    load_faces()
    flow = Flow(naskah.paper, naskah.margins, naskah.landscape)
    flow.add(Maker(naskah).make(naskah.blocks))
    out = BytesIO()
    canvas = _new_canvas(naskah, out)
    deepest = -1
    for number, page in enumerate(flow.pages, start=1):
        canvas.setPageSize((page.geometry.width, page.geometry.height))
        _draw_mark(canvas, naskah, page.geometry)
        _draw_foot(canvas, naskah, page.geometry, number, len(flow.pages))
        for piece, top in page.placed:
            if isinstance(piece, TextPiece) and piece.outline:
                deepest = _add_outline(canvas, piece, number, top, deepest)
            piece.draw(canvas, page.geometry.left, top)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _new_canvas(naskah: Naskah, out: BytesIO) -> Canvas:
    from reportlab.pdfgen.canvas import Canvas as PdfCanvas

    # The stubs take the name of the font for a number.
    face: Any = FAMILY
    canvas = PdfCanvas(
        out,
        invariant=1,
        pageCompression=1,
        initialFontName=face,
        lang=naskah.language,
        pdfVersion=(1, 7),
    )
    canvas.setTitle(naskah.title)
    canvas.setAuthor(naskah.author)
    canvas.setSubject(f"Kode verifikasi {naskah.kode}" if naskah.kode else "")
    canvas.setCreator("Kinerja Desktop")
    canvas.setProducer("Kinerja Desktop")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    return canvas


def _add_outline(canvas: Canvas, piece: TextPiece, page: int, top: float, deepest: int) -> int:
    """Add a heading to the outline; return its level there, which may step down by one only."""
    text, level = piece.outline or ("", 0)
    level = min(level, deepest + 1)
    key = f"{page}-{top:.1f}"
    canvas.bookmarkHorizontal(key, 0, top)
    canvas.addOutlineEntry(text.replace("\n", " "), key, level)
    return level


def _draw_mark(canvas: Canvas, naskah: Naskah, page: Geometry) -> None:
    """Draw DRAF or CONTOH across the page, below the text and light enough to read it."""
    words = [
        word for word, is_on in (("CONTOH", naskah.is_contoh), ("DRAF", naskah.is_draft)) if is_on
    ]
    if not words:
        return
    canvas.saveState()
    canvas.setFillGray(_MARK_GREY)
    canvas.translate(page.width / 2, page.height / 2)
    canvas.rotate(45)
    size = 90 if len(words) == 1 else 64
    canvas.setFont(f"{FAMILY}-Bold", size)
    canvas.drawCentredString(0, -size / 3, " · ".join(words))
    canvas.restoreState()


def _draw_foot(canvas: Canvas, naskah: Naskah, page: Geometry, number: int, count: int) -> None:
    """Draw note and kode at the left, the page number at the right, both on one line."""
    y = min(_FOOT_HEIGHT, naskah.margins.bottom * MM - 2 * _FOOT_SIZE)
    place = f"Halaman {number} dari {count}" if naskah.is_paged else ""
    kode = f"Kode verifikasi: {naskah.kode}" if naskah.kode else ""
    notes = " · ".join(part for part in (naskah.footer_note, kode) if part)
    if not place and not notes:
        return
    canvas.setLineWidth(0.4)
    canvas.line(page.left, y + 10, page.left + page.text_width, y + 10)
    canvas.setFont(FAMILY, _FOOT_SIZE)
    canvas.drawRightString(page.left + page.text_width, y, place)
    box = set_text(printable(notes), page.text_width - 32 * MM, Style(_FOOT_SIZE))
    box.draw(canvas, page.left, y + 0.97 * _FOOT_SIZE)
