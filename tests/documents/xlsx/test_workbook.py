from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from kinerja_desktop.documents.naskah.blocks import (
    A4,
    Caption,
    Heading,
    KeyValues,
    Naskah,
    PageBreak,
    Paragraph,
    Signature,
    SignatureBlock,
    VerificationBlock,
)
from kinerja_desktop.documents.naskah.tables import (
    Cell,
    Column,
    Row,
    Table,
)
from kinerja_desktop.documents.xlsx.workbook import FlatSheet, render_xlsx


def number(text: str, value: str) -> Cell:
    return Cell(text, number=Decimal(value))


TABLE = Table(
    (
        Column("Sasaran", 3),
        Column("Pagu", 1, "decimal", "Anggaran"),
        Column("%", 1, "decimal", "Anggaran"),
    ),
    (
        Row((Cell("A", row_span=2), number("1.234.567", "1234567"), number("93,75", "93.75"))),
        Row((Cell("-", italic=True), Cell("=1+1", fill="#eeeeee", valign="middle"))),
        Row((Cell("Jumlah", col_span=2), number("1,5", "1.5")), is_total=True),
    ),
    numbered=True,
)
NASKAH = Naskah(
    "Uji",
    (
        Heading("JUDUL", 0),
        Heading("Bagian", 1),
        Caption("Tabel 1"),
        KeyValues((("SKPD", "Kecamatan"),)),
        TABLE,
        PageBreak(),
        Paragraph("=cmd|'/c calc'!A1", label="1."),
        Paragraph("=2+2"),
        SignatureBlock(
            Signature(("CAMAT,",), "BUDI", ("NIP 1",), "Lumajang, 5 Mei 2024"),
            aside=(Paragraph("Keterangan:"), VerificationBlock("K")),
        ),
    ),
    landscape=True,
    kode="7Q2M",
)
FLAT = FlatSheet(("Nama", "Nilai"), (("@x\x00", Decimal("1.5")), ("-y", None), ("+z", Decimal(0))))


@pytest.fixture(scope="module")
def book() -> Any:
    return load_workbook(BytesIO(render_xlsx(NASKAH, "Lembar", FLAT)))


def find(sheet: Any, value: object) -> Any:
    return next(cell for row in sheet.iter_rows() for cell in row if cell.value == value)


def test_equal_input_gives_equal_bytes_without_a_clock() -> None:
    first = render_xlsx(NASKAH, "Lembar", FLAT)
    assert first == render_xlsx(NASKAH, "Lembar", FLAT)
    with ZipFile(BytesIO(first)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(2000, 1, 1, 0, 0, 0)}
        core = archive.read("docProps/core.xml").decode()
    assert core.count("2000-01-01T00:00:00Z") == 2


def test_the_properties_tell_office_and_date_of_the_document() -> None:
    dated = replace(NASKAH, author="Kecamatan Muncar", tanggal=date(2025, 1, 15))

    def read(naskah: Naskah) -> tuple[object, str]:
        core = load_workbook(BytesIO(render_xlsx(naskah, "Lembar", FLAT))).properties
        return core.creator, f"{core.created:%Y-%m-%d %H:%M}"

    assert read(dated) == ("Kecamatan Muncar", "2025-01-15 00:00")
    assert read(replace(dated, author="")) == ("Kinerja Desktop", "2025-01-15 00:00")
    fixed = ("Kinerja Desktop", "2000-01-01 00:00")
    assert read(replace(dated, is_archival=False)) == fixed


def test_figures_are_numbers_with_their_format(book: Any) -> None:
    sheet = book["Lembar"]
    pagu = find(sheet, 1234567)
    assert (pagu.data_type, pagu.number_format) == ("n", "#,##0")
    capaian = find(sheet, 93.75)
    assert (capaian.data_type, capaian.number_format) == ("n", "0.00")


def test_heads_and_merged_cells_are_as_in_the_print(book: Any) -> None:
    sheet = book["Lembar"]
    merged = {str(area) for area in sheet.merged_cells.ranges}
    # Title, section and caption above, KeyValues in row 4; the heads begin in row 5.
    assert {"A1:C1", "A5:A6", "B5:C5", "A8:A9", "A10:B10"} <= merged
    assert [sheet.cell(7, column).value for column in (1, 2, 3)] == ["(1)", "(2)", "(3)"]
    assert sheet.freeze_panes == "A8"
    assert sheet.print_title_rows == "$5:$7"
    assert find(sheet, "Jumlah").font.bold


def test_texts_never_become_formulas(book: Any) -> None:
    for sheet in book:
        for row in sheet.iter_rows():
            assert not [cell for cell in row if cell.data_type == "f"]
    assert find(book["Lembar"], "=1+1").quotePrefix
    assert find(book["Lembar"], "=2+2").data_type == "s"
    assert find(book["Data"], "-y").quotePrefix
    assert not find(book["Lembar"], "A").quotePrefix


def test_control_characters_are_replaced(book: Any) -> None:
    assert find(book["Data"], "@x■")


def test_the_flat_sheet_has_no_merged_cells_and_keeps_blank_and_zero_apart(book: Any) -> None:
    sheet = book["Data"]
    assert not sheet.merged_cells.ranges
    assert [[cell.value for cell in row] for row in sheet.iter_rows(min_row=1)] == [
        ["Nama", "Nilai"], ["@x■", 1.5], ["-y", None], ["+z", 0],
    ]  # fmt: skip
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:B4"


def test_the_print_is_set_up_like_the_paper(book: Any) -> None:
    setup = book["Lembar"].page_setup
    # 14 is folio, 8,5 × 13 inch: F4.
    assert (setup.paperSize, setup.orientation) == (14, "landscape")
    assert book["Lembar"].oddFooter.left.text == "Kode verifikasi: 7Q2M"


def test_words_before_and_after_the_table_are_there(book: Any) -> None:
    values = [row[0].value for row in book["Lembar"].iter_rows()]
    assert "SKPD: Kecamatan" in values
    assert "1. =cmd|'/c calc'!A1" in values
    for line in ("Lumajang, 5 Mei 2024", "CAMAT,", "BUDI", "NIP 1", "Keterangan:"):
        assert line in values


def test_a_naskah_without_tables_and_heads_is_written_too() -> None:
    plain = Naskah("x", (Heading("JUDUL", 0), Paragraph("a")), paper=A4)
    sheet = load_workbook(BytesIO(render_xlsx(plain, "S", FlatSheet(("A",), ()))))["S"]
    assert [row[0].value for row in sheet.iter_rows()] == ["JUDUL", "a"]
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "portrait")
    headless = Naskah("x", (Table((Column("a"),), (Row((Cell("1"),)),), has_head=False),))
    sheet = load_workbook(BytesIO(render_xlsx(headless, "S", FlatSheet(("A",), ()))))["S"]
    assert sheet.freeze_panes is None
