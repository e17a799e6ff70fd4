"""The table of a Pengukuran Kinerja: one row for each indicator, merged cells around them."""

from collections.abc import Callable
from dataclasses import dataclass, field

from kinerja_desktop.documents.naskah.tables import (
    Cell,
    Column,
    Row,
    Table,
)
from kinerja_desktop.documents.naskah.text import Align
from kinerja_desktop.documents.papers.measured_formulas import (
    Live,
    MeasuredFormulas,
    group_height,
    has_mean,
)
from kinerja_desktop.domain.capaian.profil import Aturan
from kinerja_desktop.domain.laporan.pengukuran_kinerja import (
    BELUM_DIISI,
    Angka,
    BarisIndikator,
    BarisProgram,
    KelompokSasaran,
    Kolom,
    PengukuranKinerja,
    RataTercetak,
)


@dataclass
class Notes:
    """What has to be explained below the table, gathered while it is built.

    Attributes:
        is_tied: whether the number of a note never stands alone on a line, as in the first
            editions; in a narrow column it broke ("dihitung 1", ")").
    """

    texts: list[str] = field(default_factory=list)
    has_blank: bool = False
    is_tied: bool = False

    def mark(self, angka: Angka) -> str:
        """Return the text of a figure, with the number of its note behind it."""
        self.has_blank = self.has_blank or angka.teks == BELUM_DIISI
        if not angka.alasan:
            return angka.teks
        if angka.alasan not in self.texts:
            self.texts.append(angka.alasan)
        space = "\u00a0" if self.is_tied else " "
        return f"{angka.teks}{space}{self.texts.index(angka.alasan) + 1})"


Value = str | Angka


@dataclass(frozen=True)
class Field:
    """How one `Kolom` is headed and filled.

    Attributes:
        read: takes the figure or text from an indicator or a program; the columns of the
            sasaran itself have none.
    """

    title: str
    weight: float
    align: Align = "left"
    group: str = ""
    of_indikator: Callable[[BarisIndikator], Value] | None = None
    of_program: Callable[[BarisProgram], Value] | None = None


def fields_of(data: PengukuranKinerja) -> dict[Kolom, Field]:
    """Return the columns to print, headed for a year or a triwulan."""
    romawi = data.periode.romawi
    now = f"Triwulan {romawi}" if romawi else ""
    upto = f"s.d. Triwulan {romawi}"
    is_ringkas = Kolom.KATEGORI not in data.kolom and not romawi
    has_own_unit = Kolom.SATUAN in data.kolom or data.aturan <= Aturan.TIGA

    def name(item: BarisIndikator) -> str:
        """Without a column of its own the satuan stands behind the indicator."""
        return (
            item.indikator
            if has_own_unit or not item.satuan
            else f"{item.indikator} ({item.satuan})"
        )

    all_fields = {
        Kolom.NO: Field("No", 0.45, "center"),
        Kolom.SASARAN: Field("Sasaran Strategis", 2.6),
        Kolom.INDIKATOR: Field("Indikator Kinerja", 2.6, of_indikator=name),
        Kolom.SATUAN: Field("Satuan", 0.95, "center", of_indikator=lambda i: i.satuan),
        Kolom.TARGET: Field("Target", 1, "decimal", now, lambda i: i.target),
        Kolom.REALISASI: Field("Realisasi", 1.1, "decimal", now, lambda i: i.realisasi),
        Kolom.CAPAIAN: Field(
            "%" if is_ringkas else "Capaian (%)", 1.1, "decimal", now, lambda i: i.capaian
        ),
        Kolom.KATEGORI: Field("Kategori", 1.2, "center", of_indikator=lambda i: i.kategori),
        Kolom.TARGET_SD: Field("Target", 1, "decimal", upto, lambda i: i.target_sd),
        Kolom.REALISASI_SD: Field("Realisasi", 1.1, "decimal", upto, lambda i: i.realisasi_sd),
        Kolom.CAPAIAN_SD: Field("Capaian (%)", 1.1, "decimal", upto, lambda i: i.capaian_sd),
        Kolom.PROGRAM: Field("Program", 2.6, of_program=lambda p: p.nama),
        Kolom.PAGU: Field("Pagu", 1.6, "decimal", "Anggaran", None, lambda p: p.pagu),
        Kolom.REALISASI_ANGGARAN: Field(
            "Realisasi", 1.6, "decimal", "Anggaran", None, lambda p: p.realisasi
        ),
        Kolom.SERAPAN: Field("%", 0.9, "decimal", "Anggaran", None, lambda p: p.serapan),
        Kolom.PENDORONG: Field("Faktor pendorong", 2, of_indikator=lambda i: i.pendorong),
        Kolom.PENGHAMBAT: Field("Faktor penghambat", 2, of_indikator=lambda i: i.penghambat),
        Kolom.TINDAK_LANJUT: Field(
            "Rencana tindak lanjut", 2, of_indikator=lambda i: i.tindak_lanjut
        ),
        Kolom.PENANGGUNG_JAWAB: Field(
            "Penanggung jawab", 1.4, of_indikator=lambda i: i.penanggung_jawab_tercetak
        ),
        Kolom.SUMBER_DATA: Field("Bukti/Sumber data", 1.5, of_indikator=lambda i: i.sumber_data),
        Kolom.KETERANGAN: Field("Keterangan", 1.6, of_indikator=lambda i: i.keterangan),
    }
    return {kolom: all_fields[kolom] for kolom in data.kolom}


def measured_table(data: PengukuranKinerja, notes: Notes) -> Table:
    """Build the table and gather its notes."""
    fields, live = fields_of(data), MeasuredFormulas(data)
    rows = [
        row
        for number, group in enumerate(data.kelompok, start=1)
        for row in _group_rows(number, group, data, fields, notes, live)
    ]
    columns = tuple(Column(f.title, f.weight, f.align, f.group) for f in fields.values())
    size = 9.0 if len(columns) <= 9 else 8.0 if len(columns) <= 13 else 7.0
    return Table(columns, tuple(rows), numbered=True, size=size, keep_with_next=True)


def _group_rows(
    number: int,
    group: KelompokSasaran,
    data: PengukuranKinerja,
    fields: dict[Kolom, Field],
    notes: Notes,
    live: MeasuredFormulas,
) -> list[Row]:
    """Set a sasaran: its own cells merged over all its rows, programs beside the indicators."""
    # Notes are numbered along the rows, though the cells are made down the columns.
    for item in group.indikator:
        for read in (column.of_indikator for column in fields.values()):
            value = read(item) if read else ""
            if isinstance(value, Angka):
                notes.mark(value)
    height = group_height(group, data)
    columns = [
        _column_cells(kolom, field, number, group, height, notes, live)
        for kolom, field in fields.items()
    ]
    rows = [
        Row(tuple(cell for cell in cells if cell is not None))
        for cells in zip(*columns, strict=True)
    ]
    if group.rata_rata and has_mean(group, data):
        formula, number_of = live.of_group(group.rata_rata.asal, height)
        mean = Cell(
            group.rata_rata.capaian.teks,
            number=group.rata_rata.capaian.nilai if number_of is None else number_of,
            formula=formula,
        )
        rows.append(_mean_row(_mean_title(data), mean, group.rata_rata, list(fields)))
    return rows


def _column_cells(
    kolom: Kolom,
    field: Field,
    number: int,
    group: KelompokSasaran,
    height: int,
    notes: Notes,
    live: MeasuredFormulas,
) -> list[Cell | None]:
    """Return one column of a sasaran; ``None`` where a merged cell covers the place."""
    values: list[tuple[Value, Live | None]]
    match kolom:
        case Kolom.NO:
            values = [(str(number), None)]
        case Kolom.SASARAN:
            values = [(group.sasaran, None)]
        case _ if of_program := field.of_program:
            values = [_of_program(kolom, of_program(item), item, live) for item in group.program]
        case _ if of_indikator := field.of_indikator:
            values = [_of_indikator(kolom, of_indikator(i), i, live) for i in group.indikator]
    # The last item takes all rows that are left; a sasaran without any has one empty cell.
    *others, last = values or [("", None)]
    cells: list[Cell | None] = [_value_cell(value, 1, notes) for value in others]
    cells.append(_value_cell(last, height - len(others), notes))
    return cells + [None] * (height - len(cells))


def _of_indikator(
    kolom: Kolom, value: Value, item: BarisIndikator, live: MeasuredFormulas
) -> tuple[Value, Live | None]:
    return value, live.of_indikator(kolom, item, value) if isinstance(value, Angka) else None


def _of_program(
    kolom: Kolom, value: Value, item: BarisProgram, live: MeasuredFormulas
) -> tuple[Value, Live | None]:
    """In a program's second place its pagu says where the amounts are."""
    if item.rujukan and kolom is Kolom.PAGU:
        return item.rujukan, None
    return value, live.of_program(kolom, item, value) if isinstance(value, Angka) else None


def _value_cell(value: tuple[Value, Live | None], span: int, notes: Notes) -> Cell:
    shown, reckoned = value
    if isinstance(shown, str) or reckoned is None:
        return Cell(str(shown), row_span=span)
    formula, number = reckoned
    return Cell(notes.mark(shown), row_span=span, number=number, formula=formula)


def _mean_title(data: PengukuranKinerja) -> str:
    """Say of which column of a triwulan the mean is: never of that s.d."""
    title = "Rata-rata capaian sasaran"
    if data.periode.triwulan and data.aturan > Aturan.TIGA:
        title += f" Triwulan {data.periode.romawi}"
    return title


def _mean_row(title: str, mean: Cell, rata_rata: RataTercetak, columns: list[Kolom]) -> Row:
    """Set "Rata-rata …" before the capaian, the kategori and "n dari m indikator" behind it."""
    place = columns.index(Kolom.CAPAIAN)
    cells = [
        Cell(title, "right", col_span=place),
        mean,
    ]
    left = len(columns) - place - 1
    if Kolom.KATEGORI in columns[place + 1 :][:1]:
        cells.append(Cell(rata_rata.kategori))
        left -= 1
        words = rata_rata.keterangan
    else:
        words = " – ".join(part for part in (rata_rata.kategori, rata_rata.keterangan) if part)
    if left:
        cells.append(Cell(words, "left", col_span=left))
    return Row(tuple(cells), is_total=True)
