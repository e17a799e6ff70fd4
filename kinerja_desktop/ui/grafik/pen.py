"""The few shapes and measures that all charts on the screen are made of."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPalette, QPen, QPolygonF

#: Share of the width that the words left of the bars may take.
LABEL_SHARE = 0.36
#: In how many lines a name is set however little room there is.
LEAST_LINES = 3
GAP = 6.0


@dataclass(frozen=True)
class Colours:
    """The colours of a chart, taken from the palette so that they follow the theme.

    Attributes:
        ink: of words and outlines.
        muted: of numbers beside an axis.
        grid: of its lines.
        full: fills what is reached or realised.
        light: fills the rest; it is hatched as well, so that no colour alone tells.
        ground: what stands behind.
    """

    ink: QColor
    muted: QColor
    grid: QColor
    full: QColor
    light: QColor
    ground: QColor


def colours_of(palette: QPalette) -> Colours:
    """Return the colours that stand out in a palette, light or dark."""
    ink, ground = palette.color(QPalette.ColorRole.Text), palette.color(QPalette.ColorRole.Base)
    full = palette.color(QPalette.ColorRole.Highlight)
    return Colours(
        ink,
        _blend(ink, ground, 0.3),
        _blend(ink, ground, 0.82),
        full,
        _blend(full, ground, 0.72),
        ground,
    )


class Pen:
    """Draws in the coordinates of the widget: y grows downwards."""

    def __init__(self, painter: QPainter, colours: Colours, font: QFont) -> None:
        self.painter, self.colours, self.font = painter, colours, font
        self.metrics = QFontMetricsF(font)
        self._bold = QFont(font)
        self._bold.setBold(True)
        self._small = QFont(font)
        self._small.setPointSizeF(font.pointSizeF() * 0.9)

    def text(
        self, x: float, middle: float, text: str, anchor: str = "start", *,
        bold: bool = False, small: bool = False,
    ) -> None:  # fmt: skip
        """Write one line that begins, is centred or ends at x, around the height `middle`."""
        font = self._bold if bold else self._small if small else self.font
        width = QFontMetricsF(font).horizontalAdvance(text)
        left = {"start": x, "middle": x - width / 2, "end": x - width}[anchor]
        self.painter.setFont(font)
        self.painter.setPen(self.colours.muted if small else self.colours.ink)
        height = self.metrics.height()
        box = QRectF(left, middle - height / 2, width + 2, height)
        self.painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

    def clear(self, x: float, middle: float, text: str) -> None:
        """Lay the ground below a line that begins at x, so that nothing runs through its words."""
        width, height = self.metrics.horizontalAdvance(text), self.metrics.height()
        box = QRectF(x - 1, middle - height / 2, width + 3, height)
        self.painter.fillRect(box, self.colours.ground)

    def small_width(self, text: str) -> float:
        """Return how wide a small text runs."""
        return QFontMetricsF(self._small).horizontalAdvance(text)

    def label(self, right: float, middle: float, lines: list[str]) -> None:
        """Write a few lines ending at `right`, around the height `middle`."""
        y = middle - (len(lines) - 1) * self.metrics.height() / 2
        for line in lines:
            self.text(right, y, line, "end")
            y += self.metrics.height()

    def line(
        self, start: QPointF, end: QPointF, colour: QColor, width: float = 1.0,
        style: Qt.PenStyle = Qt.PenStyle.SolidLine,
    ) -> None:  # fmt: skip
        """Draw a straight line."""
        self.painter.setPen(QPen(colour, width, style))
        self.painter.drawLine(start, end)

    def bar(self, box: QRectF, *, is_full: bool) -> None:
        """Draw a bar: filled, or light and hatched."""
        self.painter.setPen(QPen(self.colours.full, 1))
        self.painter.setBrush(self.colours.full if is_full else self.colours.light)
        self.painter.drawRect(box)
        if not is_full:
            self.painter.setBrush(QBrush(self.colours.full, Qt.BrushStyle.BDiagPattern))
            self.painter.drawRect(box)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)

    def shape(self, points: list[QPointF], *, is_full: bool) -> None:
        """Draw a closed shape, filled or empty."""
        self.painter.setPen(QPen(self.colours.full if is_full else self.colours.ink, 1.2))
        self.painter.setBrush(self.colours.full if is_full else self.colours.ground)
        self.painter.drawPolygon(QPolygonF(points))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)


def wrap(text: str, metrics: QFontMetricsF, width: float, most: int = LEAST_LINES) -> list[str]:
    """Return a text in lines of a width; what `most` do not hold is told by an ellipsis."""
    lines: list[str] = []
    rest = " ".join(text.split())
    while rest and len(lines) < most - 1:
        line = _take_line(rest, metrics, width)
        lines.append(line)
        rest = rest[len(line) :].lstrip()
    if rest:
        lines.append(metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width))
    return lines


def _take_line(text: str, metrics: QFontMetricsF, width: float) -> str:
    words = text.split(" ")
    count = 1
    while count < len(words) and metrics.horizontalAdvance(" ".join(words[: count + 1])) <= width:
        count += 1
    line = " ".join(words[:count])
    if count > 1 or metrics.horizontalAdvance(line) <= width:
        return line
    while len(line) > 1 and metrics.horizontalAdvance(line) > width:
        line = line[:-1]
    # An amount is read in its groups of three: broken within one it would be another number.
    return line[: line.rfind(".") + 1] if _is_amount(words[0]) and "." in line else line


def _is_amount(word: str) -> bool:
    return word.removeprefix("Rp").replace(".", "").isdigit()


def _blend(colour: QColor, ground: QColor, share: float) -> QColor:
    """Return a colour with a share of the ground in it."""
    red, green, blue = (
        of(colour) * (1 - share) + of(ground) * share
        for of in (QColor.redF, QColor.greenF, QColor.blueF)
    )
    return QColor.fromRgbF(red, green, blue)
