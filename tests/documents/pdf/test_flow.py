"""No heading and no signature stands alone on a page, whatever the length of what precedes it."""

import pytest

from kinerja_desktop.documents.naskah.blocks import (
    Caption,
    Heading,
    PageBreak,
    Paragraph,
    Section,
    Signature,
    SignatureBlock,
    Spacer,
)
from kinerja_desktop.documents.naskah.tables import (
    Cell,
    Column,
    Row,
    Table,
)
from tests.documents.reading import render, texts

SIGNATURE = SignatureBlock(
    Signature(("CAMAT LUMAJANG,",), "BUDI SANTOSO", ("Pembina", "NIP 1"), "Lumajang, 5 Mei 2024")
)


def table(count: int, words: str = "Indikator", *, total: bool = False) -> Table:
    rows = [Row((Cell(f"<{number}>"), Cell(words))) for number in range(1, count + 1)]
    if total:
        rows.append(Row((Cell("JUMLAH"), Cell("")), is_total=True))
    return Table((Column("No"), Column("Indikator", 5)), tuple(rows))


def rows_on(page: str) -> int:
    return page.count("<")


@pytest.mark.parametrize("count", range(1, 61))
def test_the_page_of_the_signature_holds_table_rows_too(count: int) -> None:
    pages = texts(render(table(count), SIGNATURE, landscape=True))
    assert "BUDI SANTOSO" in pages[-1]
    assert rows_on(pages[-1]) >= min(count, 2)
    assert sum(map(rows_on, pages)) == count
    assert all("Indikator" in page for page in pages)


@pytest.mark.parametrize("count", range(1, 61))
def test_a_total_stays_with_the_row_before_it(count: int) -> None:
    pages = texts(render(table(count, total=True), SIGNATURE, landscape=True))
    assert "JUMLAH" in pages[-1]
    assert rows_on(pages[-1]) >= 1
    assert sum(map(rows_on, pages)) == count


@pytest.mark.parametrize("count", range(30, 60))
def test_the_page_of_the_signature_holds_lines_of_a_letter(count: int) -> None:
    lines = [Paragraph(f"<{number}>", space_after=0) for number in range(count)]
    pages = texts(render(*lines, SIGNATURE))
    assert rows_on(pages[-1]) >= 2


@pytest.mark.parametrize("count", range(30, 60))
def test_a_long_paragraph_gives_its_last_two_lines_to_the_signature(count: int) -> None:
    text = "\n".join(f"<{number}>" for number in range(count))
    pages = texts(render(Paragraph(text), SIGNATURE))
    assert rows_on(pages[-1]) >= 2
    assert rows_on(pages[0]) >= 2


@pytest.mark.parametrize("count", range(30, 60))
def test_one_closing_line_takes_a_row_of_the_table_along(count: int) -> None:
    pages = texts(render(table(count), Spacer(2), Paragraph("Demikian."), SIGNATURE))
    assert "Demikian." in pages[-1]
    assert rows_on(pages[-1]) >= 1


@pytest.mark.parametrize("count", range(40, 70))
def test_a_heading_is_never_the_last_line_of_a_page(count: int) -> None:
    lines = [Paragraph(f"<{number}>", space_after=0) for number in range(count)]
    pages = texts(render(*lines, Heading("BAB II"), Spacer(1), Paragraph("Isi bab dua.")))
    assert any("BAB II Isi bab dua." in page for page in pages)


@pytest.mark.parametrize("count", range(40, 70))
def test_the_title_of_a_table_stands_above_two_of_its_rows(count: int) -> None:
    lines = [Paragraph("baris", space_after=0) for _ in range(count)]
    pages = texts(render(*lines, Caption("Tabel 1"), table(10)))
    page = next(page for page in pages if "Tabel 1" in page)
    assert rows_on(page) >= 2


def test_white_space_at_the_top_of_a_page_is_dropped() -> None:
    reader = render(Spacer(100), Paragraph("atas"), PageBreak(), Spacer(100), Paragraph("bawah"))
    tops: list[float] = []
    for page in reader.pages:
        page.extract_text(
            visitor_text=lambda t, cm, tm, f, s: tops.append(tm[5]) if t.strip() else None
        )
    assert len(tops) == 2
    assert tops[0] == tops[1]


def test_a_section_turns_the_paper_and_back() -> None:
    blocks = (Paragraph("a"), Section(True), Paragraph("b"), Section(False), Paragraph("c"))
    sizes = [
        (round(page.mediabox.width), round(page.mediabox.height)) for page in render(*blocks).pages
    ]
    # F4 is 215 × 330 mm, 609,4 × 935,4 points.
    assert sizes == [(609, 935), (935, 609), (609, 935)]


def test_breaks_without_content_make_no_empty_pages() -> None:
    assert len(render(Section(True), PageBreak(), Paragraph("a"), PageBreak()).pages) == 1
    assert len(render(Section(True), Paragraph("a")).pages) == 1
    assert len(render().pages) == 1


def test_a_signature_that_fills_a_page_by_itself_is_still_printed() -> None:
    huge = SignatureBlock(Signature(("CAMAT,",), "NAMA"), gap_lines=70)
    pages = texts(render(table(3), huge))
    assert "NAMA" in " ".join(pages)
    assert sum(map(rows_on, pages)) == 3


def test_a_signature_may_open_a_document() -> None:
    assert "BUDI SANTOSO" in texts(render(SIGNATURE))[0]
