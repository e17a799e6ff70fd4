"""Words longer than a line and titles longer than a page: all is printed, within the page."""

from collections.abc import Callable

import pytest

from kinerja_desktop.documents.naskah.blocks import (
    Block,
    Caption,
    ChartBlock,
    Contents,
    Heading,
    KeyValues,
    Paragraph,
)
from kinerja_desktop.documents.naskah.tables import Cell, Column, Row, Table
from kinerja_desktop.domain.laporan.grafik import OrgBox, OrgChart
from tests.documents.reading import render, texts

WORD = "x" * 300


def table(text: str) -> Table:
    return Table((Column("No"), Column(text)), (Row((Cell("1"), Cell(text))),))


def org(text: str) -> ChartBlock:
    return ChartBlock(OrgChart("Struktur", OrgBox(("Camat",), (OrgBox((text,)),))))


@pytest.mark.parametrize(
    ("make", "times"),
    [
        (Paragraph, 1),
        (Heading, 1),
        (Caption, 1),
        (table, 2),
        (org, 1),
        (lambda text: KeyValues((("Nama", text),)), 1),
        (lambda text: Paragraph("isi", label=text), 1),
    ],
)
def test_a_word_of_300_letters_is_printed_whole_and_within_the_margins(
    make: Callable[[str], Block], times: int
) -> None:
    reader = render(make(WORD))
    assert "".join(texts(reader)).count("x") == 300 * times
    # F4 has 609 points; 57 of them are the right margin.
    assert max(_right_ends(reader.pages[0])) <= 609.45 - 56.6


def _right_ends(page: object) -> list[float]:
    ends: list[float] = []

    def visit(text: str, _: object, matrix: list[float], __: object, size: float) -> None:
        # The narrowest letter counted is an x, half as wide as high.
        ends.append(matrix[4] + 0.5 * size * len(text.strip()))

    page.extract_text(visitor_text=visit)  # type: ignore[attr-defined]
    return ends


def test_a_heading_of_300_letters_stands_whole_in_the_contents() -> None:
    reader = render(Contents(), Heading(WORD))
    assert "".join(texts(reader)).count("x") == 600


def test_a_title_longer_than_a_page_goes_on_over_the_next() -> None:
    reader = render(Heading("judul panjang " * 700, 0), Paragraph("isi"))
    pages = texts(reader)
    assert len(pages) > 1
    assert sum(page.count("judul") for page in pages) == 700
    assert pages[-1].endswith("isi")


def test_a_title_longer_than_a_page_is_shortened_in_the_contents() -> None:
    reader = render(Contents(), Heading("judul panjang " * 700))
    assert 30 < texts(reader)[0].split("…")[0].count("judul") < 50
