"""Pictures as phones, scanners and office programs write them, looked at through the PDF."""

from io import BytesIO
from typing import Any

import pytest
from PIL import Image
from pypdf import PdfReader

from kinerja_desktop.documents.naskah.blocks import Caption, ImageBlock, Naskah
from kinerja_desktop.documents.pdf import render_pdf
from kinerja_desktop.documents.pictures.photos import make_photo, picture_size
from kinerja_desktop.errors import KinerjaError
from tests.documents.pictures.made import file_of, photo_jpeg

RED, BLUE = (200, 30, 30), (30, 30, 200)


def halves(width: int = 80, height: int = 40) -> Image.Image:
    """Red at the left, blue at the right."""
    image = Image.new("RGB", (width, height), RED)
    image.paste(BLUE, (width // 2, 0, width, height))
    return image


def placed(*blocks: ImageBlock) -> PdfReader:
    return PdfReader(BytesIO(render_pdf(Naskah("Uji", blocks, is_paged=False))))


def colour(data: bytes, x: float, y: float) -> tuple[int, ...]:
    """Return the colour that stands on the paper at a share of width and height."""
    (drawn,) = placed(ImageBlock(data)).pages[0].images
    assert drawn.image is not None
    image = drawn.image.convert("RGB")
    found: Any = image.getpixel((int(image.width * x), int(image.height * y)))
    return tuple(found)


def test_a_phones_file_of_several_pictures_is_one_photo() -> None:
    data = file_of(halves(), "MPO", quality=95, save_all=True, append_images=[halves()])
    assert is_near(colour(data, 0.2, 0.5), RED)


def is_near(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return all(abs(a - b) < 25 for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize(
    "data",
    [
        file_of(halves(), "PNG"),
        file_of(halves(), "JPEG", quality=95),
        file_of(halves().quantize(4), "PNG"),
        file_of(halves().convert("RGBA"), "PNG"),
        file_of(halves().convert("CMYK"), "JPEG", quality=95),
        file_of(halves().convert("CMYK"), "TIFF"),
        file_of(halves(), "BMP"),
    ],
)
def test_colours_come_out_right_whatever_the_file(data: bytes) -> None:
    assert is_near(colour(data, 0.2, 0.5), RED)
    assert is_near(colour(data, 0.8, 0.5), BLUE)


def test_sixteen_bits_of_grey_stay_grey() -> None:
    data = file_of(Image.new("I;16", (40, 40), 128 * 257), "PNG")
    assert is_near(colour(data, 0.5, 0.5), (128, 128, 128))


def test_what_shines_through_does_so_on_paper() -> None:
    for image in (
        Image.new("RGBA", (40, 40), (0, 0, 0, 0)),
        Image.new("LA", (40, 40), (0, 0)),
    ):
        (drawn,) = placed(ImageBlock(file_of(image, "PNG"))).pages[0].images
        assert "/SMask" in drawn.indirect_reference.get_object()  # type: ignore[operator,union-attr]
    palette = Image.new("P", (40, 40), 0)
    palette.putpalette([255, 0, 0] * 256)
    made = make_photo(file_of(palette, "PNG", transparency=0), 100, 100)
    assert Image.open(BytesIO(made.data)).getpixel((5, 5)) == (255, 0, 0, 0)


# EXIF 2.32, table 6: which side of the picture the rows and columns of the file are.
@pytest.mark.parametrize(
    ("orientation", "red_at"),
    [(1, (0.2, 0.5)), (2, (0.8, 0.5)), (3, (0.8, 0.5)), (6, (0.5, 0.2)), (8, (0.5, 0.8))],
)
def test_phone_photos_stand_upright(orientation: int, red_at: tuple[float, float]) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    data = file_of(halves(), "JPEG", quality=95, exif=exif.tobytes())
    assert is_near(colour(data, *red_at), RED)
    assert picture_size(data) == ((40, 80) if orientation > 4 else (80, 40))


def test_large_photos_are_printed_at_200_dots_per_inch() -> None:
    (drawn,) = placed(ImageBlock(photo_jpeg(4000, 3000), width=127)).pages[0].images
    assert drawn.image is not None
    # 127 mm are five inches.
    assert drawn.image.size == (1000, 750)


def test_twenty_photos_of_twelve_megapixels_stay_below_ten_megabytes() -> None:
    photos = [ImageBlock(photo_jpeg(4000, 3000, seed), max_height=110) for seed in range(20)]
    assert len(render_pdf(Naskah("Uji", tuple(photos)))) < 10_000_000


def test_a_picture_that_is_fit_already_is_taken_byte_by_byte() -> None:
    data = file_of(halves(), "JPEG", quality=95)
    assert make_photo(data, 100, 50).data is data


def test_a_large_drawing_stays_a_drawing_and_a_large_photo_saved_as_png_becomes_small() -> None:
    assert make_photo(file_of(halves(4000, 2000), "PNG"), 300, 150).kind == "PNG"
    photo = Image.open(BytesIO(photo_jpeg(1600, 1200)))
    assert make_photo(file_of(photo, "PNG"), 200, 150).kind == "JPEG"


def test_equal_photos_give_equal_bytes() -> None:
    data = photo_jpeg(2000, 1500)
    assert make_photo.__wrapped__(data, 200, 150) == make_photo.__wrapped__(data, 200, 150)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"bukan gambar",
        photo_jpeg(400, 300)[:2000],
        file_of(halves(), "PNG")[:60],
        file_of(halves(400, 400), "PNG")[:-40],
        file_of(halves(), "PNG").replace(b"IDAT", b"IDOT"),
    ],
)
def test_a_broken_picture_is_told_in_a_sentence(data: bytes) -> None:
    with pytest.raises(KinerjaError, match="tidak dapat dibaca"):
        placed(ImageBlock(data))


def test_no_picture_is_higher_than_it_was_asked_to_be() -> None:
    # 150 pixels to the inch: 300 pixels would be 50,8 mm.
    for asked, printed in ((None, 50.8), (25.4, 25.4), (400, 50.8)):
        block = ImageBlock(file_of(halves(300, 300), "PNG"), max_height=asked)
        assert _height(block) == pytest.approx(printed * 72 / 25.4, abs=0.1)


def _height(block: ImageBlock) -> float:
    content = placed(block).pages[0].get_contents()
    assert content is not None
    words = content.get_data().split()
    return float(words[words.index(b"cm", words.index(b"cm") + 1) - 3])


def test_two_photos_of_half_a_page_share_a_page() -> None:
    photo = photo_jpeg(1200, 1600)
    blocks = [
        part
        for number in (1, 2)
        for part in (ImageBlock(photo, max_height=115), Caption(f"Gambar {number}", "gambar"))
    ]
    assert len(PdfReader(BytesIO(render_pdf(Naskah("Uji", tuple(blocks))))).pages) == 1


def test_a_picture_says_what_it_shows() -> None:
    content = placed(ImageBlock(file_of(halves(), "PNG"), alt="Rapat – é")).pages[0].get_contents()
    assert content is not None
    assert "Rapat – é".encode("utf-16-be").hex().encode() in content.get_data()


def test_a_photo_in_grey_stays_grey_and_equal_photos_are_stored_once() -> None:
    grey = file_of(Image.new("L", (40, 40), 90), "JPEG", quality=95)
    assert is_near(colour(grey, 0.5, 0.5), (90, 90, 90))
    photo = photo_jpeg(400, 300)
    twice = render_pdf(Naskah("Uji", (ImageBlock(photo), ImageBlock(photo))))
    assert len(twice) < 1.5 * len(render_pdf(Naskah("Uji", (ImageBlock(photo),))))


def test_a_photo_that_is_fit_already_stands_in_the_pdf_byte_by_byte() -> None:
    photo = photo_jpeg(400, 300)
    assert photo in render_pdf(Naskah("Uji", (ImageBlock(photo),)))
