"""Flat sheets of many thousand rows, for pivot tables and other programs.

They are written row after row, so that the memory holds one row and not a million cells; what a
figure is stays a number, and a day a day.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from kinerja_desktop.documents.xlsx.cells import put

FlatValue = str | Decimal | int | date | None

_DAY = "dd-mm-yyyy"
# What Excel or openpyxl takes for a formula or a failed one, and what Excel makes one when edited.
_MARKED = ("=", "+", "-", "@", "#")
_LONGEST = 32_767
# Excel's number for folio, 8,5 × 13 inch, which Indonesia calls F4.
_FOLIO = 14


@dataclass(frozen=True)
class LongSheet:
    """A sheet with one head row; its rows are read once, as they are written.

    Attributes:
        heads: the words above its columns, and how wide each is, in letters.
    """

    title: str
    heads: Mapping[str, int]
    rows: Iterable[tuple[FlatValue, ...]]


def render_flat(sheets: Iterable[LongSheet], title: str, author: str) -> bytes:
    r"""Write a workbook of flat sheets.

    Args:
        sheets: in their order; a title has at most 31 characters, none of ``[]:*?/\``.
        title: for the file's properties.
        author: the same.

    What reading a row raises ends the work.
    """
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    try:
        for sheet in sheets:
            _write(book.create_sheet(sheet.title), sheet)
    except BaseException:
        # Who stops in the middle of a row would else leave an XML writer that fails when it goes.
        for begun in book.worksheets:
            begun.close()
        raise
    book.properties.title = title
    book.properties.creator = author
    return _to_bytes(book)


def _write(target: Any, sheet: LongSheet) -> None:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet._writer import WorksheetWriter

    target.freeze_panes = "A2"
    for column, width in enumerate(sheet.heads.values(), start=1):
        target.column_dimensions[get_column_letter(column)].width = width
    # Printed across on F4, as wide as the paper, its heads on every page.
    target.page_setup.orientation = "landscape"
    target.page_setup.paperSize = _FOLIO
    target.page_setup.fitToHeight = 0
    target.sheet_properties.pageSetUpPr.fitToPage = True
    target.print_title_rows = "1:1"
    target.oddFooter.right.text = "Halaman &P dari &N"
    # In memory: its own would leave a file of its own in the system's temporary folder.
    target._writer = WorksheetWriter(target, BytesIO())
    target._writer.write_top()
    bold = Font(bold=True)
    heads = [WriteOnlyCell(target, head) for head in sheet.heads]
    for cell in heads:
        cell.font = bold
    target.append(heads)
    count = 1
    # Most texts stand in many rows, and are looked at once.
    plain: set[FlatValue] = set()
    for row in sheet.rows:
        count += 1
        if all(value in plain or _is_plain(value, plain) for value in row):
            target.append(row)
        else:
            target.append([_dress(target, value) for value in row])
    target.auto_filter.ref = f"A1:{get_column_letter(len(sheet.heads))}{count}"


def _is_plain(value: FlatValue, plain: set[FlatValue]) -> bool:
    """Tell whether a value is written as it is, which is what most are; note a text that is."""
    if not isinstance(value, str):
        return not isinstance(value, date)
    if value.isprintable() and len(value) <= _LONGEST and not value.startswith(_MARKED):
        plain.add(value)
        return True
    return False


def _dress(target: Any, value: FlatValue) -> Any:
    # All cells of such a row: openpyxl would give the look of one to those behind it.
    from openpyxl.cell import WriteOnlyCell

    if value is None:
        return None
    cell = WriteOnlyCell(target)
    if isinstance(value, str):
        put(cell, value)
    else:
        cell.value = value
        if isinstance(value, date):
            cell.number_format = _DAY
    return cell


def _to_bytes(book: Any) -> bytes:
    from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
    from openpyxl.writer.excel import ExcelWriter

    class Writer(ExcelWriter):
        def write_worksheet(self: Any, ws: Any) -> None:
            ws._drawing = SpreadsheetDrawing()
            ws._drawing.charts, ws._drawing.images = ws._charts, ws._images
            ws.close()
            ws._rels = ws._writer._rels
            self._archive.writestr(ws.path[1:], ws._writer.out.getvalue())
            self.manifest.append(ws)

    out = BytesIO()
    Writer(book, ZipFile(out, "w", ZIP_DEFLATED)).save()
    return out.getvalue()
