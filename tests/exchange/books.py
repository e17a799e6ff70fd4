"""Small workbooks of every format, made by hand, so that a test can put anything into them."""

import struct
import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any

from kinerja_desktop.exchange.workbook_ole import pack_stream

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OFFICE = "urn:oasis:names:tc:opendocument:xmlns"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
HEADINGS = {
    "Realisasi": ("indikator_id", "tahun", "triwulan", "nilai"),
    "Target Tahunan": ("indikator_id", "tahun", "nilai"),
    "Pejabat": ("nama", "nip"),
}


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def xlsx_parts(
    cells: str, title: str = "Realisasi", *, dimension: str = "", styles: str = "", shared: str = ""
) -> dict[str, Any]:
    """Return the parts of an .xlsx with one sheet.

    Args:
        cells: the rows below the hidden row of names, as XML.
        title: of the sheet; its names stand in row 4.
        dimension: what the sheet claims to be.
        styles: number formats by their place, parted by blanks: 0 is General.
        shared: the shared texts, as XML.
    """
    head = "".join(
        f'<c r="{chr(65 + place)}4" t="inlineStr"><is><t>{name}</t></is></c>'
        for place, name in enumerate(HEADINGS.get(title, ("x",)))
    )
    claim = f'<dimension ref="{dimension}"/>' if dimension else ""
    formats = styles.split() or ["0"]
    codes = "".join(
        f'<numFmt numFmtId="{164 + place}" formatCode="{code}"/>'
        for place, code in enumerate(formats)
        if not code.isdecimal()
    )
    xfs = "".join(
        f'<xf numFmtId="{code if code.isdecimal() else 164 + place}"/>'
        for place, code in enumerate(formats)
    )
    relations = "".join(
        f'<Relationship Id="rId{number}" Type="{REL}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(
            (
                ("worksheet", "worksheets/sheet1.xml"),
                ("styles", "styles.xml"),
                ("sharedStrings", "sharedStrings.xml"),
            ),
            start=1,
        )
    )
    return {
        "_rels/.rels": (
            f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r" Type="{REL}/officeDocument" '
            'Target="xl/workbook.xml"/></Relationships>'
        ),
        "xl/workbook.xml": (
            f'<workbook xmlns="{MAIN}" xmlns:r="{REL}"><sheets>'
            f'<sheet name="{title}" sheetId="1" r:id="rId1"/></sheets></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": (
            f'<Relationships xmlns="{PACKAGE}">{relations}</Relationships>'
        ),
        "xl/styles.xml": (
            f'<styleSheet xmlns="{MAIN}"><numFmts>{codes}</numFmts>'
            f'<cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs>{xfs}</cellXfs></styleSheet>'
        ),
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{shared}</sst>',
        "xl/worksheets/sheet1.xml": (
            f'<worksheet xmlns="{MAIN}">{claim}<sheetData><row r="4">{head}</row>{cells}'
            "</sheetData></worksheet>"
        ),
    }


def make_xlsx(cells: str, title: str = "Realisasi", **given: str) -> bytes:
    return zipped(xlsx_parts(cells, title, **given))


def ods_parts(rows: str, title: str = "Realisasi", manifest: str = "") -> dict[str, Any]:
    """Return the parts of an .ods with one sheet; the names stand in row 4."""
    head = "".join(ods_text(name) for name in HEADINGS.get(title, ("x",)))
    return {
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "META-INF/manifest.xml": (
            '<manifest:manifest xmlns:manifest="'
            f'{OFFICE}:manifest:1.0">'
            '<manifest:file-entry manifest:full-path="/" '
            'manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>'
            f"{manifest}</manifest:manifest>"
        ),
        "content.xml": (
            f'<office:document-content xmlns:office="{OFFICE}:office:1.0" '
            f'xmlns:table="{OFFICE}:table:1.0" xmlns:text="{OFFICE}:text:1.0" '
            'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">'
            f'<office:body><office:spreadsheet><table:table table:name="{title}">'
            '<table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>'
            f"<table:table-row>{head}</table:table-row>{rows}"
            "</table:table></office:spreadsheet></office:body></office:document-content>"
        ),
    }


def ods_text(text: str, more: str = "") -> str:
    return (
        f'<table:table-cell office:value-type="string" {more}><text:p>{text}</text:p>'
        "</table:table-cell>"
    )


def ods_number(value: float, kind: str = "float", more: str = "") -> str:
    return f'<table:table-cell office:value-type="{kind}" office:value="{value}" {more}/>'


def make_ods(rows: str, title: str = "Realisasi") -> bytes:
    return zipped(ods_parts(rows, title))


def record(kind: int, body: bytes) -> bytes:
    """Return a record of an .xls."""
    return struct.pack("<HH", kind, len(body)) + body


def xls_label(row: int, column: int, text: str) -> bytes:
    body = struct.pack("<HHHHB", row, column, 0, len(text), 0) + text.encode("latin-1")
    return record(0x204, body)


def xls_number(row: int, column: int, value: float, style: int = 0) -> bytes:
    return record(0x203, struct.pack("<HHHd", row, column, style, value))


def xls_formula(row: int, column: int, result: bytes, style: int = 0, *, options: int = 0) -> bytes:
    """Return a formula with its result of eight bytes: a number, or FFFF at the end.

    Of the options 1 asks for computing always, 2 when the file is opened ([MS-XLS] 2.4.127).
    """
    tokens = b"\x1e\x01\x00"
    body = struct.pack("<HHH", row, column, style) + result
    body += struct.pack("<HIH", options, 0, len(tokens))
    return record(0x06, body + tokens)


def xls_begin(kind: int, version: int = 0x600) -> bytes:
    """Return the first record of a part: 5 the workbook, 16 a sheet, 32 a chart."""
    return record(BOF, struct.pack("<HHHHII", version, kind, 0, 0, 0, 0))


BOF, EOF = 0x809, record(0x0A, b"")


def xls_stream(
    cells: bytes,
    title: str = "Realisasi",
    *,
    formats: Sequence[int] = (0, 9, 164),
    before: bytes = b"",
    claim: bytes = struct.pack("<IIHHH", 0, 5, 0, 4, 0),
    version: int = 0x600,
) -> bytes:
    """Return the stream of an .xls with one sheet; the names stand in row 4.

    Args:
        cells: records of cells.
        title: of the sheet.
        formats: the number format of each style; 164 is ``0.0%``.
        before: records among those of the whole workbook, such as shared texts.
        claim: the body of the record of the sheet's size.
        version: of the format.
    """
    globals_ = record(0x41E, struct.pack("<HHB", 164, 4, 0) + b"0.0%") + b"".join(
        record(0xE0, struct.pack("<HH", 0, number) + bytes(16)) for number in formats
    )
    name = title.encode("latin-1")

    def bundle(place: int) -> bytes:
        return record(0x85, struct.pack("<IBBBB", place, 0, 0, len(name), 0) + name)

    first = xls_begin(5, version) + before + globals_
    place = len(first) + len(bundle(0)) + len(EOF)
    head = b"".join(
        xls_label(3, column, text) for column, text in enumerate(HEADINGS.get(title, ("x",)))
    )
    sheet = xls_begin(0x10, version) + record(0x200, claim) + head + cells + EOF
    return first + bundle(place) + EOF + sheet


def make_xls(cells: bytes, title: str = "Realisasi", **given: Any) -> bytes:
    return pack_stream("Workbook", xls_stream(cells, title, **given))


def b_record(kind: int, body: bytes) -> bytes:
    """Return a record of an .xlsb: kind and size in seven bits a byte."""
    head = bytes((kind,)) if kind < 0x80 else bytes((kind & 0x7F | 0x80, kind >> 7))
    size, left = b"", len(body)
    while left > 0x7F:
        size, left = size + bytes((left & 0x7F | 0x80,)), left >> 7
    return head + size + bytes((left,)) + body


def b_text(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def b_row(row: int) -> bytes:
    return b_record(0, struct.pack("<II", row, 0) + bytes(17))


def b_cell(kind: int, column: int, body: bytes, style: int = 0) -> bytes:
    return b_record(kind, struct.pack("<II", column, style) + body)


def xlsb_parts(
    cells: bytes, title: str = "Realisasi", *, shared: bytes = b"", count: int = 0
) -> dict[str, Any]:
    """Return the parts of an .xlsb with one sheet; style 1 is ``0%``, 2 is ``0.0%``."""
    head = b_row(3) + b"".join(
        b_cell(6, column, b_text(name)) for column, name in enumerate(HEADINGS.get(title, ("x",)))
    )
    styles = (
        b_record(44, struct.pack("<H", 164) + b_text("0.0%"))
        + b_record(626, b"")
        + b_record(47, struct.pack("<HH", 0, 9) + bytes(12))
        + b_record(627, b"")
        + b_record(617, struct.pack("<I", 3))
        + b"".join(
            b_record(47, struct.pack("<HH", 0, number) + bytes(12)) for number in (0, 9, 164)
        )
        + b_record(618, b"")
    )
    sheet = (
        b_record(129, b"")
        + b_record(148, struct.pack("<IIII", 0, 5, 0, 4))
        + b_record(145, b"")
        + head
        + cells
        + b_record(146, b"")
        + b_record(130, b"")
    )
    given = xlsx_parts("")
    relations = str(given["xl/_rels/workbook.xml.rels"]).replace(".xml", ".bin")
    return {
        "_rels/.rels": str(given["_rels/.rels"]).replace("workbook.xml", "workbook.bin"),
        "xl/_rels/workbook.bin.rels": relations,
        "xl/workbook.bin": (
            b_record(131, b"")
            + b_record(143, b"")
            + b_record(156, struct.pack("<II", 0, 1) + b_text("rId1") + b_text(title))
            + b_record(144, b"")
            + b_record(132, b"")
        ),
        "xl/styles.bin": styles,
        "xl/sharedStrings.bin": (
            b_record(159, struct.pack("<II", count, count)) + shared + b_record(160, b"")
        ),
        "xl/worksheets/sheet1.bin": sheet,
    }


def make_xlsb(cells: bytes, title: str = "Realisasi") -> bytes:
    return zipped(xlsb_parts(cells, title))
