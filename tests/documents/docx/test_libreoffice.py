"""LibreOffice opens the files and sets them as we do; it stands here for the offices' programs.

One conversion for all files: starting the program is what takes its time.
"""

import re
from collections.abc import Mapping
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from pypdf import PdfReader

from kinerja_desktop.documents.docx import render_docx
from kinerja_desktop.documents.naskah.blocks import Naskah
from kinerja_desktop.documents.papers.sop_tabel import build_sop
from kinerja_desktop.documents.pdf import render_pdf
from kinerja_desktop.documents.pdf.foot import foot_notes
from tests.documents.docx.libreoffice import print_with_libreoffice
from tests.documents.docx.reading import document, paragraphs, read
from tests.documents.docx.test_words import NASKAH
from tests.documents.long_report import long_report
from tests.domain.sop.contoh import PENGUKURAN, load

ALL: Mapping[str, Naskah] = {
    **NASKAH,
    "laporan": long_report(chapters=5, photos=4),
    "sop": build_sop(load(PENGUKURAN)),
}


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> dict[str, PdfReader]:
    """Each file as LibreOffice prints it; without LibreOffice this fails, as it should."""
    folder = tmp_path_factory.mktemp("libreoffice")
    for name, naskah in ALL.items():
        (folder / f"{name}.docx").write_bytes(render_docx(naskah))
    print_with_libreoffice([folder / f"{name}.docx" for name in ALL], folder)
    return {name: PdfReader(_read(folder / f"{name}.pdf")) for name in ALL}


def _read(path: Path) -> BytesIO:
    return BytesIO(path.read_bytes())


def text_of(reader: PdfReader) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in reader.pages]


@pytest.mark.parametrize("name", ALL)
def test_it_takes_as_many_pages_as_our_own_print(
    name: str, converted: dict[str, PdfReader]
) -> None:
    ours = len(PdfReader(BytesIO(render_pdf(ALL[name]))).pages)
    theirs = len(converted[name].pages)
    assert abs(theirs - ours) <= max(0.15 * ours, ours < 5)


@pytest.mark.parametrize("name", ALL)
def test_it_prints_every_paragraph_and_no_other_word(
    name: str, converted: dict[str, PdfReader]
) -> None:
    naskah = ALL[name]
    written = _without_pictures(naskah)
    # The foot stands in the midst of paragraphs that go on over a page.
    notes = re.escape(_squeeze(foot_notes(naskah)))
    foot = re.compile(rf"{notes}(Halaman\d+dari\d+|[ivxlc]+|\d+)?$")
    pages = [foot.sub("", _squeeze(page)) for page in text_of(converted[name])]
    printed = "".join(pages)
    assert [p for p in map(read, paragraphs(written)) if _body(p) not in printed] == []
    known = _squeeze(read(written) + foot_notes(naskah) + "Halaman dari")
    extra = [word for word in " ".join(text_of(converted[name])).split() if word.isalpha()]
    assert [word for word in extra if word not in known and not _is_roman(word)] == []


def _body(paragraph: str) -> str:
    """Return what is printed of a paragraph; page numbers in lists are LibreOffice's own."""
    return re.sub(r"(?<=\D)(\d+|[ivxlc]+)$", "", _squeeze(paragraph))


def _without_pictures(naskah: Naskah) -> Element:
    found = document(render_docx(naskah))
    for parent in list(found.iter()):
        for child in list(parent):
            if child.tag.endswith("}drawing"):
                parent.remove(child)
    return found


def _squeeze(text: str) -> str:
    return re.sub(r"[\s.]", "", text)


def _is_roman(word: str) -> bool:
    return bool(re.fullmatch(r"[ivxlc]+", word))


def test_the_cover_is_bare_and_the_pages_behind_it_are_counted_in_roman_figures(
    converted: dict[str, PdfReader],
) -> None:
    pages = text_of(converted["laporan"])
    assert "LKjIP Kecamatan Muncar" not in pages[0]
    feet = [page.rpartition(" ")[2] for page in pages]
    assert feet[1:4] == ["i", "ii", "iii"]
    first = next(n for n, page in enumerate(pages) if page.startswith("BAB 1"))
    assert feet[first : first + 3] == ["1", "2", "3"]


def test_its_list_of_contents_names_the_pages_that_it_prints(
    converted: dict[str, PdfReader],
) -> None:
    pages = text_of(converted["laporan"])
    listed = "".join(pages[2:4])
    for number in range(1, 6):
        title = f"BAB {number} CAPAIAN TAHUN {2019 + number}"
        found = re.search(rf"{title}\.*\s*(\d+)", listed)
        assert found is not None
        page = next(p for p in pages[4:] if p.startswith(f"BAB {number} CAPAIAN") or
                    f" BAB {number} CAPAIAN TAHUN" in p[:60])  # fmt: skip
        assert page.endswith(f" {found[1]}")


def test_landscape_pages_lie(converted: dict[str, PdfReader]) -> None:
    lying = [
        page for page in converted["laporan"].pages if page.mediabox.width > page.mediabox.height
    ]
    assert len(lying) == 1
    assert "LAMPIRAN 1" in lying[0].extract_text()


def test_heads_of_tables_return_on_the_next_page(converted: dict[str, PdfReader]) -> None:
    pages = text_of(converted["laporan"])
    for before, page in pairwise(pages):
        if "Indikator ke-3 " in before and "Indikator ke-23 " in page and "ke-1 " not in page:
            assert "Indikator Kinerja" in page.split("Indikator ke-")[0]
            return
    pytest.fail("no table goes on over a page")
