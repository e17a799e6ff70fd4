"""Pages counted anew by section, the links of the contents, and the places of headings."""

from typing import Any

import pytest

from kinerja_desktop.documents.naskah.blocks import (
    Caption,
    Contents,
    Heading,
    Naskah,
    PageBreak,
    Paragraph,
    Section,
    Spacer,
)
from kinerja_desktop.documents.pdf import render_pdf, render_pdf_with_places
from kinerja_desktop.documents.pdf.numbering import roman
from tests.documents.reading import pages_of, render, texts

BOOK = (
    Section(False, "tanpa"),
    Heading("SAMPUL", 0),
    Section(False, "romawi"),
    Heading("KATA PENGANTAR"),
    PageBreak(),
    Contents(),
    Contents("tabel"),
    Section(False, "arab"),
    Heading("BAB I", key="bab1"),
    PageBreak(),
    Heading("BAB II", key="bab2"),
    Caption("Tabel 2.1 Target"),
    Section(True),
    Heading("LAMPIRAN", key="lampiran"),
)


def book(**look: Any) -> list[str]:
    return texts(render(*BOOK, is_paged=True, **look))


def test_roman_figures_are_those_of_the_textbook() -> None:
    known = {
        1: "i",
        4: "iv",
        9: "ix",
        14: "xiv",
        40: "xl",
        90: "xc",
        444: "cdxliv",
        1994: "mcmxciv",
    }
    assert {number: roman(number) for number in known} == known


def test_a_cover_is_bare_and_front_matter_and_body_count_anew() -> None:
    pages = book()
    assert pages[0] == "SAMPUL"
    assert [page.split()[0] for page in pages[1:]] == ["i", "ii", "1", "2", "3"]
    assert not any("Halaman" in page for page in pages)


def test_note_and_kode_stay_at_the_foot_but_not_on_the_cover() -> None:
    pages = book(kode="7Q2M", footer_note="LKjIP 2025")
    assert "LKjIP 2025" not in pages[0]
    assert all("LKjIP 2025 · Kode verifikasi: 7Q2M" in page for page in pages[1:])


def test_the_contents_print_the_numbers_that_the_pages_carry() -> None:
    listed = book()[2].replace(".", "").replace(" ", "")
    assert listed == "iiKATAPENGANTARiBABI1BABII2LAMPIRAN3Tabel21Target2"


def test_viewers_are_told_the_printed_numbers() -> None:
    assert render(*BOOK).page_labels == ["", "i", "ii", "1", "2", "3"]


def test_entries_of_the_contents_lead_to_their_headings() -> None:
    reader = render(*BOOK)
    links = [link.get_object() for link in reader.pages[2]["/Annots"]]  # type: ignore[attr-defined]
    pages = [page.indirect_reference for page in reader.pages]
    assert [pages.index(link["/Dest"][0].indirect_reference) for link in links] == [1, 3, 4, 5, 4]
    assert all(link["/Border"] == [0, 0, 0] for link in links)


def test_a_preview_of_one_chapter_begins_with_its_own_number() -> None:
    assert texts(render(Section(False, "arab", 17), Paragraph("isi"), is_paged=True)) == ["17 isi"]


def test_sections_that_follow_each_other_make_no_empty_page() -> None:
    pages = texts(render(Section(False, "romawi"), Section(True), Paragraph("a"), is_paged=True))
    assert pages == ["i a"]


def test_pages_before_the_first_numbered_section_count_from_one() -> None:
    reader = render(Paragraph("a"), Section(False, "romawi"), Paragraph("b"), is_paged=True)
    assert texts(reader) == ["1 a", "i b"]
    assert reader.page_labels == ["1", "i"]


def test_headings_with_a_key_have_a_place() -> None:
    rendered = render_pdf_with_places(Naskah("Uji", BOOK))
    assert rendered.pdf == render_pdf(Naskah("Uji", BOOK))
    places = rendered.places
    assert {key: (place.page, place.label) for key, place in places.items()} == {
        "bab1": (3, "1"),
        "bab2": (4, "2"),
        "lampiran": (5, "3"),
    }
    # Margins of 20 mm above, on F4 standing (330 mm) and lying (215 mm).
    assert places["bab1"].top == pytest.approx(20 / 330)
    assert places["lampiran"].top == pytest.approx(20 / 215)


def test_a_place_tells_how_far_down_the_heading_stands() -> None:
    blocks = (Paragraph("a", space_after=0), Spacer(100), Heading("x", key="x"))
    place = render_pdf_with_places(Naskah("Uji", blocks, font_size=10)).places["x"]
    # A line of 12 points, the spacer, and the white of 10 points above a heading.
    assert place.top * 330 == pytest.approx(20 + 100 + 22 * 25.4 / 72)


def test_a_part_is_drawn_with_the_numbers_of_the_whole() -> None:
    blocks = (
        Section(False, numbering="arab"),
        Contents("isi"),
        *(
            block
            for number in range(4)
            for block in (PageBreak(), Heading(f"Bab {number}", key=f"b{number}"))
        ),
    )
    naskah = Naskah("Uji", blocks)
    part = render_pdf_with_places(naskah, "b1", "b3")
    assert pages_of(part.pdf) == ["3 Bab 1", "4 Bab 2"]
    assert [(key, place.page, place.label) for key, place in part.places.items()] == [
        ("b1", 0, "3"), ("b2", 1, "4"),
    ]  # fmt: skip
    whole = pages_of(render_pdf_with_places(naskah).pdf)
    assert pages_of(render_pdf_with_places(naskah, "hilang", "b0").pdf) == whole[:1]
    assert pages_of(render_pdf_with_places(naskah, "b3", "b1").pdf) == whole[-1:]
