"""The workbook of a Pengukuran Kinerja reckons what the form prints, in LibreOffice."""

from decimal import ROUND_HALF_UP, Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.dokumen.documents import build_xlsx
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.office import Office
from tests.services.evaluasi.test_papers import recompute

WANTED = Permintaan("pengukuran-kinerja", Periode(2024))
LEMBAR = "Pengukuran Kinerja"
#: Capaian and serapan of the real report (`docs/sakip.md` §14), as it prints them.
CAPAIAN = {"106.93", "99.75"}
SERAPAN = {"98.92", "87.06", "87.94", "85.96"}


def shown(value: object) -> str:
    return str(Decimal(repr(value)).quantize(Decimal("0.01"), ROUND_HALF_UP))


def line(sheet: Any, begins: str) -> list[object]:
    """The figures beside a label."""
    row = next(r for r in range(1, 60) if str(sheet.cell(r, 1).value).startswith(begins))
    return [cell.value for cell in sheet[row][1:] if isinstance(cell.value, int | float)]


def test_percentages_sums_and_means_are_live(muncar: Office, tmp_path: Path) -> None:
    made = build_xlsx(muncar, WANTED)
    plain = load_workbook(BytesIO(made))[LEMBAR]
    sheet = load_workbook(BytesIO(recompute(made, tmp_path)), data_only=True)[LEMBAR]
    live = [cell.coordinate for row in plain.iter_rows() for cell in row if cell.data_type == "f"]
    found = {place: shown(sheet[place].value) for place in live}
    of_column = {c: {v for k, v in found.items() if k.rstrip("0123456789") == c} for c in "EI"}
    assert of_column["E"] >= CAPAIAN
    assert of_column["I"] >= SERAPAN
    assert line(sheet, "Jumlah Anggaran") == [3_831_102_351]
    spent, share = line(sheet, "Jumlah Realisasi Anggaran")
    assert (spent, shown(share)) == (3_361_311_356, "87.74")
    # Muncar prints 102,88 as the mean of its nine indicators.
    assert [shown(value) for value in line(sheet, "Rata-rata capaian kinerja")] == ["102.88"]
    assert str(plain[live[-1]].value).startswith("=AVERAGE(E")


def test_the_flat_sheet_has_kode_program_and_pagu_each_once(muncar: Office) -> None:
    sheet: Any = load_workbook(BytesIO(build_xlsx(muncar, WANTED)))["Data"]
    heads, *rows = ([cell.value for cell in row] for row in sheet.iter_rows())
    data = [dict(zip(heads, row, strict=True)) for row in rows]
    assert sum(row["Pagu (Rp)"] or 0 for row in data) == 3_831_102_351
    assert sum(row["Realisasi anggaran (Rp)"] or 0 for row in data) == 3_361_311_356
    programs = {row["Kode program"]: row["Program"] for row in data if row["Kode program"]}
    assert programs["7.01.02"] == "PROGRAM PENYELENGGARAAN PEMERINTAHAN DAN PELAYANAN PUBLIK"
    assert all(row["Kode"] for row in data if row["Indikator"])
    assert not any(cell.data_type == "f" for row in sheet.iter_rows() for cell in row)
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
    assert sheet.print_title_rows == "$1:$1"
