"""Forms by the dozen: written against openpyxl writing plainly, read against openpyxl loading."""

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

from sqlmodel import select

from bench.offices import LAST_YEAR, make_office
from bench.timing import Line, paired_ms
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.exchange.formulir_write import IsiFormulir, write_formulir
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.pengumpulan.baca import plan_terima
from kinerja_desktop.services.pengumpulan.kirim import choose_lembar, read_kop, send_formulir
from kinerja_desktop.services.pengumpulan.pemegang import Menurut
from kinerja_desktop.store.records import Indikator

_PERIODE = Periode(LAST_YEAR, 4)
_TENGGAT = date(LAST_YEAR + 1, 1, 10)
#: Indicators of a holder: an office of forty has them with seven or eight units.
_EACH = 5


def measure_forms(folder: Path) -> list[Line]:
    """Return the rows of writing 40 forms and of reading 200."""
    return [_write(folder), _read(folder)]


def _write(folder: Path) -> Line:
    from openpyxl import Workbook, load_workbook

    office = _make(folder / "kirim", 40)
    kop = read_kop(office)
    forms = choose_lembar(office, _PERIODE, Menurut.PENGUMPUL_DATA, _TENGGAT, None)
    plain = []
    for form in forms:
        book = load_workbook(BytesIO(write_formulir([IsiFormulir(form, kop)])))
        plain.append([list(_cells(sheet)) for sheet in book.worksheets])

    def ours() -> None:
        for form in forms:
            write_formulir([IsiFormulir(form, kop)])

    def floor() -> None:
        for sheets in plain:
            book = Workbook()
            book.remove(book.worksheets[0])
            for cells in sheets:
                sheet = book.create_sheet()
                for row, column, value in cells:
                    sheet.cell(row, column, value)
            book.save(BytesIO())

    mine, theirs = paired_ms(ours, floor, 5)
    office.close()
    return Line(f"{len(forms)} formulir ditulis", mine, theirs, 1.5, "ms",
                "openpyxl menulis isi sel yang sama tanpa gaya")  # fmt: skip


def _cells(sheet: Any) -> Iterator[tuple[int, int, object]]:
    for row in sheet.iter_rows():
        yield from ((cell.row, cell.column, cell.value) for cell in row if cell.value is not None)


def _read(folder: Path) -> Line:
    from openpyxl import load_workbook

    office = _make(folder / "terima", 200)
    sent = send_formulir(office, _PERIODE, _new(folder / "flashdisk"), _TENGGAT)
    paths = [item.path for item in sent]
    for number, path in enumerate(paths):
        _fill(path, number)

    def floor() -> None:
        for path in paths:
            load_workbook(path)

    mine, theirs = paired_ms(lambda: plan_terima(office, paths, _PERIODE), floor, 3)
    office.close()
    return Line(f"{len(paths)} formulir dibaca, diperiksa, dipratinjau", mine, theirs, 0.5, "ms",
                "openpyxl hanya memuat berkas yang sama")  # fmt: skip


def _make(folder: Path, holders: int) -> Office:
    office = make_office(folder, holders * _EACH, 2)
    with office.journal.action("Membagi pemegang data") as session:
        for number, row in enumerate(session.exec(select(Indikator))):
            row.pengumpul_data = f"Seksi {number // _EACH + 1}"
            row.definisi_operasional = "Yang dihitung adalah layanan yang selesai. " * 3
            row.formula = "Jumlah yang selesai dibagi jumlah permohonan"
    return office


def _new(folder: Path) -> Path:
    folder.mkdir()
    return folder


def _fill(path: Path, number: int) -> None:
    """Fill a form in as people do: figures, some words, saved by another program."""
    from openpyxl import load_workbook

    book = load_workbook(path)
    sheet = book.worksheets[0]
    keys = [cell.row for (cell,) in sheet.iter_rows(max_col=1) if cell.value and cell.row > 1]
    for row in keys[1 : _EACH + 1]:
        sheet.cell(row, 10).value = 60 + number / 10
        sheet.cell(row, 11).value = "Loket dibuka lebih lama"
    book.save(path)
