"""Any sheet as a plain grid: formats, merged cells, limits and refusals."""

import subprocess
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.cell_range import CellRange

from kinerja_desktop.domain.sections.fields import Field, Kind
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.exchange import workbook_file, workbook_parts
from kinerja_desktop.exchange.workbook_grid import Grid, read_grids
from kinerja_desktop.exchange.workbook_layout import GUIDE_SHEET, VERSION, VERSION_LABEL
from tests.exchange import books
from tests.exchange.samples import SAMPLES

NILAI = Field("nilai", "Nilai", Kind.NILAI)


def texts(grid: Grid) -> list[list[str]]:
    return [[grid.text(row, column) for column in range(grid.columns)] for row in range(grid.rows)]


@pytest.fixture
def merged(tmp_path: Path) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Laporan"
    for row in (["Uraian", "Target", None], [None, 2025, 2026], ["Satu", 0.5, 1.25], [None, 3, 4]):
        sheet.append(row)
    sheet["B3"].number_format = "0%"
    for cells in ("B1:C1", "A1:A2", "A3:A4", "B3:B4", "E20:F30", "A5:C5"):
        sheet.merge_cells(cells)
    book.create_sheet("Kosong")
    path = tmp_path / "gabung.xlsx"
    book.save(path)
    return path


def convert(path: Path, kind: str) -> Path:
    profile = (path.parent / "profil").as_uri()
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation={profile}", "--convert-to", kind,
         "--outdir", str(path.parent), str(path)],
        check=True, capture_output=True, timeout=240,
    )  # fmt: skip
    return path.with_suffix(f".{kind.partition(':')[0]}")


@pytest.mark.parametrize("kind", ["xlsx", "ods", "xls"])
def test_merged_cells_repeat_their_value(merged: Path, kind: str) -> None:
    path = merged if kind == "xlsx" else convert(merged, kind)
    (grid,) = read_grids(path)
    assert grid.title == "Laporan"
    assert texts(grid) == [
        ["Uraian", "Target", "Target"],
        ["Uraian", "2025", "2026"],
        ["Satu", "50%", "1,25"],
        ["Satu", "50%", "4"],
    ]
    assert grid.copies[3, 0] == (2, 0)
    assert grid.value(3, 1, NILAI) == 50
    assert (0, 1) not in grid.copies


def test_a_csv_of_libreoffice_is_read(merged: Path) -> None:
    (grid,) = read_grids(convert(merged, "csv"))
    assert grid.title == "gabung"
    assert texts(grid)[0][:2] == ["Uraian", "Target"]
    assert grid.copies == {}


@pytest.mark.parametrize(
    ("content", "cells"),
    [
        (b"KANTOR, KECAMATAN\nKode;Nama\n1;a,b\n2;c,d\n", ["Kode", "Nama"]),
        (b"x\nKode\tNama\tPagu\n1\ta\t2,5\n", ["Kode", "Nama", "Pagu"]),
        (b'x\nKode,Nama\n1,"a;b"\n', ["Kode", "Nama"]),
        ("x\nKode;N\u00e9\n".encode("cp1252"), ["Kode", "N\u00e9"]),
        ("x\nKode;N\u00e9\n".encode(), ["Kode", "N\u00e9"]),
        (b"x\nKode\n", ["Kode"]),
    ],
)
def test_what_parts_the_cells_of_a_csv_is_found(
    tmp_path: Path, content: bytes, cells: list[str]
) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(content)
    (grid,) = read_grids(path)
    assert texts(grid)[1] == cells + [""] * (grid.columns - len(cells))


def test_an_empty_file_has_no_sheets(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"")
    assert read_grids(path) == []


def test_dates_are_shown_as_people_type_them(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"], sheet["A2"] = date(2025, 1, 5), datetime(2025, 1, 5, 8, 30)  # noqa: DTZ001
    path = tmp_path / "a.xlsx"
    book.save(path)
    (grid,) = read_grids(path)
    assert texts(grid) == [["05-01-2025"], ["05-01-2025"]]


def test_a_failed_formula_is_repeated_as_well(tmp_path: Path) -> None:
    path = tmp_path / "a.ods"
    failed = "<text:p>#DIV/0!</text:p>"
    cell = (
        '<table:table-cell office:value-type="string" calcext:value-type="error" '
        f'table:number-columns-spanned="2">{failed}</table:table-cell><table:covered-table-cell/>'
    )
    path.write_bytes(
        books.make_ods(f"<table:table-row>{cell}{books.ods_number(1)}</table:table-row>")
    )
    (grid,) = read_grids(path)
    assert texts(grid)[-1][:3] == ["#DIV/0!", "#DIV/0!", "1"]


def test_what_stands_below_a_merged_cell_stays(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["a", "b", None])
    # As other programs write it: the covered cell keeps its own text.
    sheet.merged_cells.add(CellRange("A1:C1"))
    sheet["C2"] = "akhir"
    path = tmp_path / "a.xlsx"
    book.save(path)
    (grid,) = read_grids(path)
    assert texts(grid)[0] == ["a", "b", "a"]
    assert grid.copies == {(0, 2): (0, 0)}


def test_more_merged_cells_than_a_sheet_may_have_are_refused(
    merged: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook_file, "MOST_AREA", 4)
    with pytest.raises(KinerjaError, match="lembar Laporan berisi terlalu banyak sel gabungan"):
        read_grids(merged)


def test_the_limits_hold_for_any_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"a;b\n" * 10)
    monkeypatch.setattr(workbook_parts, "MOST_AREA", 4)
    with pytest.raises(KinerjaError, match="terisi sampai baris 10 dan kolom ke-2"):
        read_grids(path)
    monkeypatch.setattr(workbook_file, "MOST_CSV_BYTES", 4)
    with pytest.raises(KinerjaError, match=r"a\.csv tidak dibaca: berukuran"):
        read_grids(path)


def test_a_file_of_300_mb_is_refused_before_it_is_read(tmp_path: Path) -> None:
    for name in ("a.xlsx", "a.csv"):
        path = tmp_path / name
        with path.open("wb") as file:
            file.write(b"PK\x03\x04" if name == "a.xlsx" else b"a;b\n")
            file.truncate(300 * workbook_parts.MB)
        with pytest.raises(KinerjaError, match="berukuran 300 MB; paling besar"):
            read_grids(path)


def test_a_workbook_of_a_newer_program_is_refused(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = GUIDE_SHEET
    sheet.append([VERSION_LABEL, VERSION + 1])
    book.save(tmp_path / "a.xlsx")
    with pytest.raises(KinerjaError, match="versi Kinerja Desktop yang lebih baru"):
        read_grids(tmp_path / "a.xlsx")


@pytest.mark.parametrize("kind", SAMPLES)
def test_every_format_is_a_grid(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"a{kind}"
    path.write_bytes(SAMPLES[kind]())
    found = [text for grid in read_grids(path) for line in texts(grid) for text in line]
    assert "IKU-1" in found


def test_what_is_no_workbook_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with pytest.raises(KinerjaError, match="tidak ada"):
        read_grids(path)
    path.write_text("bukan")
    with pytest.raises(KinerjaError, match="bukan buku kerja"):
        read_grids(path)
    path.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le"))
    with pytest.raises(KinerjaError, match="dilindungi kata sandi"):
        read_grids(path)
