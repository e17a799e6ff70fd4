import pytest

from kinerja_desktop.documents.naskah.tables import Cell, Column, Row
from kinerja_desktop.documents.pdf.grid import column_edges, column_needs, lay_out

COLUMNS = (Column("A", 1), Column("B", 3))


def test_columns_share_the_width_by_weight() -> None:
    assert column_edges(COLUMNS, 400) == (0, 100, 400)


def test_a_column_gets_what_its_longest_word_needs() -> None:
    assert column_edges(COLUMNS, 400, (150, 10)) == (0, 150, 400)
    # The second column falls below its need by giving, and gets it too.
    assert column_edges((*COLUMNS, Column("C", 4)), 400, (150, 150, 0)) == (0, 150, 300, 400)


def test_needs_that_cannot_all_be_met_leave_the_weights() -> None:
    assert column_edges(COLUMNS, 400, (300, 350)) == (0, 100, 400)


def test_the_need_is_the_longest_word_with_its_white() -> None:
    rows = (Row((Cell("0000 00"), Cell(""))), Row((Cell("x" * 500, col_span=2),)))
    # Four figures of 0,556 at 10 points, twice 3 points of white, half a point to spare.
    needs = column_needs(COLUMNS, rows, 1000, 10)
    assert needs == [pytest.approx(22.25 + 6.5, abs=0.01), 0]


def test_a_word_too_long_for_any_column_is_broken_instead() -> None:
    assert column_needs(COLUMNS[:1], (Row((Cell("x" * 500),)),), 1000, 10) == [150]


def test_a_code_or_an_amount_is_never_broken_while_the_table_has_room() -> None:
    # 17 signs, 12 figures of 0,556 and 5 stops of 0,278 at 10 points; the white of above.
    rows = (Row((Cell("7.01.01.2.02.0005"), Cell("Rp 1.100.000.000"))),)
    kode, rupiah = column_needs(COLUMNS, rows, 400, 10)
    assert kode == pytest.approx(12 * 5.56 + 5 * 2.78 + 6.5, abs=0.1)
    assert rupiah == pytest.approx(10 * 5.56 + 3 * 2.78 + 6.5, abs=0.1)
    assert column_needs(COLUMNS, rows, 150, 10) == [22.5, 22.5]


def test_a_merged_cell_makes_its_rows_high_enough_together() -> None:
    rows = (Row((Cell("a\n" * 9, row_span=2), Cell("b"))), Row((Cell("c"),)))
    grid = lay_out(rows, COLUMNS, (0, 100, 400), 10)
    # Ten lines of 12 points and 2,5 points of white above and below.
    assert grid.height == pytest.approx(125)
    assert grid.heights[0] == pytest.approx(grid.heights[1])
    assert [len(cells) for cells in grid.crossing] == [0, 1]
