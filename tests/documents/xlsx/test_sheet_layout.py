from kinerja_desktop.documents.naskah.cell_places import cell_places
from kinerja_desktop.documents.naskah.tables import Cell, Column, Row, Table
from kinerja_desktop.documents.xlsx.sheet_layout import measure_line, measure_rows, spread_columns


def table(*weights: float, is_spread: bool = True) -> Table:
    return Table(tuple(Column("x", weight) for weight in weights), (), is_spread=is_spread)


def test_a_spread_table_takes_the_columns_of_the_sheet_in_its_own_shares() -> None:
    # Programs below sasaran: 5 of 8,7 is the third column, and so on; never less than one each.
    assert spread_columns(table(5, 2.1, 1.6), (0.5, 3, 3, 1.1, 1.1)) == [0, 2, 4, 5]
    assert spread_columns(table(1, 1), (9, 1, 1)) == [0, 1, 3]
    assert spread_columns(table(99, 1, 1), (1, 1, 1, 1)) == [0, 2, 3, 4]


def test_other_tables_stand_column_below_column() -> None:
    assert spread_columns(table(5, 2, is_spread=False), (1, 1, 1)) == [0, 1, 2]
    assert spread_columns(table(5, 2), (1, 1)) == [0, 1, 2]


def heights(rows: tuple[Row, ...], width: int = 2) -> dict[int, float]:
    return measure_rows(cell_places(rows, width), range(width + 1), [20.0] * width)


def test_a_row_is_as_high_as_its_longest_text() -> None:
    lines = Cell("a\nb\nc")
    found = heights((Row((Cell("a"), Cell("b"))), Row((Cell("a"), lines))))
    # One line of 11,5 points and 4 of white; three of them.
    assert found == {0: 15.5, 1: 38.5}
    wrapped = heights((Row((Cell("kata " * 12), Cell("b"))),))
    assert wrapped[0] > 15.5


def test_what_is_merged_adds_what_is_missing_to_its_last_row() -> None:
    rows = (Row((Cell("a\nb\nc\nd", row_span=2), Cell("1"))), Row((Cell("2"),)))
    # Four lines need 50; the first row has 15,5 of them.
    assert heights(rows) == {0: 15.5, 1: 34.5}


def test_no_row_is_higher_than_excel_allows() -> None:
    assert heights((Row((Cell("a\n" * 99), Cell())),))[0] == 409


def test_a_line_outside_a_table_is_broken_only_where_it_is_wider_than_the_sheet() -> None:
    assert measure_line("kata", [20.0, 20.0]) is None
    # 40 units are 206 points: some forty letters of 10 points.
    height = measure_line("kata " * 24, [20.0, 20.0])
    assert height is not None
    assert 29.5 <= height <= 42.25
    assert measure_line("kata " * 3000, [20.0]) == 409
