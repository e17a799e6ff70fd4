"""Small PDFs for the tests of preview and printing."""

from io import BytesIO

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

F4 = (215.0, 330.0)
F4_ACROSS = (330.0, 215.0)
A4 = (210.0, 297.0)


def make_pdf(*pages: tuple[float, float]) -> bytes:
    """A PDF with pages of these sizes in millimetres, each with a black bar and its number."""
    target = BytesIO()
    canvas = Canvas(target, invariant=1)
    for number, (width, height) in enumerate(pages, start=1):
        canvas.setPageSize((width * mm, height * mm))
        canvas.rect(20 * mm, 20 * mm, 60 * mm, 10 * mm, fill=1)
        canvas.drawString(20 * mm, 50 * mm, f"Halaman {number}")
        canvas.showPage()
    canvas.save()
    return target.getvalue()
