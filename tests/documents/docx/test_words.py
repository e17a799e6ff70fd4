"""The DOCX says what the PDF says, word for word and in the same order."""

import re
from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image

from kinerja_desktop.documents.docx import render_docx
from kinerja_desktop.documents.docx.flow_strips import draw_strips
from kinerja_desktop.documents.naskah.blocks import (
    Contents,
    Heading,
    KeyValues,
    Naskah,
    Paper,
    Paragraph,
    SignatureBlock,
)
from kinerja_desktop.documents.naskah.tables import SopTable
from kinerja_desktop.documents.naskah.text import plain
from kinerja_desktop.documents.papers.pengukuran_kinerja import build_pengukuran_kinerja
from kinerja_desktop.documents.papers.riwayat_sop import build_riwayat_sop
from kinerja_desktop.documents.papers.sop_tabel import build_sop
from kinerja_desktop.documents.papers.surat import build_surat_pengantar, build_tanda_terima
from kinerja_desktop.domain.sop.berkas import BERKAS_BAWAAN
from kinerja_desktop.domain.sop.diagram import Diagram
from tests.documents.docx.reading import body, document, pdf_words, read
from tests.documents.lkjip.sample import report
from tests.documents.long_report import long_report
from tests.documents.papers import samples
from tests.domain.sop.contoh import PENGUKURAN, load

NASKAH = {
    "tahunan": build_pengukuran_kinerja(samples.TAHUNAN),
    "rinci": build_pengukuran_kinerja(samples.RINCI),
    "triwulanan": build_pengukuran_kinerja(samples.TRIWULANAN),
    "iki": build_pengukuran_kinerja(samples.IKI),
    "riwayat": build_riwayat_sop(samples.RIWAYAT),
    "pengantar": build_surat_pengantar(samples.PENGANTAR),
    "terima": build_tanda_terima(samples.TERIMA),
    "laporan": long_report(chapters=2, photos=2),
    "lkjip": report(),
}


def letters(text: str) -> str:
    """Drop what lines and leaders differ in: white space, and rows of dots."""
    return re.sub(r"[\s.]", "", text)


@pytest.mark.parametrize("name", NASKAH)
def test_the_words_of_both_files_are_the_same(name: str) -> None:
    naskah = NASKAH[name]
    # The pages that the lists name are those of the real paper, so these lists are checked below.
    blocks = tuple(block for block in naskah.blocks if not isinstance(block, Contents))
    naskah = replace(naskah, blocks=blocks)
    assert letters(read(document(render_docx(naskah)))) == letters(pdf_words(naskah))


def test_the_lists_of_contents_say_the_same_page_numbers_as_the_pdf() -> None:
    naskah = replace(NASKAH["laporan"], paper=Paper("tinggi", 210, 4000))
    assert letters(read(document(render_docx(naskah)))) == letters(pdf_words(naskah))


def drawings(naskah: Naskah) -> list[str]:
    """The words that pictures of a DOCX have for those who cannot see them."""
    root = document(render_docx(naskah))
    return [found.attrib["descr"] for found in root.iter() if found.tag.endswith("}docPr")]


def test_the_steps_of_an_sop_say_all_words_of_the_table_and_draw_each_step() -> None:
    naskah = build_sop(load(PENGUKURAN))
    (block,) = [block for block in naskah.blocks if isinstance(block, SopTable)]
    words = read(body(block))
    for row in block.table.rows:
        for cell in row.cells:
            assert letters(plain(cell.text)) in letters(words)
    told = drawings(naskah)
    assert len(told) == len(block.table.rows) == 12
    for text, drawn in zip(told, block.diagram.baris, strict=True):
        steps = text.partition("; Ya")[0].partition("; Tidak")[0].split("; ")
        assert len(steps) == len(drawn.lambang)
        assert ("*" in text) == drawn.is_disimpulkan
    assert told[0] == "Staf Penerima Surat: Mulai *"


def test_an_sop_says_where_a_decision_sends_back() -> None:
    sop = load(PENGUKURAN)
    told = drawings(build_sop(sop))
    steps = [step.no.read() for step in sop.langkah]
    backs = next(
        block for block in build_sop(sop).blocks if isinstance(block, SopTable)
    ).diagram.kembali
    assert len(backs) == 2
    for back in backs:
        assert f"{back.label}: kembali ke {steps[back.ke]}" in told[back.dari]


def test_the_flowchart_of_an_sop_is_drawn_as_on_paper() -> None:
    """Ink where the PDF has its symbol, and only white beside it."""
    (block,) = [b for b in build_sop(load(PENGUKURAN)).blocks if isinstance(b, SopTable)]
    count = len(block.diagram.kolom)
    strips = draw_strips(block.diagram, [100.0 * n for n in range(count + 1)], [60.0] * 12, 9.0)
    for drawn, strip in zip(block.diagram.baris, strips, strict=True):
        picture = Image.open(BytesIO(strip)).convert("L")
        scale = picture.width / (100.0 * count)
        assert (picture.width, picture.height) == (round(500 / 72 * 300), 250)
        shown = {sign.kolom for sign in drawn.lambang}
        for column in range(count):
            left = scale * (100 * column + 25)
            # The middle half of a column holds a symbol where one stands.
            part = picture.crop((int(left), 60, int(left + 50 * scale), 190))
            if column in shown:
                assert min(part.tobytes()) < 128


@pytest.mark.parametrize("name", BERKAS_BAWAAN)
def test_the_sign_of_what_was_deduced_is_drawn_told_and_explained(name: str) -> None:
    """Seeds 000 and 002–004 name nobody in their symbols; in 001 only step 10 does not."""
    naskah = build_sop(load(name), with_notes=False)
    (block,) = [b for b in naskah.blocks if isinstance(b, SopTable)]
    marked = [n for n, row in enumerate(block.diagram.baris) if row.is_disimpulkan]
    assert marked
    told = drawings(naskah)
    assert [n for n, text in enumerate(told) if "*" in text] == marked
    assert "Pelaksana atau keputusan pada simbol bertanda *" in read(document(render_docx(naskah)))

    def strips(diagram: Diagram) -> list[bytes]:
        count = len(diagram.kolom)
        edges, heights = [100.0 * n for n in range(count + 1)], [60.0] * len(diagram.baris)
        return draw_strips(diagram, edges, heights, 9.0)

    bare = replace(
        block.diagram,
        baris=tuple(replace(row, is_disimpulkan=False) for row in block.diagram.baris),
    )
    drawn = zip(strips(block.diagram), strips(bare), strict=True)
    assert [n for n, (one, other) in enumerate(drawn) if one != other] == marked


def test_characters_that_the_font_lacks_are_the_same_signs() -> None:
    block = Paragraph("Nilai \x00\U0001f600 \u05e9 \x0b\ufffe akhir \t<&>\"'")
    assert read(body(block)) == pdf_words(Naskah("x", (block,)))


def test_a_title_with_odd_signs_does_not_break_the_file() -> None:
    naskah = Naskah("\x00 <a> & \"b\" 'c'", (Heading("x <&> \x01", 1),), author="\x02&")
    document(render_docx(naskah))


def test_long_words_stand_whole_in_the_file() -> None:
    blocks = (
        Heading("x" * 300),
        Paragraph("x" * 300, label="x" * 30),
        KeyValues((("x" * 300, "x" * 300),)),
    )
    assert read(body(*blocks)).count("x") == 1230


def test_a_naskah_of_nothing_is_a_file_all_the_same() -> None:
    assert read(body()) == ""


def test_every_sample_has_a_signature_that_is_compared() -> None:
    for name in ("tahunan", "pengantar", "laporan"):
        assert any(isinstance(block, SignatureBlock) for block in NASKAH[name].blocks)
