import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja_desktop.documents.naskah.blocks import Heading, Paragraph
from kinerja_desktop.documents.naskah.tables import (
    Cell,
    Column,
    Row,
    Table,
)
from kinerja_desktop.documents.naskah.text import Run
from tests.documents.reading import render, texts

COLUMNS = (Column("Sasaran", 2), Column("Indikator", 3), Column("Target", 1, "decimal"))


def merged(count: int, sasaran: str = "Meningkatnya pelayanan") -> Table:
    """Return one sasaran merged over all its indicators."""
    rows = [
        Row(
            (
                *([Cell(sasaran, row_span=count)] if number == 0 else []),
                Cell(f"<{number}>"),
                Cell("90,5"),
            )
        )
        for number in range(count)
    ]
    return Table(COLUMNS, tuple(rows))


def test_heads_return_on_every_page() -> None:
    pages = texts(render(merged(200)))
    assert len(pages) > 3
    assert all("Sasaran Indikator Target" in page for page in pages)


def test_a_merged_cell_says_on_each_page_what_it_says() -> None:
    pages = texts(render(merged(200)))
    assert all("Meningkatnya pelayanan" in page for page in pages)
    assert "(lanjutan)" not in pages[0]
    assert all("(lanjutan)" in page for page in pages[1:])
    assert sum(page.count("<") for page in pages) == 200


def test_a_merged_cell_longer_than_its_first_page_goes_on_with_its_words() -> None:
    words = " ".join(f"kata{number}" for number in range(700))
    pages = texts(render(merged(4, words)))
    assert len(pages) > 1
    joined = " ".join(pages)
    assert all(f"kata{number} " in f"{joined} " for number in range(700))
    assert all(f"<{number}>" in joined for number in range(4))


def test_a_merged_figure_is_not_printed_twice() -> None:
    rows = [
        Row((Cell(f"<{n}>"), Cell("x"), *([Cell("1.234", row_span=80)] if n == 0 else [])))
        for n in range(80)
    ]
    pages = texts(render(Table(COLUMNS, tuple(rows))))
    assert len(pages) > 1
    assert sum(page.count("1.234") for page in pages) == 1


def test_a_merged_number_is_repeated_without_a_word_that_does_not_fit() -> None:
    columns = (Column("No", 0.6, "center"), Column("Indikator", 10))
    rows = [Row((*([Cell("7", row_span=90)] if n == 0 else []), Cell(f"<{n}>"))) for n in range(90)]
    pages = texts(render(Table(columns, tuple(rows))))
    assert len(pages) > 1
    assert all(page.startswith("No Indikator 7 <") for page in pages)


def test_an_empty_merged_cell_stays_empty() -> None:
    pages = texts(render(merged(80, "")))
    assert not any("lanjutan" in page for page in pages)


def test_a_bold_merged_cell_is_continued_in_its_own_words() -> None:
    rows = [
        Row((*([Cell((Run("Tebal", bold=True),), row_span=80)] if n == 0 else []), Cell(f"<{n}>")))
        for n in range(80)
    ]
    pages = texts(render(Table(COLUMNS[:2], tuple(rows))))
    assert "Tebal (lanjutan)" in pages[-1]


def test_a_row_taller_than_a_page_is_cut_between_its_lines() -> None:
    words = " ".join(f"kata{number}" for number in range(3000))
    row = Row((Cell("Sasaran A"), Cell(words), Cell("90,5")))
    after = Row((Cell("Sasaran B"), Cell("pendek"), Cell("1")))
    pages = texts(render(Table(COLUMNS, (row, after))))
    assert len(pages) > 2
    joined = " ".join(pages)
    assert all(f"kata{number} " in joined for number in range(3000))
    assert joined.count("90,5") == 1
    assert "Sasaran B pendek 1" in pages[-1]


def test_a_tall_row_after_a_merged_cell_is_cut_too() -> None:
    words = " ".join(f"kata{number}" for number in range(1500))
    rows = (
        Row((Cell("Sasaran A", row_span=3), Cell("satu"), Cell("1"))),
        Row((Cell(words), Cell("2"))),
        Row((Cell("tiga"), Cell("3"))),
    )
    pages = texts(render(Table(COLUMNS, rows)))
    joined = " ".join(pages)
    assert all(f"kata{number} " in joined for number in range(1500))
    assert "Sasaran A (lanjutan)" in pages[-1]


def test_a_subheading_is_never_the_last_row_of_a_page() -> None:
    for count in range(40, 60):
        rows = [Row((Cell("baris"),)) for _ in range(count)]
        rows.append(Row((Cell("SUBJUDUL", col_span=3),), keep_with_next=True))
        rows.append(Row((Cell("isi"),)))
        pages = texts(render(Table(COLUMNS, tuple(rows))))
        assert any("SUBJUDUL isi" in page for page in pages)


def test_a_table_of_totals_only_still_fills_pages() -> None:
    rows = tuple(Row((Cell(f"<{n}>"),), is_total=True) for n in range(120))
    pages = texts(render(Table(COLUMNS, rows)))
    assert sum(page.count("<") for page in pages) == 120


def test_a_head_as_high_as_half_a_page_is_printed_once() -> None:
    columns = (Column("Judul " * 400, 1), Column("B", 1))
    rows = tuple(Row((Cell(f"<{n}>"), Cell("b"))) for n in range(60))
    pages = texts(render(Table(columns, rows)))
    joined = " ".join(pages)
    assert joined.count("Judul") == 400
    assert joined.count("<") == 60


def test_rows_to_be_filled_by_hand_are_as_high_as_asked() -> None:
    rows = tuple(Row((Cell("<"),), min_height=100) for _ in range(4))
    # 285 mm of text hold two rows of 100 mm.
    assert len(render(Table((Column("A"),), rows, has_head=False)).pages) == 2


def test_a_row_kept_high_without_words_is_moved_and_not_cut() -> None:
    rows = tuple(Row((Cell("<"),), min_height=150) for _ in range(2))
    pages = texts(render(Table((Column("A"),), rows, has_head=False)))
    assert [page.count("<") for page in pages] == [1, 1]


def test_commas_stand_below_each_other_and_words_in_the_middle() -> None:
    rows = tuple(Row((Cell(text),)) for text in ("100", "98,5", "106,93", "belum", "-"))
    column = (Column("%", 1, "decimal"),)
    ends: dict[str, float] = {}

    def visit(text: str, cm: object, tm: list[float], font: object, size: float) -> None:
        if text.strip():
            ends[text.strip()] = tm[4]

    render(Table(column, rows, size=10)).pages[0].extract_text(visitor_text=visit)
    digit = 5.5615
    # The units digit of each number stands at the same place.
    assert ends["100"] + 2 * digit == pytest.approx(ends["98,5"] + digit, abs=0.01)
    assert ends["106,93"] + 2 * digit == pytest.approx(ends["98,5"] + digit, abs=0.01)
    # The column is 165 mm wide; its middle lies 30 + 82,5 mm from the edge.
    assert ends["-"] == pytest.approx((30 + 82.5) * 72 / 25.4, abs=3)


def test_a_grid_without_lines_and_head_prints_its_words() -> None:
    rows = (Row((Cell("a", valign="middle"), Cell("b", fill="#dddddd"))),)
    assert texts(render(Table((Column("x"), Column("y")), rows, has_head=False, grid=False))) == [
        "a b"
    ]


def test_a_table_without_rows_prints_its_head() -> None:
    assert texts(render(Table(COLUMNS, ()))) == ["Sasaran Indikator Target"]
    lines = [Paragraph("x", space_after=0) for _ in range(60)]
    pages = texts(render(*lines, Heading("Kosong"), Table(COLUMNS, ())))
    assert "Sasaran Indikator Target" in pages[-1]


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_any_table_keeps_all_its_words(data: st.DataObject) -> None:
    width = data.draw(st.integers(1, 5))
    rows = []
    for number in range(data.draw(st.integers(1, 12))):
        cells = [
            Cell(
                f"<{number}.{place}>" + " kata" * data.draw(st.integers(0, 400)),
                row_span=data.draw(st.integers(1, 4)),
                col_span=data.draw(st.integers(1, 2)),
            )
            for place in range(data.draw(st.integers(1, width)))
        ]
        rows.append(Row(tuple(cells), is_total=data.draw(st.booleans())))
    table = Table(tuple(Column(f"K{n}") for n in range(width)), tuple(rows))
    joined = "".join("".join(texts(render(table))).split())
    from kinerja_desktop.documents.naskah.cell_places import cell_places

    for place in cell_places(rows, width):
        words = str(place.cell.text).split()
        if words:
            assert words[0] in joined
    expected = sum(str(p.cell.text).count("kata") for p in cell_places(rows, width))
    assert joined.count("kata") >= expected
