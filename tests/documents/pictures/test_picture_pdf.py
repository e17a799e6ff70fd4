"""A photo as a page: upright, bounded, the same each time."""

from io import BytesIO

import pytest
from PIL import Image
from pypdf import PdfReader

from kinerja_desktop.documents.pictures.picture_pdf import picture_to_pdf
from kinerja_desktop.errors import KinerjaError
from tests.picture_samples import png_of


def photo(width: int, height: int, turned: int = 1) -> bytes:
    file, exif = BytesIO(), Image.Exif()
    exif[0x0112] = turned  # Orientation
    Image.new("L", (width, height), 200).save(file, "JPEG", exif=exif)
    return file.getvalue()


@pytest.mark.parametrize(("turned", "size"), [(1, (300, 150)), (6, (150, 300))])
def test_it_is_one_page_upright(turned: int, size: tuple[int, int]) -> None:
    pdf = picture_to_pdf(photo(300, 150, turned), "foto.jpg")
    (page,) = PdfReader(BytesIO(pdf)).pages
    # 150 dots on an inch of 72 points.
    assert (page.mediabox.width, page.mediabox.height) == tuple(side * 72 / 150 for side in size)
    assert picture_to_pdf(photo(300, 150, turned), "foto.jpg") == pdf


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"bukan gambar", "bukan foto atau pindaian"),
        (photo(300, 150)[:200], "bukan foto atau pindaian"),
        (png_of(6_000, 6_000), "terlalu besar"),
    ],
)
def test_what_is_none_is_told(content: bytes, reason: str) -> None:
    with pytest.raises(KinerjaError, match=reason):
        picture_to_pdf(content, "foto.jpg")
