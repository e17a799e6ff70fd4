"""Each block as Word's own thing: styles, fields, sections, repeated heads, pictures with words."""

from xml.etree.ElementTree import Element

import pytest

from kinerja_desktop.documents.docx import render_docx
from kinerja_desktop.documents.naskah.blocks import (
    A4,
    Box,
    Caption,
    ChartBlock,
    Contents,
    Heading,
    ImageBlock,
    KeyValues,
    Letterhead,
    LetterheadLine,
    Naskah,
    PageBreak,
    Paragraph,
    Section,
    Signature,
    SignatureBlock,
    Spacer,
    VerificationBlock,
)
from kinerja_desktop.documents.naskah.tables import Cell, Column, Row, Table
from kinerja_desktop.errors import KinerjaError
from tests.documents.charts.test_draw import BARS
from tests.documents.docx.reading import W, body, find, paragraphs, parts, read, value
from tests.documents.pictures.made import logo_png, photo_jpeg

SIGNED = Signature(("CAMAT,",), "BUDI", ("NIP 1",), "Muncar, 5 Mei 2025")


def codes(element: Element) -> list[str]:
    return [(code.text or "").strip() for code in element.iter(f"{W}instrText")]


def sections(element: Element) -> list[Element]:
    return list(element.iter(f"{W}sectPr"))


def feet(naskah: Naskah) -> list[str]:
    files = parts(render_docx(naskah))
    return [data.decode() for name, data in files.items() if name.startswith("word/footer")]


def has_lines(element: Element) -> bool:
    """Tell whether the first table has the style whose cells are framed."""
    return value(next(element.iter(f"{W}tbl")), "tblPr/tblStyle") == "TableGrid"


def is_kept(paragraph: Element) -> bool:
    return find(paragraph, "pPr/keepNext") is not None


def test_headings_have_words_own_styles() -> None:
    blocks = [Heading("Judul", 0), *(Heading(f"h{level}", level) for level in (1, 2, 3, 4, 5))]
    styles = [value(p, "pPr/pStyle") for p in paragraphs(body(*blocks))]
    assert styles == ["Title", *(f"Heading{level}" for level in (1, 2, 3, 4, 4))]


def test_headings_outside_the_contents_have_a_style_that_word_does_not_list() -> None:
    found = body(Heading("KATA", in_contents=False), Box((Heading("Dalam kotak"),)))
    styles = {value(p, "pPr/pStyle") for p in paragraphs(found)} - {None}
    assert styles == {"HeadingUnlisted1"}


def test_a_paragraph_keeps_its_look() -> None:
    (paragraph,) = paragraphs(
        body(
            Paragraph("a", "justify", bold=True, size=14, indent=10, first_indent=5, space_after=3)
        )
    )
    assert value(paragraph, "pPr/jc") == "both"
    # Twentieths of a point: 10 mm are 28.35 points.
    assert value(paragraph, "pPr/ind", "left") == "567"
    assert value(paragraph, "pPr/ind", "firstLine") == "283"
    assert value(paragraph, "pPr/spacing", "after") == "60"
    assert find(paragraph, "r/rPr/b") is not None
    assert value(paragraph, "r/rPr/sz") == "28"


def test_a_label_hangs_before_its_paragraph() -> None:
    (paragraph,) = paragraphs(body(Paragraph("isi", label="a.", indent=10, hang=10)))
    assert value(paragraph, "pPr/ind", "left") == "1134"
    assert value(paragraph, "pPr/ind", "hanging") == "567"
    assert read(paragraph) == "a. isi"
    assert len(list(paragraph.iter(f"{W}tab"))) == 1


def test_a_new_line_is_a_line_break() -> None:
    assert len(list(body(Paragraph("a\nb\n\nc")).iter(f"{W}br"))) == 3


def test_a_page_break_stands_before_the_next_block_and_makes_no_empty_page() -> None:
    found = body(PageBreak(), Paragraph("a"), PageBreak(), PageBreak(), Paragraph("b"), PageBreak())
    assert [find(p, "pPr/pageBreakBefore") is not None for p in paragraphs(found)] == [False, True]


def test_a_table_can_begin_a_page() -> None:
    grid = Table((Column("a"),), (Row((Cell("x"),)),))
    first = paragraphs(body(Paragraph("a"), PageBreak(), grid))[1]
    assert find(first, "pPr/pageBreakBefore") is not None
    assert read(first) == ""


def test_heads_of_tables_return_and_rows_stay_whole() -> None:
    grid = Table(
        (Column("No"), Column("Target", group="2024"), Column("Realisasi", group="2024")),
        (Row((Cell("1"), Cell("2"), Cell("3"))), Row((Cell("x" * 2000), Cell(), Cell()))),
        numbered=True,
    )
    rows = list(body(grid).iter(f"{W}tr"))
    assert [find(row, "trPr/tblHeader") is not None for row in rows] == [True] * 3 + [False] * 2
    assert [find(row, "trPr/cantSplit") is not None for row in rows] == [True] * 4 + [False]
    assert [read(row) for row in rows[:3]] == ["No 2024", "Target Realisasi", "(1) (2) (3)"]
    spans = [value(cell, "tcPr/gridSpan") for cell in rows[0].iter(f"{W}tc")]
    merges = [
        [find(cell, "tcPr/vMerge") is not None for cell in row.iter(f"{W}tc")] for row in rows[:2]
    ]
    assert spans == [None, "2"]
    assert merges == [[True, False], [True, False, False]]
    begin, goes_on = (value(row, "tc/tcPr/vMerge") for row in rows[:2])
    # "continue" may be left out.
    assert (begin, goes_on or "continue") == ("restart", "continue")


def test_a_head_of_half_a_page_does_not_return_and_empty_cells_are_no_higher_than_others() -> None:
    grid = Table((Column("kata " * 900), Column("b")), (Row((Cell("1"), Cell())),), size=8)
    head, row = body(grid).iter(f"{W}tr")
    assert find(head, "trPr/tblHeader") is None
    assert [value(p, "pPr/rPr/sz") for p in paragraphs(row)] == ["16", "16"]


def test_a_table_of_nothing_is_no_table() -> None:
    # Word refuses one without rows.
    assert list(body(Table((Column("a"),), (), has_head=False)).iter(f"{W}tbl")) == []


def test_totals_fills_and_alignments_are_those_of_the_pdf() -> None:
    grid = Table(
        (Column("a", align="decimal"), Column("b")),
        (
            Row((Cell("1,25"), Cell("x", fill="#ff0000", valign="middle"))),
            Row((Cell("3"), Cell("y", align="center")), is_total=True),
            Row((Cell("tidak ada"), Cell()), min_height=20),
        ),
        has_head=False,
    )
    rows = list(body(grid).iter(f"{W}tr"))
    cells = [list(row.iter(f"{W}tc")) for row in rows]
    assert [value(row[0], "p/pPr/jc") for row in cells] == ["right", "right", "center"]
    # The whole number leaves room for the comma and two figures of the other.
    assert int(value(cells[1][0], "p/pPr/ind", "right") or 0) > 200
    assert value(cells[0][1], "tcPr/shd", "fill") == "ff0000"
    assert value(cells[0][1], "tcPr/vAlign") == "center"
    assert find(cells[1][0], "p/r/rPr/b") is not None
    assert value(rows[2], "trPr/trHeight") == "1134"


def test_a_table_that_must_stay_keeps_its_last_rows_with_the_next_block() -> None:
    grid = Table((Column("a"),), tuple(Row((Cell(n),)) for n in "1234"), keep_with_next=True)
    found = body(grid, Paragraph("b"))
    kept = [is_kept(row) for row in paragraphs(found)]
    assert kept == [False, False, False, True, True, True, False]


def test_a_subheading_in_a_table_stays_with_the_row_below() -> None:
    grid = Table((Column("a"),), (Row((Cell("1"),), keep_with_next=True), Row((Cell("2"),))))
    assert [is_kept(p) for p in paragraphs(body(grid))][1:3] == [True, False]


def test_captions_are_counted_by_word_and_begin_anew_with_a_chapter() -> None:
    found = body(
        Caption("Tabel 3.1 Target"), Caption("Tabel 3.2 Realisasi"), Caption("Tabel 4.1 Pagu"),
        Caption("Gambar 2. Peta", "gambar"), Caption("Tanpa nomor"),
    )  # fmt: skip
    assert codes(found) == [
        r"SEQ Tabel \* ARABIC",
        r"SEQ Tabel \* ARABIC",
        r"SEQ Tabel \* ARABIC \r 1",
        r"SEQ Gambar \* ARABIC \r 2",
    ]
    assert {value(p, "pPr/pStyle") for p in paragraphs(found)} == {"Caption"}
    assert [read(p) for p in paragraphs(found)][2:] == [
        "Tabel 4.1 Pagu", "Gambar 2. Peta", "Tanpa nomor",
    ]  # fmt: skip


def test_the_contents_are_words_own_field_filled_with_our_pages() -> None:
    found = body(
        Contents(), Contents("tabel"), Section(False, "romawi"), Heading("BAB I"),
        Section(False, "arab", 7), Heading("1.1 Umum", 2), Caption("Tabel 1 Pagu"),
    )  # fmt: skip
    lines = [p for p in paragraphs(found) if (value(p, "pPr/pStyle") or "").startswith("T")]
    assert [read(line) for line in lines] == ["BAB I i", "1.1 Umum 7", "Tabel 1 Pagu 7"]
    assert [value(line, "pPr/pStyle") for line in lines] == ["TOC1", "TOC2", "TableofFigures"]
    kinds = [code for code in codes(found) if code.startswith("TOC")]
    assert kinds == [r'TOC \o "1-4" \h \z \u', r'TOC \h \z \c "Tabel"']


def test_contents_without_entries_are_nothing() -> None:
    assert paragraphs(body(Contents("gambar"))) == []


def test_sections_turn_the_paper_and_count_anew() -> None:
    found = sections(
        body(
            Section(False, "tanpa"), Paragraph("a"), Section(False, "romawi"), Paragraph("b"),
            Section(True, "arab", 5), Paragraph("c"), Section(False), Paragraph("d"), paper=A4,
        )
    )  # fmt: skip
    numbers = [(value(s, "pgNumType", "fmt"), value(s, "pgNumType", "start")) for s in found]
    assert numbers == [("decimal", "1"), ("lowerRoman", "1"), ("decimal", "5"), ("decimal", None)]
    # A4 is 210 mm × 297 mm, in twentieths of a point.
    assert (value(found[2], "pgSz", "w"), value(found[2], "pgSz", "h")) == ("16838", "11906")
    assert [value(s, "pgSz", "orient") for s in found] == [None, None, "landscape", None]


def test_a_section_after_a_section_and_after_a_table() -> None:
    grid = Table((Column("a"),), ())
    assert len(sections(body(Section(False, "arab", 3), Section(True), grid, Section(False)))) == 2
    first = sections(body(Section(False, "arab", 3), Section(True), Paragraph("a")))[0]
    assert value(first, "pgNumType", "start") == "3"


def test_the_foot_says_note_kode_and_page() -> None:
    (foot,) = feet(Naskah("x", (Paragraph("a"),), kode="7Q2M", footer_note="LKjIP & lampiran"))
    assert "LKjIP &amp; lampiran · Kode verifikasi: 7Q2M" in foot
    assert "Halaman " in foot
    assert " PAGE " in foot
    assert " NUMPAGES " in foot
    (bare,) = feet(Naskah("x", (Paragraph("a"),), is_paged=False))
    assert "PAGE" not in bare


def test_the_foot_of_a_cover_is_empty_and_of_numbered_pages_just_the_number() -> None:
    blocks = (Section(False, "tanpa"), Paragraph("a"), Section(False, "romawi"), Paragraph("b"))
    cover, numbered = feet(Naskah("x", blocks, kode="7Q2M"))
    assert "7Q2M" not in cover
    assert " PAGE " in numbered
    assert "Halaman" not in numbered


@pytest.mark.parametrize(
    ("draft", "contoh", "mark"),
    [(True, False, "DRAF"), (False, True, "CONTOH"), (True, True, "CONTOH · DRAF")],
)
def test_drafts_and_samples_are_marked_behind_the_text(
    draft: bool, contoh: bool, mark: str
) -> None:
    naskah = Naskah("x", (Paragraph("a"),), is_draft=draft, is_contoh=contoh)
    assert f'string="{mark}"' in parts(render_docx(naskah))["word/header1.xml"].decode()
    assert "word/header1.xml" not in parts(render_docx(Naskah("x", (Paragraph("a"),))))


def test_pictures_and_charts_say_what_they_show() -> None:
    found = body(
        ImageBlock(photo_jpeg(80, 60), alt='Rapat "A"'), ChartBlock(BARS, width=80, height=50)
    )
    alts = [e.attrib["descr"] for e in found.iter() if e.tag.endswith("}docPr")]
    assert alts[0] == 'Rapat "A"'
    assert alts[1].startswith("Capaian per sasaran")
    assert "108,71%" in alts[1]
    extents = [e.attrib for e in found.iter() if e.tag.endswith("}extent")]
    # 80 pixels at 150 to the inch, and 80 mm, in 914400ths of an inch.
    assert [int(e["cx"]) for e in extents] == pytest.approx([487_680, 2_880_000], rel=1e-3)


def test_no_white_stands_around_a_picture() -> None:
    # LibreOffice would take some where none is named, and push a QR into the words beside it.
    for element in body(VerificationBlock("7Q2M")).iter():
        if element.tag.endswith("}inline"):
            assert {element.get(f"dist{edge}") for edge in "TBLR"} == {"0"}
            return
    pytest.fail("no picture")


def test_photos_whose_head_is_odd_are_stored_all_the_same() -> None:
    photo = photo_jpeg(80, 60)
    # A photo editor's file, without the segment that says JFIF; Pillow and Word read it.
    bare = photo[:2] + photo[4 + int.from_bytes(photo[4:6], "big") :]
    naskah = Naskah("x", (ImageBlock(bare),))
    assert parts(render_docx(naskah))["word/media/image1.jpeg"] == bare


def test_equal_pictures_are_stored_once() -> None:
    naskah = Naskah("x", (ImageBlock(logo_png()), ImageBlock(logo_png())))
    assert sum(name.startswith("word/media/") for name in parts(render_docx(naskah))) == 1


def test_a_broken_picture_is_told_in_a_sentence() -> None:
    with pytest.raises(KinerjaError, match="tidak dapat dibaca"):
        body(ImageBlock(b"bukan gambar"))


def test_a_kop_stands_beside_its_logo_above_two_rules() -> None:
    lines = (LetterheadLine("PEMERINTAH", 13), LetterheadLine("KECAMATAN", 17, bold=True))
    for kop, columns in (
        (Letterhead(lines, logo_png()), 3),
        (Letterhead((LetterheadLine("KECAMATAN " * 9, 17),), logo_png()), 2),
        (Letterhead(lines), 0),
    ):
        found = body(kop)
        assert len(list(found.iter(f"{W}gridCol"))) == columns
        rules = [p for p in paragraphs(found) if find(p, "pPr/pBdr/bottom") is not None]
        assert len(rules) == 1


def test_signers_stand_beside_each_other_and_never_alone_on_a_page() -> None:
    found = body(
        Paragraph("isi"),
        Spacer(3),
        SignatureBlock(SIGNED, Signature(("Mengetahui,", "BUPATI,"))),
    )
    (row,) = found.iter(f"{W}tr")
    left, _, right = row.iter(f"{W}tc")
    assert read(left).startswith("Mengetahui, BUPATI, (....")
    assert read(right) == "Muncar, 5 Mei 2025 CAMAT, BUDI NIP 1"
    assert [read(p) for p in paragraphs(left)].index("BUPATI,") == [
        read(p) for p in paragraphs(right)
    ].index("CAMAT,")
    assert find(row, "trPr/cantSplit") is not None
    assert all(is_kept(p) for p in paragraphs(found)[:3])


def test_notes_stand_in_the_empty_half_or_below_both_signers() -> None:
    note = (Paragraph("Catatan"), VerificationBlock("7Q2M", "Kode."))
    beside = next(body(SignatureBlock(SIGNED, aside=note)).iter(f"{W}tc"))
    assert read(beside) == "Catatan Kode verifikasi 7Q2M Kode."
    below = read(body(SignatureBlock(SIGNED, SIGNED, aside=note)))
    assert below.endswith("NIP 1 Catatan Kode verifikasi 7Q2M Kode.")


def test_the_title_of_a_picture_stays_with_it() -> None:
    picture, caption = paragraphs(body(ImageBlock(logo_png()), Caption("Gambar 1", "gambar")))
    assert is_kept(picture)
    assert not is_kept(caption)
    assert is_kept(paragraphs(body(Caption("Tabel 1")))[0])


def test_key_values_have_their_colons_in_one_line() -> None:
    found = body(KeyValues((("SKPD", "Muncar"), ("Tahun", "2024")), 40, keep_with_next=True))
    first, second, gap = paragraphs(found)
    assert [read(first), read(second), read(gap)] == ["SKPD : Muncar", "Tahun : 2024", ""]
    # 40 mm and the white before the colon, in twentieths of a point.
    assert value(first, "pPr/tabs/tab", "pos") == "2348"
    assert all(is_kept(p) for p in (first, second, gap))
    assert paragraphs(body(KeyValues(()))) == []


def test_key_values_with_a_long_label_stand_in_a_table_without_lines() -> None:
    found = body(KeyValues((("Nama perangkat daerah " * 5, "Muncar"),), keep_with_next=True))
    (row,) = found.iter(f"{W}tr")
    assert read(row).endswith("perangkat daerah : Muncar")
    assert not has_lines(found)
    assert all(is_kept(p) for p in paragraphs(found))


def test_a_box_frames_its_blocks_and_drops_page_breaks() -> None:
    found = body(Box((Paragraph("a"), PageBreak(), Section(True), Caption("Gambar 1", "gambar"))))
    (cell,) = found.iter(f"{W}tc")
    assert read(cell) == "a Gambar 1"
    assert has_lines(found)
    assert is_kept(paragraphs(cell)[0])
