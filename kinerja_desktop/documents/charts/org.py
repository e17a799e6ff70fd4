"""The struktur organisasi: boxes for posts, joined by lines, the head of the office at the top.

Posts stand side by side below their head as long as their boxes stay wide enough to read. Else
they hang below each other: at both sides of a stem in the middle, or at the right of one.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from kinerja_desktop.documents.charts.pen import SIZE, TITLE_HEIGHT, Pen
from kinerja_desktop.documents.typeset import Style, TextBox, set_text
from kinerja_desktop.domain.laporan.grafik import OrgBox, OrgChart

# A box is at least 27 mm wide where posts stand side by side, so that a NIP stays whole, and never
# wider than 55 mm.
_NARROWEST, _WIDEST = 78.0, 156.0
_PAD, _GAP, _INDENT = 3.5, 10.0, 14.0
_SMALL = 7.0
# Two posts or three hang well below each other; more take both sides of the stem.
_MANY = 3

Segment = tuple[float, float, float, float]


@dataclass(frozen=True)
class OrgPlace:
    """A box where it will stand; points, `top` downwards from below the title."""

    left: float
    top: float
    width: float
    height: float
    texts: tuple[TextBox, ...]

    @property
    def middle(self) -> float:
        """Half way from left to right."""
        return self.left + self.width / 2

    @property
    def bottom(self) -> float:
        """The lower edge of the box, where lines to those below begin."""
        return self.top + self.height


@dataclass
class OrgLayout:
    """All boxes, the lines between them, and how far down they reach."""

    boxes: list[OrgPlace] = field(default_factory=list)
    lines: list[Segment] = field(default_factory=list)
    height: float = 0.0


def org_height(chart: OrgChart, width: float) -> float:
    """Return the height in points that the chart needs at a width."""
    return TITLE_HEIGHT + arrange_org(chart, width).height + 1


def draw_org(pen: Pen, chart: OrgChart, width: float, height: float) -> None:
    """Draw the posts from the top down, smaller when there is less room than they need."""
    layout = arrange_org(chart, width)
    scale = min(1.0, (height - TITLE_HEIGHT - 1) / layout.height)
    left, top = width * (1 - scale) / 2, height - TITLE_HEIGHT
    for x1, y1, x2, y2 in layout.lines:
        pen.line(left + x1 * scale, top - y1 * scale, left + x2 * scale, top - y2 * scale)
    for box in layout.boxes:
        pen.bar(
            left + box.left * scale,
            top - box.bottom * scale,
            box.width * scale,
            box.height * scale,
            "#ffffff",
        )
        y = top - (box.top + (box.height - _text_height(box.texts)) / 2) * scale
        for text in box.texts:
            _write(pen, text, left + box.middle * scale, y, scale)
            y -= text.height * scale


def _write(pen: Pen, text: TextBox, middle: float, y: float, scale: float) -> None:
    size = text.style.size * scale
    for number, line in enumerate(text.lines):
        words = "".join(part.text for part in line.fragments)
        baseline = y - number * text.leading * scale - 0.97 * size
        pen.text(middle, baseline, words, size, "middle", bold=text.style.bold)


def arrange_org(chart: OrgChart, width: float) -> OrgLayout:
    """Find the place of every box within a width in points."""
    arranger = _Arranger()
    root = arranger.put(chart.root, 0, 0, width)
    arranger.put_below(chart.root, root, 0, width)
    arranger.layout.height = max(box.bottom for box in arranger.layout.boxes)
    return arranger.layout


class _Arranger:
    """Puts one box after another, each subtree within its own strip of the width."""

    def __init__(self) -> None:
        self.layout = OrgLayout()

    def put(
        self, post: OrgBox, x: float, top: float, width: float, height: float = 0.0
    ) -> OrgPlace:
        """Put a box into the middle of a strip, at least so high."""
        texts = _words(post, width)
        across = _box_width(width)
        place = OrgPlace(
            x + (width - across) / 2,
            top,
            across,
            max(height, _text_height(texts) + 2 * _PAD),
            texts,
        )
        self.layout.boxes.append(place)
        return place

    def put_below(self, post: OrgBox, place: OrgPlace, x: float, width: float) -> float:
        """Put all that stands below a box within its strip; return how far down it reaches."""
        posts = post.children
        if not posts:
            return place.bottom
        if sum(map(_least_width, posts)) + _GAP * (len(posts) - 1) <= width:
            return self._put_row(posts, place, x, width)
        if len(posts) > _MANY and 2 * max(map(_least_width, posts)) + 2 * _GAP <= width:
            return self._put_pairs(posts, place, width)
        return self._put_list(posts, place)

    def _put_row(self, posts: Sequence[OrgBox], head: OrgPlace, x: float, width: float) -> float:
        """Put posts side by side; what is left of the width is shared evenly."""
        least = [_least_width(post) for post in posts]
        spare = (width - sum(least) - _GAP * (len(posts) - 1)) / len(posts)
        strips = [need + spare for need in least]
        height = max(_height(post, strip) for post, strip in zip(posts, strips, strict=True))
        top, bus = head.bottom + 2 * _GAP, head.bottom + _GAP
        lowest, middles = 0.0, [head.middle]
        for post, strip in zip(posts, strips, strict=True):
            place = self.put(post, x, top, strip, height)
            self._join(place.middle, bus, place.middle, top)
            middles.append(place.middle)
            lowest = max(lowest, self.put_below(post, place, x, strip))
            x += strip + _GAP
        self._join(head.middle, head.bottom, head.middle, bus)
        self._join(min(middles), bus, max(middles), bus)
        return lowest

    def _put_pairs(self, posts: Sequence[OrgBox], head: OrgPlace, width: float) -> float:
        """Hang posts at both sides of a stem, two beside each other."""
        column = min(_WIDEST, width / 2 - _GAP)
        stem, top, knee = head.middle, head.bottom + _GAP, head.bottom
        for start in range(0, len(posts), 2):
            pair = posts[start : start + 2]
            height = max(_height(post, column) for post in pair)
            knee, lowest = top + height / 2, top
            for post, left in zip(pair, (stem - _GAP - column, stem + _GAP), strict=False):
                place = self.put(post, left, top, column, height)
                self._join(stem, knee, place.left if left > stem else place.left + column, knee)
                lowest = max(lowest, self._put_list(post.children, place))
            top = lowest + _GAP
        self._join(stem, head.bottom, stem, knee)
        return top - _GAP

    def _put_list(self, posts: Sequence[OrgBox], head: OrgPlace) -> float:
        """Hang posts below each other, at the right of a stem below the left end of their head."""
        indent = min(_INDENT, head.width * 0.15)
        stem, top, knee = head.left + indent / 2, head.bottom + _GAP / 2, head.bottom
        for post in posts:
            place = self.put(post, head.left + indent, top, head.width - indent)
            knee = (place.top + place.bottom) / 2
            self._join(stem, knee, place.left, knee)
            top = self._put_list(post.children, place) + _GAP / 2
        if posts:
            self._join(stem, head.bottom, stem, knee)
        return top - _GAP / 2

    def _join(self, x1: float, y1: float, x2: float, y2: float) -> None:
        self.layout.lines.append((x1, y1, x2, y2))


def _least_width(post: OrgBox) -> float:
    """Return the narrowest strip for a post, with those below it hanging in a list."""
    below = max((_least_width(child) + _INDENT for child in post.children), default=0.0)
    return max(_NARROWEST, min(below, _WIDEST))


def _box_width(strip: float) -> float:
    return min(strip, _WIDEST)


def _height(post: OrgBox, strip: float) -> float:
    return _text_height(_words(post, strip)) + 2 * _PAD


def _text_height(texts: Sequence[TextBox]) -> float:
    return sum(text.height for text in texts)


def _words(post: OrgBox, strip: float) -> tuple[TextBox, ...]:
    """Set the lines of a box: the first bold, the others smaller below it."""
    room = max(_box_width(strip) - 2 * _PAD, SIZE)
    first, *others = post.lines or ("",)
    small = Style(_SMALL, "center")
    return (
        set_text(first, room, Style(SIZE, "center", bold=True)),
        *(set_text(line, room, small) for line in others),
    )
