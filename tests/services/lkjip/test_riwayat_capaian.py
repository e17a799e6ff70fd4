"""Earlier years and standards: what is shown, what may be typed, what is refused."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from openpyxl import load_workbook

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.capaian.capaian import Keadaan
from kinerja_desktop.domain.capaian.nilai import Rentang
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.data_entry import add_row, change_field, fill_cells, list_rows
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.lkjip.riwayat_capaian import (
    BarisRiwayat,
    IsianStandar,
    fill_riwayat,
    read_riwayat,
)
from kinerja_desktop.services.pengukuran.ukur import set_keterangan, set_realisasi
from kinerja_desktop.services.rencana.perjanjian import create_murni
from kinerja_desktop.services.riwayat.workbook import apply_import, export_workbook, plan_import
from kinerja_desktop.store.queries.lkjip import load_indikator
from tests.finals import finalize
from tests.services.kantor.small import TAHUN, add_indikator, fill_kantor
from tests.services.lkjip.earlier_years import set_pembanding, set_realisasi_lama, set_target_lama


@pytest.fixture
def ids(office: Office) -> dict[str, UUID]:
    return fill_kantor(office)


def baris(office: Office, kode: str = "A1", tahun: int = TAHUN) -> BarisRiwayat:
    groups = read_riwayat(office, tahun).kelompok
    return next(row for group in groups for row in group.baris if row.kode == kode)


def test_the_four_years_before_stand_by_sasaran_and_the_officials_own_are_left_out(
    office: Office, ids: dict[str, UUID]
) -> None:
    add_indikator(office, "IKI-1", jenis="IKI")
    riwayat = read_riwayat(office, TAHUN)
    assert riwayat.tahun == (2021, 2022, 2023, 2024)
    assert riwayat.final == frozenset()
    assert [(g.uraian, [row.kode for row in g.baris]) for g in riwayat.kelompok] == [
        ("Sasaran A", ["A1"]),
        ("Sasaran B", ["B1", "B2", "B3"]),
    ]
    row = riwayat.kelompok[0].baris[0]
    assert (row.id, row.uraian, row.satuan) == (ids["A1"], "Indikator A1", "%")
    assert row.standar == {
        "nasional": IsianStandar(),
        "provinsi": IsianStandar(),
        "kabupaten": IsianStandar(),
    }
    assert row.tahun[2024].capaian.keadaan is Keadaan.BELUM_DIISI
    assert row.tahun[2024].target_terkunci == row.tahun[2024].realisasi_terkunci == ""


def test_an_indicator_of_no_sasaran_has_a_group_without_words(
    office: Office, ids: dict[str, UUID]
) -> None:
    add_indikator(office, "Z1")
    assert next(group.uraian for group in read_riwayat(office, TAHUN).kelompok) == ""


def test_an_earlier_year_is_measured_like_any_other(office: Office, ids: dict[str, UUID]) -> None:
    set_target_lama(office, 2023, ids["A1"], Decimal(80))
    set_realisasi_lama(office, 2023, ids["A1"], Decimal(60))
    lama = baris(office).tahun[2023]
    # `docs/sakip.md` §4.2, MAX: 60/80.
    assert (lama.target, lama.realisasi, lama.capaian.tampil) == (80, 60, Decimal("75.00"))


def test_the_formulas_are_those_of_the_earlier_year(office: Office, ids: dict[str, UUID]) -> None:
    (profil,) = list_rows(office, "profil_rumus")
    change_field(office, "profil_rumus", profil["id"], "berlaku_dari", 2023)
    change_field(office, "profil_rumus", profil["id"], "cap_capaian", Decimal(100))
    for tahun in (2022, 2023):
        set_target_lama(office, tahun, ids["A1"], Decimal(50))
        set_realisasi_lama(office, tahun, ids["A1"], Decimal(100))
    years = baris(office).tahun
    assert years[2022].capaian.tampil == 200
    assert years[2023].capaian.tampil == 100


def test_each_deed_is_named_and_can_be_undone(office: Office, ids: dict[str, UUID]) -> None:
    set_target_lama(office, 2023, ids["A1"], Decimal(80))
    set_realisasi_lama(office, 2023, ids["A1"], Decimal(60))
    set_pembanding(office, TAHUN, ids["A1"], "nasional", Decimal(90), "RPJMN")
    assert baris(office).standar["nasional"] == IsianStandar(Decimal(90), "RPJMN")
    assert office.journal.undo() == "Mengisi standar pembanding 2025"
    assert baris(office).standar["nasional"] == IsianStandar()
    assert office.journal.undo() == "Mengisi realisasi 2023"
    assert office.journal.undo() == "Mengisi target 2023"
    assert baris(office).tahun[2023].target is None


def test_standards_belong_to_the_year_of_the_report(office: Office, ids: dict[str, UUID]) -> None:
    set_pembanding(office, 2024, ids["A1"], "kabupaten", Decimal(70), "RPJMD")
    assert baris(office).standar["kabupaten"] == IsianStandar()
    assert baris(office, tahun=2024).standar["kabupaten"] == IsianStandar(Decimal(70), "RPJMD")


def test_no_standard_is_asked_once_and_a_given_one_takes_it_back(
    office: Office, ids: dict[str, UUID]
) -> None:
    """`docs/sakip.md` §7.3, table 3.4."""
    fill_riwayat(office, TAHUN, [(ids["A1"], ("tidak_ada", "nasional"), True)])
    assert baris(office).standar["nasional"] == IsianStandar(tidak_ada=True)
    with office.journal.reading() as session:
        (extra,) = [i for i in load_indikator(session, TAHUN) if i.id == str(ids["A1"])]
    assert extra.tanpa_standar == ("nasional",)
    set_pembanding(office, TAHUN, ids["A1"], "nasional", Decimal(0), "RPJMN")
    assert baris(office).standar["nasional"] == IsianStandar(Decimal(0), "RPJMN")


def test_a_standard_is_given_or_absent_never_both(office: Office, ids: dict[str, UUID]) -> None:
    set_pembanding(office, TAHUN, ids["A1"], "nasional", Decimal(90), "")
    with pytest.raises(KinerjaError, match="diisi 90 dan juga dinyatakan tidak ada"):
        fill_riwayat(office, TAHUN, [(ids["A1"], ("tidak_ada", "nasional"), True)])
    assert baris(office).standar["nasional"].nilai == 90


def test_a_block_is_one_deed(office: Office, ids: dict[str, UUID]) -> None:
    fill_riwayat(
        office,
        TAHUN,
        [
            (ids["A1"], ("target", 2023), Decimal(80)),
            (ids["A1"], ("realisasi", 2023), Decimal(60)),
            (ids["B1"], ("realisasi", 2024), Decimal(50)),
            (ids["B1"], ("nilai", "provinsi"), Decimal(95)),
            (ids["B1"], ("sumber", "provinsi"), "RPJMD Provinsi"),
        ],
    )
    assert baris(office).tahun[2023].capaian.tampil == 75
    assert baris(office, "B1").tahun[2024].realisasi == 50
    assert baris(office, "B1").standar["provinsi"] == IsianStandar(Decimal(95), "RPJMD Provinsi")
    assert office.journal.undo() == "Mengisi capaian tahun-tahun sebelumnya"
    assert baris(office).tahun[2023].target is None


def test_a_block_is_named_after_what_it_fills(office: Office, ids: dict[str, UUID]) -> None:
    for cells, label in (
        ([(ids["A1"], ("target", 2023), Decimal(1))], "Mengisi target 2023"),
        ([(ids["A1"], ("nilai", "nasional"), Decimal(1))], "Mengisi standar pembanding 2025"),
        (
            [(ids["A1"], ("nilai", "nasional"), None), (ids["B1"], ("sumber", "provinsi"), "x")],
            "Mengisi standar pembanding 2025",
        ),
    ):
        fill_riwayat(office, TAHUN, cells)
        assert office.journal.undo_label == label


def test_a_final_year_is_refused_and_says_where_to_open_it(muncar: Office) -> None:
    finalize(muncar, Periode(2023), date(2024, 1, 31))
    riwayat = read_riwayat(muncar, 2024)
    assert riwayat.final == {2023}
    row = riwayat.kelompok[0].baris[0]
    assert "sudah final" in row.tahun[2023].target_terkunci
    assert "sudah final" in row.tahun[2023].realisasi_terkunci
    assert row.tahun[2022].target_terkunci == ""
    for deed in (set_target_lama, set_realisasi_lama):
        with pytest.raises(KinerjaError, match=r"2023 sudah final.*Buka kembali.*Pengukuran 2023"):
            deed(muncar, 2023, row.id, Decimal(1))


def test_a_final_year_is_shown_as_it_was_signed(muncar: Office) -> None:
    row = read_riwayat(muncar, 2024).kelompok[0].baris[0]
    finalize(muncar, Periode(2023), date(2024, 1, 31))
    where = {"indikator_id": row.id, "tahun": 2023}
    fill_cells(muncar, "target_tahunan", [(where, "nilai", Decimal(1))])
    lama = read_riwayat(muncar, 2024).kelompok[0].baris[0].tahun[2023]
    # tests/data/muncar.json: the IKM of 2023 was to be 90,62 and was 93,93.
    assert (lama.target, lama.realisasi) == (Decimal("90.62"), Decimal("93.93"))


def test_nothing_of_a_block_goes_in_when_one_cell_is_refused(muncar: Office) -> None:
    finalize(muncar, Periode(2023), date(2024, 1, 31))
    row = read_riwayat(muncar, 2024).kelompok[0].baris[0]
    with pytest.raises(KinerjaError):
        fill_riwayat(
            muncar,
            2024,
            [(row.id, ("target", 2022), Decimal(1)), (row.id, ("target", 2023), Decimal(1))],
        )
    assert read_riwayat(muncar, 2024).kelompok[0].baris[0].tahun == row.tahun


def test_a_realisasi_of_triwulan_is_shown_but_not_typed_here(
    office: Office, ids: dict[str, UUID]
) -> None:
    set_realisasi(office, ids["A1"], Periode(2024, 4), Decimal(88))
    lama = baris(office).tahun[2024]
    assert lama.realisasi == 88
    assert "isian triwulan" in lama.realisasi_terkunci
    assert lama.target_terkunci == ""
    with pytest.raises(KinerjaError, match="isian triwulan"):
        set_realisasi_lama(office, 2024, ids["A1"], Decimal(90))


def test_a_realisasi_of_the_year_goes_before_its_triwulan_and_can_be_mended(
    office: Office, ids: dict[str, UUID]
) -> None:
    set_realisasi(office, ids["A1"], Periode(2024), Decimal(90))
    set_realisasi(office, ids["A1"], Periode(2024, 4), Decimal(88))
    set_realisasi_lama(office, 2024, ids["A1"], Decimal(91))
    assert baris(office).tahun[2024].realisasi == 91


def test_a_target_of_a_perjanjian_is_not_typed_here(office: Office, ids: dict[str, UUID]) -> None:
    camat = next(row["id"] for row in list_rows(office, "pejabat") if row["nama"] == "Camat Uji")
    create_murni(office, TAHUN, camat)
    lama = baris(office, tahun=TAHUN + 1).tahun[TAHUN]
    assert lama.target == 100
    assert "Perjanjian Kinerja" in lama.target_terkunci
    with pytest.raises(KinerjaError, match="Perjanjian Kinerja"):
        set_target_lama(office, TAHUN, ids["A1"], Decimal(90))
    set_realisasi_lama(office, TAHUN, ids["A1"], Decimal(90))


def test_an_indicator_that_was_not_in_force_says_what_to_do(
    office: Office, ids: dict[str, UUID]
) -> None:
    change_field(office, "indikator", ids["A1"], "berlaku_dari", 2024)
    years = baris(office).tahun
    assert years[2023].capaian.keadaan is Keadaan.TIDAK_BERLAKU
    assert "belum berlaku pada 2023" in years[2023].target_terkunci
    assert years[2024].target_terkunci == ""
    with pytest.raises(KinerjaError, match="Berlaku dari tahun"):
        set_realisasi_lama(office, 2023, ids["A1"], Decimal(1))


def test_a_range_is_no_realisasi(office: Office, ids: dict[str, UUID]) -> None:
    with pytest.raises(KinerjaError, match="bukan rentang"):
        set_realisasi_lama(office, 2023, ids["A1"], Rentang(Decimal(7), Decimal(8)))


def test_what_did_not_apply_can_be_filled_after_all(office: Office, ids: dict[str, UUID]) -> None:
    set_keterangan(office, ids["A1"], Periode(2023), tidak_berlaku=True, alasan="pandemi")
    assert baris(office).tahun[2023].capaian.keadaan is Keadaan.TIDAK_BERLAKU
    set_target_lama(office, 2023, ids["A1"], Decimal(80))
    set_realisasi_lama(office, 2023, ids["A1"], Decimal(80))
    assert baris(office).tahun[2023].capaian.tampil == 100


def test_earlier_years_and_standards_come_in_by_workbook(
    office: Office, ids: dict[str, UUID], tmp_path: Path
) -> None:
    path = tmp_path / "buku.xlsx"
    export_workbook(office, path)
    book = load_workbook(path)
    rows: dict[str, dict[str, Any]] = {
        "Target Tahunan": {"indikator_id": "A1", "tahun": 2022, "nilai": 80},
        "Realisasi": {"indikator_id": "A1", "tahun": 2022, "nilai": 60},
        "Standar Pembanding": {
            "indikator_id": "A1", "tahun": TAHUN, "tingkat": "Standar nasional", "nilai": 90,
            "sumber": "RPJMN 2025–2029",
        },
    }  # fmt: skip
    for title, values in rows.items():
        sheet = book[title]
        names = {sheet.cell(4, place).value: place for place in range(1, sheet.max_column + 1)}
        line = sheet.max_row + 1
        for name, value in values.items():
            sheet.cell(line, names[name]).value = value
    book.save(path)
    apply_import(office, plan_import(office, path))
    row = baris(office)
    assert row.tahun[2022].capaian.tampil == 75
    assert row.standar["nasional"] == IsianStandar(Decimal(90), "RPJMN 2025–2029")


def test_standards_go_out_and_come_in_unchanged(
    office: Office, ids: dict[str, UUID], tmp_path: Path
) -> None:
    key = add_row(
        office,
        "pembanding",
        {"indikator_id": ids["A1"], "tahun": TAHUN, "tingkat": "provinsi", "nilai": Decimal(5)},
    )
    path = tmp_path / "buku.xlsx"
    export_workbook(office, path)
    assert plan_import(office, path).rows == []
    assert [row["id"] for row in list_rows(office, "pembanding")] == [key]
