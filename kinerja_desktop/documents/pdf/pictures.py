"""Pictures, charts, QR codes and frames on a page."""

from collections.abc import Sequence
from io import BytesIO

from kinerja_desktop.documents.charts.draw import draw_chart, natural_height
from kinerja_desktop.documents.naskah.blocks import ImageBlock
from kinerja_desktop.documents.pdf.jpeg import draw_jpeg
from kinerja_desktop.documents.pdf.piece import MM, Canvas, Piece
from kinerja_desktop.documents.pictures.photos import make_photo, picture_size
from kinerja_desktop.domain.laporan.grafik import Chart

#: A picture may take this share of a page, so that its caption or a signature fits below.
HIGHEST = 0.7
# Of a picture when nobody says how wide it should be.
_PIXELS_PER_INCH = 150


def draw_picture(
    canvas: Canvas, data: bytes, x: float, y: float, width: float, height: float
) -> None:
    """Draw a picture with its lower left corner at (x, y).

    Raises:
        KinerjaError: it is no picture, or is cut off.
    """
    from reportlab.lib.utils import ImageReader

    photo = make_photo(data, width, height)
    if photo.kind == "JPEG":
        draw_jpeg(canvas, photo, x, y, width, height)
        return
    canvas.drawImage(ImageReader(BytesIO(photo.data)), x, y, width, height, mask="auto")


def fit_picture(block: ImageBlock, width: float, page_height: float) -> tuple[float, float]:
    """Return width and height of a picture in points, never larger than the text.

    Args:
        block: says how large it should be.
        width: of the text, in points.
        page_height: of the text, in points.
    """
    across, up = picture_size(block.data)
    wanted = across / _PIXELS_PER_INCH * 72 if block.width is None else block.width * MM
    highest = page_height * HIGHEST
    if block.max_height is not None:
        highest = min(highest, block.max_height * MM)
    scale = min(wanted / across, width / across, highest / up)
    return across * scale, up * scale


def draw_qr(canvas: Canvas, payload: str, x: float, y: float, side: float) -> None:
    """Draw a QR code with its lower left corner at (x, y), in points."""
    from reportlab.graphics import renderPDF
    from reportlab.graphics.barcode.qr import QrCodeWidget
    from reportlab.graphics.shapes import Drawing

    code = QrCodeWidget(payload, barWidth=side, barHeight=side, barBorder=0, barLevel="M")
    drawing = Drawing(side, side)
    drawing.add(code)
    renderPDF.draw(drawing, canvas, x, y)


class PicturePiece(Piece):
    """A picture, never larger than the text or most of a page."""

    space_before = 4.0
    space_after = 6.0

    def __init__(self, block: ImageBlock) -> None:
        self._block = block

    def measure(self, width: float, page_height: float) -> None:
        """Take the size that `fit_picture` allows."""
        self._text_width = width
        self._width, self.height = fit_picture(self._block, width, page_height)

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw it left, in the middle or right, with its words for those who cannot see it."""
        block = self._block
        share = {"center": 0.5, "right": 1.0}.get(block.align, 0.0)
        left = x + share * (self._text_width - self._width)
        if block.alt:
            words = block.alt.encode("utf-16-be").hex()
            canvas.addLiteral(f"/Span <</Alt <feff{words}>>> BDC")
        draw_picture(canvas, block.data, left, top - self.height, self._width, self.height)
        if block.alt:
            canvas.addLiteral("EMC")


class ChartPiece(Piece):
    """A chart in the width of the text."""

    space_before = 4.0
    space_after = 6.0

    def __init__(self, chart: Chart, width: float | None, height: float | None) -> None:
        self._chart = chart
        self._asked = (width, height)

    def measure(self, width: float, page_height: float) -> None:
        """Take the height that the chart needs."""
        asked_width, asked_height = self._asked
        self._text_width = width
        self._width = min(asked_width or width, width)
        height = asked_height or natural_height(self._chart, self._width)
        self.height = min(height, page_height * HIGHEST)

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw the chart in the width of the text."""
        from reportlab.graphics import renderPDF

        drawing = draw_chart(self._chart, self._width, self.height)
        left = x + (self._text_width - self._width) / 2
        renderPDF.draw(drawing, canvas, left, top - self.height)


class BoxPiece(Piece):
    """Pieces below each other inside a frame; too many for a page are cut between two."""

    space_before = 4.0
    space_after = 8.0

    def __init__(self, pieces: Sequence[Piece], padding: float) -> None:
        self._pieces = list(pieces)
        self._padding = padding

    def measure(self, width: float, page_height: float) -> None:
        """Measure the pieces that are kept together."""
        self._width = width
        inner = width - 2 * self._padding
        for piece in self._pieces:
            piece.measure(inner, page_height - 2 * self._padding)
        self._sum()

    def _sum(self) -> None:
        self.height = 2 * self._padding + sum(
            piece.height + piece.space_after for piece in self._pieces
        )

    def split(self, height: float, lead: int, leave: int) -> "tuple[BoxPiece, BoxPiece] | None":
        """Cut between two pieces."""
        used, count = 2 * self._padding, 0
        for piece in self._pieces:
            used += piece.height + piece.space_after
            if used > height:
                break
            count += 1
        if not 0 < count < len(self._pieces):
            return None
        return self._part(self._pieces[:count]), self._part(self._pieces[count:])

    def _part(self, pieces: list[Piece]) -> "BoxPiece":
        part = BoxPiece(pieces, self._padding)
        part._width = self._width
        part._sum()
        return part

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw the frame and what is inside."""
        canvas.setLineWidth(0.8)
        canvas.rect(x, top - self.height, self._width, self.height)
        y = top - self._padding
        for piece in self._pieces:
            piece.draw(canvas, x + self._padding, y)
            y -= piece.height + piece.space_after
