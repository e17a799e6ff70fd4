"""The planning papers as workbooks: like the print, with real numbers, a live sum and flat data."""

from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.dokumen.daftar import DOKUMEN
from kinerja_desktop.services.dokumen.documents import build_xlsx
from kinerja_desktop.services.kantor.data_entry import list_rows
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.kept_papers import make_final
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.rencana.perjanjian import create_murni
from tests.services.evaluasi.test_papers import recompute
from tests.services.kantor.test_kept_papers import move_office

TAHUN = Periode(2024)
#: The pagu of Muncar in 2024 (`docs/sakip.md` §14).
JUMLAH = 3_831_102_351
LEMBAR = {
    "penetapan-iku": "Penetapan IKU",
    "rencana-kinerja-tahunan": "RKT",
    "perjanjian-kinerja": "Perjanjian Kinerja",
    "rencana-aksi": "Rencana Aksi",
}


def request(office: Office, kunci: str) -> Permintaan:
    if kunci != "perjanjian-kinerja":
        return Permintaan(kunci, TAHUN)
    camat = next(row["id"] for row in list_rows(office, "pejabat"))
    return Permintaan(kunci, TAHUN, create_murni(office, 2024, camat), date(2024, 1, 10))


def flat(workbook: bytes) -> list[dict[str, Any]]:
    heads, *rows = load_workbook(BytesIO(workbook))["Data"].iter_rows(values_only=True)
    return [dict(zip(map(str, heads), row, strict=True)) for row in rows]


def values(sheet: Any) -> list[object]:
    return [cell.value for row in sheet.iter_rows() for cell in row]


@pytest.mark.parametrize("kunci", LEMBAR)
def test_every_plan_has_a_workbook_like_its_print(muncar: Office, kunci: str) -> None:
    made = build_xlsx(muncar, request(muncar, kunci))
    book = load_workbook(BytesIO(made))
    assert book.sheetnames == [LEMBAR[kunci], "Data"]
    assert "Indeks Kepuasan Masyarakat" in values(book[LEMBAR[kunci]])
    rows = flat(made)
    assert any("Indeks Kepuasan Masyarakat" in row.values() for row in rows)
    # As a number, not as a word; the Perjanjian prints it with its unit.
    assert any(91.33 in row.values() for row in rows)
    assert book["Data"].print_title_rows == "$1:$1"


@pytest.mark.parametrize("kunci", ["rencana-kinerja-tahunan", "perjanjian-kinerja"])
def test_the_sum_of_the_programs_is_live(muncar: Office, kunci: str, tmp_path: Path) -> None:
    made = build_xlsx(muncar, request(muncar, kunci))
    plain = load_workbook(BytesIO(made))[LEMBAR[kunci]]
    (total,) = [cell for row in plain.iter_rows() for cell in row if cell.data_type == "f"]
    sheet = load_workbook(BytesIO(recompute(made, tmp_path)), data_only=True)[LEMBAR[kunci]]
    assert sheet[total.coordinate].value == JUMLAH
    assert sum(row["Anggaran (Rp)"] or 0 for row in flat(made)) == JUMLAH
    # The programs stand over the columns of the table above, not in its narrow first one.
    merged = {str(area) for area in plain.merged_cells.ranges}
    assert any(area.startswith(f"A{total.row}:") for area in merged)


def test_a_final_plan_keeps_its_workbook(muncar: Office) -> None:
    wanted = request(muncar, "rencana-kinerja-tahunan")
    make_final(muncar, DOKUMEN[wanted.kunci], wanted, date(2024, 1, 15))
    signed = build_xlsx(muncar, wanted)
    properties = load_workbook(BytesIO(signed)).properties
    assert (properties.creator, f"{properties.created:%Y-%m-%d}") == (
        "Kecamatan Muncar", "2024-01-15",
    )  # fmt: skip
    move_office(muncar)
    assert build_xlsx(muncar, wanted) == signed
