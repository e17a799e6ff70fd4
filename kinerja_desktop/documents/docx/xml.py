"""Words and runs as WordprocessingML; nothing else in this package escapes a text."""

from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from kinerja_desktop.documents.fonts import printable
from kinerja_desktop.documents.naskah_text import Run, Text


def twips(points: float) -> int:
    """Return points as Word counts lengths: twentieths of a point."""
    return round(points * 20)


def attribute(text: str) -> str:
    """Return a text as the value of an attribute, with its quotes."""
    return quoteattr(printable(text).replace("\n", " "))


def content(text: str) -> str:
    """Return a text as the content of an element, each character as it stands in the PDF."""
    return escape(printable(text))


def properties(*, bold: bool = False, italic: bool = False, underline: bool = False,
               size: float | None = None) -> str:  # fmt: skip
    """Return how a run looks, in the order that Word insists on; the size is in points."""
    parts = [
        "<w:b/>" * bold,
        "<w:i/>" * italic,
        f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>' if size else "",
        '<w:u w:val="single"/>' * underline,
    ]
    inside = "".join(parts)
    return f"<w:rPr>{inside}</w:rPr>" if inside else ""


def words(text: str, look: str = "") -> str:
    r"""Return one run; ``\n`` breaks the line."""
    lines = (
        f'<w:t xml:space="preserve">{line}</w:t>' * bool(line) for line in content(text).split("\n")
    )
    inside = "<w:br/>".join(lines)
    return f"<w:r>{look}{inside}</w:r>" if inside else ""


def tab(look: str = "") -> str:
    """Return a run that jumps to the next tab stop."""
    return f"<w:r>{look}<w:tab/></w:r>"


def runs(text: Text, *, bold: bool = False, italic: bool = False, size: float | None = None) -> str:
    """Return all runs of a text, which add to the look of the whole."""
    parts: Sequence[Run] = (Run(text),) if isinstance(text, str) else text
    return "".join(
        words(
            part.text,
            properties(
                bold=part.bold or bold, italic=part.italic or italic,
                underline=part.underline, size=size,
            ),
        )
        for part in parts
    )  # fmt: skip


def field(code: str, cached: str, look: str = "") -> str:
    """Return a field with what it shows until it is updated.

    Args:
        code: such as ``PAGE``.
        cached: runs.
        look: of the field's own signs.
    """
    return f"{field_start(code, look)}{cached}{field_end(look)}"


def field_start(code: str, look: str = "") -> str:
    """Return the beginning of a field, up to what it shows."""
    return (
        f'<w:r>{look}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{look}<w:instrText xml:space="preserve"> {escape(code)} </w:instrText></w:r>'
        f'<w:r>{look}<w:fldChar w:fldCharType="separate"/></w:r>'
    )


def field_end(look: str = "") -> str:
    """Return the end of a field."""
    return f'<w:r>{look}<w:fldChar w:fldCharType="end"/></w:r>'
