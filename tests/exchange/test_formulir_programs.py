"""Forms as LibreOffice saves them, and in the known shapes of Excel and WPS, made by hand."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from kinerja_desktop.domain.pengumpulan.jawaban import read_jawaban
from kinerja_desktop.exchange.formulir_read import read_formulir
from tests.exchange.forms import (
    IKM,
    LINE,
    SAKIP,
    change_parts,
    convert,
    make_form,
    read_one,
    read_part,
    write,
)
from tests.exchange.test_formulir import head_of

FORM = make_form(IKM, SAKIP, rupiah=(LINE,))
SHEET = "xl/worksheets/sheet1.xml"
APP = "docProps/app.xml"
ANSWERS = [
    {"pembilang": 452, "penyebut": 500, "pendorong": "=1+1\n_x0041_ loket", "bukti": "a.pdf"},
    {"nilai": "AA", "penghambat": "1.234"},
    {"rupiah": 123_456_789_012_345},
]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A form filled in, with openpyxl: texts stand within the cells."""
    path = write(tmp_path / "f.xlsx", FORM)
    book = load_workbook(path)
    sheet = book["Formulir"]
    head = head_of(sheet)
    filled: tuple[tuple[int, dict[int, str | int]], ...] = (
        (head + 1, {8: 452, 9: 500, 11: "=1+1\n_x005F_x0041_ loket", 14: "a.pdf"}),
        (head + 2, {10: "aa", 12: "1.234"}),
        (head_of(sheet, head + 1) + 1, {8: 123_456_789_012_345}),
    )
    for row, values in filled:
        for column, value in values.items():
            cell = sheet.cell(row, column)
            cell.value = value
            if isinstance(value, str):
                cell.data_type = "s"
    book.save(path)
    return path


def answers(path: Path) -> list[object]:
    sheet = read_one(path)
    assert sheet.identitas is not None
    assert (sheet.identitas.id, sheet.identitas.segel) == ("f-1", FORM.segel)
    found = read_jawaban(FORM, sheet)
    assert (found.diubah, found.asing) == ((), ())
    assert [reason for row in found.baris for reason in row.alasan] == []
    return [row.nilai for row in found.baris]


def test_as_openpyxl_saves_it(path: Path) -> None:
    assert answers(path) == ANSWERS


@pytest.mark.parametrize("kind", ["xlsx", "ods", "xls"])
def test_as_libreoffice_saves_it(path: Path, kind: str) -> None:
    converted = convert(path, kind)
    assert answers(converted) == ANSWERS
    saved = read_formulir(converted).disimpan
    if kind == "xls":
        assert saved is None
    else:
        assert saved is not None
        assert abs((datetime.now(UTC) - saved).total_seconds()) < 24 * 3600


def test_formulas_that_libreoffice_reckoned(path: Path) -> None:
    book = load_workbook(path)
    sheet = book["Formulir"]
    head = head_of(sheet)
    sheet.cell(head + 1, 8).value = "=400+52"
    book.save(path)
    assert answers(convert(path, "xlsx")) == ANSWERS


def test_cells_merged_in_libreoffice(path: Path) -> None:
    book = load_workbook(path)
    sheet = book["Formulir"]
    head = head_of(sheet)
    sheet.merge_cells(f"K{head + 1}:K{head + 2}")
    book.save(path)
    for kind in ("ods", "xls"):
        first, second = read_one(convert(path, kind)).baris
        for row in (first, second):
            assert "digabung melewati beberapa baris" in row.sel["pendorong"].cacat, kind


def edit_sheet(path: Path, pattern: str, new: str, count: int = 0) -> None:
    content = read_part(path, SHEET).decode()
    changed, times = re.subn(pattern, new, content, count=count)
    assert times, pattern
    change_parts(path, {SHEET: changed.encode()})


_INLINE = re.compile(
    r't="inlineStr"><is><t(?: xml:space="preserve")?>(.*?)</t></is></c>', re.DOTALL
)


def share_texts(path: Path, pieces: dict[str, str]) -> Path:
    """Move the texts into a part of their own, as Excel does.

    Args:
        path: a form of openpyxl, whose texts stand within the cells.
        pieces: texts that are written as these runs.
    """
    texts: list[str] = []

    def share(match: re.Match[str]) -> str:
        texts.append(match[1])
        return f't="s"><v>{len(texts) - 1}</v></c>'

    sheet = _INLINE.sub(share, read_part(path, SHEET).decode())
    assert len(texts) > 40
    items = "".join(
        f"<si>{pieces[text]}</si>" if text in pieces
        else f'<si><t xml:space="preserve">{text}</t></si>'
        for text in texts
    )  # fmt: skip
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    shared = f'<?xml version="1.0" encoding="UTF-8"?><sst xmlns="{main}">{items}</sst>'
    book = "xl/_rels/workbook.xml.rels"
    relations = read_part(path, book).decode().replace(
        "</Relationships>", '<Relationship Id="rId77" Target="sharedStrings.xml" Type="http://'
        'schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"/>'
        "</Relationships>",
    )  # fmt: skip
    return change_parts(
        path,
        {SHEET: sheet.encode(), "xl/sharedStrings.xml": shared.encode(), book: relations.encode()},
    )


def test_texts_that_are_shared_and_in_pieces(path: Path) -> None:
    """Half a word made bold in Excel makes a text of several runs."""
    run = '<r><t>a</t></r><r><rPr><b/></rPr><t>.pdf</t></r><phoneticPr fontId="1"/>'
    assert answers(share_texts(path, {"a.pdf": run})) == ANSWERS


def test_texts_and_figures_that_formulas_gave(path: Path) -> None:
    """As Excel keeps the result of a formula beside it."""
    head = head_of(load_workbook(path)["Formulir"])
    edit_sheet(
        path, rf'<c r="J{head + 2}"([^>]*?) t="inlineStr"><is><t[^>]*>aa</t></is></c>',
        rf'<c r="J{head + 2}"\1 t="str"><f>"A"&amp;"A"</f><v>AA</v></c>',
    )  # fmt: skip
    edit_sheet(
        path, rf'<c r="H{head + 1}"([^>]*?)(?: t="n")?><v>452</v></c>',
        rf'<c r="H{head + 1}"\1><f>400+52</f><v>452</v></c>',
    )  # fmt: skip
    assert answers(path) == ANSWERS


def test_cells_without_addresses_and_rows_without_spans(path: Path) -> None:
    """`r` may be left out (ECMA-376 18.3.1.4); then the cell follows the one before."""
    content = read_part(path, SHEET).decode()
    rows = []
    for match in re.finditer(r"<row r=\"(\d+)\"([^>]*)>(.*?)</row>", content, re.DOTALL):
        cells = {
            _column(cell[1]): f"<c{cell[2]}{cell[3]}"
            for cell in re.finditer(r'<c r="([A-Z]+)\d+"([^>]*?)(/>|>.*?</c>)', match[3], re.DOTALL)
        }
        line = "".join(cells.get(place, "<c/>") for place in range(1, max(cells, default=0) + 1))
        rows.append(f'<row r="{match[1]}"{match[2]}>{line}</row>')
    head, rest = content.split("<sheetData>")[0], content.split("</sheetData>")[1]
    changed = f"{head}<sheetData>{''.join(rows)}</sheetData>{rest}"
    assert answers(change_parts(path, {SHEET: changed.encode()})) == ANSWERS


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def test_what_wps_adds(path: Path) -> None:
    """WPS names itself, adds its own properties and a part of its own, and repeats its fonts."""
    app = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="http://schemas.'
        'openxmlformats.org/officeDocument/2006/extended-properties"><Application>WPS Spreadsheets'
        "</Application><AppVersion>12.0000</AppVersion></Properties>"
    )
    custom = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="http://schemas.'
        'openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.'
        'openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-'
        '101B-9397-08002B2CF9AE}" pid="2" name="KSOProductBuildVer"><vt:lpwstr>1033-12.2.0'
        "</vt:lpwstr></property></Properties>"
    )
    types = read_part(path, "[Content_Types].xml").decode().replace(
        "</Types>", '<Override PartName="/docProps/custom.xml" ContentType="application/vnd.'
        'openxmlformats-officedocument.custom-properties+xml"/></Types>',
    )  # fmt: skip
    relations = read_part(path, "_rels/.rels").decode().replace(
        "</Relationships>", '<Relationship Id="rId99" Target="docProps/custom.xml" Type="http://'
        'schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"/>'
        "</Relationships>",
    )  # fmt: skip
    change_parts(
        path,
        {
            APP: app.encode(), "docProps/custom.xml": custom.encode(),
            "[Content_Types].xml": types.encode(), "_rels/.rels": relations.encode(),
            "xl/cellimages.xml": b"<etc:cellImages xmlns:etc='http://www.wps.cn/officeDocument/"
            b"2017/etCustomData'/>",
        },
    )  # fmt: skip
    assert answers(path) == ANSWERS
