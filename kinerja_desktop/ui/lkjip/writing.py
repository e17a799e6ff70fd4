"""What the buttons and keys of the editor make of Markdown: plain text in, plain text out."""

import re
import unicodedata
from collections.abc import Sequence

from kinerja_desktop.domain.markdown import escape_markdown

BOLD, ITALIC = "**", "*"

_ITEM = re.compile(r"^(\s*)(?:([-*+])|(\d{1,9})([.)]))(\s+|$)")
# What other programs leave in copied text and no paper shows: control and format characters.
_INVISIBLE = {"Cc", "Cf", "Cs"}
_PLACE_OF_OBJECT = "\ufffc"
_LINE_ENDS = str.maketrans({"\u2028": "\n", "\u2029": "\n", "\x0b": "\n", "\x0c": "\n"})


def clean_text(text: str) -> str:
    """Return a pasted text with plain line ends and without control characters."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").translate(_LINE_ENDS)
    return "".join(
        char
        for char in lines
        if char in "\n\t"
        or (char != _PLACE_OF_OBJECT and unicodedata.category(char) not in _INVISIBLE)
    )


def toggle_mark(text: str, mark: str) -> str:
    """Make a selected text bold or italic, or plain again; each line keeps marks of its own.

    Args:
        text: what is selected.
        mark: `BOLD` or `ITALIC`.
    """
    lines = text.split("\n")
    words = [_split_item(line)[1].strip() for line in lines]
    marked = all(_is_marked(word, mark) for word in words if word)
    return "\n".join(
        _mark_line(line, mark, off=marked) if word else line
        for line, word in zip(lines, words, strict=True)
    )


def toggle_list(lines: Sequence[str], *, numbered: bool) -> list[str]:
    """Make lines the items of a list, or plain lines again; blank lines stay blank."""
    filled = [line for line in lines if line.strip()]
    if filled and all(_kind(line) == ("number" if numbered else "bullet") for line in filled):
        return [_split_item(line)[1] if line.strip() else line for line in lines]
    made, number = [], 0
    for line in lines:
        if not line.strip() and filled:
            made.append(line)
            continue
        number += 1
        made.append((f"{number}. " if numbered else "- ") + _split_item(line)[1].lstrip())
    return made


def continue_item(line: str) -> str | None:
    """Return what the line after an item of a list begins with.

    Returns:
        The next label; an empty text when the item is blank, so that the list ends there;
        ``None`` when the line is no item.
    """
    found = _ITEM.match(line)
    if not found:
        return None
    if not line[found.end() :].strip():
        return ""
    indent, bullet, number, sign, _ = found.groups()
    return f"{indent}{bullet} " if bullet else f"{indent}{int(number) + 1}{sign} "


def make_table(rows: Sequence[Sequence[str]]) -> str:
    """Return a table as Markdown, the first row as its head."""
    width = max(len(row) for row in rows)
    filled = [[*row, *[""] * (width - len(row))] for row in rows]
    lines = ["| " + " | ".join(row) + " |" for row in filled]
    return "\n".join([lines[0], "|" + " --- |" * width, *lines[1:]])


def blank_table(rows: int, columns: int) -> str:
    """Return a table to be filled in."""
    head = [f"Kolom {number}" for number in range(1, columns + 1)]
    return make_table([head, *[[""] * columns for _ in range(rows)]])


def read_pasted_table(text: str) -> str | None:
    """Return cells copied from Excel or Word as a table; ``None`` when the text is no table."""
    lines = text.rstrip("\n").split("\n")
    if not all("\t" in line for line in lines):
        return None
    cells = [[escape_markdown(cell.strip()) for cell in line.split("\t")] for line in lines]
    return make_table(cells)


def make_picture(address: str, words: str) -> str:
    """Return a picture as Markdown.

    Args:
        address: ``gambar:<sha256>``.
        words: what it shows; its caption.
    """
    return f"![{escape_markdown(' '.join(words.split()))}]({address})"


def _split_item(line: str) -> tuple[str, str]:
    found = _ITEM.match(line)
    end = found.end() if found else 0
    return line[:end], line[end:]


def _kind(line: str) -> str:
    found = _ITEM.match(line)
    if not found:
        return ""
    return "bullet" if found.group(2) else "number"


def _is_marked(words: str, mark: str) -> bool:
    stars = len(words) - len(words.lstrip("*")), len(words) - len(words.rstrip("*"))
    # Three stars are bold and italic; two are not italic.
    enough = (1, 3) if mark == ITALIC else (2, 3)
    return len(words) > 2 * len(mark) and all(count in enough for count in stars)


def _mark_line(line: str, mark: str, *, off: bool) -> str:
    label, rest = _split_item(line)
    words = rest.strip()
    before = rest[: len(rest) - len(rest.lstrip())]
    after = rest[len(rest.rstrip()) :]
    if off:
        words = words[len(mark) : -len(mark)]
    elif not _is_marked(words, mark):
        words = f"{mark}{words}{mark}"
    return f"{label}{before}{words}{after}"
