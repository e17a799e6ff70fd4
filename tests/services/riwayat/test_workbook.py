"""The whole office out and in again; every spoiled workbook gets a sentence and changes nothing."""

import zipfile
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from sqlalchemy import event
from sqlmodel import Session, select

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.capaian.capaian import Keadaan
from kinerja_desktop.domain.capaian.rumus import KETERANGAN, Rumus
from kinerja_desktop.domain.sections import SECTIONS, list_sections
from kinerja_desktop.errors import DataProblemsError, KinerjaError
from kinerja_desktop.exchange.workbook_layout import HEADING_ROW, HELP_ROW
from kinerja_desktop.paths import resource
from kinerja_desktop.services.awal.sample import fill_sample
from kinerja_desktop.services.kantor.data_entry import change_field, list_rows
from kinerja_desktop.services.kantor.directory import Directory
from kinerja_desktop.services.kantor.office import Office, open_office
from kinerja_desktop.services.pengukuran.ukur import measure_periode
from kinerja_desktop.services.riwayat.import_preview import describe_sheets
from kinerja_desktop.services.riwayat.workbook import (
    apply_import,
    export_workbook,
    plan_import,
    require_identity,
)
from kinerja_desktop.store.records import Sasaran, Transaksi, Tujuan

MUNCAR = "contoh/muncar.xlsx"


def contents(office: Office) -> dict[str, list[dict[str, Any]]]:
    return {key: list_rows(office, key) for key in SECTIONS}


def without_ids(office: Office) -> dict[str, Any]:
    """Everything that people see, references in words."""
    with office.journal.reading() as session:
        directory = Directory(session)
        return {
            key: sorted(
                tuple(
                    section.field(name).format(value, directory.describe)
                    for name, value in row.items()
                    if name != "id"
                )
                for row in list_rows(office, key)
            )
            for key, section in SECTIONS.items()
        }


@pytest.fixture
def spoil(tmp_path: Path) -> Callable[[Callable[[Workbook], None]], Path]:
    """Make a copy of the sample workbook and let a test spoil it."""

    def make(change: Callable[[Workbook], None]) -> Path:
        path = tmp_path / "rusak.xlsx"
        book = load_workbook(resource(MUNCAR))
        change(book)
        book.save(path)
        return path

    return make


def cell(sheet: Worksheet, name: str, row: int) -> Any:
    """Find a cell by its field's name in the hidden row."""
    for column in range(1, sheet.max_column + 1):
        if sheet.cell(4, column).value == name:
            return sheet.cell(row, column)
    raise KeyError(name)


Spoil = Callable[[Callable[[Workbook], None]], Path]


def test_the_sample_is_taken_in_whole(office: Office) -> None:
    """Nine indicators in five years, five programs (tests/data/muncar.json)."""
    apply_import(office, plan_import(office, resource(MUNCAR)))
    counts = {key: len(rows) for key, rows in contents(office).items()}
    assert counts["indikator"] == 9
    assert counts["target_tahunan"] == counts["realisasi"] == 45
    assert counts["pagu"] == counts["realisasi_anggaran"] == 25


def test_taking_in_the_same_workbook_twice_changes_nothing(muncar: Office) -> None:
    before = contents(muncar)
    plan = plan_import(muncar, resource(MUNCAR))
    assert plan.rows == []
    apply_import(muncar, plan)
    assert contents(muncar) == before


def test_what_is_written_is_read_back_equal(
    muncar: Office, tmp_path: Path, clock: Callable[[], Any]
) -> None:
    path = tmp_path / "kantor.xlsx"
    export_workbook(muncar, path)
    assert plan_import(muncar, path).rows == []
    other = open_office(tmp_path / "lain", clock)
    try:
        apply_import(other, plan_import(other, path))
        assert without_ids(other) == without_ids(muncar)
    finally:
        other.close()


def test_an_empty_workbook_has_all_headings_and_no_rows(muncar: Office, tmp_path: Path) -> None:
    path = tmp_path / "kosong.xlsx"
    export_workbook(muncar, path, kosong=True)
    book = load_workbook(path)
    titles = [section.title for section in list_sections(is_bappeda=False).values()]
    assert "Unit Pengirim" not in titles
    assert book.sheetnames == ["Petunjuk", *titles, "Pilihan"]
    assert book["Pilihan"].sheet_state == "hidden"
    sheet = book["Target Tahunan"]
    assert sheet.row_dimensions[4].hidden
    assert [sheet.cell(3, column).value for column in (1, 3, 4)] == ["Indikator", "Tahun", "Target"]
    assert sheet.max_row == 4


def test_an_import_is_one_deed_and_can_be_undone(muncar: Office, spoil: Spoil) -> None:
    def change(book: Workbook) -> None:
        cell(book["Realisasi"], "nilai", 5).value = 12.5
        cell(book["Sasaran"], "uraian", 5).value = "Meningkatnya kinerja"

    before = contents(muncar)
    plan = plan_import(muncar, spoil(change))
    assert [(row.section, row.is_new) for row in plan.rows] == [
        ("sasaran", False), ("realisasi", False),
    ]  # fmt: skip
    assert plan.rows[0].values == {"uraian": "Meningkatnya kinerja"}
    apply_import(muncar, plan)
    assert contents(muncar) != before
    assert muncar.journal.undo() == "Mengimpor buku kerja rusak.xlsx"
    assert contents(muncar) == before


def test_a_backup_is_made_before(office: Office) -> None:
    fill_sample(office)
    (kept,) = office.backup_folder.iterdir()
    assert kept.name.endswith("sebelum-impor.db")


def test_rows_may_refer_to_rows_of_the_same_workbook(office: Office, spoil: Spoil) -> None:
    def change(book: Workbook) -> None:
        sheet = book["Sasaran"]
        last = sheet.max_row + 1
        for name, value in (("tujuan_id", "T1"), ("kode", "S9"), ("uraian", "Baru")):
            cell(sheet, name, last).value = value
        cell(book["Indikator"], "sasaran_id", 6).value = "S9"

    assert plan_import(office, spoil(change)).problems == []


def test_no_office_is_founded_on_a_workbook_without_a_name(
    muncar: Office, tmp_path: Path, clock: Callable[[], Any]
) -> None:
    empty, full = tmp_path / "kosong.xlsx", tmp_path / "isi.xlsx"
    export_workbook(muncar, empty, kosong=True)
    export_workbook(muncar, full)
    other = open_office(tmp_path / "lain", clock)
    try:
        with pytest.raises(KinerjaError, match="belum memuat nama kantor: lembar Instansi") as told:
            require_identity(other, plan_import(other, empty))
        assert "baris 5, sedikitnya kolom Kecamatan" in told.value.remedy
        require_identity(other, plan_import(other, full))
    finally:
        other.close()
    # An office that has its name may take in a sheet or two.
    require_identity(muncar, plan_import(muncar, empty))


def test_a_row_may_name_one_below_it_and_so_on_down(office: Office, spoil: Spoil) -> None:
    def chain(book: Workbook) -> None:
        sheet = book["Indikator"]
        for row in (5, 6, 7):
            cell(sheet, "induk_id", row).value = cell(sheet, "kode", row + 1).value

    plan = plan_import(office, spoil(chain))
    assert plan.is_sound, [str(problem) for problem in plan.problems if not problem.is_warning]
    apply_import(office, plan)
    by_kode = {row["kode"]: row for row in list_rows(office, "indikator")}
    kodes = sorted(by_kode)[:4]
    above = [by_kode[kode]["induk_id"] for kode in kodes[:3]]
    assert above == [by_kode[kode]["id"] for kode in kodes[1:]]


def test_rows_that_name_each_other_are_refused(office: Office, spoil: Spoil) -> None:
    def circle(book: Workbook) -> None:
        sheet = book["Indikator"]
        for row, other in ((5, 6), (6, 5)):
            cell(sheet, "induk_id", row).value = cell(sheet, "kode", other).value

    plan = plan_import(office, spoil(circle))
    assert not plan.is_sound
    assert any("tidak ditemukan" in problem.message for problem in plan.problems)


def _formula_without_result(book: Workbook) -> None:
    cell(book["Realisasi"], "nilai", 5).value = "=1+1"


def _moved_name_row(book: Workbook) -> None:
    book["Sasaran"].delete_rows(4)


def _missing_column(book: Workbook) -> None:
    cell(book["Sasaran"], "kode", 4).value = None


def _doubled_column(book: Workbook) -> None:
    sheet = book["Sasaran"]
    sheet.cell(4, sheet.max_column + 1, "uraian")


def _set(sheet: str, name: str, value: object) -> Callable[[Workbook], None]:
    def change(book: Workbook) -> None:
        cell(book[sheet], name, 5).value = value

    return change


def _twin(book: Workbook) -> None:
    cell(book["Indikator"], "kode", 6).value = "IKU-1"


def _no_target(book: Workbook) -> None:
    cell(book["Target Tahunan"], "nilai", 5).value = None


@pytest.mark.parametrize(
    ("change", "sheet", "address", "message"),
    [
        (_set("Realisasi", "nilai", "abc"), "Realisasi", "E5", "Realisasi: 'abc' bukan angka"),
        (_set("Realisasi", "nilai", "1.234"), "Realisasi", "E5", "dapat berarti 1234 atau 1,234"),
        (_set("Realisasi", "nilai", "#DIV/0!"), "Realisasi", "E5", "rumus Excel di sel ini gagal"),
        (_set("Realisasi", "nilai", "8-7"), "Realisasi", "E5", "rentang '8-7' terbalik"),
        (_set("Realisasi", "nilai", "7-8"), "Realisasi", "E5", "satu angka, bukan rentang"),
        (_set("Realisasi", "nilai", date(2024, 8, 7)), "Realisasi", "E5", "sel ini berisi tanggal"),
        (_set("Target Tahunan", "nilai", "90-80"), "Target Tahunan", "D5", "terbalik"),
        (
            _set("Realisasi", "indikator_id", "IKU-99"),
            "Realisasi",
            "A5",
            "'IKU-99' tidak ditemukan",
        ),
        (_set("Realisasi", "triwulan", 5), "Realisasi", "D5", "5 di luar 1–4"),
        (_set("Penempatan", "mulai", "01-01-1900"), "Penempatan", "F5", "tahun 1900 di luar"),
        (_set("Indikator", "arah", "ke samping"), "Indikator", "N5", "'ke samping' tidak dikenal"),
        (_set("Sasaran", "uraian", None), "Sasaran", "D5", "Sasaran strategis harus diisi"),
        (_set("Pagu", "murni", "-5"), "Pagu", "D5", "-5 di bawah 0: periksa lagi"),
        (_twin, "Indikator", "A6", "Kode sama dengan baris 5: sisakan satu baris"),
        (_moved_name_row, "Sasaran", "", "baris 4 yang tersembunyi (nama kolom) hilang"),
        (_missing_column, "Sasaran", "", "kolom 'Kode' hilang"),
        (_doubled_column, "Sasaran", "", "kolom 'Sasaran strategis' ada 2"),
        (_formula_without_result, "Realisasi", "E5", "belum pernah dihitung"),
    ],
)
def test_what_is_wrong_is_named_by_file_sheet_and_cell(
    office: Office,
    spoil: Spoil,
    change: Callable[[Workbook], None],
    sheet: str,
    address: str,
    message: str,
) -> None:
    plan = plan_import(office, spoil(change))
    found = [problem for problem in plan.problems if message in problem.message]
    assert found, [str(problem) for problem in plan.problems]
    assert (found[0].file, found[0].sheet, found[0].cell) == ("rusak.xlsx", sheet, address)
    with pytest.raises(DataProblemsError):
        apply_import(office, plan)
    assert all(rows == [] for rows in contents(office).values())
    with office.journal.reading() as session:
        assert session.exec(select(Transaksi)).all() == []


def test_all_problems_are_told_at_once(office: Office, spoil: Spoil) -> None:
    def change(book: Workbook) -> None:
        for row in (5, 6, 7):
            cell(book["Realisasi"], "nilai", row).value = "abc"

    plan = plan_import(office, spoil(change))
    assert [problem.cell for problem in plan.problems] == ["E5", "E6", "E7"]


def test_an_odd_nip_is_only_warned_about(office: Office, spoil: Spoil) -> None:
    plan = plan_import(office, spoil(_set("Pejabat", "nip", "123")))
    assert [(p.is_warning, p.sheet) for p in plan.problems] == [(True, "Pejabat")]
    apply_import(office, plan)
    assert len(list_rows(office, "pejabat")) == 4


def test_moved_columns_are_found_by_their_names(muncar: Office, spoil: Spoil) -> None:
    def change(book: Workbook) -> None:
        sheet = book["Sasaran"]
        sheet.insert_cols(1)
        sheet.insert_rows(1)

    assert plan_import(muncar, spoil(change)).rows == []


def test_a_sheet_may_be_missing(muncar: Office, spoil: Spoil) -> None:
    def change(book: Workbook) -> None:
        del book["Realisasi"]

    plan = plan_import(muncar, spoil(change))
    assert (plan.rows, plan.problems) == ([], [])


def test_a_workbook_of_something_else_is_recognised(office: Office, tmp_path: Path) -> None:
    path = tmp_path / "gaji.xlsx"
    book = Workbook()
    book.save(path)
    (problem,) = plan_import(office, path).problems
    assert "tidak ada lembar yang dikenal" in problem.message


def test_a_workbook_of_a_newer_program_is_refused(office: Office, spoil: Spoil) -> None:
    def change(book: Workbook) -> None:
        sheet = book["Petunjuk"]
        sheet.cell(sheet.max_row, 2).value = 99

    with pytest.raises(KinerjaError, match="versi Kinerja Desktop yang lebih baru"):
        plan_import(office, spoil(change))


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"bukan buku kerja", "bukan buku kerja Excel"),
        (b"", "bukan buku kerja Excel"),
        (OLE + b"\0" * 600, "bukan buku kerja Excel"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "dilindungi kata sandi"),
        (b"PK\x03\x04rusak", "bukan buku kerja Excel"),
    ],
)
def test_a_file_that_is_no_workbook_is_refused(
    office: Office, tmp_path: Path, content: bytes, message: str
) -> None:
    path = tmp_path / "berkas.xlsx"
    path.write_bytes(content)
    with pytest.raises(KinerjaError, match=message):
        plan_import(office, path)


def test_a_zip_that_is_no_workbook_is_refused(office: Office, tmp_path: Path) -> None:
    path = tmp_path / "arsip.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("halo.txt", "halo")
    with pytest.raises(KinerjaError, match="bukan buku kerja Excel"):
        plan_import(office, path)


def test_a_missing_file_is_named(office: Office, tmp_path: Path) -> None:
    with pytest.raises(KinerjaError, match="tidak ada"):
        plan_import(office, tmp_path / "hilang.xlsx")


def test_a_text_that_looks_like_a_formula_stays_a_text(muncar: Office, tmp_path: Path) -> None:
    row = list_rows(muncar, "sasaran")[0]
    change_field(muncar, "sasaran", row["id"], "uraian", "=1+1")
    path = tmp_path / "kantor.xlsx"
    export_workbook(muncar, path)
    assert plan_import(muncar, path).rows == []


def test_figures_beyond_what_excel_can_hold_keep_every_digit(
    muncar: Office, tmp_path: Path
) -> None:
    exact = Decimal("123456789012345.67")
    row = list_rows(muncar, "pagu")[0]
    change_field(muncar, "pagu", row["id"], "murni", exact)
    path = tmp_path / "kantor.xlsx"
    export_workbook(muncar, path)
    assert plan_import(muncar, path).rows == []


def test_a_realisasi_without_target_is_kept_and_remarked_on(office: Office, spoil: Spoil) -> None:
    """Offices enter figures before the target is agreed: *Target belum ditetapkan* is a state."""
    plan = plan_import(office, spoil(_no_target))
    (remark,) = plan.problems
    assert (remark.is_warning, remark.sheet, remark.cell) == (True, "Realisasi", "E5")
    assert "target tahun 2020 belum ada" in remark.message
    apply_import(office, plan)
    (hasil,) = [
        item
        for item in measure_periode(office, Periode(2020)).indikator
        if item.utama.target is None
    ]
    assert hasil.utama.capaian.keadaan is Keadaan.TIDAK_DAPAT_DIHITUNG
    assert hasil.utama.capaian.alasan == "target belum ditetapkan"
    assert hasil.utama.realisasi is not None


def _change_realisasi(name: str, *values: object) -> Callable[[Workbook], None]:
    def change(book: Workbook) -> None:
        for row, value in enumerate(values, start=5):
            cell(book["Realisasi"], name, row).value = value

    return change


@pytest.mark.parametrize(
    ("change", "sheet", "address"),
    [
        (_change_realisasi("penyebut", 0), "Realisasi", "J5"),
        (_set("Penempatan", "selesai", date(1999, 1, 1)), "Penempatan", "G5"),
        (_set("Periode Renstra", "tahun_akhir", 1995), "Periode Renstra", "C5"),
        (_set("Pejabat", "nip", "123"), "Pejabat", "B5"),
        (_set("Program, Kegiatan, Sub Kegiatan", "kode", "abc"), "Program", "A5"),
        (_set("Indikator", "jenis", "IKI"), "Indikator", "K5"),
        (_set("Indikator", "baseline_nilai", 999), "Indikator", ""),
    ],
)
def test_a_check_of_a_row_names_the_cell_to_mend(
    muncar: Office, spoil: Spoil, change: Callable[[Workbook], None], sheet: str, address: str
) -> None:
    plan = plan_import(muncar, spoil(change))
    cells = [problem.cell for problem in plan.problems if problem.sheet.startswith(sheet)]
    found = load_workbook(spoil(change))
    if not address:
        address = cell(found["Indikator"], "baseline_nilai", 5).coordinate
    assert address in cells


def test_range_and_denominator_are_both_told(muncar: Office, spoil: Spoil) -> None:
    def change(book: Workbook) -> None:
        _change_realisasi("nilai", "7-8")(book)
        _change_realisasi("penyebut", 0)(book)

    plan = plan_import(muncar, spoil(change))
    assert [problem.cell for problem in plan.problems] == ["E5", "J5"]


def test_blank_cells_leave_the_answers_of_the_program(office: Office, spoil: Spoil) -> None:
    """F4 and the form are answers of the program: a blank cell asks for them, twice as once."""

    def change(book: Workbook) -> None:
        cell(book["Instansi"], "kertas", 5).value = None

    path = spoil(change)
    apply_import(office, plan_import(office, path))
    (row,) = list_rows(office, "instansi")
    assert (row["kertas"], row["kertas_laporan"]) == ("F4", "A4")
    assert plan_import(office, path).rows == []
    change_field(office, "instansi", row["id"], "kertas", "A4")
    (back,) = plan_import(office, path).rows
    assert back.values == {"kertas": "F4"}
    change_field(office, "instansi", row["id"], "kertas", None)
    assert plan_import(office, path).rows == []


def test_a_second_office_in_the_sheet_is_named(muncar: Office, spoil: Spoil) -> None:
    def change(book: Workbook) -> None:
        for name in ("kecamatan", "kabupaten", "provinsi"):
            cell(book["Instansi"], name, 6).value = "Lain"

    (problem,) = plan_import(muncar, spoil(change)).problems
    assert (problem.message, problem.cell) == (
        "Instansi sudah ada di baris 5: sisakan satu baris",
        "baris 6",
    )


def test_twins_of_several_columns_are_named_by_their_row(muncar: Office, spoil: Spoil) -> None:
    def change(book: Workbook) -> None:
        sheet = book["Realisasi"]
        for name in ("indikator_id", "tahun", "triwulan"):
            cell(sheet, name, 6).value = cell(sheet, name, 5).value

    (problem,) = plan_import(muncar, spoil(change)).problems
    assert problem.cell == "baris 6"


@pytest.mark.parametrize("rumus", [Rumus.RANGE_8, Rumus.MAX])
def test_a_formula_is_chosen_by_code_old_label_name_and_label(rumus: Rumus) -> None:
    field = SECTIONS["indikator"].field("rumus")
    arti = KETERANGAN[rumus]
    label = field.format(rumus)
    assert rumus not in label
    for word in (rumus.value, f"{rumus}: {arti.rumus}", arti.nama, label):
        assert field.parse(word) == rumus


def test_choices_of_every_length_are_lists_in_the_form(muncar: Office, tmp_path: Path) -> None:
    """Arah has commas in its labels, Rumus khusus is longer than 255 characters."""
    path = tmp_path / "kosong.xlsx"
    export_workbook(muncar, path, kosong=True)
    book = load_workbook(path)
    sheet = book["Indikator"]
    rules = {
        rule.formula1 for rule in sheet.data_validations.dataValidation
        if min(area.min_col for area in rule.sqref.ranges)
        in (cell(sheet, "arah", 4).column, cell(sheet, "rumus", 4).column)
    }  # fmt: skip
    lists = []
    for formula in rules:
        name, area = formula.split("!")
        lists.append({c.value for line in book[name][area.replace("$", "")] for c in line})
    fields = SECTIONS["indikator"]
    assert sorted(map(sorted, lists)) == sorted(
        sorted((fields.field(name).choices or {}).values()) for name in ("arah", "rumus")
    )
    guide = " ".join(str(line[0]) for line in book["Petunjuk"].iter_rows(values_only=True))
    for told in ("90%", "Ya atau Tidak", "Triwulan ditulis 1, 2, 3, atau 4", "setahun yang diisi"):
        assert told in guide


def test_every_row_and_column_of_the_file_is_accounted_for(muncar: Office, spoil: Spoil) -> None:
    def change(book: Workbook) -> None:
        sheet = book["Realisasi"]
        cell(sheet, "nilai", 5).value = 12
        last = sheet.max_row
        sheet.cell(last + 1, 2, "hanya catatan")
        sheet.cell(3, sheet.max_column + 1, "Tambahan kami")
        sheet.cell(5, sheet.max_column, "x")
        cell(book["Pejabat"], "nama", book["Pejabat"].max_row + 1).value = "NAMA BARU"
        cell(book["Sasaran"], "kode", 5).value = None
        book.create_sheet("Coretan")["A1"] = "x"

    plan = plan_import(muncar, spoil(change))
    warned = [(p.sheet, p.cell) for p in plan.problems if p.is_warning]
    assert ("Coretan", "") in warned
    assert ("Realisasi", "B50") in warned
    assert any("'Tambahan kami' tidak dikenal" in p.message for p in plan.problems)
    lines = describe_sheets(plan)
    assert "Realisasi: 1 berubah, 44 tetap" in lines
    assert "Pejabat: 1 baris baru, 4 tetap" in lines
    assert any(line.startswith("Sasaran: ") and "1 harus diperbaiki" in line for line in lines)


def test_odd_signs_of_old_data_are_written_clean_and_are_no_change(
    muncar: Office, tmp_path: Path
) -> None:
    """Bullets of Word, invisible signs and what Excel takes for an escape (ECMA-376 22.9.2.19)."""
    raw = "\uf0b7 satu\n\uf0fc dua \ue123 \u200etiga _x0041_"
    with muncar.journal.action("Data lama") as session:
        row = session.exec(select(Sasaran)).first()
        assert row is not None
        row.uraian = raw
        row.kode = "S\u200b1"
    path = tmp_path / "kantor.xlsx"
    export_workbook(muncar, path)
    texts = {str(c.value) for line in load_workbook(path)["Sasaran"].iter_rows() for c in line}
    assert "• satu\n√ dua \ufffd tiga _x0041_" in {t.replace("_x005F_", "_") for t in texts}
    plan = plan_import(muncar, path)
    assert (plan.rows, plan.problems) == ([], [])


def test_codes_that_differ_in_capitals_alone_are_told_apart(muncar: Office, tmp_path: Path) -> None:
    with muncar.journal.action("Dua tujuan") as session:
        first = session.exec(select(Tujuan)).first()
        assert first is not None
        session.add(
            Tujuan(
                kode=first.kode.lower(), uraian="Lain", periode_renstra_id=first.periode_renstra_id
            )
        )
    path = tmp_path / "kantor.xlsx"
    export_workbook(muncar, path)
    plan = plan_import(muncar, path)
    assert (plan.rows, plan.problems) == ([], [])


def test_a_workbook_is_written_sheet_by_sheet(muncar: Office, tmp_path: Path) -> None:
    # Row by row it would hold SQLite's write lock while it still reads.
    path = tmp_path / "buku.xlsx"
    export_workbook(muncar, path)
    with muncar.journal.action("Mengubah") as session:
        for row in (*session.exec(select(Tujuan)), *session.exec(select(Sasaran))):
            row.uraian += " (lain)"
    plan = plan_import(muncar, path)
    flushes: list[int] = []

    def count(session: Session, *_: object) -> None:
        if session.new or session.dirty or session.deleted:
            flushes.append(len(session.dirty))

    event.listen(Session, "before_flush", count)
    try:
        apply_import(muncar, plan)
    finally:
        event.remove(Session, "before_flush", count)
    sheets = [row.section for row in plan.rows]
    assert flushes == [sheets.count("tujuan"), sheets.count("sasaran")]
    assert len(sheets) > 2


def test_a_heading_tells_what_its_column_asks_for(muncar: Office, tmp_path: Path) -> None:
    path = tmp_path / "muncar.xlsx"
    export_workbook(muncar, path)
    sheet = load_workbook(path)["Tujuan"]
    assert isinstance(sheet, Worksheet)
    notes = {cell.value: cell.comment.text for cell in sheet[HEADING_ROW] if cell.comment}
    assert notes["Kode"] == "Kode pendek, misalnya T1."
    assert len(notes) == len(SECTIONS["tujuan"].fields)
    assert str(sheet.cell(HELP_ROW, 1).value).endswith("Tunjuk judul kolom untuk penjelasannya.")
