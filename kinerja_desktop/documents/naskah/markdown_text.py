"""How Markdown is read: markdown-it set to the subset, and its words as runs of a naskah."""

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

from kinerja_desktop.documents.naskah.text import Run, Text, plain

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

#: How the address of a stored picture begins.
PICTURE_SCHEME = "gambar:"

_RULES = ["table", "list", "newline", "escape", "emphasis", "image", "balance_pairs"]
# Deeper lists are no lists: markdown-it would drop what is nested further than its own limit.
_DEEPEST_LIST = 5
_PICTURE = re.compile(r"!\[(?:[^\[\]\\]|\\.|\[[^\[\]]*\])*\]\(", re.DOTALL)


@cache
def parser() -> "MarkdownIt":
    """Return the parser of the subset; made once."""
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import list_block
    from markdown_it.rules_inline import image

    def shallow_list(state: Any, start: int, end: int, silent: bool) -> bool:
        return state.level < 2 * _DEEPEST_LIST and list_block(state, start, end, silent)

    def lone_image(state: Any, silent: bool) -> bool:
        # A picture inside the words of a picture says nothing, and thousands overflow the stack.
        # Looking first costs nothing; markdown-it would read to the end of the text each time.
        if state.env.get("in_picture") or not _PICTURE.match(state.src, state.pos):
            return False
        state.env["in_picture"] = True
        try:
            return image(state, silent)
        finally:
            state.env["in_picture"] = False

    made = MarkdownIt("zero").enable(_RULES)
    made.block.ruler.at("list", shallow_list, {"alt": ["paragraph"]})
    made.inline.ruler.at("image", lone_image)
    return made


def read_runs(tokens: Iterable["Token"], no_picture: str = "tidak ditemukan") -> Text:
    """Return words in their styles; a text all upright comes as ``str``.

    Args:
        tokens: what stands in a line of text.
        no_picture: why a picture stands there as words only.
    """
    runs: list[Run] = []
    bold = italic = 0
    for token in tokens:
        match token.type:
            case "strong_open" | "strong_close":
                bold += token.nesting
            case "em_open" | "em_close":
                italic += token.nesting
            case "softbreak" | "hardbreak":
                runs.append(Run("\n", bold > 0, italic > 0))
            case "image":
                runs.append(Run(_missing(token, no_picture), bold > 0, italic > 0))
            case _ if token.content:
                runs.append(Run(token.content, bold > 0, italic > 0))
    if not any(run.bold or run.italic for run in runs):
        return plain(tuple(runs))
    return tuple(_joined(runs))


def _joined(runs: Iterable[Run]) -> list[Run]:
    joined: list[Run] = []
    for run in runs:
        if joined and (joined[-1].bold, joined[-1].italic) == (run.bold, run.italic):
            joined[-1] = replace(run, text=joined[-1].text + run.text)
        else:
            joined.append(run)
    return joined


def strip_text(text: Text) -> Text:
    """Drop white space around a text, which pictures beside it leave behind."""
    if isinstance(text, str):
        return text.strip()
    runs = list(text)
    runs[0] = replace(runs[0], text=runs[0].text.lstrip())
    runs[-1] = replace(runs[-1], text=runs[-1].text.rstrip())
    return tuple(run for run in runs if run.text)


def picture_address(token: "Token") -> str:
    """Return the address of a picture; empty for anything else."""
    return str(token.attrs.get("src", "")) if token.type == "image" else ""


def list_pictures(text: str) -> list[str]:
    """Return the SHA-256 of every stored picture that a text names."""
    if PICTURE_SCHEME not in text:
        return []
    inline = (child for token in parser().parse(text) for child in token.children or [])
    addresses = (picture_address(token) for token in inline)
    return [
        address.removeprefix(PICTURE_SCHEME)
        for address in addresses
        if address.startswith(PICTURE_SCHEME)
    ]


def picture_caption(token: "Token") -> str:
    """Return the words of a picture."""
    words = plain(read_runs(token.children or [])).replace("\n", " ")
    return " ".join(filter(None, (words, str(token.attrs.get("title", "")))))


def _missing(token: "Token", reason: str) -> str:
    """Return the sentence for a picture that cannot be shown where it stands."""
    address = picture_address(token)
    known = address.startswith(PICTURE_SCHEME)
    words = " ".join(filter(None, (picture_caption(token), "" if known else address)))
    return f"[Gambar {reason}: {words}]" if words else f"[Gambar {reason}]"
