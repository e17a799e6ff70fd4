"""Read the QR codes in a photo or scan of a page, however it lies and whatever light there was."""

from typing import Any


def read_qr(image: Any) -> list[str]:
    """Return what the QR codes of a picture say, each once, in the order in which they are found.

    Args:
        image: as Pillow opened it.

    Raises:
        OSError: its dots cannot be unpacked; and others of `limits.UNREADABLE`.
    """
    from PIL import ImageOps

    image.draft("L", image.size)  # a JPEG is unpacked in grey at once: a third of the memory
    grey = image.convert("L")
    # Taken in the dark, black and white lie too near to each other.
    return _read(grey) or _read(ImageOps.autocontrast(grey, cutoff=(0.05, 1)))


def _read(grey: Any) -> list[str]:
    import zxingcpp

    # Not `QRCode`, the whole family: a corner of a plain QR is sometimes taken for a Micro QR,
    # whose smallest kind corrects no error.
    plain = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCodeModel2)
    found = zxingcpp.read_barcodes(grey, formats=plain)
    return list(dict.fromkeys(item.text for item in found))
