"""The few shapes and measures that all charts are made of."""

from collections.abc import Callable
from typing import Any, Literal

from kinerja_desktop.documents.fonts import FAMILY, printable, text_width
from kinerja_desktop.documents.typeset import Style, set_text

DARK, LIGHT, GRID, INK = "#2f5d8a", "#c3d3e4", "#bdbdbd", "#000000"
BOLD = f"{FAMILY}-Bold"
SIZE, TITLE_SIZE = 8.0, 9.5
TITLE_HEIGHT, LEGEND_HEIGHT = 18.0, 14.0
#: Share of the width that the words left of the bars may take.
LABEL_SHARE = 0.36
_LABEL_LINES = 3
_LEADING = SIZE * 1.2

Anchor = Literal["start", "middle", "end"]


class Pen:
    """The few shapes that charts are made of."""

    def __init__(self, drawing: Any) -> None:
        self._drawing = drawing

    def text(
        self, x: float, y: float, text: str, size: float = SIZE, anchor: Anchor = "start",
        *, bold: bool = False,
    ) -> None:  # fmt: skip
        """Write one line of text that begins, is centred or ends at x."""
        from reportlab.graphics.shapes import String

        face = BOLD if bold else FAMILY
        words = printable(text).replace("\n", " ")
        self._drawing.add(String(x, y, words, fontName=face, fontSize=size, textAnchor=anchor))

    def label(self, x: float, middle: float, text: str, width: float) -> None:
        """Write a few lines ending at x, around the height `middle`."""
        lines = _label_lines(text, width)
        y = middle + len(lines) * _LEADING / 2 - SIZE * 0.97
        for line in lines:
            self.text(x, y, line, anchor="end")
            y -= _LEADING

    def line(
        self, x1: float, y1: float, x2: float, y2: float, color: str = INK, width: float = 0.6,
        dashes: tuple[int, ...] = (),
    ) -> None:  # fmt: skip
        """Draw a straight line."""
        from reportlab.graphics.shapes import Line

        line: Any = Line(x1, y1, x2, y2, strokeColor=_color(color), strokeWidth=width)
        line.strokeDashArray = list(dashes) or None
        self._drawing.add(line)

    def bar(self, x: float, y: float, width: float, height: float, fill: str) -> None:
        """Draw a rectangle with its lower left corner at (x, y)."""
        from reportlab.graphics.shapes import Rect

        rect: Any = Rect(x, y, max(width, 0), height)
        rect.fillColor, rect.strokeColor, rect.strokeWidth = _color(fill), _color(INK), 0.4
        self._drawing.add(rect)

    def shape(self, points: list[float], fill: str) -> None:
        """Draw a closed shape through x1, y1, x2, y2 …."""
        from reportlab.graphics.shapes import Polygon

        self._drawing.add(
            Polygon(points, fillColor=_color(fill), strokeColor=_color(INK), strokeWidth=0.6)
        )


def _color(code: str) -> Any:
    from reportlab.lib.colors import HexColor

    return HexColor(code)


def _label_lines(text: str, width: float) -> list[str]:
    box = set_text(text, width, Style(SIZE))
    lines = ["".join(part.text for part in line.fragments) for line in box.lines]
    if len(lines) > _LABEL_LINES:
        lines = [*lines[: _LABEL_LINES - 1], f"{lines[_LABEL_LINES - 1][:-2].rstrip()} …"]
    return lines


def row_height(label: str, width: float) -> float:
    """Return the height that a row with this label needs in a chart of this width."""
    lines = len(_label_lines(label, width * LABEL_SHARE))
    return max(20.0, lines * _LEADING + 8)


def share_rows(labels: list[str], width: float, room: float) -> list[float]:
    """Share the room among the rows as their labels need it."""
    heights = [row_height(label, width) for label in labels]
    return [height * room / sum(heights) for height in heights] if heights else []


def draw_legend(
    pen: Pen, x: float, y: float, entries: list[tuple[str, Callable[[float], None]]]
) -> None:
    """Write words behind their signs, beside each other."""
    for words, draw_sign in entries:
        draw_sign(x)
        pen.text(x + 22, y, words)
        x += 22 + text_width(printable(words), FAMILY) * SIZE + 16
