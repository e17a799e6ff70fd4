"""Single cells of a workbook: what stands in them and how they look."""

import re
from copy import copy
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from kinerja_desktop.documents.fonts import MISSING
from kinerja_desktop.domain.angka.teks import WORD_SIGNS

Value = str | Decimal | None

_ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# A row so many rows on from a mark.
_COUNTED = re.compile(r"\{(\w+)([+-]\d+)\}")
# Excel holds no longer text in a cell.
_LONGEST_TEXT = 32_767
_CUT = " … (terpotong)"


@dataclass(frozen=True)
class Look:
    """How a cell looks; names and codes are Excel's own."""

    size: float
    bold: bool = False
    italic: bool = False
    horizontal: str = "left"
    vertical: str = "top"
    number_format: str = "General"
    fill: str = ""
    has_border: bool = False
    wraps: bool = False


class Looks:
    """Gives cells their looks; a look met before costs next to nothing."""

    def __init__(self) -> None:
        self._known: dict[Look, Any] = {}

    def dress(self, cell: Any, look: Look) -> None:
        """Give a cell its font, frame, alignment and number format."""
        if look not in self._known:
            _dress(cell, look)
            self._known[look] = copy(cell._style)
        else:
            cell._style = copy(self._known[look])


def _dress(cell: Any, look: Look) -> None:
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    cell.font = Font(name="Arial", size=look.size, bold=look.bold, italic=look.italic)
    wraps = look.wraps or look.has_border
    cell.alignment = Alignment(look.horizontal, look.vertical, wrap_text=wraps)
    cell.number_format = look.number_format
    if look.fill:
        cell.fill = PatternFill("solid", fgColor=look.fill)
    if look.has_border:
        thin = Side(style="thin")
        cell.border = Border(thin, thin, thin, thin)


def put(cell: Any, value: Value) -> None:
    """Write a value; a text stays a text even when it begins with ``=``, ``+``, ``-`` or ``@``."""
    if value is None:
        return
    if isinstance(value, Decimal):
        cell.value = value
        return
    text = _ILLEGAL.sub(MISSING, value.translate(WORD_SIGNS))
    if len(text) > _LONGEST_TEXT:
        text = text[: _LONGEST_TEXT - len(_CUT)] + _CUT
    cell.value = text
    cell.data_type = "s"
    # Else Excel makes a formula of it as soon as someone edits the cell.
    cell.quotePrefix = text.startswith(("=", "+", "-", "@"))


def put_formula(cell: Any, formula: str, **rows: int) -> None:
    """Write how a figure is reckoned; it is our own text, never what somebody typed.

    Args:
        cell: where it stands.
        formula: without ``=``; see `naskah.tables.Cell`.
        rows: what stands for its marks.
    """
    counted = _COUNTED.sub(lambda found: str(rows[found[1]] + int(found[2])), formula)
    cell.value = f"={counted.format(column=cell.column_letter, **rows)}"
    cell.data_type = "f"


def number_format(text: str) -> str:
    """Return Excel's code for a number that is printed so; Excel itself knows the decimal sign.

    "1.234" gives ``#,##0``, "93,75" gives ``0.00`` and "1.234,50" gives ``#,##0.00``.
    """
    whole, _, fraction = text.rstrip("%) ").partition(",")
    places = len(fraction) - len(fraction.lstrip("0123456789"))
    return ("#,##0" if "." in whole else "0") + (f".{'0' * places}" if places else "")
