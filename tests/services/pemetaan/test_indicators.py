"""Tables about indicators: found by kode or words, years and triwulan side by side."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.kantor.data_entry import add_row, list_rows
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.pemetaan.headings import HeadingRows
from kinerja_desktop.services.pemetaan.taking import (
    Choices,
    describe_skipped,
    plan_own_table,
    read_own_book,
)
from kinerja_desktop.services.riwayat.workbook import apply_import
from tests.finals import finalize
from tests.services.pemetaan.tables import (
    list_messages,
    list_values,
    plan_table,
    write_table,
)

IKM, SAKIP = "Indeks Kepuasan Masyarakat", "Nilai SAKIP Kecamatan"


def test_targets_of_several_years_stand_side_by_side(muncar: Office, tmp_path: Path) -> None:
    rows = [
        ["TARGET KINERJA"],
        ["No", "Indikator Kinerja", "Satuan", "Target", None],
        [None, None, None, 2026, "Tahun 2027"],
        ["(1)", "(2)", "(3)", "(4)", "(5)"],
        [1, "Sasaran: meningkatnya layanan", None, None, None],
        [2, "  indeks kepuasan MASYARAKAT.", "Nilai", "92,5 ", 93],
        [3, "2. Nilai SAKIP Kecamatan", "Nilai", None, " 80 "],
        ["No", "Indikator Kinerja", "Satuan", 2026, "Tahun 2027"],
        [None, "Jumlah", None, 1, 2],
        [None, None, None, 3, None],
        [None, None, "catatan", None, None],
    ]
    path = write_table(tmp_path / "t.xlsx", rows, "A2:A3", "B2:B3", "C2:C3", "D2:E2")
    found = plan_table(muncar, path, "target_tahunan")
    assert list_messages(found) == []
    assert list_values(found, "target_tahunan", "nilai") == [
        ("IKU-1 · 2026", Decimal("92.5")),
        ("IKU-1 · 2027", Decimal(93)),
        ("IKU-2 · 2027", Decimal(80)),
    ]
    assert describe_skipped(found) == [
        "1 baris jumlah",
        "1 baris nomor kolom",
        "1 baris tanpa isi pada kolom yang dipilih",
        "1 baris tanpa isi selain indikatornya, atau baris kelompok",
        "1 baris tanpa kode dan tanpa indikator",
        "1 judul yang terulang",
    ]
    apply_import(muncar, found.plan)
    again = plan_table(muncar, path, "target_tahunan").plan
    assert (again.rows, again.unchanged) == ([], 3)


def test_one_target_column_takes_the_year_of_its_row_or_the_chosen_one(
    muncar: Office, tmp_path: Path
) -> None:
    rows: list[list[Any]] = [["Kode", "Tahun", "Target"], ["IKU-1", 2030, 5], ["iku-2", None, "BB"]]
    found = plan_table(muncar, write_table(tmp_path / "t.xlsx", rows), "target_tahunan")
    assert list_values(found, "target_tahunan", "nilai") == [
        ("IKU-1 · 2030", Decimal(5)),
        ("IKU-2 · 2025", "BB"),
    ]


def test_what_cannot_be_found_names_the_cell_and_what_is_near(
    muncar: Office, tmp_path: Path
) -> None:
    add_row(muncar, "indikator", {"kode": "X", "uraian": IKM.upper()})
    rows = [
        ["Indikator", "Target 2025"],
        ["Nilai Sakip Kecamatn", 5],
        [IKM, 6],
        ["Qwerty", 7],
        ["IKU-1 - Indeks", "1.234"],
        [SAKIP, "#DIV/0!"],
    ]
    found = plan_table(muncar, write_table(tmp_path / "t.xlsx", rows), "target_tahunan")
    messages = list_messages(found)
    assert messages[0].startswith("A2: 'Nilai Sakip Kecamatn' tidak ditemukan di Indikator: ")
    assert "Yang mirip: IKU-2 (Nilai SAKIP Kecamatan)" in messages[0]
    assert messages[1:] == [
        "A3: 'Indeks Kepuasan Masyarakat' ada 2 di Indikator (IKU-1, X): tulis kodenya",
        "A4: 'Qwerty' tidak ditemukan di Indikator: periksa tulisannya, atau tambahkan dulu",
        "B5: Target: '1.234' dapat berarti 1234 atau 1,2340: tulis 1234 atau 1,2340",
        "B6: Target: rumus Excel di sel ini gagal (#DIV/0!): ketik angkanya, atau kosongkan selnya",
    ]


def test_a_formula_without_a_stored_result_is_asked_back(muncar: Office, tmp_path: Path) -> None:
    rows = [["Kode", "Target 2025"], ["IKU-1", "=1+1"], [None, "=2+2"]]
    found = plan_table(muncar, write_table(tmp_path / "t.xlsx", rows), "target_tahunan")
    assert [message[:40] for message in list_messages(found)] == [
        "B2: rumus di sel ini belum pernah dihitu",
        "B3: rumus di sel ini belum pernah dihitu",
    ]
    assert not found.plan.is_sound


def test_rencana_aksi_has_four_triwulan(muncar: Office, tmp_path: Path) -> None:
    rows = [
        ["Indikator", "Rencana Aksi", "Target Triwulan", None, None, None, "PJ"],
        [None, None, "I", "II", "III", "IV", None],
        [IKM, "Survei", 1, 2, "-", 4, "Sekretaris"],
    ]
    path = write_table(tmp_path / "t.xlsx", rows, "A1:A2", "B1:B2", "C1:F1", "G1:G2")
    found = plan_table(muncar, path, "rencana_aksi")
    assert list_values(found, "rencana_aksi", "aktivitas", "tw1", "tw2", "tw3", "tw4",
                       "penanggung_jawab") == [
        ("IKU-1 · 2025", "Survei", Decimal(1), Decimal(2), None, Decimal(4), "Sekretaris")
    ]  # fmt: skip


def test_realisasi_of_the_chosen_triwulan_with_its_story(muncar: Office, tmp_path: Path) -> None:
    rows = [
        ["Indikator", "Target", "Realisasi", "Faktor Penghambat"],
        [IKM, 90, "93,75", "Cuaca"],
        [SAKIP, 80, None, "Belum dinilai"],
    ]
    path = write_table(tmp_path / "t.xlsx", rows)
    found = plan_table(muncar, path, "realisasi", Periode(2025, 2))
    assert list_values(found, "realisasi", "nilai", "penghambat") == [
        ("IKU-1 · 2025 · 2", Decimal("93.75"), "Cuaca"),
        ("IKU-2 · 2025 · 2", None, "Belum dinilai"),
    ]


def test_realisasi_of_four_triwulan_side_by_side(muncar: Office, tmp_path: Path) -> None:
    rows = [
        ["Indikator", "Realisasi TW I", "Realisasi TW II", "Tindak Lanjut"],
        [IKM, 1, 2, "Ulang survei"],
    ]
    path = write_table(tmp_path / "t.xlsx", rows)
    found = plan_table(muncar, path, "realisasi", Periode(2025, 2))
    assert list_values(found, "realisasi", "nilai", "tindak_lanjut") == [
        ("IKU-1 · 2025 · 1", Decimal(1), ""),
        ("IKU-1 · 2025 · 2", Decimal(2), "Ulang survei"),
    ]
    of_year = plan_table(muncar, path, "realisasi", Periode(2025))
    assert list_values(of_year, "realisasi", "nilai", "tindak_lanjut")[-1] == (
        "IKU-1 · 2025 · ", None, "Ulang survei",
    )  # fmt: skip


def test_a_final_year_stays_as_it_is(muncar: Office, tmp_path: Path) -> None:
    finalize(muncar, Periode(2024), date(2025, 2, 3))
    before = list_rows(muncar, "realisasi", tahun=2024)
    path = write_table(tmp_path / "t.xlsx", [["Kode", "Realisasi"], ["IKU-1", 1]])
    found = plan_table(muncar, path, "realisasi", Periode(2024))
    assert found.plan.terkunci == 1
    assert any(message.startswith("B2: tidak dimasukkan") for message in list_messages(found))
    apply_import(muncar, found.plan)
    assert list_rows(muncar, "realisasi", tahun=2024) == before


def test_indikator_are_known_by_kode_or_words(muncar: Office, tmp_path: Path) -> None:
    sasaran = list_rows(muncar, "sasaran")[0]
    rows = [
        ["Sasaran Strategis", "Kode", "Indikator Kinerja", "Satuan", "Definisi Operasional"],
        [sasaran["uraian"], "IKU-9", "Persentase desa tertib", "%", "Desa tertib per desa"],
        [None, None, IKM, "Indeks", None],
        ["Sasaran yang tidak ada", "IKU-2", None, None, "x"],
        [None, None, "Indikator baru tanpa kode", "%", None],
        [None, "IKU-10", None, "%", None],
        [None, None, None, "%", None],
        [None, "Jumlah", None, None, None],
    ]
    path = write_table(tmp_path / "t.xlsx", rows, "A2:A3")
    found = plan_table(muncar, path, "indikator")
    assert list_values(found, "indikator", "uraian", "satuan", "sasaran_id")[0] == (
        "IKU-9", "Persentase desa tertib", "%", sasaran["id"],
    )  # fmt: skip
    assert list_values(found, "indikator", "uraian", "satuan")[1] == ("IKU-1", None, "Indeks")
    assert list_messages(found) == [
        "A4: Sasaran: 'Sasaran yang tidak ada' tidak ditemukan di Sasaran: periksa tulisannya, "
        "atau tambahkan dulu",
        "C5: indikator ini belum ada, dan barisnya tanpa kode: tambahkan kolom Kode di Excel",
        "C6: Indikator kinerja harus diisi",
    ]
    assert found.skipped["baris tanpa kode dan tanpa indikator"] == 1
    assert found.skipped["baris jumlah"] == 1


def test_official_words_stay_where_only_capitals_and_blanks_differ(
    muncar: Office, tmp_path: Path
) -> None:
    rows = [
        ["Kode", "Indikator Kinerja", "Satuan"],
        ["iku-1", "indeks  kepuasan MASYARAKAT.", "Indeks baru"],
        [None, "2. NILAI sakip  Kecamatan", "Nilai baru"],
    ]
    found = plan_table(muncar, write_table(tmp_path / "t.xlsx", rows), "indikator")
    assert list_messages(found) == []
    assert [dict(row.values) for row in found.plan.rows] == [
        {"satuan": "Indeks baru"}, {"satuan": "Nilai baru"},
    ]  # fmt: skip
    renamed = [rows[0], ["IKU-1", "Indeks Kepuasan Layanan", None]]
    found = plan_table(muncar, write_table(tmp_path / "u.xlsx", renamed), "indikator")
    assert [dict(row.values) for row in found.plan.rows] == [{"uraian": "Indeks Kepuasan Layanan"}]


def test_words_that_two_indikator_share_ask_for_the_kode(muncar: Office, tmp_path: Path) -> None:
    add_row(muncar, "indikator", {"kode": "X", "uraian": IKM})
    rows = [["Indikator Kinerja", "Satuan"], [IKM, "%"]]
    found = plan_table(muncar, write_table(tmp_path / "t.xlsx", rows), "indikator")
    assert list_messages(found) == [
        "A2: 'Indeks Kepuasan Masyarakat' ada 2 di Indikator (IKU-1, X): tulis kodenya"
    ]


@pytest.mark.parametrize(
    ("columns", "message"),
    [
        ({0: "indikator"}, ": kolom untuk 'Target' belum dipilih: pilih di daftar Kolom → Isian"),
        (
            {1: "nilai"},
            ": kolom untuk 'Kode indikator' atau 'Indikator (kata-katanya)' belum dipilih: pilih "
            "di daftar Kolom → Isian",
        ),
        (
            {0: "indikator", 2: "indikator", 1: "nilai"},
            ": kolom A, C sama-sama dipakai untuk 'Indikator (kata-katanya)': pilih satu saja",
        ),
        (
            {0: "indikator", 1: "nilai", 2: "nilai"},
            ": kolom B dan C sama-sama 'Target' tanpa tahun di judulnya: pilih satu, atau tulis "
            "tahunnya di judul kolom",
        ),
        (
            {0: "indikator", 3: "nilai", 4: "nilai"},
            ": kolom D dan E sama-sama 'Target' tahun 2025: pilih satu, atau tulis tahunnya di "
            "judul kolom",
        ),
    ],
)
def test_columns_that_cannot_be_read_are_told_at_once(
    muncar: Office, tmp_path: Path, columns: dict[int, str], message: str
) -> None:
    path = write_table(tmp_path / "t.xlsx", [["A", "B", "C", "2025", "Tahun 2025"], [IKM, 1, 2, 3]])
    (grid,) = read_own_book(path).grids
    choices = Choices("target_tahunan", HeadingRows(0), columns, Periode(2025))
    found = plan_own_table(muncar, path, grid, choices)
    assert list_messages(found) == [message]
    assert not found.plan.is_sound


def test_headings_without_rows_below_are_told(muncar: Office, tmp_path: Path) -> None:
    path = write_table(tmp_path / "t.xlsx", [["Indikator", "Target 2025"]])
    assert list_messages(plan_table(muncar, path, "target_tahunan")) == [
        ": tidak ada baris data di bawah judul: periksa baris judul dan kolom yang dipilih"
    ]
