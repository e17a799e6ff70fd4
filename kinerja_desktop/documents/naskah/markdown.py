r"""What the office writes in a report: a small Markdown, and the blocks of a naskah that it says.

The subset: paragraphs, **bold** and *italic*, bullet and numbered lists, simple tables, pictures
``![keterangan](gambar:<sha256>)``. A line end is a line end on the paper, because that is what
whoever presses Enter means. Everything else (headings, code, quotes, links, HTML) is no markup
here and stands on the paper as it was typed, so that nothing is lost unseen.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from kinerja_desktop.documents.naskah.blocks import Block, ImageBlock, Paragraph
from kinerja_desktop.documents.naskah.markdown_text import (
    PICTURE_SCHEME,
    parser,
    picture_address,
    picture_caption,
    read_runs,
    strip_text,
)
from kinerja_desktop.documents.naskah.tables import Cell, Column, Row, Table
from kinerja_desktop.documents.naskah.text import Align, Text, plain

if TYPE_CHECKING:
    from markdown_it.token import Token

#: Bytes of a stored picture by its SHA-256; ``None`` when there is none.
Pictures = Callable[[str], bytes | None]

_BULLETS = ("•", "–")
_STEP = 7.0
_PER_SIGN = 2.5
_WEIGHTS = (6, 40)
_ALIGNS: dict[str, Align] = {"center": "center", "right": "right"}


def markdown_blocks(text: str, pictures: Pictures) -> tuple[Block, ...]:
    """Return the blocks that a text says.

    Args:
        text: Markdown as the office wrote it; any text is accepted.
        pictures: finds the stored pictures.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    writer = _Writer(lines.split("\n"), pictures)
    writer.write(parser().parse(lines))
    return tuple(writer.blocks)


@dataclass
class _List:
    """A list that is being written; ``first`` is ``None`` for bullets."""

    first: int | None
    sign: str
    depth: int
    count: int = 0

    def next_label(self, typed: str) -> str:
        """Return what stands before the next item.

        Args:
            typed: its number in the text. Equal numbers are counted; any other is kept.
        """
        level = min(self.depth, 1)
        if self.first is None:
            return _BULLETS[level]
        number = self.first + self.count if int(typed) == self.first else int(typed)
        self.count = number - self.first + 1
        return f"{_letters(number) if level and number else number}{self.sign}"


def _letters(number: int) -> str:
    """Count a, b … z, aa, ab, and so on."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters


@dataclass
class _Writer:
    """Goes through the tokens of markdown-it and writes blocks."""

    lines: list[str]
    pictures: Pictures
    blocks: list[Block] = field(default_factory=list)
    lists: list[_List] = field(default_factory=list)
    label: str = ""

    def write(self, tokens: Sequence["Token"]) -> None:
        """Turn the parsed tokens of a text into blocks."""
        space: float | None = None
        table: _TableWriter | None = None
        for token in tokens:
            match token.type:
                case "bullet_list_open":
                    self._flush_label()
                    self.lists.append(_List(None, "", len(self.lists)))
                case "ordered_list_open":
                    self._flush_label()
                    start = int(token.attrs.get("start", 1))
                    self.lists.append(_List(start, token.markup, len(self.lists)))
                case "bullet_list_close" | "ordered_list_close":
                    self.lists.pop()
                    self._open_space()
                case "list_item_open":
                    self.label = self.lists[-1].next_label(token.info)
                case "list_item_close":
                    self._flush_label()
                case "paragraph_open":
                    space = 2 if token.hidden else None
                case "table_open":
                    self._flush_label()
                    table = _TableWriter(self.lines)
                case "table_close" if table:
                    self.blocks.append(table.finish())
                    table = None
                case "inline" if table is None:
                    self._paragraph(token.children or [], space)
            if table:
                table.take(token)

    def _open_space(self) -> None:
        """Give the last item of a list the space of a paragraph."""
        if not self.lists and self.blocks and isinstance(last := self.blocks[-1], Paragraph):
            self.blocks[-1] = replace(last, space_after=None)

    def _flush_label(self) -> None:
        """Print the label of an item that does not begin with words."""
        if self.label:
            self._say("", 2)

    def _paragraph(self, tokens: Sequence["Token"], space: float | None) -> None:
        waiting: list[Token] = []
        for token in tokens:
            found = self._picture(token)
            if found is None:
                waiting.append(token)
                continue
            self._say(read_runs(waiting), space, skip_empty=True)
            waiting = []
            caption = picture_caption(token)
            self._flush_label()
            self.blocks.append(ImageBlock(found, alt=caption))
            if caption:
                self.blocks.append(Paragraph(caption, "center", italic=True, space_after=8))
        self._say(read_runs(waiting), space, skip_empty=bool(tokens) and not waiting)

    def _picture(self, token: "Token") -> bytes | None:
        address = picture_address(token)
        if not address.startswith(PICTURE_SCHEME):
            return None
        return self.pictures(address.removeprefix(PICTURE_SCHEME))

    def _say(self, text: Text, space: float | None, *, skip_empty: bool = False) -> None:
        text = strip_text(text)
        if skip_empty and not text:
            return
        depth = len(self.lists)
        if not depth:
            self.blocks.append(Paragraph(text, "justify", space_after=space))
            return
        label, self.label = self.label, ""
        hang = max(_STEP, _PER_SIGN * len(label))
        indent = (depth - 1) * _STEP
        if label:
            block = Paragraph(text, "justify", indent=indent, label=label, hang=hang)
        else:
            block = Paragraph(text, "justify", indent=indent + _STEP)
        self.blocks.append(replace(block, space_after=space))


class _TableWriter:
    """Collects the heads and cells of one table."""

    def __init__(self, lines: list[str]) -> None:
        self._lines = lines
        self._aligns: list[Align] = []
        self._rows: list[list[Text]] = []

    def take(self, token: "Token") -> None:
        """Take a token that lies inside the table."""
        match token.type:
            case "th_open":
                style = str(token.attrs.get("style", ""))
                self._aligns.append(_ALIGNS.get(style.partition(":")[2], "left"))
            case "tr_open":
                self._rows.append([])
                self._line = token.map[0] if token.map else None
            case "inline":
                self._rows[-1].append(_cell(token))
            case "tr_close" if self._line is not None and len(self._rows) > 1:
                self._rows[-1].extend(self._beyond(self._line))

    def _beyond(self, number: int) -> list[Text]:
        """Return the cells of a line that markdown-it drops: those with no head above them."""
        from markdown_it.rules_block.table import escapedSplit

        cells = escapedSplit(self._lines[number].strip())
        cells = cells[1:] if cells and not cells[0] else cells
        cells = cells[:-1] if cells and not cells[-1] else cells
        beyond = cells[len(self._rows[0]) :]
        return [_cell(parser().parseInline(cell.strip())[0]) for cell in beyond]

    def finish(self) -> Table:
        """Return the table; a head row without words is no head."""
        count = max(len(row) for row in self._rows)
        rows = [row + [""] * (count - len(row)) for row in self._rows]
        aligns = self._aligns + ["left"] * (count - len(self._aligns))
        columns = tuple(
            Column(rows[0][place], _weight(row[place] for row in rows), aligns[place])
            for place in range(count)
        )
        body = tuple(Row(tuple(Cell(text) for text in row)) for row in rows[1:])
        return Table(columns, body, has_head=any(plain(text).strip() for text in rows[0]))


def _weight(texts: Iterable[Text]) -> float:
    least, most = _WEIGHTS
    return min(max(least, *(len(plain(text)) for text in texts)), most)


def _cell(token: "Token") -> Text:
    return strip_text(read_runs(token.children or [], "tidak dapat ditaruh di dalam tabel"))
