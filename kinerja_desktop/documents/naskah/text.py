"""The words of a naskah: pieces of text in one style, and how lines stand."""

from dataclasses import dataclass
from typing import Literal

Align = Literal["left", "center", "right", "justify", "decimal"]


@dataclass(frozen=True)
class Run:
    """A piece of text in one style."""

    text: str
    bold: bool = False
    italic: bool = False
    underline: bool = False


Text = str | tuple[Run, ...]


def plain(text: Text) -> str:
    """Return the words of a text without their style."""
    return text if isinstance(text, str) else "".join(run.text for run in text)
