"""What a list of contents says, the same in every format; page numbers come from the layout."""

from collections.abc import Iterable
from dataclasses import dataclass

from kinerja_desktop.documents.naskah.blocks import Block, Caption, ContentsKind, Heading

# A title as long as a page would push all others out of the list.
_LONGEST = 600


@dataclass(frozen=True)
class Entry:
    """One line of a list of contents; captions are all of level 1."""

    text: str
    level: int = 1


def contents_entries(blocks: Iterable[Block], kind: ContentsKind) -> list[Entry]:
    """Return the lines of a list; what stands in a box belongs to none."""
    entries: list[Entry] = []
    for block in blocks:
        match block:
            case Heading() if kind == "isi" and is_listed(block):
                entries.append(Entry(_shorten(block.text), block.level))
            case Caption() if kind == block.kind:
                entries.append(Entry(_shorten(block.text)))
    return entries


def is_listed(heading: Heading) -> bool:
    """Tell whether a heading stands in the daftar isi; the document's own title does not."""
    return heading.in_contents and heading.level > 0


def _shorten(text: str) -> str:
    line = text.replace("\n", " ")
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rstrip()} …"
