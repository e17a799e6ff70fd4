"""How a picture is opened: how large it may be, and what says that it is none.

Its size is asked of its head, before anything is unpacked.
"""

import struct
import zlib
from io import BytesIO
from typing import Any

from kinerja_desktop.errors import KinerjaError

#: Most pixels that are unpacked: of a JPEG row by row, of all else at once with four bytes each.
MAX_PIXELS_JPEG, MAX_PIXELS = 60_000_000, 25_000_000
#: Longest side: no camera and no scanner makes more, and fewer would not fit memory with it.
MAX_SIDE = 30_000
#: What Pillow raises for a file that is damaged, or no picture.
UNREADABLE = (
    OSError, SyntaxError, ValueError, TypeError, EOFError, IndexError, KeyError, OverflowError,
    ZeroDivisionError, struct.error, zlib.error,
)  # fmt: skip


def open_image(content: bytes) -> Any:
    """Return a picture of which only the head has been read.

    Raises:
        OSError: it is no picture, or claims to be larger than any; and others of `UNREADABLE`.
    """
    from PIL import Image

    try:
        return Image.open(BytesIO(content))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise OSError(str(error)) from error


def require_bounds(image: Any, nama: str) -> None:
    """Refuse a picture that would fill the memory.

    Args:
        image: as Pillow has opened it; nothing but its head has been read.
        nama: its name, for the message.

    Raises:
        KinerjaError: it is too large.
    """
    width, height = image.size
    rows_alone = image.format in ("JPEG", "MPO") and not image.info.get("progressive")
    most = MAX_PIXELS_JPEG if rows_alone else MAX_PIXELS
    if max(width, height) > MAX_SIDE or width * height > most:
        raise KinerjaError(
            f"{nama} terlalu besar ({width} × {height} titik).", "Perkecil gambarnya, lalu ulangi."
        )
