"""Is a file a picture that can be printed? Asked before it is taken into a report."""

from kinerja_desktop.documents.pictures.limits import UNREADABLE, open_image, require_bounds
from kinerja_desktop.errors import KinerjaError

#: Largest file that a report takes: enough for any camera, not for a mistake.
MAX_BYTES = 20_000_000
# A JPEG is decoded this small, which reads it to its end without room for all pixels.
_SMALL = (64, 64)
# Phones write several pictures into one JPEG, which is then called MPO.
_KINDS = {"PNG", "JPEG", "MPO"}
_REMEDY = "Pilih foto berformat JPG atau PNG."


def check_picture(content: bytes, nama: str) -> None:
    """Read a picture from end to end.

    Args:
        content: the file's bytes.
        nama: its name, for the message.

    Raises:
        KinerjaError: it is no PNG or JPEG, damaged, or too large.
    """
    from PIL import UnidentifiedImageError

    if len(content) > MAX_BYTES:
        raise KinerjaError(
            f"{nama} terlalu besar ({len(content) // 1_000_000} MB).",
            f"Perkecil fotonya sampai di bawah {MAX_BYTES // 1_000_000} MB, lalu ulangi.",
        )
    try:
        with open_image(content) as image:
            kind = image.format
            if kind not in _KINDS:
                raise KinerjaError(f"{nama} adalah gambar {kind}, yang tidak dicetak.", _REMEDY)
            require_bounds(image, nama)
            image.draft(None, _SMALL)
            image.load()
    except UnidentifiedImageError as error:
        raise KinerjaError(f"{nama} bukan gambar.", _REMEDY) from error
    except UNREADABLE as error:
        raise KinerjaError(
            f"{nama} rusak dan tidak dapat dibaca.", "Ambil lagi fotonya, atau pilih yang lain."
        ) from error
