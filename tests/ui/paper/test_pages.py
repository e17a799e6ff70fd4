"""Pages of foreign PDFs as grey dots, and what is wrong with a file in a sentence."""

from io import BytesIO
from typing import Any

import pytest
from PIL import Image
from pypdf import PdfWriter
from pytestqt.qtbot import QtBot

from kinerja_desktop.documents.naskah.blocks import VerificationBlock
from kinerja_desktop.documents.pictures.qr_reading import read_qr
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.ui.paper.pages import render_pages
from tests.documents.pictures.scans import KODE, photograph
from tests.documents.reading import render


def paper(*pages: Any) -> bytes:
    """Pictures as pages of 215 × 330 mm, as scanners write them."""
    file = BytesIO()
    pages[0].save(file, "PDF", save_all=True, append_images=pages[1:], resolution=355)
    return file.getvalue()


def test_a_page_is_grey_dots_as_it_looks(qtbot: QtBot) -> None:
    first, second = render_pages(paper(photograph(KODE), photograph()))
    assert (first.lebar, first.tinggi) == pytest.approx((3000 / 355 * 200, 4000 / 355 * 200), abs=2)
    assert len(first.titik) == first.lebar * first.tinggi
    assert min(first.titik) < 60 < 200 < max(first.titik)
    assert min(second.titik) > 200


def written(writer: PdfWriter) -> bytes:
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


def test_our_own_paper_is_read_with_its_words(qtbot: QtBot) -> None:
    writer = PdfWriter(clone_from=render(VerificationBlock(KODE)))
    (page,) = render_pages(written(writer))
    assert read_qr(Image.frombytes("L", (page.lebar, page.tinggi), page.titik)) == [KODE]
    assert KODE in page.teks


def test_a_corner_of_a_qr_is_no_qr_of_its_own(qtbot: QtBot) -> None:
    """Drawn anew at another size, a corner of this one looks like a Micro QR that says 890."""
    kode, file = "9NGG-T183-G28A-A6XE", BytesIO()
    photograph(kode).save(file, "PDF")
    (page,) = render_pages(file.getvalue())
    assert read_qr(Image.frombytes("L", (page.lebar, page.tinggi), page.titik)) == [kode]


def test_a_huge_sheet_is_drawn_coarser(qtbot: QtBot) -> None:
    writer = PdfWriter()
    writer.add_blank_page(14_000, 7_000)
    writer.add_blank_page(0.5, 0.5)
    first, second = render_pages(written(writer))
    assert (first.lebar, first.tinggi) == (5_000, 2_500)
    assert min(first.titik) == 255
    assert second.lebar >= 1


def test_a_locked_one_is_said(qtbot: QtBot) -> None:
    writer = PdfWriter(clone_from=render(VerificationBlock(KODE)))
    writer.encrypt("rahasia", algorithm="RC4-128")
    with pytest.raises(KinerjaError, match="dikunci dengan kata sandi"):
        list(render_pages(written(writer)))


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", paper(photograph(KODE))[:900]])
def test_a_damaged_one_is_said(qtbot: QtBot, content: bytes) -> None:
    with pytest.raises(KinerjaError, match="rusak atau tidak berisi halaman"):
        list(render_pages(content))
