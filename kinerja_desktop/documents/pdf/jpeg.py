"""A JPEG within a PDF just as it is.

ReportLab's own way decodes a photo only to give it a name, and writes it as letters, which takes
a fourth more room and most of the time that a report with photos needs.
"""

from hashlib import sha256
from typing import Any

from kinerja_desktop.documents.pdf.piece import Canvas
from kinerja_desktop.documents.pictures.photos import Photo


def draw_jpeg(
    canvas: Canvas, photo: Photo, x: float, y: float, width: float, height: float
) -> None:
    """Draw a photo with its lower left corner at (x, y); equal ones are stored once."""
    name = f"jpeg{sha256(photo.data).hexdigest()[:32]}"
    if not canvas.hasForm(name):
        canvas._doc.addForm(name, _stream(photo))
    canvas.saveState()
    canvas.translate(x, y)
    canvas.scale(width, height)
    canvas.doForm(name)
    canvas.restoreState()


def _stream(photo: Photo) -> Any:
    from reportlab.pdfbase.pdfdoc import PDFName, PDFStream

    stream: Any = PDFStream(content=photo.data)
    colours = "DeviceGray" if photo.is_grey else "DeviceRGB"
    stream.dictionary.dict.update(
        Type=PDFName("XObject"),
        Subtype=PDFName("Image"),
        Width=photo.width,
        Height=photo.height,
        BitsPerComponent=8,
        ColorSpace=PDFName(colours),
        Filter=PDFName("DCTDecode"),
    )
    return stream
