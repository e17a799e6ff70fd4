from decimal import Decimal
from uuid import UUID

import pytest

from kinerja_desktop.domain.capaian.nilai import Rentang
from kinerja_desktop.services.kantor.data_entry import change_field, fill_cells, list_rows
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.rencana.matriks import (
    read_matriks_target,
    read_rencana_aksi,
    read_rencana_bulanan,
)
from tests.services.kantor.small import INDIKATOR, TAHUN, add_indikator, fill_kantor


@pytest.fixture
def ids(office: Office) -> dict[str, UUID]:
    return fill_kantor(office)


def test_the_matrix_has_the_years_of_the_renstra(office: Office, ids: dict[str, UUID]) -> None:
    matriks = read_matriks_target(office, TAHUN + 2)
    assert matriks.tahun == [2025, 2026, 2027, 2028, 2029]
    assert [baris.kode for baris in matriks.baris] == list(INDIKATOR)
    assert matriks.baris[0].target == {TAHUN: Decimal(100)}


def test_a_year_outside_every_renstra_stands_alone(office: Office, ids: dict[str, UUID]) -> None:
    assert read_matriks_target(office, 2035).tahun == [2035]


def test_a_retired_indicator_is_left_out_of_later_years(
    office: Office, ids: dict[str, UUID]
) -> None:
    change_field(office, "indikator", ids["B3"], "berlaku_sampai", 2024)
    change_field(office, "indikator", ids["B2"], "berlaku_dari", 2030)
    assert [baris.kode for baris in read_matriks_target(office, TAHUN).baris] == ["A1", "B1"]


def test_iki_come_after_the_offices_own(office: Office, ids: dict[str, UUID]) -> None:
    add_indikator(office, "A0", jenis="IKI")
    assert [baris.kode for baris in read_matriks_target(office, TAHUN).baris][-1] == "A0"


def test_a_target_that_does_not_fit_its_formula_is_pointed_out(
    office: Office, ids: dict[str, UUID]
) -> None:
    # `docs/sakip.md` §4.2: RANGE_8 wants a range, MAX one number.
    add_indikator(office, "C1", Decimal(7), arah="rentang")
    add_indikator(office, "C2", Rentang(Decimal(7), Decimal(8)))
    add_indikator(office, "C3", Rentang(Decimal(7), Decimal(8)), rumus="RANGE_8")
    odd = {baris.kode: baris.janggal for baris in read_matriks_target(office, TAHUN).baris}
    assert odd["C1"] == {TAHUN: "targetnya harus rentang, misalnya 7–8"}
    assert odd["C2"] == {TAHUN: "targetnya harus satu angka"}
    assert odd["C3"] == {}


def test_the_plan_of_a_year_stands_beside_its_target(office: Office, ids: dict[str, UUID]) -> None:
    where = {"indikator_id": ids["A1"], "tahun": TAHUN}
    fill_cells(office, "rencana_aksi", [(where, "tw1", Decimal(50)), (where, "aktivitas", "Rapat")])
    first, second, *_ = read_rencana_aksi(office, TAHUN)
    assert first.bahan.target == 100
    assert first.rencana is not None
    assert (first.rencana["tw1"], first.rencana["aktivitas"]) == (Decimal(50), "Rapat")
    assert second.rencana is None


def test_triwulan_that_miss_the_years_target_are_pointed_out(
    office: Office, ids: dict[str, UUID]
) -> None:
    # `docs/sakip.md` §3.6, posisi akhir: TW IV must be the year's target.
    where = {"indikator_id": ids["A1"], "tahun": TAHUN}
    values = zip(("tw1", "tw2", "tw3", "tw4"), (70, 80, 90, 95), strict=True)
    fill_cells(office, "rencana_aksi", [(where, name, Decimal(n)) for name, n in values])
    first, second, *_ = read_rencana_aksi(office, TAHUN)
    assert first.janggal == ("Indikator A1: Target TW IV 95 tidak sama dengan target tahunan 100")
    assert second.janggal == ""
    fill_cells(office, "rencana_aksi", [(where, "tw4", Decimal(100))])
    assert read_rencana_aksi(office, TAHUN)[0].janggal == ""


def test_an_official_has_a_plan_of_their_own(office: Office, ids: dict[str, UUID]) -> None:
    kasi = next(row["id"] for row in list_rows(office, "pejabat") if row["nama"] == "Kasi Uji")
    add_indikator(office, "IKI-1", jenis="IKI", pejabat_id=kasi)
    (own,) = read_rencana_aksi(office, TAHUN, kasi)
    assert own.bahan.kode == "IKI-1"


def test_months_are_asked_for_only_by_an_office_that_plans_by_them(
    office: Office, ids: dict[str, UUID]
) -> None:
    assert read_rencana_bulanan(office, TAHUN) == []
    (instansi,) = list_rows(office, "instansi")
    change_field(office, "instansi", instansi["id"], "kisi_rencana_aksi", "bulan")
    where = {"indikator_id": ids["A1"], "tahun": TAHUN}
    fill_cells(office, "rencana_aksi_bulanan", [(where, "b12", Decimal(95))])
    first, second, *_ = read_rencana_bulanan(office, TAHUN)
    # `docs/sakip.md` §3.6, posisi akhir: the last month must be the year's target.
    assert first.bulanan == (*[None] * 11, Decimal(95))
    assert first.janggal == (
        "Indikator A1: Target Desember 95 tidak sama dengan target tahunan 100"
    )
    assert (second.bulanan, second.janggal) == ((None,) * 12, "")


def test_an_office_that_is_not_set_up_has_no_months(office: Office) -> None:
    assert read_rencana_bulanan(office, TAHUN) == []
