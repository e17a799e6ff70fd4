"""A Pohon Kinerja over several pages, in print and in Word."""

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

from pypdf import PdfReader

from kinerja_desktop.documents.docx import render_docx
from kinerja_desktop.documents.naskah.blocks import Naskah, Paragraph
from kinerja_desktop.documents.papers.pohon_kinerja import build_pohon_kinerja
from kinerja_desktop.documents.pdf import render_pdf
from kinerja_desktop.domain.laporan.pohon_kinerja import PohonKinerja, walk
from tests.documents.charts.test_tree import office
from tests.documents.papers.plans import PENGESAHAN

TREE = office(3, 2, 2, 2)


def naskah() -> Naskah:
    return build_pohon_kinerja(PohonKinerja("Kecamatan Lumajang", 2025, (TREE,)), PENGESAHAN)


def pages() -> list[str]:
    found = PdfReader(BytesIO(render_pdf(naskah()))).pages
    return [" ".join(page.extract_text().split()) for page in found]


def test_a_page_of_its_own_for_each_sheet_and_the_signature_on_the_last() -> None:
    found = pages()
    assert len(found) > 1
    for number, text in enumerate(found, start=1):
        assert "SUB KEGIATAN" in text
        assert (f"(lembar {number} dari {len(found)})" in text) is (number > 1)
        assert ("CAMAT LUMAJANG," in text) is (number == len(found))


def test_every_box_is_on_paper() -> None:
    whole = " ".join(pages())
    for simpul in walk((TREE,)):
        assert f"{simpul.kinerja} " in whole


def test_word_has_a_picture_of_each_sheet_with_its_words() -> None:
    with ZipFile(BytesIO(render_docx(naskah()))) as package:
        pictures = [name for name in package.namelist() if name.startswith("word/media/")]
        text = package.read("word/document.xml").decode()
    assert len(pictures) == len(pages())
    assert "Penanggung jawab: Kasi Pemerintahan" in text


def test_a_sheet_that_does_not_fit_below_a_text_takes_the_next_page() -> None:
    _, *rest = naskah().blocks
    lines = tuple(Paragraph(f"Baris {number}") for number in range(20))
    found = PdfReader(BytesIO(render_pdf(replace(naskah(), blocks=(*lines, *rest))))).pages
    assert "SUB KEGIATAN" not in found[0].extract_text()
    assert "SUB KEGIATAN" in found[1].extract_text()
