"""The type of all documents: Liberation Sans, which runs exactly as wide as Arial.

`docs/sakip.md` §9.

The four faces travel with the program and are embedded, so that a paper looks the same everywhere.
"""

import unicodedata
from functools import cache, lru_cache
from typing import Any

from kinerja_desktop.domain.angka.teks import WORD_SIGNS
from kinerja_desktop.paths import resource

#: The name under which ReportLab knows the upright face; the others add a suffix.
FAMILY = "LiberationSans"

#: Stands on the paper for a character that the font lacks, so that nothing is lost unseen.
MISSING = "\u25a0"

# Characters with no form of their own on paper; web pages and Word scatter them in texts.
_INVISIBLE = {0x00AD, 0x200B, 0x2060, 0xFEFF}
_LOOKALIKES = {
    "\t": " ",
    "\r": "\n",
    "\u2028": "\n",
    "\u2029": "\n",
    "\u2010": "-",
    "\u2011": "-",
    "\u202f": "\u00a0",
    "\u2007": "\u00a0",
    "\u2610": "\u25a1",
    "\u2611": "\u221a",
    "\u2713": "\u221a",
    "\u2714": "\u221a",
}
# Hebrew has glyphs, but lines are set from left to right only and would read backwards.
_RIGHT_TO_LEFT = {"R", "AL", "RLE", "RLO", "RLI", "AN"}


def face_name(bold: bool, italic: bool) -> str:
    """Return ReportLab's name of a face."""
    suffix = ("Bold" if bold else "") + ("Italic" if italic else "")
    return f"{FAMILY}-{suffix}" if suffix else FAMILY


@cache
def load_face(name: str) -> Any:
    """Register one face with ReportLab and return its metrics; each is read once."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    file = f"fonts/LiberationSans-{name.partition('-')[2] or 'Regular'}.ttf"
    font = TTFont(name, str(resource(file)))
    pdfmetrics.registerFont(font)
    return font.face


def load_faces() -> None:
    """Register all four faces; drawings name them without asking `text_width` first."""
    from reportlab.graphics.shapes import STATE_DEFAULTS

    # Else each drawing begins with Helvetica, which is not embedded.
    STATE_DEFAULTS["fontName"] = FAMILY
    for bold in (False, True):
        for italic in (False, True):
            load_face(face_name(bold, italic))


@lru_cache(maxsize=50_000)
def text_width(text: str, face: str) -> float:
    """Return how wide a printable text runs at a size of one point."""
    metrics = load_face(face)
    widths, default = metrics.charWidths, metrics.defaultWidth
    return float(sum(widths.get(ord(char), default) for char in text)) / 1000


def printable(text: str) -> str:
    r"""Return the text with each character that the font lacks replaced by `MISSING`.

    ``\n`` stays; letters typed as letter plus accent are joined.
    """
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n")).translate(_PRINTABLE)


class _Printable(dict[int, str]):
    """The table of `str.translate`, filled as characters turn up."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        known = _LOOKALIKES.get(char) or WORD_SIGNS.get(code)
        self[code] = result = known or _judge(char)
        return result


def _judge(char: str) -> str:
    if char == "\n":
        return char
    if ord(char) in _INVISIBLE:
        return ""
    category = unicodedata.category(char)
    has_form = category not in {"Cc", "Cf", "Cs", "Co", "Cn"}
    is_readable = unicodedata.bidirectional(char) not in _RIGHT_TO_LEFT
    return char if has_form and is_readable and _has_glyph(ord(char)) else MISSING


def _has_glyph(code: int) -> bool:
    return code in load_face(FAMILY).charToGlyph


_PRINTABLE = _Printable()
