"""Photos of signed papers, as phones and scanners take them; their QR is drawn by zxing-cpp."""

from typing import Any

import zxingcpp
from PIL import Image, ImageFilter

KODE = "7Q4H-0M2X-9KDT-5VRA"
LAIN = "K0C5-3W7E-PB1Z-88QD"
#: A photo of 12 million dots; a page fills it, and its QR is about two centimetres.
SIZE, SIDE = (3000, 4000), 240


def draw_qr(payload: str, side: int = SIDE) -> Image.Image:
    code = zxingcpp.create_barcode(payload, zxingcpp.BarcodeFormat.QRCode)
    plain: Any = code.to_image(scale=8)
    grey = Image.frombytes("L", (plain.shape[1], plain.shape[0]), bytes(plain))
    return grey.resize((side, side))


def photograph(*payloads: str, size: tuple[int, int] = SIZE, side: int = SIDE) -> Any:
    """A page with these QR codes at its foot, beside each other."""
    page = Image.new("L", size, 235)
    for place, payload in enumerate(payloads):
        page.paste(draw_qr(payload, side), (300 + place * 2 * side, size[1] - 2 * side))
    return page


def skew(page: Any) -> Any:
    """Photograph it from aside."""
    width, height = page.size
    corners = (0, 0, 100, height, width - 50, height - 350, width, 200)
    return page.transform(page.size, Image.Transform.QUAD, corners, Image.Resampling.BILINEAR)


def darken(page: Any) -> Any:
    """Photograph it in a room without light: black is 5, white 16 of 255."""
    return page.point(lambda value: value // 20 + 5)


def blur(page: Any) -> Any:
    return page.filter(ImageFilter.GaussianBlur(4))
