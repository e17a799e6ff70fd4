from datetime import date
from decimal import Decimal
from pathlib import Path
from uuid import UUID

import pytest
from openpyxl import load_workbook

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.capaian.tindak_lanjut import TempatIndikator
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.awal.beranda import read_beranda
from kinerja_desktop.services.kantor.data_entry import change_field, list_rows
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.pengukuran.tindak_lanjut import (
    list_late_tindak_lanjut,
    mark_selesai,
)
from kinerja_desktop.services.pengukuran.ukur import (
    find_status,
    set_keterangan,
    set_realisasi_block,
)
from kinerja_desktop.services.riwayat.workbook import apply_import, export_workbook, plan_import
from tests.finals import finalize
from tests.services.kantor.small import INDIKATOR, TAHUN, fill_kantor

PERIODE = Periode(TAHUN)
# Friday; the clock of the tests shows Wednesday, 15 January 2025.
DUE, TODAY = date(2025, 1, 10), date(2025, 1, 15)


@pytest.fixture
def ids(office: Office) -> dict[str, UUID]:
    ids = fill_kantor(office)
    set_keterangan(
        office, ids["A1"], PERIODE, penghambat="Banjir", tindak_lanjut="Menambah petugas",
        penanggung_jawab="Kasi Pelayanan", batas_waktu=DUE,
    )  # fmt: skip
    return ids


def make_final(office: Office, ids: dict[str, UUID]) -> None:
    set_realisasi_block(office, PERIODE, [(ids[kode], Decimal(90)) for kode in INDIKATOR])
    finalize(office, PERIODE, office.today())


def read_selesai(office: Office, key: UUID) -> object:
    (row,) = list_rows(office, "realisasi", indikator_id=key)
    return row["selesai"]


def test_what_is_late_is_listed_until_it_is_done(office: Office, ids: dict[str, UUID]) -> None:
    (late,) = list_late_tindak_lanjut(office, ())
    assert late.tempat == TempatIndikator(PERIODE, ids["A1"], is_narasi=True)
    (line,) = read_beranda(office, Periode(TAHUN, 3)).pekerjaan
    assert line.apa == "Indikator A1: Menambah petugas"
    assert line.keterangan.endswith("terlambat 3 hari kerja")
    mark_selesai(office, ids["A1"], PERIODE, TODAY)
    assert list_late_tindak_lanjut(office, ()) == []
    mark_selesai(office, ids["A1"], PERIODE, None)
    assert len(list_late_tindak_lanjut(office, ())) == 1


def test_that_of_an_official_is_found_at_their_iki(office: Office, ids: dict[str, UUID]) -> None:
    kasi = next(row["id"] for row in list_rows(office, "pejabat") if row["nama"] == "Kasi Uji")
    change_field(office, "indikator", ids["A1"], "pejabat_id", kasi)
    assert list_late_tindak_lanjut(office, ())[0].tempat.pejabat is None
    change_field(office, "indikator", ids["A1"], "jenis", "IKI")
    assert list_late_tindak_lanjut(office, ())[0].tempat.pejabat == kasi


def test_only_what_is_planned_can_be_done_and_not_tomorrow(
    office: Office, ids: dict[str, UUID]
) -> None:
    with pytest.raises(KinerjaError, match="Belum ada rencana tindak lanjut"):
        mark_selesai(office, ids["B1"], PERIODE, TODAY)
    with pytest.raises(KinerjaError, match="belum tiba"):
        mark_selesai(office, ids["A1"], PERIODE, date(2025, 1, 16))


def test_it_can_be_done_after_the_signature_and_the_paper_stays(
    office: Office, ids: dict[str, UUID]
) -> None:
    make_final(office, ids)
    for values in ({"tindak_lanjut": "lain"}, {"penanggung_jawab": "lain"}, {"batas_waktu": None}):
        with pytest.raises(KinerjaError, match="sudah final"):
            set_keterangan(office, ids["A1"], PERIODE, **values)
    mark_selesai(office, ids["A1"], PERIODE, TODAY)
    assert read_selesai(office, ids["A1"]) == TODAY
    status = find_status(office, PERIODE)
    assert (status.is_final, status.perubahan) == (True, ())
    assert office.journal.undo() == "Menandai selesai tindak lanjut Tahun 2025"
    assert read_selesai(office, ids["A1"]) is None
    office.journal.redo()
    assert read_selesai(office, ids["A1"]) == TODAY


def test_nothing_else_slips_in_with_it(office: Office, ids: dict[str, UUID]) -> None:
    make_final(office, ids)
    (row,) = list_rows(office, "realisasi", indikator_id=ids["A1"])
    change_field(office, "realisasi", row["id"], "selesai", TODAY)
    with pytest.raises(KinerjaError, match="sudah final"):
        change_field(office, "realisasi", row["id"], "nilai", Decimal(1))
    assert read_selesai(office, ids["A1"]) == TODAY


def test_a_workbook_may_bring_it_too(office: Office, ids: dict[str, UUID], tmp_path: Path) -> None:
    make_final(office, ids)
    path = tmp_path / "buku.xlsx"
    export_workbook(office, path)
    book = load_workbook(path)
    sheet = book["Realisasi"]
    columns = {cell.value: number for number, cell in enumerate(sheet[4], start=1)}
    rows = range(5, sheet.max_row + 1)
    (row,) = [row for row in rows if sheet.cell(row, columns["tindak_lanjut"]).value]
    sheet.cell(row, columns["selesai"]).value = "14-1-2025"
    book.save(path)
    apply_import(office, plan_import(office, path))
    assert read_selesai(office, ids["A1"]) == date(2025, 1, 14)
    sheet.cell(row, columns["selesai"]).value = "13-1-2025"
    sheet.cell(row, columns["nilai"]).value = 1
    book.save(path)
    plan = plan_import(office, path)
    assert not plan.rows
    assert "sudah final" in str(plan.problems[0])
