from decimal import Decimal

import pytest
from openpyxl import Workbook

from kinerja_desktop.documents.xlsx.cells import Look, Looks, number_format, put


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("0", "0"),
        ("90", "0"),
        ("93,75", "0.00"),
        ("1.234", "#,##0"),
        ("1.234,50", "#,##0.00"),
        ("93,7%", "0.0"),
    ],
)
def test_a_number_is_formatted_as_it_is_printed(text: str, code: str) -> None:
    assert number_format(text) == code


def test_a_text_longer_than_excel_holds_says_that_it_was_cut() -> None:
    cell = Workbook().create_sheet().cell(1, 1)
    put(cell, "x" * 40_000)
    assert len(str(cell.value)) == 32_767
    assert str(cell.value).endswith("… (terpotong)")


def test_cells_with_one_look_do_not_share_their_quote_mark() -> None:
    sheet = Workbook().create_sheet()
    looks = Looks()
    for row, text in enumerate(("-", "a"), start=1):
        looks.dress(sheet.cell(row, 1), Look(9, bold=True))
        put(sheet.cell(row, 1), text)
    assert sheet.cell(1, 1).quotePrefix
    assert not sheet.cell(2, 1).quotePrefix
    assert sheet.cell(2, 1).font.bold


def test_nothing_is_left_empty_and_a_number_is_a_number() -> None:
    sheet = Workbook().create_sheet()
    put(sheet.cell(1, 1), None)
    put(sheet.cell(1, 2), Decimal("1.50"))
    assert sheet.cell(1, 1).value is None
    assert sheet.cell(1, 2).value == Decimal("1.50")
