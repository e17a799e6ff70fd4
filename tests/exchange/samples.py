"""A sound workbook of each format, to be damaged: the same realisasi in all of them."""

import struct
from collections.abc import Callable

from kinerja_desktop.paths import resource
from tests.exchange import books


def _xlsx() -> bytes:
    return resource("contoh/muncar.xlsx").read_bytes()


def _xlsx_shared() -> bytes:
    """As Excel writes it: texts are shared, numbers have formats."""
    rows = "".join(
        f'<row r="{row}"><c r="A{row}" t="s"><v>{row % 2}</v></c><c r="B{row}"><v>2024</v></c>'
        f'<c r="D{row}" s="1"><f>1/2</f><v>0.5</v></c></row>'
        for row in range(5, 40)
    )
    shared = "<si><t>IKU-1</t></si><si><r><t>IKU</t></r><r><t>-2</t></r></si>"
    return books.make_xlsx(rows, styles="0 0.00%", shared=shared, dimension="A1:D39")


def _ods() -> bytes:
    row = "".join(
        (books.ods_text("IKU-1"), books.ods_number(2024), "<table:table-cell/>",
         books.ods_number(0.9, "percentage"))
    )  # fmt: skip
    rows = f"<table:table-row>{row}</table:table-row>" * 20
    rest = (
        '<table:table-row table:number-rows-repeated="1048532">'
        '<table:table-cell table:number-columns-repeated="1024"/></table:table-row>'
    )
    return books.make_ods(rows + rest)


def _xls() -> bytes:
    text = b"IKU-1"
    shared = struct.pack("<II", 1, 1) + struct.pack("<HB", len(text), 0) + text
    cells = b"".join(
        books.record(0xFD, struct.pack("<HHHI", row, 0, 0, 0))
        + books.xls_number(row, 1, 2024)
        + books.xls_number(row, 3, 0.9, 1)
        for row in range(4, 60)
    )
    return books.make_xls(cells, before=books.record(0xFC, shared))


def _xlsb() -> bytes:
    cells = b"".join(
        books.b_row(row)
        + books.b_cell(7, 0, struct.pack("<I", 0))
        + books.b_cell(5, 1, struct.pack("<d", 2024))
        + books.b_cell(9, 3, struct.pack("<dHI", 0.9, 0, 0), 1)
        for row in range(4, 60)
    )
    shared = books.b_record(19, b"\0" + books.b_text("IKU-1"))
    return books.zipped(books.xlsb_parts(cells, shared=shared, count=1))


def _csv() -> bytes:
    return ("Indikator;Tahun;Triwulan;Realisasi\n" + "IKU-1;2024;;98,75\n" * 50).encode()


SAMPLES: dict[str, Callable[[], bytes]] = {
    ".xlsx": _xlsx,
    ".XLSX": _xlsx_shared,
    ".ods": _ods,
    ".xls": _xls,
    ".xlsb": _xlsb,
    ".csv": _csv,
}
