"""Set text into lines of a given width; the one place where words are measured and broken."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, NamedTuple

from kinerja_desktop.documents.fonts import face_name, printable, text_width
from kinerja_desktop.documents.naskah.text import Align, Run, Text

_LEADING = 1.2
# Where the baseline lies below the top of a line, so that the letters look centred in it.
_BASELINE = 0.97
# Widths are sums of rounded numbers: a word may stick out by this much of a point.
_EPSILON = 0.01


class Fragment(NamedTuple):
    """A part of one line in one face."""

    text: str
    face: str
    is_underlined: bool = False


class _Word(NamedTuple):
    """What lies between two spaces, perhaps in several faces; width at one point."""

    parts: tuple[Fragment, ...]
    width: float


class Line(NamedTuple):
    """One line as it will stand.

    Attributes:
        width: points, as far as the words run.
        indent: points by which it starts further right.
        is_last: the last of its paragraph, which justified text leaves ragged.
    """

    fragments: tuple[Fragment, ...]
    width: float
    indent: float = 0
    is_last: bool = False


class Style(NamedTuple):
    """How a text is set; `Run` adds to it."""

    size: float
    align: Align = "left"
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True)
class TextBox:
    """Lines of text with a common width, in points."""

    lines: tuple[Line, ...]
    width: float
    style: Style

    @property
    def leading(self) -> float:
        """Distance from line to line in points."""
        return self.style.size * _LEADING

    @property
    def height(self) -> float:
        """Height of all lines in points."""
        return len(self.lines) * self.leading

    def lines_within(self, height: float) -> int:
        """Return how many lines fit into a height in points."""
        return max(0, int((height + _EPSILON) / self.leading))

    def cut(self, count: int) -> "tuple[TextBox, TextBox]":
        """Part the box after its first `count` lines."""
        return replace(self, lines=self.lines[:count]), replace(self, lines=self.lines[count:])

    def draw(self, canvas: Any, x: float, top: float, right_pad: float = 0) -> None:
        """Draw the lines; `right_pad` moves right-aligned ones to the left, in points."""
        if not any(line.fragments for line in self.lines):
            return
        pen = canvas.beginText()
        y = top - _BASELINE * self.style.size
        for line in self.lines:
            self._draw_line(canvas, pen, line, x + self._offset(line, right_pad), y)
            y -= self.leading
        canvas.drawText(pen)

    def _offset(self, line: Line, right_pad: float) -> float:
        match self.style.align:
            case "center":
                return (self.width - line.width) / 2
            case "right" | "decimal":
                return max(0, self.width - line.width - right_pad)
        return line.indent

    def _draw_line(self, canvas: Any, pen: Any, line: Line, x: float, y: float) -> None:
        stretch = self._stretch(line)
        pen.setTextOrigin(x, y)
        pen.setWordSpace(stretch)
        for text, face, is_underlined in line.fragments:
            pen.setFont(face, self.style.size)
            # As textOut does, but without measuring anew how far the words run.
            pen._textOut(text)
            if is_underlined or len(line.fragments) > 1:
                end = x + text_width(text, face) * self.style.size + stretch * _spaces(text)
                if is_underlined:
                    canvas.setLineWidth(self.style.size * 0.06)
                    canvas.line(x, y - self.style.size * 0.12, end, y - self.style.size * 0.12)
                x = end

    def _stretch(self, line: Line) -> float:
        gaps = sum(_spaces(fragment.text) for fragment in line.fragments)
        if self.style.align != "justify" or line.is_last or not gaps:
            return 0
        return (self.width - line.indent - line.width) / gaps


# A preview sets its chapter anew with each pause in typing, and nearly all of it is as before.
@lru_cache(maxsize=8192)
def set_text(text: Text, width: float, style: Style, first_indent: float = 0) -> TextBox:
    r"""Break a text into lines of a given width.

    Words longer than a line break after "/" or "-" or a full stop between figures or, failing
    that, between two letters.

    Args:
        text: verbatim; ``\n`` starts a new line.
        width: points; at least one letter is put on each line, however narrow.
        style: size, face and alignment.
        first_indent: points by which the first line starts further right.
    """
    lines: list[Line] = []
    for words in _paragraphs(text, style):
        lines.extend(_fill(words, width, style.size, 0 if lines else first_indent))
    return TextBox(tuple(lines), width, style)


def _paragraphs(text: Text, style: Style) -> Iterator[list[_Word]]:
    """Yield the words between two line ends."""
    runs = (Run(text),) if isinstance(text, str) else text
    words: list[list[Fragment]] = [[]]
    for run in runs:
        face = face_name(run.bold or style.bold, run.italic or style.italic)
        for number, part in enumerate(printable(run.text).split("\n")):
            if number:
                yield _measured(words)
                words = [[]]
            first, *others = part.split(" ")
            words[-1].append(Fragment(first, face, run.underline))
            words.extend([Fragment(word, face, run.underline)] for word in others)
    yield _measured(words)


def _measured(words: Iterable[list[Fragment]]) -> list[_Word]:
    measured = []
    for word in words:
        parts = tuple(part for part in word if part.text)
        if parts:
            width = sum(text_width(part.text, part.face) for part in parts)
            measured.append(_Word(parts, width))
    return measured


def _fill(words: list[_Word], width: float, size: float, indent: float) -> Iterator[Line]:
    """Put as many words on each line as it takes; always yields at least one line."""
    current: list[_Word] = []
    used = 0.0
    room = (width - indent + _EPSILON) / size
    for word in words:
        space = text_width(" ", word.parts[0].face) if current else 0
        if used + space + word.width > room and current:
            yield _line(current, used * size, indent)
            current, used, space, indent = [], 0.0, 0, 0.0
            room = (width + _EPSILON) / size
        if word.width > room:
            *pieces, word = _break_word(word, room)
            for piece in pieces:
                yield _line([piece], piece.width * size, indent)
                indent = 0.0
        current.append(word)
        used += space + word.width
    yield _line(current, used * size, indent, is_last=True)


def _break_word(word: _Word, room: float) -> Iterator[_Word]:
    """Break a word that is longer than a line; `room` at one point."""
    done: list[Fragment] = []
    used = 0.0
    for part in word.parts:
        start = 0
        while True:
            count = _letters_within(part, start, room - used, force=not done)
            if start + count == len(part.text):
                break
            done.append(part._replace(text=part.text[start : start + count]))
            yield _measured([done])[0]
            done, used, start = [], 0.0, start + count
        done.append(part._replace(text=part.text[start:]))
        used += text_width(part.text[start:], part.face)
    yield _measured([done])[0]


def _letters_within(part: Fragment, start: int, room: float, *, force: bool) -> int:
    """Return how many letters from `start` fit, preferring to end at a "/" or "-" or a stop."""
    used, count, after_sign, before = 0.0, 0, 0, ""
    for char in part.text[start:]:
        used += text_width(char, part.face)
        if used > room:
            count = after_sign or count
            return max(count, 1) if force else count
        count += 1
        if char in "/-" or (char == "." and before.isdigit()):
            after_sign = count
        before = char
    return count


def _line(words: list[_Word], width: float, indent: float, is_last: bool = False) -> Line:
    """Join words into fragments: neighbours in one face become one string with its spaces."""
    fragments: list[Fragment] = []
    for number, word in enumerate(words):
        for place, part in enumerate(word.parts):
            text = f" {part.text}" if number and not place else part.text
            if fragments and fragments[-1][1:] == part[1:]:
                text = fragments.pop().text + text
            # Not `_replace`, which takes five times as long: each word of a report comes by here.
            fragments.append(Fragment(text, part.face, part.is_underlined))
    return Line(tuple(fragments), width, indent, is_last)


def _spaces(text: str) -> int:
    # ReportLab writes a no-break space as a space, so PDF stretches both.
    return text.count(" ") + text.count("\u00a0")
