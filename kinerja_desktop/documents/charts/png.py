"""The charts as pictures for programs that know no drawings, sharp enough for print.

ReportLab's own renderer for pictures needs a library that is not available for every Python.
"""

from functools import cache, lru_cache
from io import BytesIO
from math import hypot
from typing import Any

from kinerja_desktop.documents.charts.draw import draw_chart
from kinerja_desktop.documents.fonts import FAMILY, text_width
from kinerja_desktop.domain.laporan.grafik import Chart
from kinerja_desktop.paths import resource

_DPI = 300
# Lines have hard edges, which nobody sees at this fineness; letters have soft ones.
_SCALE = _DPI / 72
# More takes much longer and saves little.
_PACKED = 3
# Colours that a palette holds, and shades between an ink and white.
_COLOURS, _STEPS = 256, 16
_QR_PIXELS = 8


@lru_cache(maxsize=64)
def chart_png(chart: Chart, width: float, height: float) -> bytes:
    """Return the chart as a PNG in the same shapes and words as on paper; sizes in points."""
    return drawing_png(_drawing(chart, width, height))


def chart_words(chart: Chart, width: float, height: float) -> str:
    """Return all words of a chart in the order in which they are drawn, for those who listen."""
    from reportlab.graphics.shapes import String

    shapes = _drawing(chart, width, height).contents
    return " ".join(shape.text for shape in shapes if isinstance(shape, String) and shape.text)


# Asked for twice in a row: its picture, and its words.
@lru_cache(maxsize=2)
def _drawing(chart: Chart, width: float, height: float) -> Any:
    return draw_chart(chart, width, height)


def drawing_png(drawing: Any) -> bytes:
    """Return a drawing of ours as a PNG."""
    from PIL import Image, ImageDraw

    size = [round(length * _SCALE) for length in (drawing.width, drawing.height)]
    image = Image.new("RGB", (max(size[0], 1), max(size[1], 1)), "white")
    pen = _Pen(ImageDraw.Draw(image), drawing.height)
    for shape in drawing.contents:
        pen.draw(shape)
    few = image.quantize(palette=_palette(drawing), dither=Image.Dither.NONE)
    return _png(few, dpi=(_DPI, _DPI), compress_level=_PACKED)


def _palette(drawing: Any) -> Any:
    """Return the inks of a drawing and their ways to white, as a picture that Pillow takes.

    A drawing has a handful of inks, and a picture of them packs many times faster.
    """
    from PIL import Image

    names = ("fillColor", "strokeColor")
    found = {_ink(getattr(shape, name, None)) for shape in drawing.contents for name in names}
    inks = sorted(ink for ink in found if ink is not None)
    ways = (
        tuple(round(255 - (255 - part) * step / _STEPS) for part in ink)
        for step in range(1, _STEPS)
        for ink in inks
    )
    # Pillow does not tell colours apart that share the first six bits of each part.
    cells: dict[tuple[int, ...], tuple[int, ...]] = {}
    for colour in ((255, 255, 255), *inks, *ways):
        cells.setdefault(tuple(part >> 2 for part in colour), colour)
    colours = list(cells.values())[:_COLOURS]
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for colour in colours for part in colour])
    return palette


def qr_png(payload: str) -> bytes:
    """Return a QR code as a PNG whose squares are whole pixels."""
    from PIL import Image
    from reportlab.graphics.barcode.qr import QrCodeWidget

    widget: Any = QrCodeWidget(payload, barLevel="M")
    code = widget.qr
    code.make()
    count = code.getModuleCount()
    image = Image.new("1", (count, count), 1)
    for row in range(count):
        for column in range(count):
            if code.isDark(row, column):
                image.putpixel((column, row), 0)
    return _png(image.resize((count * _QR_PIXELS, count * _QR_PIXELS)))


def _png(image: Any, **options: Any) -> bytes:
    out = BytesIO()
    image.save(out, "PNG", **options)
    return out.getvalue()


class _Pen:
    """Puts ReportLab's shapes onto a picture, whose y grows downwards."""

    def __init__(self, draw: Any, height: float) -> None:
        self._draw = draw
        self._height = height

    def draw(self, shape: Any) -> None:
        """Draw one shape; charts are made of these four only."""
        from reportlab.graphics.shapes import Line, Polygon, Rect, String

        match shape:
            case String():
                self._text(shape)
            case Line():
                self._line(shape)
            case Rect():
                x, y, right, top = shape.x, shape.y, shape.x + shape.width, shape.y + shape.height
                self._area(shape, [x, y, right, y, right, top, x, top])
            case Polygon():
                self._area(shape, shape.points)
            case _:
                raise TypeError(f"no picture of a {type(shape).__name__}")

    def _at(self, x: float, y: float) -> tuple[float, float]:
        return x * _SCALE, (self._height - y) * _SCALE

    def _text(self, shape: Any) -> None:
        font = _font(shape.fontName, shape.fontSize)
        share = {"start": 0.0, "middle": 0.5, "end": 1.0}[shape.textAnchor]
        x = shape.x - share * text_width(shape.text, shape.fontName) * shape.fontSize
        self._draw.text(self._at(x, shape.y), shape.text, _ink(shape.fillColor), font, anchor="ls")

    def _line(self, shape: Any) -> None:
        dashes = shape.strokeDashArray or ()
        ends = (shape.x1, shape.y1, shape.x2, shape.y2)
        for x1, y1, x2, y2 in _strokes(ends, dashes):
            self._draw.line(
                [self._at(x1, y1), self._at(x2, y2)],
                _ink(shape.strokeColor),
                _thickness(shape.strokeWidth),
            )

    def _area(self, shape: Any, points: list[float]) -> None:
        corners = [self._at(x, y) for x, y in zip(points[::2], points[1::2], strict=True)]
        self._draw.polygon(corners, _ink(shape.fillColor))
        self._draw.line(
            [*corners, *corners[:2]],
            _ink(shape.strokeColor),
            _thickness(shape.strokeWidth),
            joint="curve",
        )


def _strokes(
    ends: tuple[float, float, float, float], dashes: list[float] | tuple[()]
) -> list[tuple[float, float, float, float]]:
    """Cut a line into its dashes: on, off, and so on."""
    x1, y1, x2, y2 = ends
    length = hypot(x2 - x1, y2 - y1)
    if not dashes or not length:
        return [ends]
    strokes, at, number = [], 0.0, 0
    while at < length:
        end = min(at + dashes[number % len(dashes)], length)
        if number % 2 == 0:
            (ax, ay), (bx, by) = (
                (x1 + (x2 - x1) * t / length, y1 + (y2 - y1) * t / length) for t in (at, end)
            )
            strokes.append((ax, ay, bx, by))
        at, number = end, number + 1
    return strokes


def _ink(color: Any) -> tuple[int, int, int] | None:
    if color is None:
        return None
    red, green, blue = (round(part * 255) for part in (color.red, color.green, color.blue))
    return red, green, blue


def _thickness(points: float) -> int:
    return max(1, round(points * _SCALE))


@cache
def _font(face: str, size: float) -> Any:
    from PIL import ImageFont

    name = face.removeprefix(FAMILY).strip("-") or "Regular"
    file = str(resource(f"fonts/LiberationSans-{name}.ttf"))
    # The same layout everywhere, whether or not the computer has Raqm.
    return ImageFont.truetype(file, size * _SCALE, layout_engine=ImageFont.Layout.BASIC)
