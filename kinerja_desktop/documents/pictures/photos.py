"""Pictures made ready for paper: upright, in colours every reader knows, no finer than needed.

A phone's photo has 12 megapixels and says "turn me" in its EXIF data; scanners write CMYK. What
is fit already goes into the document as it is, byte by byte.
"""

from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import Any

from kinerja_desktop.documents.pictures.limits import UNREADABLE, open_image, require_bounds
from kinerja_desktop.errors import KinerjaError

_QUALITY = 85
# Printed finer than this nobody sees a difference, but the file grows with the square.
_DPI = 200
# A picture a little finer than that is not worth setting anew.
_TOLERANCE = 1.15
_ORIENTATION = 0x0112
_SMALL = (64, 64)
# These turn a picture on its side; the others only mirror it or turn it upside down.
_TURNED = {5, 6, 7, 8}
# Phones write several pictures into one JPEG, which is then called MPO.
_PHOTOS = {"JPEG", "MPO"}
_PLAIN_MODES = {"JPEG": {"RGB", "L"}, "PNG": {"RGB", "RGBA", "L", "LA", "1", "P"}}


@dataclass(frozen=True)
class Photo:
    """A PNG or JPEG ready to be embedded, and its size in pixels."""

    data: bytes
    kind: str
    width: int
    height: int
    is_grey: bool = False


def picture_size(data: bytes) -> tuple[int, int]:
    """Return width and height in pixels of a picture as it will stand, turned upright.

    Raises:
        KinerjaError: it is no picture.
    """
    image = _open(data)
    width, height = image.size
    return (height, width) if _orientation(image) in _TURNED else (width, height)


def is_readable(data: bytes) -> bool:
    """Tell whether a file is a whole picture; evidence is attached without looking into it."""
    try:
        image = _open(data)
        # Decoded small, which is enough to find an end that is missing.
        image.draft(None, _SMALL)
        _load(image)
    except KinerjaError:
        return False
    return True


# A preview comes back to the same few photos; more would hold too much memory.
@lru_cache(maxsize=32)
def make_photo(data: bytes, width: float, height: float) -> Photo:
    """Make a picture ready for paper.

    Args:
        data: a PNG or JPEG.
        width: as it will be printed, in points.
        height: likewise.

    Raises:
        KinerjaError: it is no picture, or is cut off.
    """
    image = _open(data)
    kind = str(image.format)
    across, up = picture_size(data)
    room = max(1, round(width / 72 * _DPI)), max(1, round(height / 72 * _DPI))
    is_fine = across > room[0] * _TOLERANCE
    is_fit = image.mode in _PLAIN_MODES.get(kind, ()) and "transparency" not in image.info
    if is_fine and kind in _PHOTOS:
        # The decoder itself skips what will not be seen, which saves most of the time.
        wide = max(*room) if _orientation(image) in _TURNED else room[0]
        image.draft(None, (wide, wide))
    _load(image)
    if is_fit and not is_fine and _orientation(image) in (None, 1):
        return Photo(data, kind, across, up, image.mode == "L")
    upright = _to_plain_mode(_turn(image))
    if is_fine:
        upright = upright.resize(room, _lanczos())
    return _encode(upright, is_photo=kind in _PHOTOS)


def _open(data: bytes) -> Any:
    try:
        image = open_image(data)
    except UNREADABLE as error:
        raise _broken() from error
    require_bounds(image, "Gambar atau logo")
    return image


def _load(image: Any) -> None:
    """Read all pixels: a file that was cut off on its way is noticed here and not by the reader."""
    try:
        image.load()
    except UNREADABLE as error:
        raise _broken() from error


def _broken() -> KinerjaError:
    return KinerjaError(
        "Gambar atau logo tidak dapat dibaca.", "Pilih berkas PNG atau JPG yang utuh."
    )


def _orientation(image: Any) -> int | None:
    if image.format not in _PHOTOS:
        return None
    found = image.getexif().get(_ORIENTATION)
    return found if isinstance(found, int) else None


def _turn(image: Any) -> Any:
    from PIL import ImageOps

    return ImageOps.exif_transpose(image) if _orientation(image) else image


def _to_plain_mode(image: Any) -> Any:
    """Convert to grey, RGB or, when something shines through, RGBA."""
    if "transparency" in image.info or image.mode in ("LA", "PA", "RGBA", "La", "RGBa"):
        return image.convert("RGBA")
    if image.mode.startswith("I"):
        # 16 bits: the usual conversion would cut off all that is lighter than black.
        return image.convert("I").point(lambda value: value / 256).convert("L")
    return image.convert("L" if image.mode in ("L", "1") else "RGB")


def _lanczos() -> Any:
    from PIL import Image

    return Image.Resampling.LANCZOS


def _encode(image: Any, *, is_photo: bool) -> Photo:
    """Write it as JPEG; drawings and what shines through as PNG."""
    files: dict[str, bytes] = {}
    if image.mode != "RGBA":
        files["JPEG"] = _save(image, "JPEG", quality=_QUALITY)
    if not is_photo or not files:
        files["PNG"] = _save(image, "PNG", compress_level=6)
    kind = min(files, key=lambda name: len(files[name]))
    return Photo(files[kind], kind, image.width, image.height, image.mode == "L")


def _save(image: Any, kind: str, **options: int) -> bytes:
    # A copy without the profile, EXIF data and thumbnails that the camera has left.
    bare = image.copy()
    bare.info.clear()
    out = BytesIO()
    bare.save(out, kind, **options)
    return out.getvalue()
