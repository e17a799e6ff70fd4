"""Paragraphs, headings, list items and "SKPD : Kecamatan …" rows."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Self

from kinerja_desktop.documents.fonts import printable, text_width
from kinerja_desktop.documents.naskah.text import Text
from kinerja_desktop.documents.pdf.piece import Anchor, Canvas, Piece
from kinerja_desktop.documents.typeset import Style, TextBox, set_text


@dataclass(frozen=True)
class Label:
    """What stands left of a hanging paragraph, in points from the piece's left edge."""

    text: str
    x: float
    width: float
    style: Style


class TextPiece(Piece):
    """Lines of text with labels to their left; never cut to a single line."""

    def __init__(
        self,
        text: Text,
        style: Style,
        *,
        indent: float = 0,
        first_indent: float = 0,
        labels: tuple[Label, ...] = (),
        space_before: float = 0,
        space_after: float = 0,
        keep_with_next: bool = False,
    ) -> None:
        self._text = text
        self._style = style
        self._indent = indent
        self._first_indent = first_indent
        self._labels = labels
        self.space_before = space_before
        self.space_after = space_after
        self.keep_with_next = keep_with_next

    def measure(self, width: float, page_height: float) -> None:
        """Break into lines."""
        self._page_height = page_height
        room = max(width - self._indent, self._style.size)
        self._box = set_text(self._text, room, self._style, self._first_indent)
        self._label_boxes = tuple(
            (set_text(label.text, label.width, label.style), label.x) for label in self._labels
        )
        self._take(self._box)

    def _take(self, box: TextBox) -> None:
        self._box = box
        self.height = max(box.height, *(label.height for label, _ in self._label_boxes), 0)

    @property
    def units(self) -> int:
        """The lines of the text, between which a page may end."""
        return len(self._box.lines)

    def split(self, height: float, lead: int, leave: int) -> tuple[Self, Self] | None:
        """Cut between lines, at least two on either side; headings only when no page holds them."""
        lines = len(self._box.lines)
        count = min(self._box.lines_within(height), lines - max(leave, 2))
        tallest_label = max((len(label.lines) for label, _ in self._label_boxes), default=0)
        is_whole = self.keep_with_next and self.height <= self._page_height
        if is_whole or count < max(lead, 2, tallest_label):
            return None
        upper, lower = self._box.cut(count)
        first, rest = self._copy(upper), self._copy(lower)
        rest._label_boxes = ()
        rest._take(lower)
        return first, rest

    def _copy(self, box: TextBox) -> Self:
        piece = type(self).__new__(type(self))
        piece.__dict__.update(self.__dict__)
        piece._take(box)
        return piece

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw labels and lines."""
        for label, label_x in self._label_boxes:
            label.draw(canvas, x + label_x, top)
        self._box.draw(canvas, x + self._indent, top)


class ContentsLine(Piece):
    """One entry of a daftar isi: words, dots and the page number, known when all is placed.

    The whole entry is a link to what it names.
    """

    _GAP = 4.0

    def __init__(
        self, text: str, style: Style, indent: float, target: Callable[[], Anchor]
    ) -> None:
        self._text = text
        self._style = style
        self._indent = indent
        self._target = target
        self.space_after = 2.0

    def measure(self, width: float, page_height: float) -> None:
        """Break into lines, leaving room for the number."""
        self._width = width
        self._number_width = text_width("0000", "LiberationSans") * self._style.size
        room = width - self._indent - self._number_width - self._GAP
        self._box = set_text(self._text, room, self._style)
        self.height = self._box.height

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw the words, a row of dots behind the last one, and the page number."""
        target = self._target()
        canvas.linkRect(
            target.text, target.name, (x, top - self.height, x + self._width, top), relative=0
        )
        self._box.draw(canvas, x + self._indent, top)
        last = self._box.lines[-1]
        top -= (len(self._box.lines) - 1) * self._box.leading
        style = self._style._replace(align="right")
        number = set_text(target.label, self._number_width, style)
        number.draw(canvas, x + self._width - self._number_width, top)
        start = self._indent + last.width + self._GAP
        room = self._width - self._number_width - start
        dot = text_width(".", "LiberationSans") * style.size
        dots = set_text("." * max(0, int(room / dot) - 1), max(room, dot), style)
        dots.draw(canvas, x + start, top)


def label_width(labels: list[str], face: str, size: float) -> float:
    """Return the width of the widest label in points."""
    return max((text_width(printable(label), face) * size for label in labels), default=0.0)
