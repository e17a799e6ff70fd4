"""Write the whole office as one workbook, a sheet for each section."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from kinerja_desktop.disk import workbook_to_bytes
from kinerja_desktop.domain.angka.teks import clean_text
from kinerja_desktop.domain.capaian.rumus import KETERANGAN
from kinerja_desktop.domain.sections.fields import (
    TIDAK_LABEL,
    YA_LABEL,
    Describe,
    Field,
    Kind,
    Section,
)
from kinerja_desktop.exchange.workbook_layout import (
    CHOICES_SHEET,
    FIRST_ROW,
    GUIDE_SHEET,
    HEADING_ROW,
    HELP_ROW,
    NAME_ROW,
    TITLE_ROW,
    VERSION,
    VERSION_LABEL,
    Explain,
)
from kinerja_desktop.progress import Progress, silent, tell_through

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

_EXCEL_DIGITS = 15
_LONGEST_LIST = 255
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_EXPLAINED = ("indikator", "mata_anggaran", "sasaran", "tujuan")
_LAST_VALIDATED_ROW = 2000
#: Width and height of what is laid over a heading, in pixels.
_NOTE_AUTHOR, _NOTE_SIZE = "Kinerja Desktop", (280, 90)
#: Of so many rows one is told.
_TOLD = 50
_GUIDE = (
    "Buku kerja ini memuat seluruh data kantor, satu lembar untuk setiap bagian.",
    "Isi mulai baris 5. Baris judul dan baris 4 yang tersembunyi jangan diubah.",
    "Satu baris satu data. Baris dikenali dari kolom kuncinya (kode, nama, tahun): "
    "kode yang sama berarti data yang sama.",
    "Angka memakai koma desimal. Sel kosong berarti belum diisi; 0 adalah nilai.",
    "Persen ditulis 90 atau 90%: keduanya berarti 90. Sel berformat persen dibaca seperti tampil.",
    "Target rentang ditulis 7 s.d. 8. Predikat ditulis BB, WTP, dan seterusnya. "
    "Indikator ada atau tidak ditulis Ya atau Tidak.",
    "Triwulan ditulis 1, 2, 3, atau 4; kosong berarti setahun. Realisasi setahun yang diisi "
    "dipakai apa adanya; bila kosong, dihitung dari triwulan.",
    "Arah, Rumus khusus, dan kolom lain yang isinya tertentu dipilih dari daftar di selnya.",
    "Kolom abu-abu hanya keterangan dan tidak dibaca.",
    "Baris yang dihapus dari buku kerja tidak menghapus data di program.",
    "Rumus khusus: "
    + "; ".join(f"{arti.nama} = {arti.rumus}" for arti in KETERANGAN.values())
    + ".",
)


def write_workbook(
    rows: Mapping[str, Sequence[Mapping[str, Any]]],
    sections: Mapping[str, Section],
    describe: Describe,
    explain: Explain,
    progress: Progress = silent,
) -> bytes:
    """Return the workbook's bytes.

    Args:
        rows: rows of each section by key.
        sections: the sections, in the order of the sheets.
        describe: key text of a row that is referred to.
        explain: words beside such a key text.
        progress: told of the rows; what it raises ends the work.
    """
    from openpyxl import Workbook

    book = Workbook()
    _write_guide(book)
    choices = _Choices(book)
    for key, section in sections.items():
        sheet = book.create_sheet(section.title)
        _write_head(sheet, section, choices)
        told = tell_through(rows.get(key, ()), progress, f"Menulis {section.title}…", _TOLD)
        for number, row in enumerate(told, start=FIRST_ROW):
            _write_row(sheet, number, section, row, describe, explain)
    # People first see what they fill in.
    book.move_sheet(CHOICES_SHEET, len(sections))
    return workbook_to_bytes(book, progress)


def _write_guide(book: "Workbook") -> None:
    from openpyxl.styles import Alignment, Font

    sheet = book.active
    assert sheet is not None
    sheet.title = GUIDE_SHEET
    sheet.append(["Buku kerja Kinerja Desktop"])
    sheet["A1"].font = Font(bold=True, size=14)
    sheet.append([])
    for line in _GUIDE:
        sheet.append([line])
    sheet.append([])
    sheet.append([VERSION_LABEL, VERSION])
    sheet.column_dimensions["A"].width = 100
    for (cell,) in sheet.iter_rows(min_col=1, max_col=1):
        cell.alignment = Alignment(wrap_text=True, vertical="top")


class _Choices:
    """The lists of choices, a column each on a hidden sheet.

    A list within a cell's own rule holds at most 255 characters, and commas part its items.
    """

    def __init__(self, book: "Workbook") -> None:
        self._sheet = book.create_sheet(CHOICES_SHEET)
        self._sheet.sheet_state = "hidden"
        self._count = 0

    def place(self, labels: tuple[str, ...]) -> str:
        """Write a list down; return where it stands, as a formula."""
        self._count += 1
        for row, label in enumerate(labels, start=1):
            set_text(self._sheet.cell(row, self._count), label)
        letter = self._sheet.cell(1, self._count).column_letter
        return f"{CHOICES_SHEET}!${letter}$1:${letter}${len(labels)}"


def _write_head(sheet: "Worksheet", section: Section, choices: _Choices) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    sheet.cell(TITLE_ROW, 1, section.title).font = Font(bold=True, size=13)
    sheet.cell(HELP_ROW, 1, _help_text(section)).font = Font(italic=True, color="5F6B7A")
    for column, (name, label, width) in enumerate(_columns(section), start=1):
        heading = sheet.cell(HEADING_ROW, column)
        set_text(heading, label)
        heading.font = Font(bold=True)
        heading.fill = PatternFill("solid", fgColor="DCEAF5" if name else "ECECEC")
        heading.alignment = Alignment(wrap_text=True, vertical="center")
        sheet.cell(NAME_ROW, column, name)
        letter = get_column_letter(column)
        sheet.column_dimensions[letter].width = width
        if name:
            _explain(heading, section.field(name))
            _add_choices(sheet, section.field(name), letter, choices)
    sheet.row_dimensions[NAME_ROW].hidden = True
    sheet.freeze_panes = f"B{FIRST_ROW}"


def _help_text(section: Section) -> str:
    required = [field.label for field in section.fields if field.required]
    text = f"Wajib diisi: {', '.join(required)}." if required else ""
    return f"{text} Tunjuk judul kolom untuk penjelasannya.".strip()


def _explain(heading: "Cell | MergedCell", field: Field) -> None:
    """Lay what a column asks for over its heading, as Excel shows it when one points there."""
    from openpyxl.comments import Comment

    note = Comment(field.bantuan, _NOTE_AUTHOR)
    note.width, note.height = _NOTE_SIZE
    heading.comment = note


def _columns(section: Section) -> list[tuple[str, str, int]]:
    """Return (field name, heading, width); a column without a name only explains."""
    columns = []
    for field in section.fields:
        columns.append((field.name, field.label, field.lebar))
        if field.acuan in _EXPLAINED:
            columns.append(("", f"({field.label})", 36))
    return columns


def _add_choices(sheet: "Worksheet", field: Field, letter: str, choices: _Choices) -> None:
    from openpyxl.worksheet.datavalidation import DataValidation

    labels = tuple((field.choices or {}).values())
    if field.kind is Kind.YA_TIDAK:
        labels = (YA_LABEL, TIDAK_LABEL)
    if not labels:
        return
    formula = f'"{",".join(labels)}"'
    if len(formula) > _LONGEST_LIST or any("," in label for label in labels):
        formula = choices.place(labels)
    rule = DataValidation(type="list", formula1=formula, allow_blank=True)
    rule.error = "Pilih salah satu dari daftar."
    sheet.add_data_validation(rule)
    rule.add(f"{letter}{FIRST_ROW}:{letter}{_LAST_VALIDATED_ROW}")


def _write_row(
    sheet: "Worksheet",
    number: int,
    section: Section,
    row: Mapping[str, Any],
    describe: Describe,
    explain: Explain,
) -> None:
    from openpyxl.styles import Font

    column = 1
    for field in section.fields:
        value = row.get(field.name)
        _write_cell(sheet.cell(number, column), field, value, describe)
        column += 1
        if field.acuan not in _EXPLAINED:
            continue
        if value is not None:
            note = sheet.cell(number, column)
            set_text(note, explain(field.acuan, describe(field.acuan, value)))
            note.font = Font(color="5F6B7A")
        column += 1


def _write_cell(cell: "Cell | MergedCell", field: Field, value: Any, describe: Describe) -> None:
    if isinstance(value, Decimal) and len(value.as_tuple().digits) <= _EXCEL_DIGITS:
        cell.value = value
        places = -int(value.as_tuple().exponent)
        cell.number_format = "#,##0" if field.kind is Kind.RUPIAH else "0." + "0" * places
        if places <= 0 and field.kind is not Kind.RUPIAH:
            cell.number_format = "0"
    elif isinstance(value, Decimal):
        set_text(cell, field.format(value, copied=True))
    elif isinstance(value, date) and not isinstance(value, datetime):
        cell.value = value
        cell.number_format = "dd-mm-yyyy"
    elif isinstance(value, int) and not isinstance(value, bool):
        cell.value = value
    elif value is not None:
        set_text(cell, field.format(value, describe, copied=True))


def set_text(cell: "Cell | MergedCell", text: str) -> None:
    """Write text as text, and let Excel take what is typed over it as text too."""
    if put_text(cell, text):
        cell.number_format = "@"


def put_text(cell: "Cell | MergedCell", text: str) -> bool:
    """Write text as text: what begins with = must not become a formula; tell if there is any.

    Old data may hold signs that no file can: they are cleaned as at every entry.
    """
    # Excel reads _x0041_ as A, unless its first sign is written so itself (ECMA-376 22.9.2.19).
    text = _ESCAPE.sub("_x005F_", clean_text(text, keep_lines=True))
    if text:
        cell.value = text
        cell.data_type = "s"
    return bool(text)
