"""The Pohon Kinerja: a column for each level, the outcome at the left, what causes it at the right.

A box stands in the middle of the strip of those that bring it about, so no line crosses a box.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from kinerja_desktop.documents.charts.pen import TITLE_HEIGHT, Anchor, Pen
from kinerja_desktop.documents.typeset import Style, TextBox, set_text
from kinerja_desktop.domain.laporan.grafik import TreeChart
from kinerja_desktop.domain.laporan.pohon_kinerja import TINGKAT, SimpulKinerja

# White between columns and between boxes; a column is never wider than 220 points.
_ACROSS, _DOWN, _WIDEST = 18.0, 5.0, 220.0
_PAD, _BULLET = 3.0, 7.0
_HEAD = 16.0
_TITLE, _LINE, _SMALL = Style(8, bold=True), Style(7.5), Style(7)
_HEAD_STYLE = Style(8, "center", bold=True)
_SHADE, _WHITE = "#e3ebf4", "#ffffff"


@dataclass(frozen=True)
class TreePlace:
    """Where a box stands: left and upper edge, down being positive, and its words, set."""

    left: float
    top: float
    width: float
    words: "_Words"

    @property
    def middle(self) -> float:
        """Half way from its upper edge to its lower one, where lines meet it."""
        return self.top + self.words.height / 2


@dataclass
class TreeLayout:
    """All boxes of a sheet, the lines between them, and how far down they reach."""

    width: float
    boxes: list[TreePlace] = field(default_factory=list)
    lines: list[tuple[float, float, float, float]] = field(default_factory=list)
    height: float = 0.0


@dataclass(frozen=True)
class _Words:
    """The words of a box: its kinerja, its indicators with a bullet, who answers for it."""

    title: TextBox
    lines: tuple[TextBox, ...]
    foot: tuple[TextBox, ...]

    @property
    def head(self) -> float:
        """Height of the shaded part."""
        return self.title.height + 2 * _PAD

    @property
    def height(self) -> float:
        below = (*self.lines, *self.foot)
        if not below:
            return self.head
        return self.head + sum(text.height for text in below) + 2 * _PAD


def tree_height(chart: TreeChart, width: float) -> float:
    """Return the height in points that a sheet needs at a width."""
    return above_tree(chart) + tree_strip(chart.akar, column_width(chart.tingkat, width)) + 1


def column_width(tingkat: Sequence[str], width: float) -> float:
    """Return how wide the boxes are when so many levels share a width."""
    count = max(len(tingkat), 1)
    return min((width - _ACROSS * (count - 1)) / count, _WIDEST)


def tree_strip(akar: Sequence[SimpulKinerja], across: float) -> float:
    """Return the height of boxes below each other, each with all that hangs on it."""
    if not akar:
        return 0.0
    return sum(_strip(simpul, across) for simpul in akar) + _DOWN * (len(akar) - 1)


def box_height(simpul: SimpulKinerja, across: float) -> float:
    """Return the height of a box in points."""
    return _words(simpul, across).height


def arrange_tree(chart: TreeChart, width: float) -> TreeLayout:
    """Find the place of every box within a width in points."""
    across = column_width(chart.tingkat, width)
    used = across * len(chart.tingkat) + _ACROSS * (len(chart.tingkat) - 1)
    layout = TreeLayout(across)
    arranger = _Arranger(chart.tingkat, across, (width - used) / 2, layout)
    arranger.put(chart.akar, 0.0)
    layout.height = tree_strip(chart.akar, across)
    return layout


def draw_tree(pen: Pen, chart: TreeChart, width: float, height: float) -> None:
    """Draw heads and boxes, smaller when there is less room than they need."""
    layout = arrange_tree(chart, width)
    above = above_tree(chart)
    scale = min(1.0, (height - above - 1) / max(layout.height, 1))
    left, top = width * (1 - scale) / 2, height - above
    for number, tingkat in enumerate(chart.tingkat):
        x = _column_left(number, layout.width, chart.tingkat, width)
        head = set_text(TINGKAT[tingkat].upper(), layout.width, _HEAD_STYLE)
        _write(pen, head, left + x * scale, top + _HEAD - 2, scale, layout.width)
        pen.line(left + x * scale, top + 4, left + (x + layout.width) * scale, top + 4)
    for x1, y1, x2, y2 in layout.lines:
        pen.line(left + x1 * scale, top - y1 * scale, left + x2 * scale, top - y2 * scale)
    for box in layout.boxes:
        _draw_box(pen, box, left, top, scale)


def _column_left(number: int, across: float, tingkat: Sequence[str], width: float) -> float:
    used = across * len(tingkat) + _ACROSS * (len(tingkat) - 1)
    return (width - used) / 2 + number * (across + _ACROSS)


def above_tree(chart: TreeChart) -> float:
    """Return how many points title and heads take above the boxes."""
    return _HEAD + (TITLE_HEIGHT if chart.title else 0)


def _draw_box(pen: Pen, box: TreePlace, left: float, top: float, scale: float) -> None:
    words, x, y = box.words, left + box.left * scale, top - box.top * scale
    across = box.width * scale
    pen.bar(x, y - words.height * scale, across, words.height * scale, _WHITE)
    pen.bar(x, y - words.head * scale, across, words.head * scale, _SHADE)
    inner = x + _PAD * scale
    _write(pen, words.title, inner, y - _PAD * scale, scale)
    y -= (words.head + _PAD) * scale
    for text in words.lines:
        pen.text(inner, y - 0.97 * _LINE.size * scale, "•", _LINE.size * scale)
        _write(pen, text, inner + _BULLET * scale, y, scale)
        y -= text.height * scale
    for text in words.foot:
        _write(pen, text, inner, y, scale)
        y -= text.height * scale


def _write(pen: Pen, text: TextBox, x: float, y: float, scale: float, across: float = 0.0) -> None:
    """Write the lines of a text from y down; in the middle of a width where one is given."""
    size = text.style.size * scale
    for number, line in enumerate(text.lines):
        words = "".join(part.text for part in line.fragments)
        baseline = y - number * text.leading * scale - 0.97 * size
        place = x + across * scale / 2
        anchor: Anchor = "middle" if across else "start"
        pen.text(place, baseline, words, size, anchor, bold=text.style.bold)


class _Arranger:
    """Puts one box after another, each subtree within its own strip of the height."""

    def __init__(
        self, tingkat: Sequence[str], across: float, left: float, layout: TreeLayout
    ) -> None:
        self._place = {name: left + n * (across + _ACROSS) for n, name in enumerate(tingkat)}
        self._across = across
        self._layout = layout

    def put(self, akar: Sequence[SimpulKinerja], top: float, head: TreePlace | None = None) -> None:
        """Put boxes below each other, each in the middle of its strip."""
        middles = [head.middle] if head else []
        for simpul in akar:
            strip = _strip(simpul, self._across)
            words = _words(simpul, self._across)
            place = TreePlace(
                self._place[simpul.tingkat], top + (strip - words.height) / 2, self._across, words
            )
            self._layout.boxes.append(place)
            below = tree_strip(simpul.anak, self._across)
            self.put(simpul.anak, top + (strip - below) / 2, place)
            if head:
                bus = head.left + self._across + _ACROSS / 2
                self._layout.lines.append((bus, place.middle, place.left, place.middle))
                middles.append(place.middle)
            top += strip + _DOWN
        if head and akar:
            right = head.left + self._across
            bus = right + _ACROSS / 2
            self._layout.lines.append((right, head.middle, bus, head.middle))
            self._layout.lines.append((bus, min(middles), bus, max(middles)))


def _strip(simpul: SimpulKinerja, across: float) -> float:
    return max(_words(simpul, across).height, tree_strip(simpul.anak, across))


def _words(simpul: SimpulKinerja, across: float) -> _Words:
    """Set the words of a box within its column."""
    room = across - 2 * _PAD
    note = f" ({simpul.catatan})" if simpul.catatan else ""
    owner = (f"Penanggung jawab: {simpul.pemilik}",) if simpul.pemilik else ()
    return _Words(
        set_text(simpul.kinerja + note, room, _TITLE),
        tuple(set_text(item.kalimat, room - _BULLET, _LINE) for item in simpul.indikator),
        tuple(set_text(text, room, _SMALL) for text in owner),
    )
