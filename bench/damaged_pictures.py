"""Damaged pictures by the thousand: `python -m bench.damaged_pictures [count] [first seed]`.

Every one is taken or refused with a sentence where it comes in, and printed or refused where it
already lies among the office's files, within ten seconds and 300 MB.
"""

import sys
import time
from collections.abc import Callable

from bench.damaged import MOST_MB, MOST_SECONDS
from bench.timing import peak_mb
from kinerja_desktop.documents.docx import render_docx
from kinerja_desktop.documents.naskah.blocks import (
    Block,
    ImageBlock,
    Letterhead,
    LetterheadLine,
    Naskah,
)
from kinerja_desktop.documents.pdf import render_pdf
from kinerja_desktop.documents.pictures.photos import is_readable
from kinerja_desktop.documents.pictures.picture_check import check_picture
from kinerja_desktop.errors import KinerjaError
from tests.damage import variants
from tests.picture_samples import SAMPLES, png_of, whole_png_of

#: Sizes that somebody may claim: the memory of no PC holds them.
_CLAIMS = ((60_000_000, 1), (1, 60_000_000), (2**31 - 1, 2**31 - 1), (7000, 7000), (0, 5))


def main() -> int:
    """Return 1 when a file costs too much; any other failure rises with its seed."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    first = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    taken = refused = 0
    slowest, name = 0.0, ""
    before = peak_mb()
    files = [(f"{width} × {height}", png_of(width, height)) for width, height in _CLAIMS]
    files.append(("60.000.000 × 1 utuh", whole_png_of(60_000_000, 1)))
    files.append(("20.000 × 20.000 utuh", whole_png_of(20_000, 20_000)))
    for sample, make in SAMPLES.items():
        made = make()
        for done, damaged in variants(made, count // len(SAMPLES), first):
            files.append((f"{sample}: {done}", damaged))
    for done, damaged in files:
        for door in _DOORS:
            started = time.perf_counter()
            try:
                door(damaged)
                taken += 1
            except KinerjaError:
                refused += 1
            except BaseException:
                print(f"{door.__name__} {done}", flush=True)
                raise
            took = time.perf_counter() - started
            if took > slowest:
                slowest, name = took, f"{door.__name__} {done}"
    peak = peak_mb()
    print(f"{len(files)} gambar, {taken} diterima, {refused} ditolak; terlama {slowest:.2f} s "
          f"({name}); memori puncak {peak:.0f} MB, sebelum mulai {before:.0f} MB")  # fmt: skip
    return 0 if slowest <= MOST_SECONDS and peak <= MOST_MB else 1


def take(content: bytes) -> None:
    """As logo, or into the report."""
    check_picture(content, "gambar.png")


def print_evidence(content: bytes) -> None:
    """As evidence, into which nobody looked when it was attached."""
    if is_readable(content):
        _render(ImageBlock(content, max_height=80, alt="Foto"))


def print_logo(content: bytes) -> None:
    """As the logo of an office that took it before pictures were looked into."""
    _render(Letterhead((LetterheadLine("KECAMATAN", 14),), content))


def _render(block: Block) -> None:
    naskah = Naskah("Uji", (block,))
    render_pdf(naskah)
    render_docx(naskah)


_DOORS: tuple[Callable[[bytes], None], ...] = (take, print_evidence, print_logo)

if __name__ == "__main__":
    sys.exit(main())
