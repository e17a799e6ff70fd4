import re

import pytest

from kinerja_desktop.documents.naskah.blocks import (
    A4,
    Box,
    Caption,
    Contents,
    Heading,
    ImageBlock,
    KeyValues,
    Letterhead,
    LetterheadLine,
    Margins,
    Naskah,
    PageBreak,
    Paragraph,
    Signature,
    SignatureBlock,
    VerificationBlock,
)
from kinerja_desktop.documents.naskah.text import Run
from kinerja_desktop.documents.pdf import render_pdf
from kinerja_desktop.errors import KinerjaError
from tests.documents.pictures.made import logo_png
from tests.documents.reading import font_names, render, texts


def test_equal_naskah_gives_equal_bytes() -> None:
    blocks = (
        Letterhead((LetterheadLine("KECAMATAN LUMAJANG", 17, True),), logo_png()),
        Paragraph((Run("tebal", bold=True), Run(" miring", italic=True)), "justify"),
        VerificationBlock("7Q2M-K9TX-4B8C-0HZD"),
    )
    assert render_pdf(Naskah("a", blocks)) == render_pdf(Naskah("a", blocks))


def test_all_fonts_are_embedded_and_liberation_sans() -> None:
    reader = render(
        Heading("Judul"),
        Paragraph((Run("a", italic=True), Run("b", bold=True, italic=True))),
        VerificationBlock("K"),
        is_draft=True,
    )
    assert {name.partition("+")[2] for name in font_names(reader)} == {
        "LiberationSans",
        "LiberationSans-Bold",
        "LiberationSans-Italic",
        "LiberationSans-BoldItalic",
    }


def test_the_file_tells_its_title_author_language_and_kode() -> None:
    reader = render(Paragraph("a"), author="Kecamatan Lumajang", kode="AAAA")
    assert reader.metadata is not None
    assert reader.metadata.title == "Uji"
    assert reader.metadata.author == "Kecamatan Lumajang"
    assert reader.metadata.subject == "Kode verifikasi AAAA"
    assert reader.trailer["/Root"]["/Lang"] == "id-ID"  # type: ignore[index]


def test_papers_have_their_sizes() -> None:
    # 72 points to the inch of 25,4 mm.
    f4 = render(Paragraph("a")).pages[0].mediabox
    assert (float(f4.width), float(f4.height)) == pytest.approx((609.45, 935.43), abs=0.01)
    a4 = render(Paragraph("a"), paper=A4, landscape=True).pages[0].mediabox
    assert (float(a4.width), float(a4.height)) == pytest.approx((841.89, 595.28), abs=0.01)


def test_pages_are_counted_at_their_foot() -> None:
    pages = texts(render(Paragraph("a"), PageBreak(), Paragraph("b"), is_paged=True))
    assert "Halaman 1 dari 2" in pages[0]
    assert "Halaman 2 dari 2" in pages[1]


def test_the_kode_stands_on_each_page_of_a_final_document() -> None:
    pages = texts(render(Paragraph("a"), PageBreak(), Paragraph("b"), kode="7Q2M-K9TX"))
    assert all("Kode verifikasi: 7Q2M-K9TX" in page for page in pages)


def test_a_foot_note_is_printed_and_without_any_foot_the_page_is_bare() -> None:
    assert "Catatan kaki" in texts(render(Paragraph("a"), footer_note="Catatan kaki"))[0]
    assert texts(render(Paragraph("a"))) == ["a"]


def test_drafts_and_samples_are_marked_on_each_page() -> None:
    assert texts(render(is_draft=True)) == ["DRAF"]
    assert texts(render(is_contoh=True)) == ["CONTOH"]
    pages = texts(
        render(Paragraph("a"), PageBreak(), Paragraph("b"), is_draft=True, is_contoh=True)
    )
    assert all("CONTOH · DRAF" in page for page in pages)


def test_the_mark_is_light_and_below_the_text() -> None:
    content = render(Paragraph("a"), is_draft=True).pages[0].get_contents()
    assert content is not None
    data = content.get_data()
    assert b".86 g" in data
    assert data.index(b".86 g") < data.rindex(b"BT")


def test_markup_signs_in_a_text_are_printed_as_they_are() -> None:
    assert (
        "a < b & c > d <b>x</b> **y**"
        in texts(render(Paragraph("a < b & c > d <b>x</b> **y**")))[0]
    )


def test_odd_characters_never_crash_and_never_vanish() -> None:
    text = texts(render(Paragraph("Nilai \x00\U0001f600 \u05e9 akhir")))[0]
    assert text == "Nilai ■■ ■ akhir"


def test_a_word_longer_than_the_line_is_printed_whole() -> None:
    word = "x" * 5000
    assert "".join(texts(render(Paragraph(word)))).replace(" ", "").count("x") == 5000


def test_labels_hang_beside_their_paragraph() -> None:
    page = texts(render(Paragraph("butir " * 40, label="1."), KeyValues((("SKPD", "Kecamatan"),))))[
        0
    ]
    assert page.startswith("1. butir")
    assert page.endswith("SKPD : Kecamatan")


def test_a_long_label_is_broken_and_a_given_width_kept() -> None:
    rows = KeyValues((("Nama " * 60, "x"),), label_width=None)
    assert texts(render(rows))[0].count("Nama") == 60
    assert "SKPD" in texts(render(KeyValues((("SKPD", "y"),), label_width=50)))[0]
    assert texts(render(KeyValues(()))) == [""]


def test_a_labelled_paragraph_goes_on_over_a_page() -> None:
    lines = "\n".join(f"<{number}>" for number in range(100))
    pages = texts(render(Paragraph(lines, label="a)")))
    assert len(pages) == 2
    assert "a)" in pages[0]
    assert "a)" not in pages[1]
    assert sum(page.count("<") for page in pages) == 100


def test_justified_lines_end_at_the_right_margin_but_not_the_last() -> None:
    content = render(Paragraph("kata lain " * 40, "justify")).pages[0].get_contents()
    assert content is not None
    stretches = [float(s) for s in re.findall(rb"([-\d.]+) Tw", content.get_data())]
    assert len(stretches) > 2
    assert all(0 < stretch < 30 for stretch in stretches[:-1])
    assert stretches[-1] == 0


def test_headings_are_in_the_outline_and_steps_never_skip_a_level() -> None:
    reader = render(Heading("Judul", 0), Heading("Jauh\ndi dalam", 3), Heading("BAB", 1))
    titles = [entry["/Title"] for entry in _flat(reader.outline)]
    assert titles == ["Judul", "Jauh di dalam", "BAB"]


def _flat(entries: object) -> list[dict[str, str]]:
    if isinstance(entries, list):
        return [item for entry in entries for item in _flat(entry)]
    return [entries]  # type: ignore[list-item]


def test_the_contents_know_the_pages_of_headings_tables_and_pictures() -> None:
    page = texts(
        render(
            Contents(),
            Contents("tabel"),
            Contents("gambar"),
            Heading("KATA PENGANTAR", in_contents=False),
            PageBreak(),
            Heading("BAB I PENDAHULUAN"),
            Heading("Latar belakang", 2),
            PageBreak(),
            Caption("Tabel 1 Capaian"),
            Paragraph("isi"),
            ImageBlock(logo_png()),
            Caption("Gambar 1 Logo", "gambar"),
            Box((Heading("Dalam kotak"),)),
        )
    )[0]
    squeezed = page.replace(".", "").replace(" ", "")
    assert "BABIPENDAHULUAN2" in squeezed
    assert "Latarbelakang2" in squeezed
    assert "Tabel1Capaian3" in squeezed
    assert "Gambar1Logo3" in squeezed
    assert "KATAPENGANTAR1" not in squeezed
    assert "kotak" not in squeezed


def test_a_long_entry_of_the_contents_is_broken() -> None:
    page = texts(render(Contents(), PageBreak(), Heading("Sangat panjang " * 20)))[0]
    assert page.count("Sangat panjang") == 20


def test_kop_and_signatures_say_all_their_lines() -> None:
    kop = Letterhead(
        (
            LetterheadLine("PEMERINTAH KABUPATEN LUMAJANG", 13),
            LetterheadLine("KECAMATAN " + "LUMAJANG " * 12, 17, True),
            LetterheadLine("LUMAJANG", 11, True, True),
        ),
        logo_png(),
    )
    sign = SignatureBlock(
        Signature(("CAMAT LUMAJANG,",), "BUDI", ("Pembina", "NIP 1"), "Lumajang, 5 Mei 2024"),
        Signature(("Mengetahui,", "BUPATI LUMAJANG,"), "INDAH"),
        aside=(VerificationBlock("7Q2M", "Catatan kode"),),
    )
    reader = render(kop, sign, margins=Margins(left=25))
    text = texts(reader)[0]
    for words in (
        "PEMERINTAH KABUPATEN", "Lumajang, 5 Mei 2024", "CAMAT LUMAJANG,", "BUDI", "NIP 1",
        "Mengetahui,", "INDAH", "7Q2M", "Catatan kode",
    ):  # fmt: skip
        assert words in text
    assert text.count("LUMAJANG ") >= 12
    assert len(reader.pages[0].images) == 1


def test_a_kop_without_logo_and_a_signer_without_a_name() -> None:
    text = texts(
        render(
            Letterhead((LetterheadLine("KECAMATAN", 17),)), SignatureBlock(Signature(("CAMAT,",)))
        )
    )[0]
    assert "KECAMATAN CAMAT, (......" in text
    assert texts(render(Letterhead(()))) == [""]


def test_notes_stand_beside_a_single_signature() -> None:
    block = SignatureBlock(
        Signature(("CAMAT,",), "BUDI"), aside=(Paragraph("Keterangan:"), VerificationBlock("7Q2M"))
    )
    text = texts(render(block))[0]
    assert all(words in text for words in ("Keterangan:", "7Q2M", "BUDI"))


def test_the_qr_is_drawn_in_black_squares() -> None:
    content = render(VerificationBlock("7Q2M-K9TX-4B8C-0HZD")).pages[0].get_contents()
    assert content is not None
    assert content.get_data().count(b" re ") > 50


def test_pictures_shrink_to_the_text() -> None:
    blocks = [ImageBlock(logo_png(4000, 200), align=align) for align in ("left", "center", "right")]
    assert len(render(*blocks, ImageBlock(logo_png(), 40)).pages[0].images) >= 1


def test_a_broken_picture_is_named_in_a_sentence() -> None:
    with pytest.raises(KinerjaError, match="tidak dapat dibaca"):
        render(ImageBlock(b"bukan gambar"))


def test_a_box_too_high_for_a_page_is_cut_between_its_blocks() -> None:
    blocks = tuple(Paragraph(f"<{number}>") for number in range(80))
    pages = texts(render(Box(blocks)))
    assert len(pages) == 2
    assert sum(page.count("<") for page in pages) == 80


def test_a_box_with_one_block_too_high_is_printed_all_the_same() -> None:
    text = "\n".join("<" for _ in range(40))
    pages = texts(render(Paragraph("a\n" * 30), Box((Paragraph(text),))))
    assert sum(page.count("<") for page in pages) == 40
