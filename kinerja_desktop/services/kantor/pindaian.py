"""The kode of signed papers out of a photo or scan: its QR is read, page after page.

A file from anywhere: it is bounded, and what is wrong with it is said in a sentence.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kinerja_desktop.disk import require_file
from kinerja_desktop.documents.pictures.limits import UNREADABLE, open_image, require_bounds
from kinerja_desktop.documents.pictures.qr_reading import read_qr
from kinerja_desktop.domain.capaian.kode import parse_kode
from kinerja_desktop.errors import KinerjaError, explain_os_error

#: What such files end with.
ENDINGS = (".pdf", ".png", ".jpg", ".jpeg")
#: Pages of a scan, and bytes of a file: a stack of papers is less.
MOST_PAGES, _LARGEST = 300, 300 << 20
_PDF = b"%PDF-"
_HEAD = 1024
_PICTURES = ("PNG", "JPEG", "MPO")
_OURS = "Simpan sebagai PNG, JPEG, atau PDF, lalu ulangi."
# As it is printed below its QR; what people type is read more kindly.
_PRINTED = re.compile(r"(?<![\w-])[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}(?![\w-])")


@dataclass(frozen=True)
class Halaman:
    """A page of a PDF, as grey dots row by row, with the words that a program wrote on it."""

    lebar: int
    tinggi: int
    titik: bytes
    teks: str = ""


#: Draws the pages of a PDF one by one; raises a `KinerjaError` where it cannot.
RenderPages = Callable[[bytes], Iterator[Halaman]]


@dataclass(frozen=True)
class Pindaian:
    """What was found in a file.

    Attributes:
        kode: each once, in the order of the pages.
        halaman: how many pages were looked at.
        lain: how many QR codes say something else.
        has_more: whether pages were left out.
    """

    kode: tuple[str, ...]
    halaman: int
    lain: int
    has_more: bool = False


def are_scans(paths: Sequence[Path]) -> bool:
    """Tell whether all files may be photos or scans, by their names."""
    return bool(paths) and all(path.suffix.lower() in ENDINGS for path in paths)


def read_pindaian(
    path: Path,
    render: RenderPages,
    progress: Callable[[int, int, str], None] = lambda _step, _steps, _text: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Pindaian:
    """Read the kode verifikasi in a photo (PNG, JPEG) or in a scan (PDF).

    Args:
        path: the file.
        render: draws the pages of a PDF.
        progress: called with the page, 0 for how many, and what is being done.
        cancelled: asked between pages whether to stop; what was found until then is returned.

    Raises:
        KinerjaError: it cannot be read, or is no such file.
    """
    content = _read(path)
    if _PDF not in content[:_HEAD]:
        kode, lain = _sort(_read_picture(content, path.name))
        return Pindaian(kode, 1, lain)
    found: dict[str, None] = {}
    pages = other = 0
    for page in render(content):
        if pages == MOST_PAGES or cancelled():
            return Pindaian(tuple(found), pages, other, has_more=True)
        pages += 1
        progress(pages, 0, f"Membaca halaman {pages}")
        kode, lain = _sort(_read_page(page))
        # A page that a program wrote may bear its kode in words alone.
        found |= dict.fromkeys(kode or _find_printed(page.teks))
        other += lain
    return Pindaian(tuple(found), pages, other)


def _read(path: Path) -> bytes:
    try:
        require_file(path)
        with path.open("rb") as file:
            content = file.read(_LARGEST + 1)
    except OSError as error:
        raise explain_os_error(error, path) from error
    if len(content) > _LARGEST:
        raise KinerjaError(
            f"{path.name} lebih dari 300 MB.", "Pindai lebih sedikit halaman, lalu ulangi."
        )
    return content


def _read_picture(content: bytes, nama: str) -> list[str]:
    try:
        image = open_image(content)
        if image.format not in _PICTURES:
            raise KinerjaError(
                f"{nama} berbentuk {image.format}, yang tidak dibaca di sini.", _OURS
            )
        require_bounds(image, nama)
        return read_qr(image)
    except UNREADABLE as error:
        raise KinerjaError(
            f"{nama} bukan foto atau pindaian yang dapat dibaca, atau rusak.", _OURS
        ) from error


def _read_page(page: Halaman) -> list[str]:
    from PIL import Image

    return read_qr(Image.frombytes("L", (page.lebar, page.tinggi), page.titik))


def _sort(texts: list[str]) -> tuple[tuple[str, ...], int]:
    """Return the kode among what QR codes say, and how many say something else."""
    kode = tuple(found for text in texts if (found := _parse(text)))
    return kode, len(texts) - len(kode)


def _parse(text: str) -> str:
    try:
        return parse_kode(text)
    except ValueError:
        return ""


def _find_printed(text: str) -> list[str]:
    return [kode for item in _PRINTED.findall(text) if (kode := _parse(item))]


def tell_none(found: Pindaian, nama: str) -> str:
    """Return why no kode was found in a file, and how to take it again."""
    if found.lain:
        return f"Kode QR pada {nama} bukan kode verifikasi program ini."
    where = f"{found.halaman} halaman {nama}" if found.halaman > 1 else nama
    return (
        f"Tidak ada kode QR yang terbaca pada {where}. Potret kaki halamannya lebih dekat, rata "
        "dan terang."
    )
