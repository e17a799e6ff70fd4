"""What stands outside the text of a page: its foot, and DRAF or CONTOH across it."""

from kinerja_desktop.documents.fonts import FAMILY, printable
from kinerja_desktop.documents.naskah.blocks import Naskah
from kinerja_desktop.documents.pdf.flow import Geometry
from kinerja_desktop.documents.pdf.piece import MM, Canvas
from kinerja_desktop.documents.typeset import Style, set_text

_FOOT_SIZE = 7.5
# The foot stands this far above the lower edge, which printers can still reach.
_FOOT_HEIGHT = 12 * MM
_MARK_GREY = 0.86


def mark_words(naskah: Naskah) -> str:
    """Return what is printed across each page of a naskah that is not final."""
    marks = (("CONTOH", naskah.is_contoh), ("DRAF", naskah.is_draft))
    return " · ".join(word for word, is_on in marks if is_on)


def foot_notes(naskah: Naskah) -> str:
    """Return what stands at the left of each foot: the note and the kode."""
    kode = f"Kode verifikasi: {naskah.kode}" if naskah.kode else ""
    return " · ".join(part for part in (naskah.footer_note, kode) if part)


def draw_mark(canvas: Canvas, naskah: Naskah, page: Geometry) -> None:
    """Draw DRAF or CONTOH across the page, below the text and light enough to read it."""
    words = mark_words(naskah)
    if not words:
        return
    canvas.saveState()
    canvas.setFillGray(_MARK_GREY)
    canvas.translate(page.width / 2, page.height / 2)
    canvas.rotate(45)
    size = 64 if " " in words else 90
    canvas.setFont(f"{FAMILY}-Bold", size)
    canvas.drawCentredString(0, -size / 3, words)
    canvas.restoreState()


def draw_foot(canvas: Canvas, naskah: Naskah, page: Geometry, place: str) -> None:
    """Draw note and kode at the left, the page number at the right, both on one line."""
    y = min(_FOOT_HEIGHT, naskah.margins.bottom * MM - 2 * _FOOT_SIZE)
    notes = foot_notes(naskah)
    if not place and not notes:
        return
    canvas.setLineWidth(0.4)
    canvas.line(page.left, y + 10, page.left + page.text_width, y + 10)
    canvas.setFont(FAMILY, _FOOT_SIZE)
    canvas.drawRightString(page.left + page.text_width, y, place)
    box = set_text(printable(notes), page.text_width - 32 * MM, Style(_FOOT_SIZE))
    box.draw(canvas, page.left, y + 0.97 * _FOOT_SIZE)
