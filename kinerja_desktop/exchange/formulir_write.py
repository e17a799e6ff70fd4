"""Write forms for holders of data as a workbook: one sheet to fill in for each form.

A form is always written anew: a workbook that was loaded and saved again loses its protection and
its lists.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from kinerja_desktop.disk import workbook_to_bytes
from kinerja_desktop.domain.angka.tanggal import format_tanggal
from kinerja_desktop.domain.laporan.kop import Kop
from kinerja_desktop.domain.pengumpulan.lembar import (
    RUPIAH,
    AnggaranDitanya,
    IndikatorDitanya,
    LembarFormulir,
)
from kinerja_desktop.domain.sections.fields import Field
from kinerja_desktop.exchange.formulir_layout import (
    ALASAN,
    IDENTITAS,
    IDENTITAS_SHEET,
    KOLOM,
    KOLOM_RUPIAH,
    KUNCI,
    LEBAR_RUPIAH,
    PENGISI_LABEL,
    TANDA,
    VERSI,
    VERSI_LABEL,
    Kolom,
    is_number,
)
from kinerja_desktop.exchange.formulir_styles import Rules, Styles, set_page
from kinerja_desktop.exchange.formulir_texts import (
    LINE,
    as_number,
    describe_indikator,
    label_of,
    printed_style,
    row_height,
)
from kinerja_desktop.exchange.workbook_write import put_text

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_GUIDE = (
    "Isi hanya sel berwarna kuning. Sel kosong berarti belum ada datanya; 0 adalah nilai. Angka "
    "memakai koma desimal; persen ditulis 90 atau 90%. Bila pembilang dan penyebut diisi, "
    "realisasi boleh dikosongkan: program menghitungnya. Berkas bukti disimpan di map yang sama "
    "dengan formulir ini; tulis namanya, satu baris satu berkas."
)
_WIDTH = len(KOLOM)
_REASON_WIDTH = 40
_PLACES: Mapping[str, int] = {item.name: place for place, item in enumerate(KOLOM, start=2)}


@dataclass(frozen=True)
class IsiFormulir:
    """A form to write.

    Attributes:
        lembar: what stands on it.
        kop: the office's letterhead.
        isi: what its cells to fill hold, by key of the row and name of the field; what is not
            named holds what was entered already.
        alasan: what must be mended, by key of the row and name of the field.
        hanya: the keys of the rows to write; None for all of them.
        catatan: what else is to be told, a line each.
    """

    lembar: LembarFormulir
    kop: Kop
    isi: Mapping[tuple[str, str], Any] = field(default_factory=dict)
    alasan: Mapping[tuple[str, str], str] = field(default_factory=dict)
    hanya: Collection[str] | None = None
    catatan: tuple[str, ...] = ()

    def has(self, key: str) -> bool:
        """Whether a row is written."""
        return self.hanya is None or key in self.hanya


def write_formulir(forms: Sequence[IsiFormulir]) -> bytes:
    """Return a workbook with a sheet for each form, and the hidden one that tells whose they are.

    Args:
        forms: at least one.
    """
    from openpyxl import Workbook

    book = Workbook()
    styles = Styles(book)
    book.remove(book.worksheets[0])
    titles = []
    for number, form in enumerate(forms, start=1):
        title = "Formulir" if len(forms) == 1 else f"Formulir {number}"
        _Writer(book.create_sheet(title), styles, form).write()
        titles.append(title)
    _write_identity(book, dict(zip(titles, forms, strict=True)))
    return workbook_to_bytes(book)


def _write_identity(book: "Workbook", forms: Mapping[str, IsiFormulir]) -> None:
    sheet = book.create_sheet(IDENTITAS_SHEET)
    sheet.append([VERSI_LABEL, VERSI])
    sheet.append(list(IDENTITAS))
    for title, form in forms.items():
        lembar = form.lembar
        sheet.append(
            [
                title, lembar.id, lembar.instansi_id, lembar.kecamatan, lembar.pemegang,
                lembar.periode.tahun, lembar.periode.triwulan, lembar.definisi, lembar.segel,
            ]
        )  # fmt: skip
    sheet.sheet_state = "veryHidden"


class _Writer:
    """Writes one sheet from its first row down."""

    def __init__(self, sheet: "Worksheet", styles: Styles, form: IsiFormulir) -> None:
        self._sheet = sheet
        self._styles = styles
        self._form = form
        self._lembar = form.lembar
        self._row = 0
        self._rules = Rules()

    def write(self) -> None:
        self._write_head()
        first = self._write_headings()
        for number, item in enumerate(self._lembar.baris, start=1):
            if self._form.has(item.id):
                self._write_indikator(number, item)
        self._write_rupiah()
        self._write_foot()
        self._rules.write(self._sheet)
        set_page(self._sheet, first, self._row, has_reasons=bool(self._form.alasan))

    def _put(self, row: int, column: int, value: Any, style: str) -> None:
        cell: Any = self._sheet.cell(row, column)
        if isinstance(value, str):
            put_text(cell, value)
        elif value is not None:
            cell.value = value
        cell._style = self._styles[style]

    def _line(self, text: str, style: str, height: float | None = None) -> None:
        """Write a line across the whole sheet."""
        self._row += 1
        self._put(self._row, 2, text, style)
        if style == "garis":  # the border goes on below the cells that are covered
            for column in range(3, _WIDTH + 2):
                self._put(self._row, column, None, style)
        self._merge(2, _WIDTH + 1)
        if height:
            self._sheet.row_dimensions[self._row].height = height

    def _write_head(self) -> None:
        lembar, kop = self._lembar, self._form.kop
        put_text(self._sheet.cell(1, 1), f"{TANDA}{lembar.id}")
        for text, style in ((kop.pemerintah, "kop"), (kop.nama, "kop besar")):
            self._line(text, style)
        for text in kop.alamat:
            self._line(text, "alamat")
        self._line("", "garis", 4)
        self._line("FORMULIR PENGUMPULAN DATA KINERJA", "judul", 22)
        self._line(lembar.periode.label.upper(), "judul")
        self._line(f"Pemegang data: {lembar.pemegang}", "tebal", 18)
        tenggat = f"Dikembalikan paling lambat {format_tanggal(lembar.tenggat)}"
        self._line(f"{tenggat} kepada pengelola kinerja Kecamatan {lembar.kecamatan}.", "biasa")
        self._line(_GUIDE, "petunjuk", 3 * LINE)
        for text in self._form.catatan:
            self._line(text, "tebal")

    def _write_headings(self) -> int:
        """Write the headings and the hidden names below them; return the row of the headings."""
        self._row += 1
        self._sheet.row_dimensions[self._row].height = 34
        for place, kolom in enumerate(KOLOM, start=2):
            judul = f"{kolom.judul} {self._lembar.lalu_label}" if kolom.name == "lalu" else ""
            if kolom.name == "nilai" and self._lembar.periode.triwulan:
                judul = f"Realisasi TW {self._lembar.periode.romawi}"
            self._put(self._row, place, (judul or kolom.judul).strip(), "kepala")
        if self._form.alasan:
            self._put(self._row, _WIDTH + 2, "Yang harus diperbaiki", "salah")
        self._write_names(list(_PLACES.items()))
        return self._row - 1

    def _write_names(self, names: Sequence[tuple[str, int]]) -> None:
        self._row += 1
        for name, place in [(KUNCI, 1), *names, (ALASAN, _WIDTH + 2)]:
            put_text(self._sheet.cell(self._row, place), name)
        self._sheet.row_dimensions[self._row].hidden = True

    def _write_indikator(self, number: int, item: IndikatorDitanya) -> None:
        self._row += 1
        put_text(self._sheet.cell(self._row, 1), item.id)
        printed = {
            "no": number, "uraian": item.uraian, "definisi": describe_indikator(item),
            "satuan": item.satuan, "target": item.target, "lalu": item.lalu,
        }  # fmt: skip
        shown = []
        for place, kolom in enumerate(KOLOM, start=2):
            if kolom.field is None:
                self._put(self._row, place, printed[kolom.name], printed_style(kolom))
                shown.append((printed[kolom.name], kolom.lebar))
            else:
                self._fill(item.id, kolom.field, place, item.terisi.get(kolom.name, ""), item)
        self._write_reasons(item.id)
        self._sheet.row_dimensions[self._row].height = row_height(shown)

    def _fill(
        self,
        key: str,
        wanted: Field,
        place: int,
        entered: str,
        item: IndikatorDitanya | None = None,
    ) -> None:
        """Write a cell to fill in; pembilang and penyebut only where the indicator has them."""
        if item and wanted.name in ("pembilang", "penyebut") and not item.has_rasio:
            self._put(self._row, place, None, "tertutup")
            return
        value = as_number(wanted, self._form.isi.get((key, wanted.name), entered))
        reason = self._form.alasan.get((key, wanted.name))
        style = "rupiah" if wanted is RUPIAH else "angka" if is_number(wanted) else "teks"
        self._put(self._row, place, value, f"{style} salah" if reason else style)
        cell = self._sheet.cell(self._row, place)
        if reason:
            self._styles.comment(cell, reason)
        self._rules.note(cell.coordinate, wanted, item)

    def _write_reasons(self, key: str) -> None:
        found = [
            f"{name}: {text}"
            for (of, field_name), text in self._form.alasan.items()
            if of == key and (name := label_of(field_name))
        ]
        if found:
            self._put(self._row, _WIDTH + 2, "\n".join(found), "alasan")

    def _write_rupiah(self) -> None:
        lines = [line for line in self._lembar.rupiah if self._form.has(line.id)]
        if not lines:
            return
        self._row += 1
        self._line("Realisasi anggaran (hanya triwulan ini, bukan kumulatif)", "tebal", 18)
        self._row += 1
        self._sheet.row_dimensions[self._row].height = 30
        for kolom, place in KOLOM_RUPIAH:
            judul = kolom.judul
            if kolom.name == "rp_lalu":
                judul = f"{judul} {self._lembar.lalu_label}".strip()
            self._span(kolom, place, judul, "kepala")
        self._write_names([(kolom.name, place + 2) for kolom, place in KOLOM_RUPIAH])
        for number, line in enumerate(lines, start=1):
            self._write_line(number, line)

    def _span(self, kolom: Kolom, place: int, value: Any, style: str) -> None:
        columns = LEBAR_RUPIAH.get(kolom.name, 1)
        for offset in range(columns):
            self._put(self._row, place + 2 + offset, value if not offset else None, style)
        if columns > 1:
            self._merge(place + 2, place + 1 + columns)

    def _merge(self, first: int, last: int) -> None:
        """Merge cells of the present row whose looks are theirs already."""
        from openpyxl.worksheet.cell_range import CellRange

        # `merge_cells` copies borders cell by cell: a quarter of the time of a whole form.
        area = CellRange(min_row=self._row, max_row=self._row, min_col=first, max_col=last)
        self._sheet.merged_cells.ranges.add(area)

    def _write_line(self, number: int, line: AnggaranDitanya) -> None:
        self._row += 1
        put_text(self._sheet.cell(self._row, 1), line.id)
        printed = {
            "rp_no": number, "rp_nama": line.nama, "rp_kode": line.kode,
            "rp_pagu": line.pagu, "rp_lalu": line.lalu,
        }  # fmt: skip
        for kolom, place in KOLOM_RUPIAH:
            if kolom.field is None:
                self._span(kolom, place, printed[kolom.name], printed_style(kolom))
            else:
                self._span(kolom, place, None, "rupiah")
                self._fill(line.id, RUPIAH, place + 2, line.terisi)
        self._write_reasons(line.id)
        self._sheet.row_dimensions[self._row].height = row_height([(line.nama, 26)], 26)

    def _write_foot(self) -> None:
        self._row += 2
        for label in (PENGISI_LABEL, "Jabatan", "Tanggal"):
            self._put(self._row, 3, label, "biasa")
            self._put(self._row, 4, None, "teks")
            self._sheet.row_dimensions[self._row].height = 18
            self._row += 1
        self._row -= 1
