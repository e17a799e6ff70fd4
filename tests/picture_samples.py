"""Sound pictures of the kinds that offices have, small enough to be damaged by the thousand."""

import struct
import zlib
from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Any

from PIL import Image


def _photo(mode: str) -> Any:
    across = Image.linear_gradient("L").resize((160, 120))
    parts = [across, across.rotate(90), across.transpose(Image.Transpose.FLIP_LEFT_RIGHT), across]
    return Image.merge(mode, parts[: len(mode)]) if len(mode) > 1 else across.convert(mode)


def _save(image: Any, kind: str, **options: Any) -> bytes:
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def _exif() -> Any:
    exif = Image.Exif()
    exif[0x0112] = 6
    return exif


SAMPLES: Mapping[str, Callable[[], bytes]] = {
    "rgb.png": lambda: _save(_photo("RGB"), "PNG"),
    "rgba.png": lambda: _save(_photo("RGBA"), "PNG"),
    "palet.png": lambda: _save(_photo("RGB").quantize(16), "PNG", transparency=0),
    "abu.png": lambda: _save(_photo("L").convert("I;16"), "PNG"),
    "foto.jpg": lambda: _save(_photo("RGB"), "JPEG", exif=_exif()),
    "progresif.jpg": lambda: _save(_photo("RGB"), "JPEG", progressive=True),
    "cmyk.jpg": lambda: _save(_photo("CMYK"), "JPEG"),
}


def png_of(width: int, height: int) -> bytes:
    """A PNG that claims a size; its few pixels end early, as those of a bomb need not be there."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    data = zlib.compress(bytes(1_000_000))
    return (
        b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", data) + _chunk(b"IEND", b"")
    )


def whole_png_of(width: int, height: int) -> bytes:
    """A sound PNG in black of any size, which packs to next to nothing."""
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    row = bytes(1 + (width + 7) // 8)
    packer = zlib.compressobj(9)
    data = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    return (
        b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", data) + _chunk(b"IEND", b"")
    )


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
