"""Which kind of table an office's workbook is taken for, and what is said of figures left aside."""

from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.pemetaan.guessing import propose_table
from kinerja_desktop.services.pemetaan.headings import HeadingRows
from kinerja_desktop.services.pemetaan.kinds import KINDS
from kinerja_desktop.services.pemetaan.taking import read_own_book
from kinerja_desktop.services.pemetaan.view import SheetView, describe_view, view_proposed
from kinerja_desktop.services.pemetaan.words import find_triwulan
from tests.services.pemetaan.tables import Rows, list_messages, plan_table, write_table

TITLE = ["PENGUKURAN KINERJA KECAMATAN CONTOH", "TRIWULAN IV TAHUN 2025"]
INDIKATOR = "Indeks Kepuasan Masyarakat"


def write_titled(path: Path, titles: list[str], rows: Rows, *merged: str) -> Path:
    """Write a table below its titles, each merged over the whole width as offices do."""
    last = "ABCDEFGHIJ"[len(rows[0]) - 1]
    over = [f"A{number}:{last}{number}" for number in range(1, len(titles) + 1)]
    return write_table(path, [*([title] for title in titles), *rows], *over, *merged)


def look(path: Path, present: str = "indikator") -> SheetView:
    """Return what is shown when a file is opened while another kind is chosen."""
    grids = read_own_book(path).grids
    sheet, kind = propose_table(grids, KINDS[present], is_chosen=False)
    return view_proposed(grids[sheet], kind.key)


def guess(tmp_path: Path, headings: list[str], titles: list[str], row: list[Any]) -> SheetView:
    path = write_titled(tmp_path / "t.xlsx", titles, [headings, row])
    return look(path)


def remark(view: SheetView) -> str:
    return describe_view(view, view.columns)


@pytest.mark.parametrize("titles", [TITLE, []])
@pytest.mark.parametrize(
    ("heading", "slot"),
    [
        ("Realisasi", "nilai"),
        ("REALISASI KINERJA", "nilai"),
        ("Realisasi 2025", "nilai"),
        ("Realisasi (%)", "nilai"),
        ("Realisasi Capaian Kinerja", "nilai"),
        ("Realisasi TW IV", "tw4"),
        ("Realisasi TW. IV", "tw4"),
        ("Realisasi TW4", "tw4"),
        ("Realisasi Triwulan IV", "tw4"),
        ("Realisasi Triwulan ke-4", "tw4"),
        ("Realisasi s.d. Tribulan IV Tahun 2025", "tw4"),
        ("Capaian", "nilai"),
        ("Capaian Kinerja", "nilai"),
        ("Capaian TW IV", "tw4"),
    ],
)
def test_what_was_reached_is_realisasi_however_it_is_headed(
    tmp_path: Path, titles: list[str], heading: str, slot: str
) -> None:
    headings = ["No", "Sasaran", "Indikator Kinerja", "Target", heading, "Ket"]
    view = guess(tmp_path, headings, titles, [1, "Layanan", INDIKATOR, 85, 86.5, "baik"])
    assert view.kind == "realisasi"
    assert view.columns == {2: "indikator", 4: slot}


def test_a_wide_table_of_measurement_is_realisasi_too(tmp_path: Path) -> None:
    headings = ["Sasaran", "Indikator", "Satuan", "Formula", "Target 2025", "Realisasi 2025"]
    row = ["Layanan", INDIKATOR, "Nilai", "a/b", 85, 86]
    assert guess(tmp_path, headings, [], row).kind == "realisasi"


@pytest.mark.parametrize("target", ["Target", "Target 2025", "Target Capaian Kinerja"])
def test_a_table_with_both_says_where_its_targets_go(tmp_path: Path, target: str) -> None:
    view = guess(tmp_path, ["Indikator", target, "Realisasi", "Capaian (%)"], [], ["a", 1, 2, 200])
    assert view.kind == "realisasi"
    assert remark(view) == (
        f"1 kolom berangka tidak diambil: {target}. Sesudah ini dapat diambil dengan Bagian "
        "Target tahunan."
    )


@pytest.mark.parametrize(
    ("headings", "row", "kind", "slots"),
    [
        (["Indikator", "Realisasi 2024", "Target 2025"], ["a", 1, 2],
         "target_tahunan", {0: "indikator", 2: "nilai"}),
        (["Indikator", "Realisasi 2024", "Target 2025", "Target 2026"], ["a", 1, 2, 3],
         "target_tahunan", {0: "indikator", 2: "nilai", 3: "nilai"}),
        (["Indikator", "Capaian 2024", "Target 2025", "Target 2026"], ["a", 1, 2, 3],
         "target_tahunan", {0: "indikator", 2: "nilai", 3: "nilai"}),
        (["Indikator", "Kondisi Awal", "2025", "2026"], ["a", 1, 2, 3],
         "target_tahunan", {0: "indikator", 2: "nilai", 3: "nilai"}),
        (["Indikator", "Target TW I", "Target TW II", "Realisasi TW I", "Realisasi TW II"],
         ["a", 1, 2, None, None], "rencana_aksi", {0: "indikator", 1: "tw1", 2: "tw2"}),
        (["Indikator", "Satuan", "Definisi", "Formula", "Target"], ["a", "%", "b", "c", 5],
         "indikator", {0: "uraian", 1: "satuan", 2: "definisi_operasional", 3: "formula"}),
        (["Kode", "Uraian", "Pagu", "Realisasi"], ["7.01.01", "PROGRAM", 5, 4],
         "mata_anggaran", {0: "kode", 1: "nama", 2: "murni"}),
        (["Kode", "Uraian", "TW I", "TW II"], ["7.01.01", "PROGRAM", 5, 4],
         "realisasi_anggaran", {0: "kode", 2: "tw1", 3: "tw2"}),
    ],
)  # fmt: skip
def test_plans_and_budgets_stay_what_they_are(
    tmp_path: Path, headings: list[str], row: list[Any], kind: str, slots: dict[int, str]
) -> None:
    view = guess(tmp_path, headings, [], row)
    assert (view.kind, view.columns) == (kind, slots)


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("PENGUKURAN KINERJA TAHUN 2025", "realisasi"),
        ("REALISASI KINERJA TAHUN 2025", "realisasi"),
        ("CAPAIAN KINERJA TAHUN 2025", "realisasi"),
        ("TARGET CAPAIAN KINERJA TAHUN 2025", "rencana_aksi"),
        ("RENCANA AKSI TAHUN 2025", "rencana_aksi"),
        # Of money, which is no indicator's realisasi.
        ("PENGUKURAN ANGGARAN TAHUN 2025", "rencana_aksi"),
    ],
)
def test_bare_triwulan_are_what_the_title_says(tmp_path: Path, title: str, kind: str) -> None:
    assert guess(tmp_path, ["Indikator", "TW I", "TW II"], [title], ["a", 1, 2]).kind == kind


def test_a_budget_with_its_realisasi_is_told_by_the_title(tmp_path: Path) -> None:
    headings, row = ["Kode", "Uraian", "Pagu", "Realisasi"], ["7.01.01", "PROGRAM", 5, 4]
    view = guess(tmp_path, headings, ["LAPORAN REALISASI ANGGARAN"], row)
    assert (view.kind, view.columns) == ("realisasi_anggaran", {0: "kode", 3: "jumlah"})
    assert remark(guess(tmp_path, headings, [], row)) == (
        "1 kolom berangka tidak diambil: Realisasi. Bila ini realisasi anggaran, pilih Bagian "
        "Realisasi anggaran."
    )


@pytest.mark.parametrize("merged", [("A3:A4", "B3:B4", "C3:E3"), ()])
def test_realisasi_below_capaian_kinerja_is_found(tmp_path: Path, merged: tuple[str, ...]) -> None:
    rows = [
        ["No", "Indikator Kinerja", "Capaian Kinerja", None, None],
        [None, None, "Target", "Realisasi", "%"],
        ["(1)", "(2)", "(3)", "(4)", "(5)"],
        [1, INDIKATOR, 80, 88, 110],
    ]
    view = look(write_titled(tmp_path / "t.xlsx", TITLE, rows, *merged))
    assert view.kind == "realisasi"
    assert view.rows == HeadingRows(2, 2)
    assert view.columns == {1: "indikator", 3: "nilai"}


def test_percent_of_the_target_is_no_realisasi(tmp_path: Path) -> None:
    headings = ["Indikator", "Target", "Capaian Kinerja (%)"]
    view = guess(tmp_path, headings, [], ["a", 80, 110])
    assert (view.kind, view.columns) == ("target_tahunan", {0: "indikator", 1: "nilai"})
    assert remark(view) == (
        "1 kolom berangka tidak diambil: Capaian Kinerja (%). Bila perlu, pilih isiannya di "
        "daftar Kolom → Isian."
    )


def test_capaian_that_was_taken_for_realisasi_is_told(tmp_path: Path) -> None:
    view = guess(tmp_path, ["Indikator", "Capaian Kinerja"], [], ["a", 80])
    assert remark(view) == (
        "Kolom 'Capaian Kinerja' dibaca sebagai realisasi. Bila isinya persentase capaian "
        "terhadap target, jangan diambil: tekan Delete di baris kolom itu."
    )


def test_figures_left_aside_are_told_with_the_part_that_takes_them(tmp_path: Path) -> None:
    headings = ["No", "Sasaran", "Indikator Kinerja", "Target", "Realisasi TW IV", "Ket"]
    path = write_titled(tmp_path / "t.xlsx", TITLE, [headings, [1, "L", "a", 85, 86, "x"]])
    (grid,) = read_own_book(path).grids
    view = view_proposed(grid, "indikator")
    assert remark(view) == (
        "2 kolom berangka tidak diambil: Target, Realisasi TW IV. Bila ini realisasi, pilih "
        "Bagian Realisasi."
    )
    assert (view.tahun, view.triwulan) == (2025, 4)
    assert describe_view(view, {**view.columns, 3: "bobot", 4: "baseline_nilai"}) == ""


def test_of_many_columns_left_aside_a_few_are_named(tmp_path: Path) -> None:
    headings = ["Indikator", "Target", *(f"Hasil {letter}" for letter in "ABCDEFGH")]
    view = guess(tmp_path, headings, [], ["a", *range(1, 10)])
    assert remark(view) == (
        "8 kolom berangka tidak diambil: Hasil A, Hasil B, Hasil C, Hasil D, Hasil E, Hasil F "
        "dan 2 lainnya. Bila perlu, pilih isiannya di daftar Kolom → Isian."
    )


def test_who_is_asked_for_a_kode_hears_of_the_other_part(office: Office, tmp_path: Path) -> None:
    rows = [["Sasaran", "Indikator", "Realisasi TW IV"], [None, "Belum pernah ada", 86]]
    path = write_titled(tmp_path / "t.xlsx", TITLE, rows)
    assert list_messages(plan_table(office, path, "indikator", Periode(2025))) == [
        ": 1 kolom berangka tidak diambil: Realisasi TW IV. Bila ini realisasi, pilih Bagian "
        "Realisasi.",
        "B4: indikator ini belum ada, dan barisnya tanpa kode: tambahkan kolom Kode di Excel",
    ]


def test_the_sheet_and_the_part_are_found_together(tmp_path: Path) -> None:
    book = Workbook()
    cover, data = book.active, book.create_sheet("Data")
    assert cover is not None
    cover.append(["Daftar isi", "Uraian"])
    data.append(["Indikator", "Target", "Realisasi"])
    data.append(["a", 1, 2])
    book.save(tmp_path / "b.xlsx")
    grids = read_own_book(tmp_path / "b.xlsx").grids
    assert propose_table(grids, KINDS["indikator"], is_chosen=False) == (1, KINDS["realisasi"])


def test_the_part_that_the_clerk_chose_stays_where_it_fits(tmp_path: Path) -> None:
    path = write_table(tmp_path / "t.xlsx", [["Indikator", "Target", "Realisasi"], ["a", 1, 2]])
    grids = read_own_book(path).grids
    chosen = {
        key: propose_table(grids, KINDS[key], is_chosen=True)[1].key
        for key in ("target_tahunan", "mata_anggaran", "indikator")
    }
    assert chosen == {
        "target_tahunan": "target_tahunan", "mata_anggaran": "realisasi", "indikator": "realisasi",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("title", "triwulan"),
    [
        ("TRIWULAN IV TAHUN 2025", 4),
        ("Pengukuran TW II 2025 – TW. II", 2),
        ("s.d. Triwulan 3", 3),
        ("Triwulan ke-1", 1),
        ("TRIWULAN I s.d. IV", None),
        ("Triwulan I dan Triwulan II", None),
        ("TAHUN 2025", None),
    ],
)
def test_a_title_names_one_triwulan_or_none(title: str, triwulan: int | None) -> None:
    assert find_triwulan(title) == triwulan
