from kinerja_desktop.documents.naskah.cell_places import cell_places, head_rows
from kinerja_desktop.documents.naskah.tables import Cell, Column, Row
from kinerja_desktop.documents.naskah.text import plain


def test_grouped_columns_have_a_joined_head_above_theirs() -> None:
    columns = (Column("No"), Column("Pagu", group="Anggaran"), Column("%", group="Anggaran"))
    upper, lower, numbers = head_rows(columns, numbered=True)
    assert [(plain(c.text), c.row_span, c.col_span) for c in upper.cells] == [
        ("No", 2, 1), ("Anggaran", 1, 2),
    ]  # fmt: skip
    assert [plain(c.text) for c in lower.cells] == ["Pagu", "%"]
    assert [plain(c.text) for c in numbers.cells] == ["(1)", "(2)", "(3)"]


def test_ungrouped_columns_have_one_head_row() -> None:
    (row,) = head_rows((Column("No"), Column("Sasaran")), numbered=False)
    assert [plain(cell.text) for cell in row.cells] == ["No", "Sasaran"]


def places(rows: tuple[Row, ...], width: int) -> list[tuple[str, int, int, int, int]]:
    return [
        (plain(p.cell.text), p.row, p.row_end, p.column, p.column_end)
        for p in cell_places(rows, width)
    ]


def test_places_below_a_span_are_left_out_of_the_row() -> None:
    rows = (Row((Cell("s", row_span=2), Cell("a"))), Row((Cell("b"),)))
    assert places(rows, 2) == [("s", 0, 2, 0, 1), ("a", 0, 1, 1, 2), ("b", 1, 2, 1, 2)]


def test_missing_cells_become_empty_ones_and_spans_end_at_the_edge() -> None:
    rows = (Row((Cell("a", col_span=9, row_span=9),)), Row(()), Row((Cell("x"),)))
    assert places(rows, 2) == [("a", 0, 3, 0, 2)]
    assert places((Row((Cell("a"),)),), 2) == [("a", 0, 1, 0, 1), ("", 0, 1, 1, 2)]


def test_a_wide_cell_stops_before_a_span_from_above() -> None:
    rows = (Row((Cell("a"), Cell("s", row_span=2))), Row((Cell("b", col_span=2),)))
    assert places(rows, 2)[-1] == ("b", 1, 2, 0, 1)
