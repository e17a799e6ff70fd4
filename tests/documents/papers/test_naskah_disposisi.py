"""Two lembar disposisi on a page, cut in the middle (`docs/sakip.md` §9)."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from kinerja_desktop.documents.docx import render_docx
from kinerja_desktop.documents.papers.naskah_dinas import build_naskah_dinas
from kinerja_desktop.documents.pdf import render_pdf
from kinerja_desktop.documents.pdf.layout import lay_out_naskah
from kinerja_desktop.documents.pdf.office_pieces import RulePiece
from kinerja_desktop.domain.laporan.naskah_dinas import NaskahTercetak
from tests.documents.docx.libreoffice import print_with_libreoffice
from tests.documents.papers.letters import ASKED, HAL, disposisi
from tests.documents.papers.samples import KOP
from tests.documents.reading import pages_of
from tests.picture_samples import png_of

SHORT = tuple(f"Lurah Kampung {n}" for n in range(13))
LONG = tuple(f"Kepala Seksi Ketenteraman, Ketertiban Umum {n}" for n in range(13))


def pages(data: NaskahTercetak) -> list[str]:
    return pages_of(render_pdf(build_naskah_dinas(data)))


@pytest.mark.parametrize("kertas", ["F4", "A4"])
@pytest.mark.parametrize("names", [SHORT, LONG], ids=["short", "long"])
@pytest.mark.parametrize("hal", ["Data", HAL], ids=["short hal", "long hal"])
def test_two_sheets_of_any_office_stand_on_one_page(
    kertas: str, names: tuple[str, ...], hal: str
) -> None:
    for count in range(14):
        (page,) = pages(disposisi(names[:count], kertas, hal))
        assert page.count("LEMBAR DISPOSISI") == 2, count
        assert page.count("Paraf/tanggal:") == 2
        for words in (*names[:count], *ASKED, hal):
            assert page.count(words) >= 2, (count, words)


@pytest.mark.parametrize("kertas", ["F4", "A4"])
@pytest.mark.parametrize("count", [0, 5, 13])
def test_they_are_cut_in_the_middle(kertas: str, count: int) -> None:
    kop = replace(KOP, logo=png_of(200, 240))
    for data in (disposisi(LONG[:count], kertas), disposisi(SHORT[:count], kertas, "Data")):
        for shown in (data, replace(data, kop=kop), replace(data, kop=replace(KOP, tempat=""))):
            (page,) = lay_out_naskah(build_naskah_dinas(shown)).pages
            ((rule, top),) = [item for item in page.placed if isinstance(item[0], RulePiece)]
            assert top - rule.height / 2 == pytest.approx(page.geometry.height / 2, abs=0.1)


def test_a_kop_whose_name_takes_two_lines_leaves_room_for_both() -> None:
    kop = replace(KOP, nama="KECAMATAN KARANGPENGANTEN SELATAN BANYUWANGI RAYA UTARA TIMUR LAUT")
    for kertas in ("F4", "A4"):
        assert len(pages(replace(disposisi(SHORT, kertas), kop=kop))) == 1


def test_the_sheet_leaves_a_place_for_paraf_and_names_nobody_there() -> None:
    (page,) = pages(disposisi(SHORT))
    assert "BUDI SANTOSO" not in page
    assert "NIP" not in page


def test_the_chosen_sifat_is_marked() -> None:
    # Each word stays with its box, so the boxes are parted by spaces that no line ends at.
    (page,) = pages(disposisi(SHORT))
    assert page.replace("\u00a0", " ").count("[X] Segera") == 2
    (blank,) = pages(replace(data := disposisi(SHORT), isi=replace(data.isi, sifat="")))
    assert "X" not in blank


def test_what_is_asked_may_be_more_than_half_a_page_holds() -> None:
    many = tuple(f"Permintaan nomor {n} kepada yang diteruskan" for n in range(1, 25))
    found = pages(disposisi(LONG, asked=many))
    assert [page.count("LEMBAR DISPOSISI") for page in found] == [1, 1]
    for page in found:
        assert all(text in page for text in (*many, *LONG))


def test_a_word_processor_keeps_them_on_one_page_too(tmp_path: Path) -> None:
    sheets = {
        f"{kertas}-{count}": disposisi(SHORT[:count], kertas, "Data")
        for kertas in ("F4", "A4")
        for count in (4, 8, 13)
    }
    for name, data in sheets.items():
        (tmp_path / f"{name}.docx").write_bytes(render_docx(build_naskah_dinas(data)))
    out = tmp_path / "pdf"
    out.mkdir()
    print_with_libreoffice([tmp_path / f"{name}.docx" for name in sheets], out)
    counts = {
        name: len(PdfReader(BytesIO((out / f"{name}.pdf").read_bytes())).pages) for name in sheets
    }
    assert counts == dict.fromkeys(sheets, 1)
