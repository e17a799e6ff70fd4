"""Tables of budget lines: kode in parts, sums, pagu, and realisasi from the year's beginning."""

from decimal import Decimal
from pathlib import Path

import pytest

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.kantor.data_entry import add_row, list_rows
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.riwayat.workbook import apply_import
from tests.services.pemetaan.tables import (
    list_messages,
    list_values,
    plan_table,
    write_table,
)

NAMA = "Penyusunan Dokumen Perencanaan"
#: As SIPD lays a DPA out: numbers lose their noughts, `docs/sakip.md` §6.1 has the whole kode.
SIPD = [
    ["DOKUMEN PELAKSANAAN ANGGARAN"],
    ["Tahun Anggaran 2025"],
    [],
    ["Kode Rekening", None, None, None, None, "Uraian", "Pagu Anggaran (Rp)"],
    [1, 2, 3, 4, 5, 6, 7],
    [7, None, None, None, None, "UNSUR KEWILAYAHAN", 3500000],
    [7, 1, None, None, None, "KECAMATAN", 3500000],
    [7, 1, 1, None, None, "PROGRAM PENUNJANG", "Rp 3.500.000"],
    [7, 1, 1, 2.01, None, "Perencanaan", "3.500.000,00"],
    [7, 1, 1, 2.01, 1, NAMA, "1.500.000,00\u00a0"],
    ["7", "01", "01", "2.01", "0010", "Koordinasi", 2000000],
    ["5", "1", "02", "01", None, "Belanja Barang", 2000000],
    [],
    ["JUMLAH", None, None, None, None, None, 3500000],
    [None, None, None, None, None, "Camat Muncar", None],
]


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return write_table(tmp_path / "dpa.xlsx", SIPD, "A4:E4", "A14:F14")


def test_lines_and_pagu_come_from_one_table(office: Office, table: Path) -> None:
    found = plan_table(office, table, "mata_anggaran")
    assert list_messages(found) == []
    assert list_values(found, "mata_anggaran", "nama", "jenis") == [
        ("7.01.01", "PROGRAM PENUNJANG", "program"),
        ("7.01.01.2.01", "Perencanaan", "kegiatan"),
        ("7.01.01.2.01.0001", NAMA, "sub_kegiatan"),
        ("7.01.01.2.01.0010", "Koordinasi", "sub_kegiatan"),
    ]
    ids = {row.label: row.id for row in found.plan.rows}
    parents = {row.label: row.values.get("induk_id") for row in found.plan.rows}
    assert parents["7.01.01.2.01.0010"] == ids["7.01.01.2.01"]
    assert parents["7.01.01.2.01"] == ids["7.01.01"]
    assert list_values(found, "pagu", "murni") == [
        ("7.01.01.2.01.0001 · 2025", Decimal(1500000)),
        ("7.01.01.2.01.0010 · 2025", Decimal(2000000)),
    ]


def test_rows_that_are_passed_over_are_counted(office: Office, table: Path) -> None:
    found = plan_table(office, table, "mata_anggaran")
    assert found.skipped == {
        "baris nomor kolom": 1,
        "baris urusan dan bidang urusan": 2,
        "baris rekening belanja": 1,
        "baris kosong": 1,
        "baris jumlah": 1,
        "baris tanpa kode": 1,
        "jumlah program dan kegiatan, yang dihitung dari rinciannya": 2,
    }


def test_a_table_taken_twice_changes_nothing(office: Office, table: Path) -> None:
    apply_import(office, plan_table(office, table, "mata_anggaran").plan)
    again = plan_table(office, table, "mata_anggaran").plan
    assert (again.rows, again.unchanged) == ([], 6)
    assert len(list_rows(office, "pagu")) == 2
    office.journal.undo()
    assert list_rows(office, "mata_anggaran") == []


def test_a_sum_that_does_not_agree_is_remarked_on(office: Office, tmp_path: Path) -> None:
    rows = [
        ["Kode", "Nama", "Pagu", "Pagu Perubahan"],
        ["7.01.01", "Program", 100, "abc"],
        ["7.01.01.2.01", "Kegiatan", 90, 50],
        ["7.01.01.2.02", "Kegiatan lain", None, None],
    ]
    found = plan_table(office, write_table(tmp_path / "a.xlsx", rows), "mata_anggaran")
    assert list_messages(found) == [
        "C2: Pagu murni (Rp) 7.01.01 tertulis Rp100, rinciannya di tabel ini Rp90: periksa keduanya"
    ]
    assert found.plan.is_sound


def test_a_sum_is_not_compared_with_what_cannot_be_read(office: Office, tmp_path: Path) -> None:
    rows = [
        ["Kode", "Nama", "Pagu"],
        ["7.01.01", "Program", 100],
        ["7.01.01.2.01", "Kegiatan", 90],
        ["7.01.01.2.02", "Kegiatan lain", "sepuluh"],
    ]
    found = plan_table(office, write_table(tmp_path / "a.xlsx", rows), "mata_anggaran")
    assert list_messages(found) == [
        "C4: Pagu murni (Rp): 'sepuluh' bukan angka: tulis seperti 93,75"
    ]


def test_what_is_wrong_names_the_cell(office: Office, tmp_path: Path) -> None:
    rows = [
        ["Kode", "Nama Program", "Pagu"],
        ["7.01.01.2", "Terpotong", 5],
        ["abc", "Bukan kode", None],
        [None, "Tanpa kode", 7],
        ["7.01.02.2.01", "Tanpa program", "x"],
        ["7.01.03", None, 1],
        ["7.01.04", "Dua kali", 1],
        ["7.01.04", "Dua kali", 1],
        [2.1, "Tersimpan sebagai angka", 1],
    ]
    found = plan_table(office, write_table(tmp_path / "a.xlsx", rows), "mata_anggaran")
    assert list_messages(found) == [
        "A2: kode '7.01.01.2' tidak seperti 7.01.01.2.01.0001: periksa lagi",
        "A4: baris ini berisi jumlah tanpa kode: tulis kodenya",
        "A5: induknya 7.01.02 tidak ada di tabel ini dan belum ada di program: tambahkan supaya "
        "jumlahnya ikut dihitung",
        "C5: Pagu murni (Rp): 'x' bukan angka: tulis seperti 93,75",
        "B6: Nama harus diisi",
        "A8: Kode sama dengan baris 7: sisakan satu baris",
        "baris 8: Kode, Tahun sama dengan baris 7: sisakan satu baris",
        "A9: kode ini tersimpan sebagai angka 2,1, dapat berarti 2.01 atau 2.10: ketik sebagai "
        "teks (diawali tanda ')",
    ]
    assert found.skipped["baris tanpa kode"] == 1


def test_kode_and_name_may_share_a_cell(office: Office, tmp_path: Path) -> None:
    rows = [
        ["Kode", "Penanggung jawab", "Pagu Renstra"],
        ["7.01.02 PROGRAM PENYELENGGARAAN", "Sekretaris", 12],
    ]
    found = plan_table(office, write_table(tmp_path / "a.xlsx", rows), "mata_anggaran")
    assert list_values(found, "mata_anggaran", "nama", "penanggung_jawab") == [
        ("7.01.02", "PROGRAM PENYELENGGARAAN", "Sekretaris")
    ]
    assert list_values(found, "pagu", "renstra") == [("7.01.02 · 2025", Decimal(12))]


def test_pagu_of_lines_that_are_known_needs_no_names(lines: Office, tmp_path: Path) -> None:
    rows = [["Kode Sub Kegiatan", "Pagu"], ["7.01.01.2.01", 5], [7.02, 5]]
    found = plan_table(lines, write_table(tmp_path / "a.xlsx", rows), "mata_anggaran")
    assert list_messages(found) == []
    assert [row.section for row in found.plan.rows] == ["pagu"]
    assert found.skipped == {"baris urusan dan bidang urusan": 1}


@pytest.fixture
def lines(office: Office) -> Office:
    induk = add_row(
        office, "mata_anggaran", {"kode": "7.01.01", "nama": "Program", "jenis": "program"}
    )
    for kode in ("7.01.01.2.01", "7.01.01.2.02"):
        add_row(
            office, "mata_anggaran",
            {"kode": kode, "nama": "Kegiatan", "jenis": "kegiatan", "induk_id": induk},
        )  # fmt: skip
    return office


def test_realisasi_anggaran_of_the_chosen_triwulan(lines: Office, tmp_path: Path) -> None:
    rows = [
        ["Kode", "Pagu", "Realisasi Keuangan"],
        ["7.01.01", 500, 110],
        ["7.01.01.2.01", 200, 10],
        ["7.01.01.2.02", 300, "-"],
        ["7.01.01.2.09", 300, 1],
    ]
    path = write_table(tmp_path / "a.xlsx", rows)
    found = plan_table(lines, path, "realisasi_anggaran", Periode(2025, 2))
    assert list_values(found, "realisasi_anggaran", "tw1", "tw2") == [
        ("7.01.01.2.01 · 2025", None, Decimal(10))
    ]
    assert list_messages(found) == [
        "C2: Realisasi (Rp) 7.01.01 tertulis Rp110, rinciannya di tabel ini Rp11: periksa keduanya",
        "A5: '7.01.01.2.09' tidak ditemukan di Program, Kegiatan, Sub Kegiatan: periksa "
        "tulisannya, atau tambahkan dulu",
    ]
    of_year = plan_table(lines, path, "realisasi_anggaran", Periode(2025))
    assert list_values(of_year, "realisasi_anggaran", "tahunan", "tw1") == [
        ("7.01.01.2.01 · 2025", Decimal(10), None)
    ]


def test_cumulative_amounts_are_parted_by_what_is_known(lines: Office, tmp_path: Path) -> None:
    first = [["Kode", "Realisasi TW I"], ["7.01.01.2.01", 10]]
    path = write_table(tmp_path / "a.xlsx", first)
    apply_import(lines, plan_table(lines, path, "realisasi_anggaran").plan)
    rows = [
        ["Kode", "Realisasi s.d. TW II", "Realisasi s/d Triwulan III"],
        ["7.01.01.2.01", 25, "45,5"],
        ["7.01.01.2.02", 30, 31],
    ]
    found = plan_table(lines, write_table(tmp_path / "b.xlsx", rows), "realisasi_anggaran")
    assert list_values(found, "realisasi_anggaran", "tw2", "tw3")[0] == (
        "7.01.01.2.01 · 2025", Decimal(15), Decimal("20.5"),
    )  # fmt: skip
    assert list_messages(found) == [
        "B3: jumlah s.d. triwulan II belum dapat dipecah, karena realisasi s.d. triwulan I belum "
        "lengkap: isi dulu, atau ambil per triwulan"
    ]


def test_cumulative_of_the_chosen_triwulan_and_of_the_year(lines: Office, tmp_path: Path) -> None:
    rows = [["Kode", "Realisasi s.d. bulan ini"], ["7.01.01.2.01", 25], ["7.01.01.2.02", "x"]]
    path = write_table(tmp_path / "b.xlsx", rows)
    found = plan_table(lines, path, "realisasi_anggaran", Periode(2025, 1))
    assert list_values(found, "realisasi_anggaran", "tw1") == [("7.01.01.2.01 · 2025", Decimal(25))]
    assert list_messages(found) == ["B3: TW I (Rp): 'x' bukan angka: tulis seperti 93,75"]
    of_year = plan_table(lines, path, "realisasi_anggaran", Periode(2025))
    assert list_values(of_year, "realisasi_anggaran", "tahunan") == [
        ("7.01.01.2.01 · 2025", Decimal(25))
    ]


def test_a_triwulan_in_two_columns_is_asked_back(lines: Office, tmp_path: Path) -> None:
    rows = [["Kode", "Realisasi", "Realisasi TW I"], ["7.01.01.2.01", 25, 26]]
    path = write_table(tmp_path / "b.xlsx", rows)
    found = plan_table(lines, path, "realisasi_anggaran", Periode(2025, 1))
    assert list_messages(found)[0] == "B2: triwulan ini ada di dua kolom: pakai satu saja"
    assert list_values(found, "realisasi_anggaran") == []


def test_an_amount_merged_over_several_rows_is_asked_back(office: Office, tmp_path: Path) -> None:
    rows = [
        ["Kode", "Nama", "Pagu"],
        ["7.01.01", "Satu", 100],
        ["7.01.02", "Dua", None],
        ["7.01.03", "Tiga", 5],
        [None, None, None, "lanjutan"],
    ]
    path = write_table(tmp_path / "b.xlsx", rows, "C2:C3", "A4:A5", "B4:B5", "C4:C5")
    found = plan_table(office, path, "mata_anggaran")
    assert list_messages(found) == [
        "C3: Pagu murni (Rp): jumlah di sel gabungan berlaku untuk beberapa baris: pecah selnya "
        "di Excel dan tulis jumlah tiap baris"
    ]
    assert found.skipped == {"lanjutan sel gabungan": 1}
