"""A photo or scan as a PDF of one page, to be looked at and printed like any paper."""

from io import BytesIO
from time import gmtime

from kinerja_desktop.documents.pictures.limits import UNREADABLE, open_image, require_bounds
from kinerja_desktop.errors import KinerjaError

#: Dots of a photo on an inch of the page.
_RESOLUTION = 150


def picture_to_pdf(content: bytes, nama: str) -> bytes:
    """Return a picture as a PDF, upright as it was taken; equal bytes for equal content.

    Args:
        content: of a PNG or JPEG.
        nama: of the file, for the message.

    Raises:
        KinerjaError: it is no picture, or too large.
    """
    from PIL import ImageOps

    try:
        image = open_image(content)
        require_bounds(image, nama)
        page = ImageOps.exif_transpose(image).convert("RGB")
    except UNREADABLE as error:
        raise KinerjaError(
            f"{nama} bukan foto atau pindaian yang dapat dibaca, atau rusak.",
            "Minta pengirim memindai ulang.",
        ) from error
    file = BytesIO()
    moment = gmtime(0)
    page.save(file, "PDF", resolution=_RESOLUTION, creationDate=moment, modDate=moment)
    return file.getvalue()
