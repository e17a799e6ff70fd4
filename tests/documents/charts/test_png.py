"""Charts as pictures: looked at pixel by pixel, at 300 dots to the inch."""

from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from PIL import Image
from reportlab.graphics.shapes import Circle, Drawing, Line, Polygon, Rect, String
from reportlab.lib.colors import HexColor

from kinerja_desktop.documents.charts.draw import natural_height
from kinerja_desktop.documents.charts.png import chart_png, chart_words, drawing_png, qr_png
from kinerja_desktop.documents.fonts import load_faces
from kinerja_desktop.domain.laporan.grafik import Bar, BarChart, Chart
from tests.documents.charts.test_draw import ALL, words

INK, PAPER = (0, 0, 0), (255, 255, 255)


def picture(*shapes: Any) -> Image.Image:
    """Draw on a square inch."""
    load_faces()
    drawing = Drawing(72, 72)
    for shape in shapes:
        drawing.add(shape)
    made = Image.open(BytesIO(drawing_png(drawing)))
    plain = made.convert("RGB")
    plain.info.update(made.info)
    return plain


def dark_box(image: Image.Image) -> tuple[int, int, int, int]:
    found = image.convert("L").point(lambda value: 255 * (value < 128)).getbbox()
    assert found is not None
    return found


def test_an_inch_has_three_hundred_dots() -> None:
    image = picture()
    assert image.size == (300, 300)
    assert image.info["dpi"] == pytest.approx((300, 300), abs=0.1)
    assert image.getcolors() == [(90_000, PAPER)]


def test_a_rectangle_stands_where_it_should() -> None:
    rect: Any = Rect(18, 36, 36, 18)
    rect.fillColor, rect.strokeColor = HexColor("#ff0000"), None
    image = picture(rect)
    # Half an inch high from the bottom, a quarter from the left.
    assert image.getpixel((150, 110)) == (255, 0, 0)
    assert image.getpixel((150, 70)) == PAPER
    assert image.getpixel((150, 155)) == PAPER
    assert image.getpixel((70, 110)) == PAPER


def test_a_polygon_is_filled_and_framed() -> None:
    shape = Polygon([0, 0, 72, 0, 0, 72], fillColor=HexColor("#00ff00"), strokeColor=None)
    image = picture(shape)
    assert image.getpixel((50, 250)) == (0, 255, 0)
    assert image.getpixel((250, 50)) == PAPER


def test_lines_have_their_thickness_and_dashes() -> None:
    line: Any = Line(0, 36, 72, 36, strokeColor=HexColor("#000000"), strokeWidth=2.4)
    left, top, right, bottom = dark_box(picture(line))
    # 2,4 points are ten dots.
    assert bottom - top == pytest.approx(10, abs=1)
    assert (left, right) == (0, 300)
    line.strokeDashArray = [12, 12]
    row = [picture(line).getpixel((x, 150)) for x in range(300)]
    assert row.count(INK) == pytest.approx(150, abs=8)
    assert row[25] == INK
    assert row[75] == PAPER


def test_letters_are_smooth_in_their_own_colour() -> None:
    text: Any = String(36, 36, "S8", fontName="LiberationSans", fontSize=20, textAnchor="middle")
    text.fillColor = HexColor("#c00000")
    counted: Any = picture(text).getcolors(1000)
    colours = [colour for _, colour in counted]
    assert len(colours) > 8
    # Every one lies on the way from the ink to the paper.
    for red, green, blue in colours:
        assert abs(green - blue) <= 4
        assert red >= 0xC0 - 4


def test_a_drawing_of_many_inks_keeps_each() -> None:
    inks = [f"#{n:02x}40{255 - n:02x}" for n in range(0, 250, 10)]
    shapes: list[Any] = [Rect(n * 2.5, 10, 2.5, 50) for n in range(len(inks))]
    for shape, ink in zip(shapes, inks, strict=True):
        shape.fillColor = shape.strokeColor = HexColor(ink)
    image = picture(*shapes)
    seen = {image.getpixel((round((n * 2.5 + 1.25) * 300 / 72), 150)) for n in range(len(inks))}
    assert seen == {(n, 0x40, 255 - n) for n in range(0, 250, 10)}


@pytest.mark.parametrize(("anchor", "start"), [("start", 36.0), ("middle", 27.0), ("end", 18.0)])
def test_words_begin_end_or_stand_around_their_place(anchor: Any, start: float) -> None:
    # A figure of this face is 0,556 as wide as high; two of 16,2 points are 18 points.
    text: Any = String(36, 36, "00", fontName="LiberationSans", fontSize=16.187, textAnchor=anchor)
    left, top, right, bottom = dark_box(picture(text))
    assert (left + right) / 2 * 72 / 300 == pytest.approx(start + 9, abs=0.5)
    assert bottom == pytest.approx(150, abs=3)
    assert top < 150 - 40


def test_bold_words_are_bolder() -> None:
    thin, bold = (
        picture(String(5, 36, "Camat", fontName=face, fontSize=16))
        for face in ("LiberationSans", "LiberationSans-Bold")
    )
    assert _ink(bold) > 1.2 * _ink(thin)


def _ink(image: Image.Image) -> float:
    return sum(255 - value for value in image.convert("L").tobytes())


def test_a_shape_that_no_chart_has_is_a_mistake() -> None:
    with pytest.raises(TypeError, match="Circle"):
        picture(Circle(5, 5, 5))


@pytest.mark.parametrize("chart", ALL)
def test_equal_charts_are_equal_pictures_with_the_words_of_the_screen(chart: Chart) -> None:
    height = natural_height(chart, 400)
    assert chart_png.__wrapped__(chart, 400, height) == chart_png.__wrapped__(chart, 400, height)
    assert set(" ".join(words(chart)).split()) == set(chart_words(chart, 560, 200).split())


def test_the_bars_of_a_picture_are_as_long_as_their_values() -> None:
    chart = BarChart("", (Bar("a", Decimal(50)), Bar("b", Decimal(100))), None, "")
    image = Image.open(BytesIO(chart_png(chart, 400, 100))).convert("RGB")
    dark = (47, 93, 138)
    lengths = [
        sum(image.getpixel((x, y)) == dark for x in range(image.width)) for y in range(image.height)
    ]
    longest = max(lengths)
    half = [length for length in lengths if 0 < length < 0.9 * longest]
    assert max(half) / longest == pytest.approx(0.5, abs=0.01)


def test_a_qr_is_black_and_white_with_its_three_corners() -> None:
    image = Image.open(BytesIO(qr_png("7Q2M-K9TX-4B8C-0HZD")))
    side = image.width
    assert image.mode == "1"
    assert image.height == side
    # ISO/IEC 18004: three corners are dark squares of seven modules, the fourth is none.
    module = side // 25
    for x, y in ((0, 0), (side - 1, 0), (0, side - 1)):
        assert image.getpixel((x, y)) == 0
    corner = [image.getpixel((side - 1 - n * module, side - 1)) for n in range(7)]
    assert corner.count(0) < 7
