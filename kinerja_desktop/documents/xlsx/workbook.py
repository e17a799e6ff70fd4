"""A naskah's tables as a workbook: one sheet that looks like the print, one flat sheet "Data".

Figures are numbers, not texts, so that the receiver can go on computing. Equal input gives equal
bytes: a workbook's own clock times are set to a fixed moment.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from kinerja_desktop.disk import workbook_to_bytes
from kinerja_desktop.documents.naskah.blocks import (
    Caption,
    Heading,
    KeyValues,
    Naskah,
    Paragraph,
    SignatureBlock,
)
from kinerja_desktop.documents.naskah.cell_places import CellPlace, cell_places, head_rows
from kinerja_desktop.documents.naskah.tables import Cell, Table
from kinerja_desktop.documents.naskah.text import plain
from kinerja_desktop.documents.xlsx.cells import Look, Looks, Value, number_format, put, put_formula
from kinerja_desktop.documents.xlsx.sheet_layout import measure_line, measure_rows, spread_columns

_EPOCH = (2000, 1, 1, 0, 0, 0)
_MOMENT = "2000-01-01T00:00:00Z"
# Excel's numbers for paper sizes; 14 is folio, 8,5 × 13 inch, which Indonesia calls F4.
_PAPER_CODES = {"F4": 14, "A4": 9}
# Width of all columns together, in Excel's unit: about one letter.
_SHEET_WIDTH, _UPRIGHT_WIDTH = 150.0, 105.0


@dataclass(frozen=True)
class FlatSheet:
    """A sheet with one head row and plain rows, for pivot tables and other programs."""

    heads: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    title: str = "Data"


def render_xlsx(naskah: Naskah, sheet_title: str, flat: FlatSheet) -> bytes:
    r"""Write the head, the tables and the foot of a naskah, and the flat sheet behind.

    Args:
        naskah: its charts, pictures and kop are left out; its first table gives the columns.
        sheet_title: at most 31 characters, none of ``[]:*?/\``.
        flat: what the second sheet holds.
    """
    from openpyxl import Workbook

    book = Workbook()
    sheet: Any = book.active
    sheet.title = sheet_title
    _Printed(sheet, naskah).write()
    flat_sheet = book.create_sheet(flat.title)
    _write_flat(flat_sheet, flat)
    if naskah.is_archival:
        _set_flat_page(flat_sheet, naskah)
    book.properties.title = naskah.title
    day = naskah.tanggal if naskah.is_archival else None
    book.properties.creator = (naskah.author if day else "") or "Kinerja Desktop"
    book.properties.language = naskah.language
    return _without_clock(workbook_to_bytes(book), f"{day}T00:00:00Z" if day else _MOMENT)


class _Printed:
    """Writes the sheet that looks like the print, row after row."""

    def __init__(self, sheet: Any, naskah: Naskah) -> None:
        self._sheet = sheet
        self._looks = Looks()
        self._naskah = naskah
        tables = [block for block in naskah.blocks if isinstance(block, Table)]
        self._width = max((len(table.columns) for table in tables), default=1)
        self._row = 1
        # Of the latest table: its first row below the heads, and its last one.
        self._first, self._last = 1, 1
        self._weights = [column.weight for column in tables[0].columns] if tables else []
        if tables:
            self._set_widths(tables[0])

    def write(self) -> None:
        """Write all blocks that a sheet can hold."""
        self._set_page()
        for block in self._naskah.blocks:
            match block:
                case Heading() | Caption():
                    is_centred = isinstance(block, Caption) or block.level == 0
                    self._write_line(block.text, bold=True, centred=is_centred)
                case Paragraph():
                    self._write_line(f"{block.label} {plain(block.text)}".strip(), bold=block.bold)
                case KeyValues():
                    self._write_values(block)
                case Table():
                    self._write_table(block)
                case SignatureBlock():
                    self._write_signatures(block)

    def _set_page(self) -> None:
        sheet = self._sheet
        sheet.page_setup.orientation = "landscape" if self._naskah.landscape else "portrait"
        sheet.page_setup.paperSize = _PAPER_CODES[self._naskah.paper.name]
        sheet.page_setup.fitToHeight = 0
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        sheet.print_options.horizontalCentered = True
        sheet.oddFooter.right.text = "Halaman &P dari &N"
        if self._naskah.kode:
            sheet.oddFooter.left.text = f"Kode verifikasi: {self._naskah.kode}"

    def _set_widths(self, table: Table) -> None:
        from openpyxl.utils import get_column_letter

        total = sum(column.weight for column in table.columns)
        is_upright = self._naskah.is_archival and not self._naskah.landscape
        whole = _UPRIGHT_WIDTH if is_upright else _SHEET_WIDTH
        for number, column in enumerate(table.columns, start=1):
            width = max(6.0, round(column.weight / total * whole, 1))
            self._sheet.column_dimensions[get_column_letter(number)].width = width

    def _write_line(self, text: str, *, bold: bool = False, centred: bool = False) -> None:
        cell = self._sheet.cell(self._row, 1)
        self._looks.dress(cell, Look(10, bold=bold, horizontal="center" if centred else "left"))
        put(cell, text)
        if centred:
            self._merge(self._row, 1, self._row, self._width)
        self._row += 1

    def _write_values(self, block: KeyValues) -> None:
        """Write facts as lines; figures stand in their columns instead of in words."""
        for place, (label, value) in enumerate(block.rows):
            figures = block.figures[place] if block.figures else ()
            if not figures:
                self._write_fact(f"{label}: {plain(value)}", bold=block.bold)
                continue
            row = self._row
            self._write_line(f"{label}:", bold=block.bold)
            for figure in figures:
                cell = self._sheet.cell(row, figure.column + 1)
                look = Look(
                    10,
                    bold=block.bold,
                    horizontal="right",
                    number_format=number_format(figure.text),
                )
                self._looks.dress(cell, look)
                put(cell, figure.number)
                if figure.formula:
                    put_formula(cell, figure.formula, row=row, first=self._first, last=self._last)
                if figure.words:
                    behind = self._sheet.cell(row, figure.column + 2)
                    self._looks.dress(behind, Look(10, bold=block.bold))
                    put(behind, figure.words)

    def _write_fact(self, text: str, *, bold: bool) -> None:
        """Write a fact in a row for each of its lines, broken where it is wider than the sheet."""
        if not self._naskah.is_archival:
            self._write_line(text, bold=bold)
            return
        for line in text.splitlines():
            height = measure_line(line, self._list_widths(), bold=bold)
            if height:
                self._looks.dress(self._sheet.cell(self._row, 1), Look(10, bold=bold, wraps=True))
                put(self._sheet.cell(self._row, 1), line)
                self._sheet.row_dimensions[self._row].height = height
                self._merge(self._row, 1, self._row, self._width)
                self._row += 1
            else:
                self._write_line(line, bold=bold)

    def _list_widths(self) -> list[float]:
        from openpyxl.utils import get_column_letter

        sizes = self._sheet.column_dimensions
        return [sizes[get_column_letter(n + 1)].width for n in range(self._width)]

    def _merge(self, top: int, left: int, bottom: int, right: int) -> None:
        from openpyxl.worksheet.cell_range import CellRange

        if (top, left) != (bottom, right):
            # `merge_cells` compares with every earlier one, which takes minutes in large tables.
            area = CellRange(min_row=top, min_col=left, max_row=bottom, max_col=right)
            self._sheet.merged_cells.ranges.add(area)

    def _write_table(self, table: Table) -> None:
        heads = head_rows(table.columns, numbered=table.numbered) if table.has_head else ()
        rows = (*heads, *table.rows)
        first = self._row
        edges = spread_columns(table, self._weights)
        places = cell_places(rows, len(table.columns))
        if self._naskah.is_archival:
            self._set_heights(places, edges)
        for place in places:
            align = place.cell.align or table.columns[place.column].align
            is_bold = place.cell.bold or rows[place.row].is_total
            left, right = edges[place.column] + 1, edges[place.column_end]
            box = (first + place.row, left, first + place.row_end - 1, right)
            self._write_cell(place.cell, box, align, is_bold)
            if place.cell.formula:
                put_formula(
                    self._sheet.cell(*box[:2]),
                    place.cell.formula,
                    row=box[0],
                    first=first + len(heads),
                    above=box[0] - 1,
                )
        self._first, self._last = first + len(heads), first + len(rows) - 1
        self._row = first + len(rows)
        if heads:
            self._sheet.freeze_panes = f"A{first + len(heads)}"
            self._sheet.print_title_rows = f"{first}:{first + len(heads) - 1}"
        self._row += 1

    def _set_heights(self, places: Sequence[CellPlace], edges: Sequence[int]) -> None:
        for row, height in measure_rows(places, edges, self._list_widths()).items():
            self._sheet.row_dimensions[self._row + row].height = height

    def _write_cell(
        self, cell: Cell, box: tuple[int, int, int, int], align: str, is_bold: bool
    ) -> None:
        top, left, bottom, right = box
        is_number = cell.number is not None
        look = Look(
            9,
            bold=is_bold,
            italic=cell.italic,
            horizontal="right" if is_number else "center" if align == "decimal" else align,
            vertical="center" if cell.valign == "middle" else "top",
            number_format=number_format(plain(cell.text)) if is_number else "General",
            fill=cell.fill.removeprefix("#"),
            has_border=True,
        )
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                self._looks.dress(self._sheet.cell(row, column), look)
        put(self._sheet.cell(top, left), cell.number if is_number else plain(cell.text))
        self._merge(*box)

    def _write_signatures(self, block: SignatureBlock) -> None:
        """Write who signs, in words below each other; a workbook is not signed in ink."""
        self._row += 1
        for signature in filter(None, (block.left, block.right)):
            for line in (signature.date_line, *signature.head, signature.name, *signature.below):
                if line:
                    self._write_line(line, bold=line == signature.name)
            self._row += 1
        for other in block.aside:
            if isinstance(other, Paragraph):
                self._write_line(f"{other.label} {plain(other.text)}".strip())


def _write_flat(sheet: Any, flat: FlatSheet) -> None:
    from openpyxl.utils import get_column_letter

    looks = Looks()
    for number, row in enumerate((flat.heads, *flat.rows), start=1):
        for column, value in enumerate(row, start=1):
            cell = sheet.cell(number, column)
            looks.dress(cell, Look(9, bold=number == 1))
            put(cell, value)
    for column, head in enumerate(flat.heads, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = max(12, min(len(head) + 4, 40))
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions


def _set_flat_page(sheet: Any, naskah: Naskah) -> None:
    """Let the flat sheet print across, as wide as the paper, its heads on every page."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = _PAPER_CODES[naskah.paper.name]
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "1:1"
    sheet.oddFooter.right.text = "Halaman &P dari &N"


def _without_clock(workbook: bytes, moment: str) -> bytes:
    """Set all times inside the file to the day of the document, or to one fixed moment."""
    out = BytesIO()
    with ZipFile(BytesIO(workbook)) as source, ZipFile(out, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "docProps/core.xml":
                data = re.sub(rb"(<dcterms:\w+[^>]*>)[^<]*", rb"\g<1>" + moment.encode(), data)
            info = ZipInfo(name, _EPOCH)
            info.compress_type = ZIP_DEFLATED
            target.writestr(info, data)
    return out.getvalue()
