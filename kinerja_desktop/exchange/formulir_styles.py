"""How a form looks on screen and paper: styles, rules of its cells, the page."""

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from kinerja_desktop.domain.pengumpulan.lembar import BUKTI, RUPIAH, IndikatorDitanya
from kinerja_desktop.domain.sections.fields import Field
from kinerja_desktop.exchange.formulir_layout import KOLOM

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

#: Excel's number for F4/folio, 8.5 × 13 inch (ECMA-376 18.3.1.63).
_FOLIO = 14
_YELLOW, _GREY, _RED, _HEAD = "FFF8D6", "EEEEEE", "F8CBAD", "DCEAF5"
_FONT = "Arial"
_REASON_WIDTH = 44


#: Where openpyxl keeps the parts of styles that cells refer to by number.
_TABLES = (
    "_fonts", "_fills", "_borders", "_alignments", "_protections", "_number_formats",
    "_cell_styles",
)  # fmt: skip


class Styles:
    """The looks of a form by name, laid into a workbook.

    Args:
        book: a new one, without any looks yet.
    """

    def __init__(self, book: "Workbook") -> None:
        from openpyxl.utils.indexed_list import IndexedList

        template, self._made = _make_looks()
        for name in _TABLES:
            made = getattr(template, name)
            table: Any = IndexedList()
            list.extend(table, made)
            vars(table).update(vars(made), _dict=dict(made._dict))
            setattr(book, name, table)

    def __getitem__(self, name: str) -> Any:
        return self._made[name]

    def comment(self, cell: "Cell | MergedCell", text: str) -> None:
        """Lay a note on a cell."""
        from openpyxl.comments import Comment

        cell.comment = Comment(text, "Kinerja Desktop", height=120, width=280)


@lru_cache(1)
def _make_looks() -> "tuple[Workbook, Mapping[str, Any]]":
    """Make every look once: openpyxl takes as long for them as for the rest of a form."""
    from openpyxl import Workbook

    book = Workbook()
    return book, _Looks(book.worksheets[0]).made


class _Looks:
    """Makes looks on a sheet that is thrown away: openpyxl makes them only for cells."""

    def __init__(self, sheet: "Worksheet") -> None:
        from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side

        thin = Side(style="thin", color="808080")
        self._box = Border(left=thin, right=thin, top=thin, bottom=thin)
        self._sheet = sheet
        self.made: dict[str, Any] = {}
        self._row = 0
        open_cell = Protection(locked=False)
        plain, bold = Font(name=_FONT, size=9), Font(name=_FONT, size=9, bold=True)

        def wrap(horizontal: str | None = None, vertical: str = "top") -> Alignment:
            return Alignment(wrap_text=True, vertical=vertical, horizontal=horizontal)

        centre = Alignment(horizontal="center", vertical="center")
        for name, size in (("kop", 12), ("kop besar", 15), ("judul", 12), ("alamat", 9)):
            font = Font(name=_FONT, size=size, bold=name != "alamat")
            self._make(name, font=font, alignment=centre)
        self._make("garis", border=Border(bottom=Side(style="double")))
        self._make("tebal", font=bold, alignment=Alignment(vertical="center"))
        self._make("biasa", font=plain, alignment=Alignment(vertical="center"))
        self._make("petunjuk", font=Font(name=_FONT, size=9, italic=True), alignment=wrap())
        self._make("kepala", font=bold, alignment=wrap("center", "center"), border=self._box,
                   fill=PatternFill("solid", fgColor=_HEAD))  # fmt: skip
        self._make("cetak", font=plain, alignment=wrap(), border=self._box)
        self._make("tengah", font=plain, alignment=wrap("center"), border=self._box)
        self._make("kanan", font=plain, alignment=wrap("right"), border=self._box)
        self._make("tertutup", fill=PatternFill("solid", fgColor=_GREY), border=self._box)
        self._make("alasan", font=bold, alignment=wrap(), border=self._box)
        self._make("salah", font=bold, alignment=wrap("center", "center"), border=self._box,
                   fill=PatternFill("solid", fgColor=_RED))  # fmt: skip
        for suffix, colour in (("", _YELLOW), (" salah", _RED)):
            fill = PatternFill("solid", fgColor=colour)
            for name, code, horizontal in (
                ("teks", "General", "left"), ("angka", "General", "right"),
                ("rupiah", "#,##0", "right"),
            ):  # fmt: skip
                self._make(
                    f"{name}{suffix}", font=plain, fill=fill, border=self._box,
                    alignment=wrap(horizontal), protection=open_cell, number_format=code,
                )  # fmt: skip

    def _make(self, name: str, **parts: Any) -> None:
        self._row += 1
        cell: Any = self._sheet.cell(self._row, 1)
        for part, value in parts.items():
            setattr(cell, part, value)
        self.made[name] = cell._style


class Rules:
    """What Excel says beside the cells to fill in, and what it lets in; equal cells share it."""

    def __init__(self) -> None:
        self._cells: dict[tuple[str, str, str, tuple[str, ...]], list[str]] = {}

    def note(self, address: str, wanted: Field, item: IndikatorDitanya | None) -> None:
        """Remember a cell that is filled in."""
        title, text = _help_of(wanted, item)
        choices = item.pilihan if item and wanted.name == "nilai" else ()
        self._cells.setdefault((wanted.name, title, text, choices), []).append(address)

    def write(self, sheet: "Worksheet") -> None:
        """Lay the rules on the sheet."""
        from openpyxl.worksheet.datavalidation import DataValidation

        for (name, title, text, choices), addresses in self._cells.items():
            rule = DataValidation(allow_blank=True, errorTitle="Periksa isian")
            rule.promptTitle, rule.prompt = title, text
            rule.showErrorMessage = rule.showInputMessage = True
            if choices:
                rule.type, rule.formula1 = "list", f'"{",".join(choices)}"'
                rule.error = "Pilih salah satu dari daftar."
            elif name in ("pembilang", "penyebut", RUPIAH.name):
                rule.type, rule.operator = "decimal", "between"
                rule.formula1, rule.formula2 = "-1E+15", "1E+15"
                rule.error, rule.errorStyle = "Tulis angka saja, tanpa satuan.", "warning"
            rule.sqref = " ".join(addresses)
            sheet.add_data_validation(rule)


def _help_of(wanted: Field, item: IndikatorDitanya | None) -> tuple[str, str]:
    """Return title (32 letters at most) and text (255) of the message beside a cell."""
    if wanted is RUPIAH:
        return RUPIAH.label, "Yang dibelanjakan dalam triwulan ini saja, dalam rupiah."
    assert item is not None
    texts = {
        "pembilang": item.pembilang,
        "penyebut": item.penyebut,
        "nilai": f"{item.cara.capitalize()}. Satuan: {item.satuan or 'tanpa satuan'}. Kosong "
        "berarti belum ada datanya; 0 adalah nilai.",
        "pendorong": "Apa yang membuat target tercapai.",
        "penghambat": "Apa yang menghambat tercapainya target.",
        "tindak_lanjut": "Apa yang akan dilakukan, oleh siapa.",
        BUKTI.name: "Nama berkas bukti, satu baris satu berkas. Berkasnya di map yang sama "
        "dengan formulir ini.",
    }
    return wanted.label[:32], texts[wanted.name][:250]


def set_page(sheet: "Worksheet", heading: int, last: int, *, has_reasons: bool) -> None:
    """Set widths, protection, what is repeated and how it prints: F4 landscape, one page wide."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.column_dimensions["A"].hidden = True
    for place, kolom in enumerate(KOLOM, start=2):
        sheet.column_dimensions[get_column_letter(place)].width = kolom.lebar + 1
    width = len(KOLOM) + 1
    if has_reasons:
        width += 1
        sheet.column_dimensions[get_column_letter(width)].width = _REASON_WIDTH
    sheet.freeze_panes = f"D{heading + 2}"
    sheet.protection.sheet = True
    sheet.protection.formatColumns = sheet.protection.formatRows = False
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = _FOLIO
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_margins.top, sheet.page_margins.bottom = 0.5, 0.6
    sheet.print_title_rows = f"{heading}:{heading}"
    sheet.print_area = f"B1:{get_column_letter(width)}{last}"
    footer = sheet.oddFooter
    assert footer is not None
    assert footer.right is not None
    footer.right.text, footer.right.size = "Halaman &P dari &N", 8
