"""Photos of the practice office: drawn, so that nobody takes them for real ones.

Each is a scene of a kecamatan in plain shapes, with its caption and the words FOTO LATIHAN. The
same words give the same bytes.
"""

from collections.abc import Callable, Mapping
from io import BytesIO
from typing import TYPE_CHECKING, Any

from kinerja_desktop.paths import resource

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw

_SIZE = _WIDTH, _HEIGHT = 1280, 720
_CAPTION = 84
_FLOOR = 470
_WALL, _GROUND, _WOOD, _DARK, _PAPER = "#dfe7e4", "#b9aa8c", "#8a6240", "#2f3e46", "#fbfaf5"
_SKY, _NIGHT, _GREEN, _ROOF, _LAMP = "#a9cfe6", "#26344f", "#7fa15a", "#b5533c", "#f4d58d"
_SHIRTS = ("#7a5c3e", "#3d6b8e", "#5f7f52", "#9c4f4f", "#6b5b95")


def draw_photo(scene: str, caption: str) -> bytes:
    """Return a drawn photo as a PNG.

    Args:
        scene: one of `SCENES`.
        caption: what stands below it.
    """
    from PIL import Image, ImageDraw, ImageFont

    image = Image.new("RGB", _SIZE, _WALL)
    pen = ImageDraw.Draw(image)
    SCENES[scene](pen)
    pen.rectangle((0, _HEIGHT - _CAPTION, _WIDTH, _HEIGHT), fill=_DARK)
    face = str(resource("fonts/LiberationSans-Bold.ttf"))
    words: tuple[tuple[int, int, str, str], ...] = (
        (32, 34, caption, _PAPER), (32, 22, "FOTO LATIHAN · digambar program, bukan foto", _LAMP),
    )  # fmt: skip
    top = _HEIGHT - _CAPTION + 8
    for left, size, text, colour in words:
        pen.text((left, top), text, fill=colour, font=ImageFont.truetype(face, size))
        top += size + 8
    target = BytesIO()
    image.quantize(64).save(target, "PNG")
    return target.getvalue()


def _draw_room(pen: "ImageDraw") -> None:
    pen.rectangle((0, _FLOOR, _WIDTH, _HEIGHT), fill=_GROUND)
    pen.rectangle((980, 80, 1200, 260), fill=_SKY, outline=_WOOD, width=10)
    pen.line((1090, 80, 1090, 260), fill=_WOOD, width=8)


def _draw_person(pen: "ImageDraw", left: int, foot: int, number: int) -> None:
    shirt = _SHIRTS[number % len(_SHIRTS)]
    pen.ellipse((left + 22, foot - 210, left + 78, foot - 154), fill="#c99872")
    pen.pieslice((left + 20, foot - 216, left + 80, foot - 156), 180, 360, fill=_DARK)
    pen.rounded_rectangle((left + 8, foot - 150, left + 92, foot - 50), 20, fill=shirt)
    pen.rectangle((left + 22, foot - 56, left + 46, foot), fill=_DARK)
    pen.rectangle((left + 54, foot - 56, left + 78, foot), fill=_DARK)


def _draw_counter(pen: "ImageDraw") -> None:
    _draw_room(pen)
    pen.rectangle((90, 70, 620, 150), fill="#2f6f62")
    pen.rectangle((110, 90, 600, 130), fill=_PAPER)
    for number, left in enumerate((180, 420, 660)):
        _draw_person(pen, left, 470, number)
    pen.rectangle((80, 380, 860, 540), fill=_WOOD)
    pen.rectangle((80, 368, 860, 392), fill=_PAPER)
    for number, left in enumerate((300, 900, 1060)):
        _draw_person(pen, left, 630, number + 3)


def _draw_board(pen: "ImageDraw") -> None:
    _draw_room(pen)
    pen.rectangle((150, 60, 850, 480), fill=_WOOD)
    pen.rectangle((170, 80, 830, 460), fill="#e9dfc7")
    for row in range(2):
        for column in range(4):
            left, top = 195 + column * 158, 105 + row * 175
            pen.rectangle((left, top, left + 130, top + 150), fill=_PAPER, outline=_DARK, width=2)
            for line in range(5):
                end = left + (112 if line < 4 else 70)
                pen.line(
                    (left + 16, top + 28 + line * 24, end, top + 28 + line * 24),
                    fill=_DARK,
                    width=4,
                )
    _draw_person(pen, 900, 620, 1)
    _draw_person(pen, 1030, 620, 2)


def _draw_patrol(pen: "ImageDraw") -> None:
    pen.rectangle((0, 0, _WIDTH, _HEIGHT), fill=_NIGHT)
    pen.rectangle((0, _FLOOR, _WIDTH, _HEIGHT), fill="#3b4252")
    pen.ellipse((1080, 60, 1160, 140), fill=_LAMP)
    for left in (60, 330):
        pen.polygon(((left, 270), (left + 110, 190), (left + 220, 270)), fill=_ROOF)
        pen.rectangle((left + 15, 270, left + 205, _FLOOR), fill="#8d8676")
        pen.rectangle((left + 80, 330, left + 140, 400), fill=_LAMP)
    pen.rounded_rectangle((640, 360, 1060, 520), 30, fill="#e5e7e6")
    pen.polygon(((700, 360), (750, 280), (960, 280), (1010, 360)), fill="#8fb3c9")
    pen.rectangle((820, 262, 890, 280), fill=_ROOF)
    for left in (700, 920):
        pen.ellipse((left, 480, left + 90, 570), fill=_DARK)
    for number, left in enumerate((330, 450, 560)):
        _draw_person(pen, left, 630, number)


def _draw_meeting(pen: "ImageDraw") -> None:
    _draw_room(pen)
    pen.rectangle((380, 60, 800, 270), fill=_PAPER, outline=_DARK, width=8)
    for number, height in enumerate((60, 95, 125, 150)):
        left = 440 + number * 85
        pen.rectangle((left, 240 - height, left + 50, 240), fill=_SHIRTS[(number + 1) % 5])
    for number in range(5):
        _draw_person(pen, 130 + number * 205, 480, number)
    pen.rounded_rectangle((60, 430, 1220, 560), 40, fill=_WOOD)
    for number in range(5):
        pen.rectangle((150 + number * 205, 452, 220 + number * 205, 492), fill=_PAPER)


def _draw_village(pen: "ImageDraw") -> None:
    pen.rectangle((0, 0, _WIDTH, 300), fill=_SKY)
    pen.polygon(((560, 300), (860, 90), (1180, 300)), fill="#6f8f8a")
    pen.rectangle((0, 300, _WIDTH, _HEIGHT), fill=_GREEN)
    for row in range(5):
        pen.line((0, 340 + row * 60, _WIDTH, 320 + row * 66), fill="#6b8c49", width=6)
    pen.polygon(((90, 330), (300, 210), (510, 330)), fill=_ROOF)
    pen.rectangle((120, 330, 480, 520), fill=_PAPER)
    pen.rectangle((260, 400, 340, 520), fill=_WOOD)
    pen.line((600, 520, 600, 250), fill=_DARK, width=8)
    pen.rectangle((604, 255, 700, 285), fill="#c0392b")
    pen.rectangle((604, 285, 700, 315), fill=_PAPER)
    for number, left in enumerate((700, 830, 960)):
        _draw_person(pen, left, 620, number)


#: What can be drawn: the counter, the board, a patrol, a meeting, a village.
SCENES: Mapping[str, Callable[[Any], None]] = {
    "loket": _draw_counter,
    "papan": _draw_board,
    "patroli": _draw_patrol,
    "rapat": _draw_meeting,
    "desa": _draw_village,
}
