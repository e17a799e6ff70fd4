"""The pages of a foreign PDF as grey dots, drawn one by one on whatever thread asks."""

from collections.abc import Iterator

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.pindaian import Halaman
from kinerja_desktop.ui.paper.printing import opened

#: Fine enough for a QR of a centimetre and a half; larger sheets are drawn coarser.
_DOTS_PER_POINT, _LONGEST = 200 / 72, 5_000


def render_pages(content: bytes) -> Iterator[Halaman]:
    """Draw the pages of a PDF.

    Raises:
        KinerjaError: it is locked by a password, damaged, or has no page.
    """
    with opened(content) as document:
        match document.error():
            case QPdfDocument.Error.IncorrectPassword:
                raise KinerjaError(
                    "PDF ini dikunci dengan kata sandi.", "Simpan tanpa kata sandi, lalu ulangi."
                )
            case QPdfDocument.Error.UnsupportedSecurityScheme:
                raise KinerjaError(
                    "Kunci PDF ini tidak dikenal.", "Simpan tanpa kunci, lalu ulangi."
                )
        if not document.pageCount():
            raise KinerjaError(
                "PDF ini rusak atau tidak berisi halaman.", "Pindai lagi kertasnya, lalu ulangi."
            )
        for page in range(document.pageCount()):
            yield _render(document, page)


def _render(document: QPdfDocument, page: int) -> Halaman:
    points = document.pagePointSize(page)
    longest = max(points.width(), points.height(), 1.0)
    scale = min(_DOTS_PER_POINT, _LONGEST / longest)
    size = QSize(max(1, round(points.width() * scale)), max(1, round(points.height() * scale)))
    # What is transparent would be black in grey.
    flat = QImage(size, QImage.Format.Format_Grayscale8)
    flat.fill(Qt.GlobalColor.white)
    painter = QPainter(flat)
    painter.drawImage(0, 0, document.render(page, size))
    painter.end()
    rows = bytes(flat.constBits())
    width, stride = flat.width(), flat.bytesPerLine()
    dots = b"".join(rows[start : start + width] for start in range(0, len(rows), stride))
    return Halaman(width, flat.height(), dots, document.getAllText(page).text())
