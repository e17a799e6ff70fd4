"""What a cell is, in every format: as people see it (/work/shared/kasus 01 to 04c)."""

import datetime
import struct
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from kinerja_desktop.domain.sections import SECTIONS
from kinerja_desktop.errors import KinerjaError, Problem
from kinerja_desktop.exchange.workbook_cells import is_error, is_percent
from kinerja_desktop.exchange.workbook_read import read_workbook
from tests.exchange import books

Read = Callable[..., tuple[dict[str, list[dict[str, Any]]], list[Problem]]]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Read a workbook; of each row only the cells that hold something."""

    def do(content: bytes, name: str = "berkas.xlsx") -> Any:
        path = tmp_path / name
        path.write_bytes(content)
        rows, problems = read_workbook(path, SECTIONS)
        filled = {
            key: [
                {name: value for name, value in row.values.items() if value is not None}
                for row in found
            ]
            for key, found in rows.items()
        }
        return filled, problems

    return do


def row(number: int, *cells: str) -> str:
    return f'<row r="{number}">{"".join(cells)}</row>'


def text(address: str, content: str) -> str:
    return f'<c r="{address}" t="inlineStr"><is><t>{content}</t></is></c>'


def number(address: str, value: object, style: int = 0, kind: str = "n") -> str:
    return f'<c r="{address}" s="{style}" t="{kind}"><v>{value}</v></c>'


def realisasi(row_number: int, kode: str, nilai: object, style: int = 0) -> str:
    cells = text(f"A{row_number}", kode), number(f"B{row_number}", 2024)
    return row(row_number, *cells, number(f"D{row_number}", nilai, style))


def test_a_number_shown_as_percent_is_the_number_that_people_see(read: Read) -> None:
    cells = (
        realisasi(5, "IKU-1", 0.9875, 1)
        + realisasi(6, "IKU-2", 0.9, 2)
        + realisasi(7, "PROG-1", 1, 3)
    )
    rows, problems = read(books.make_xlsx(cells, styles="0 10 0.00 0%"))
    assert [line["nilai"] for line in rows["realisasi"]] == [Decimal("98.75"), 0.9, 100]
    assert problems == []


def test_a_target_shown_as_percent_is_taken_as_shown(read: Read) -> None:
    cells = row(5, text("A5", "IKU-1"), number("B5", 2024), number("C5", 0.95, 1))
    rows, _ = read(books.make_xlsx(cells, "Target Tahunan", styles="0 9"))
    assert rows["target_tahunan"] == [
        {"indikator_id": "IKU-1", "tahun": 2024, "nilai": Decimal(95)}
    ]


@pytest.mark.parametrize("value", ["1e300", "1e999"])
def test_a_percent_beyond_all_measure_stays_a_number(read: Read, value: str) -> None:
    rows, _ = read(books.make_xlsx(realisasi(5, "IKU-1", value, 1), styles="0 0%"))
    assert rows["realisasi"][0]["nilai"] >= 1e300


@pytest.mark.parametrize(("value", "shown"), [(90, "9000%"), (-12.5, "-1250%")])
def test_a_figure_typed_before_percent_was_chosen_is_asked_back(
    read: Read, value: float, shown: str
) -> None:
    """90 in a cell that is shown as 9000% was hardly meant as 9.000."""
    rows, problems = read(books.make_xlsx(realisasi(5, "IKU-1", value, 1), styles="0 0%"))
    (problem,) = problems
    assert (problem.cell, problem.is_warning) == ("D5", False)
    assert f"berformat persen dan tampil sebagai {shown}" in problem.message
    assert "nilai" not in rows["realisasi"][0]


def test_a_blank_row_between_others_is_passed_over(read: Read) -> None:
    """Also one that has a cell with nothing in it."""
    cells = realisasi(5, "IKU-1", 90) + row(6, text("A6", "")) + realisasi(8, "IKU-2", 91)
    rows, problems = read(books.make_xlsx(cells))
    assert [line["nilai"] for line in rows["realisasi"]] == [90, 91]
    assert problems == []


def test_ten_times_the_whole_is_still_taken_as_shown(read: Read) -> None:
    rows, problems = read(books.make_xlsx(realisasi(5, "IKU-1", 10, 1), styles="0 0%"))
    assert (rows["realisasi"][0]["nilai"], problems) == (1000, [])


def test_in_a_column_of_text_a_percent_keeps_its_sign(read: Read) -> None:
    cells = row(5, number("A5", 0.125, 1))
    rows, _ = read(books.make_xlsx(cells, "Pejabat", styles="0 0.0%"))
    assert rows["pejabat"] == [{"nama": "12,5%"}]


@pytest.mark.parametrize(
    ("format_id", "code", "expected"),
    [
        (9, "", True), (10, "", True), (0, "", False), (170, "", False), (9, "0.00", False),
        (164, "0.0%", True), (164, "0.0\\ %;[Red]-0.0%", True),
        # Percent of negative numbers only; LibreOffice shows 0,9 for 0,9.
        (164, "General;[Red]0%", False),
        (164, '0.0" %"', False), (164, "0\\%", False), (164, "[$%-421]0", False),
    ],
)  # fmt: skip
def test_a_format_shows_percent_by_its_sign_unless_it_is_quoted(
    format_id: int, code: str, expected: bool
) -> None:
    assert is_percent(format_id, code) is expected


@pytest.mark.parametrize(
    "content",
    ["#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", " #N/A ", "Err:502"],
)
def test_the_words_of_failed_formulas_are_known(content: str) -> None:
    assert is_error(content)


@pytest.mark.parametrize("content", ["#1 di Jawa Timur", "# N/A", "#", 5, None, "Err: tidak ada"])
def test_other_words_are_no_failed_formulas(content: object) -> None:
    assert not is_error(content)


def test_failed_formulas_are_named_in_columns_of_text_too(read: Read) -> None:
    cells = row(5, number("A5", "#N/A", kind="e"), text("B5", "1980")) + row(
        6, text("A6", "NAMA"), text("B6", "#REF!")
    )
    rows, problems = read(books.make_xlsx(cells, "Pejabat"))
    assert [(problem.cell, problem.is_warning) for problem in problems] == [
        ("A5", False), ("B6", False),
    ]  # fmt: skip
    assert "rumus Excel di sel ini gagal (#N/A): ketik isinya" in problems[0].message
    assert rows["pejabat"] == [{"nip": "1980"}, {"nama": "NAMA"}]


@pytest.mark.parametrize("claim", ["A1:D5", "A1:C6", "A1", "A1:XFD1048576", ""])
def test_what_a_sheet_says_of_its_size_hides_nothing(read: Read, claim: str) -> None:
    cells = realisasi(5, "IKU-1", 96.5) + realisasi(6, "IKU-2", 88)
    rows, problems = read(books.make_xlsx(cells, dimension=claim))
    assert [line["nilai"] for line in rows["realisasi"]] == [96.5, 88]
    assert problems == []


def test_a_nip_kept_as_a_number_stays_a_number(read: Read) -> None:
    """Only then the column can tell that Excel has rounded it (kasus 02)."""
    cells = row(5, text("A5", "NAMA"), number("B5", "1.98001012005011E+17"))
    rows, _ = read(books.make_xlsx(cells, "Pejabat"))
    assert rows["pejabat"] == [{"nama": "NAMA", "nip": 198001012005011000.0}]


def test_formulas_without_a_result_are_named_and_empty_texts_are_not(read: Read) -> None:
    cells = row(
        5,
        text("A5", "IKU-1"),
        '<c r="B5"><f>1+1</f></c>',
        '<c r="C5" t="str"><f>""</f><v></v></c>',
        '<c r="D5"><f>1+1</f><v>2</v></c>',
    )
    rows, problems = read(books.make_xlsx(cells))
    assert rows["realisasi"] == [{"indikator_id": "IKU-1", "nilai": 2}]
    assert [problem.cell for problem in problems] == ["B5"]
    assert "belum pernah dihitung" in problems[0].message


def test_dates_booleans_and_escapes_are_what_they_are(read: Read) -> None:
    cells = row(
        5,
        text("A5", "satu_x000D_\ndua"),
        number("B5", 45511, 1),
        number("D5", 1, kind="b"),
    )
    rows, _ = read(books.make_xlsx(cells, styles="0 14"))
    assert rows["realisasi"] == [
        {"indikator_id": "satu\r\ndua", "tahun": datetime.date(2024, 8, 7), "nilai": True}
    ]


def test_cells_without_an_address_follow_each_other(read: Read) -> None:
    cells = (
        '<row><c t="inlineStr"><is><t>IKU-1</t></is></c><c><v>2024</v></c><c/><c><v>5</v></c></row>'
    )
    rows, _ = read(books.make_xlsx(cells))
    assert rows["realisasi"] == [{"indikator_id": "IKU-1", "tahun": 2024, "nilai": 5}]


def test_two_sheets_of_one_section_are_told(read: Read) -> None:
    parts = books.xlsx_parts(realisasi(5, "IKU-1", 5))
    book, relations = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
    parts[book] = str(parts[book]).replace(
        "</sheets>", '<sheet name="realisasi " r:id="rId7"/><sheet name="Catatan" r:id="rId8"/>'
        '<sheet name="Kosong" r:id="rId9"/></sheets>'
    )  # fmt: skip
    for place, content in ((7, "sheet1"), (8, "sheet1"), (9, "sheet9")):
        more = f'<Relationship Id="rId{place}" Type="{books.REL}/worksheet" '
        parts[relations] = str(parts[relations]).replace(
            "</Rel", f'{more}Target="worksheets/{content}.xml"/></Rel'
        )
    parts["xl/worksheets/sheet9.xml"] = "<!-- x --><worksheet><sheetData/></worksheet>"
    _, problems = read(books.zipped(parts))
    assert [(problem.sheet, problem.is_warning) for problem in problems] == [
        ("Realisasi", False), ("Catatan", True),
    ]  # fmt: skip
    assert problems[0].message == "lembar Realisasi ada 2: sisakan satu"
    assert problems[1].message == "lembar ini tidak dikenal, isinya tidak dibaca"


def test_rows_with_nothing_but_remarks_are_no_rows(read: Read) -> None:
    cells = row(5, number("G5", 7)) + realisasi(6, "IKU-1", 5)
    assert len(read(books.make_xlsx(cells))[0]["realisasi"]) == 1


def test_shared_texts_are_found(read: Read) -> None:
    cells = row(5, number("A5", 1, kind="s"), number("B5", 2024))
    shared = "\n<si><t>x</t></si><si><r><t>IKU</t></r><r><t>-2</t></r></si>"
    rows, _ = read(books.make_xlsx(cells, shared=shared))
    assert rows["realisasi"] == [{"indikator_id": "IKU-2", "tahun": 2024}]


@pytest.mark.parametrize(
    "cells",
    [
        row(5, number("A5", 7, kind="s")),
        row(5, number("A5", "x", kind="s")),
        row(5, number("A0", 7)),
        '<row r="x"/>',
        '<row r="99999999999"/>',
        "<row>",
        "&a;",
    ],
)
def test_a_spoiled_sheet_is_refused(read: Read, cells: str) -> None:
    with pytest.raises(KinerjaError, match="rusak"):
        read(books.make_xlsx(cells))


def line(*cells: str) -> str:
    return f"<table:table-row>{''.join(cells)}</table:table-row>"


EMPTY = "<table:table-cell/>"


def test_an_ods_is_read_like_an_xlsx(read: Read) -> None:
    note = "<office:annotation><text:p>catatan</text:p></office:annotation>"
    rows = (
        line(
            f'<table:table-cell office:value-type="string">{note}<text:p>IKU-1</text:p>'
            "</table:table-cell>",
            books.ods_number(2024), EMPTY, books.ods_number(0.9875, "percentage"),
        )
        + line(books.ods_text("IKU<text:s/>2"), books.ods_number(2024), books.ods_text(""),
               books.ods_text("#DIV/0!", 'calcext:value-type="error"'))
        + line(books.ods_text("IKU-3"), '<table:table-cell table:formula="of:=1"/>')
        + '<table:table-row table:number-rows-repeated="2">'
        + books.ods_number(7, more='table:number-columns-repeated="2"')
        + "</table:table-row>"
        + '<table:table-row table:number-rows-repeated="1048500"><table:table-cell '
        'table:number-columns-repeated="16384"/></table:table-row>'
    )  # fmt: skip
    found, problems = read(books.make_ods(rows), "berkas.ods")
    assert found["realisasi"] == [
        {"indikator_id": "IKU-1", "tahun": 2024, "nilai": Decimal("98.75")},
        {"indikator_id": "IKU 2", "tahun": 2024},
        {"indikator_id": "IKU-3"},
        {"indikator_id": 7, "tahun": 7},
        {"indikator_id": 7, "tahun": 7},
    ]
    assert [problem.cell for problem in problems] == ["D6", "B7"]


def test_a_protected_ods_is_named(read: Read) -> None:
    parts = books.ods_parts("", manifest="<manifest:encryption-data/>")
    with pytest.raises(KinerjaError, match="kata sandi"):
        read(books.zipped(parts))


@pytest.mark.parametrize(
    "rows",
    [
        '<table:table-row table:number-rows-repeated="x"/>',
        '</table:table><table:table table:name="Realisasi">',
        "</table:table><table:table-cell/><table:table>",
    ],
)
def test_a_spoiled_ods_is_refused(read: Read, rows: str) -> None:
    with pytest.raises(KinerjaError, match="rusak"):
        read(books.make_ods(rows))


def test_a_zip_without_the_parts_of_an_ods_is_refused(read: Read) -> None:
    with pytest.raises(KinerjaError, match="rusak"):
        read(books.zipped({"mimetype": "x"}))


def shared_xls(*bodies: bytes) -> bytes:
    first = struct.pack("<II", 9, 9) + bodies[0]
    return books.record(0xFC, first) + b"".join(books.record(0x3C, body) for body in bodies[1:])


def test_an_xls_is_read_like_an_xlsx(read: Read) -> None:
    many = struct.pack("<HHHIHIH", 7, 1, 1, 0x3FF00000, 0, 0x40000000, 2)
    cells = (
        books.record(0xFD, struct.pack("<HHHI", 4, 0, 0, 1))
        + books.xls_number(4, 1, 2024)
        + books.xls_number(4, 3, 0.9875, 2)
        + books.record(0x205, struct.pack("<HHHBB", 5, 3, 0, 0x2A, 1))
        + books.record(0x205, struct.pack("<HHHBB", 5, 0, 0, 1, 0))
        + books.xls_formula(6, 3, b"\x02\0\x07\0\0\0\xff\xff")
        + books.xls_formula(6, 0, b"\0\0\0\0\0\0\xff\xff")
        + books.record(0x207, struct.pack("<HB", 5, 0) + b"IKU-9")
        + books.xls_formula(6, 1, struct.pack("<d", 0.5), 1)
        + books.record(0xBD, many)
        + books.xls_label(8, 0, "IKU-8")
        + books.xls_number(8, 1, 5, 99)
        + books.record(0x201, struct.pack("<HHH", 9, 0, 0))
        + books.xls_begin(0x20)
        + books.xls_number(99, 3, 1)
        + books.EOF
    )
    rich = struct.pack("<HBHI", 5, 1 | 4 | 8, 1, 3) + "IK".encode("utf-16-le")
    shared = shared_xls(struct.pack("<HB", 1, 0) + b"x" + rich, b"\0U-1" + bytes(4), bytes(3))
    rows, problems = read(books.make_xls(cells, before=shared), "lama.xls")
    assert rows["realisasi"] == [
        {"indikator_id": "IKU-1", "tahun": 2024, "nilai": Decimal("98.75")},
        {"indikator_id": True},
        {"indikator_id": "IKU-9", "tahun": 50},
        {"tahun": 100, "triwulan": 2},
        {"indikator_id": "IKU-8", "tahun": 5},
    ]
    assert [(problem.cell, problem.message.partition("(")[2][:5]) for problem in problems] == [
        ("D6", "#N/A)"), ("D7", "#DIV/"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "content",
    [
        books.make_xls(b"", version=0x500),
        books.make_xls(b"", claim=b"\0"),
        books.make_xls(books.record(0xFD, struct.pack("<HHHI", 4, 0, 0, 1))),
        books.make_xls(books.record(0x203, b"\0")),
        books.make_xls(struct.pack("<HH", 0x203, 9999)),
        books.make_xls(b"", before=shared_xls(b"\1")),
        books.make_xls(b"", before=shared_xls(struct.pack("<HB", 9, 0))),
        books.make_xls(b"", before=shared_xls(struct.pack("<HB", 9, 1), b"\1a")),
        books.make_xls(b"", before=shared_xls(struct.pack("<HBH", 0, 8, 9))),
        books.make_xls(b"", before=books.record(0x85, struct.pack("<IBBBB", 0, 0, 0, 9, 0))),
        books.make_xls(b"", before=books.record(0x85, bytes(6))),
        books.make_xls(
            b"", before=books.record(0x85, struct.pack("<IBBBB", 0, 0, 0, 1, 0) + b"A") * 2
        ),
    ],
)
def test_a_spoiled_xls_is_refused(read: Read, content: bytes) -> None:
    with pytest.raises(KinerjaError, match="rusak"):
        read(content, "lama.xls")


def test_a_protected_xls_is_named(read: Read) -> None:
    with pytest.raises(KinerjaError, match="kata sandi"):
        read(books.make_xls(b"", before=books.record(0x2F, bytes(6))))


def test_an_xlsb_is_read_like_an_xlsx(read: Read) -> None:
    cells = (
        books.b_row(4)
        + books.b_cell(7, 0, struct.pack("<I", 0))
        + books.b_cell(5, 1, struct.pack("<d", 2024))
        + books.b_cell(1, 2, b"")
        + books.b_cell(5, 3, struct.pack("<d", 0.9875), 2)
        + books.b_row(5)
        + books.b_cell(6, 0, books.b_text("IKU-2"))
        + books.b_cell(3, 3, b"\x2a")
    )
    shared = books.b_record(19, b"\0" + books.b_text("IKU-1" + "x" * 200))
    parts = books.xlsb_parts(cells, shared=shared, count=1)
    chart = struct.pack("<II", 0, 2) + books.b_text("rId9") + books.b_text("Grafik")
    parts["xl/workbook.bin"] = bytes(parts["xl/workbook.bin"]).replace(
        books.b_record(144, b""), books.b_record(156, chart) + books.b_record(144, b"")
    )
    relations = "xl/_rels/workbook.bin.rels"
    parts[relations] = str(parts[relations]).replace(
        "</Rel",
        f'<Relationship Id="rId9" Type="{books.REL}/chartsheet" Target="chartsheets/g.bin"/></Rel',
    )
    rows, problems = read(books.zipped(parts))
    assert rows["realisasi"] == [
        {"indikator_id": "IKU-1" + "x" * 200, "tahun": 2024, "nilai": Decimal("98.75")},
        {"indikator_id": "IKU-2"},
    ]
    assert [problem.cell for problem in problems] == ["D6"]


def test_a_spoiled_xlsb_is_refused(read: Read) -> None:
    sound = books.xlsb_parts(b"")
    sheet = "xl/worksheets/sheet1.bin"
    twice = books.b_record(156, struct.pack("<II", 0, 1) + books.b_text("rId1") + books.b_text("A"))
    for name, content in (
        (sheet, b"\x85"),
        (sheet, b"\x05\xff\xff\xff\xff"),
        (sheet, b"\x05\x09"),
        (sheet, books.b_row(4) + books.b_cell(7, 0, struct.pack("<I", 0))),
        (sheet, books.b_record(0, b"")),
        ("xl/workbook.bin", books.b_record(156, struct.pack("<IIi", 0, 1, 99))),
        ("xl/workbook.bin", twice * 2),
        (sheet, b"\xff\xff\x00"),
    ):
        with pytest.raises(KinerjaError):
            read(books.zipped({**sound, name: content}))


def test_a_formula_of_an_xls_that_was_never_computed_is_named(read: Read) -> None:
    """Programs that write .xls without computing leave 0 and ask for it on opening; Excel's own 0,
    of a formula that it computes always, is 0."""
    cells = b"".join(
        books.xls_label(row, 0, f"IKU-{row}")
        + books.xls_number(row, 1, 2024)
        + books.xls_formula(row, 3, struct.pack("<d", result), options=options)
        for row, result, options in ((4, 0.0, 3), (5, 0.0, 1), (6, 7.5, 3))
    )
    claim = struct.pack("<IIHHH", 0, 7, 0, 4, 0)
    rows, problems = read(books.make_xls(cells, claim=claim), "berkas.xls")
    assert [(problem.cell, problem.is_warning) for problem in problems] == [("D5", False)]
    assert "belum pernah dihitung" in problems[0].message
    assert [row["nilai"] for row in rows["realisasi"]][1:] == [0, 7.5]


def test_columns_and_rows_that_are_not_read_are_named(read: Read) -> None:
    cells = (
        row(3, text("E3", "Tambahan kami"), text("F3", "(Indikator)"))
        + row(5, text("A5", "IKU-1"), number("B5", 2024), number("D5", 9), text("E5", "x"))
        + row(6, text("F6", "keterangan saja"), text("G6", "y"))
    )
    rows, problems = read(books.make_xlsx(cells))
    assert len(rows["realisasi"]) == 1
    told = [(problem.cell, problem.message) for problem in problems]
    assert ("E4", "kolom 'Tambahan kami' tidak dikenal, isinya tidak dibaca") in told
    assert ("G4", "kolom tanpa judul ini tidak dikenal, isinya tidak dibaca") in told
    assert any(cell == "F6" and "hanya berisi keterangan" in text for cell, text in told)
    assert all(problem.is_warning for problem in problems)
