"""Names of evidence files: shown as they truly are, kept so that every system can hold them."""

import unicodedata
from pathlib import PurePath

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.exchange.programs import is_program_name

MAX_NAME = 150
"""Characters of a kept name; its ending stays when it has to be cut."""

ATTACHED_ALREADY = (
    "Tidak perlu dilampirkan lagi; bila berkasnya tadi hilang dari folder data, sekarang sudah "
    "kembali."
)
"""What to do about a file that is there: taking it in again has mended what was lost."""

# Control characters, marks of writing direction and other invisible signs, private and unpaired
# ones: they can make `Rekap fdp.exe` read as `Rekap exe.pdf`.
_INVISIBLE = {"Cc", "Cf", "Co", "Cn"}


def clean_name(name: str) -> str:
    """Return a file name without signs that nobody sees, and in letters that can be stored.

    Bytes that are not UTF-8, from an old stick, become `�`. Dots and spaces at the end go, as
    Windows takes no notice of them.
    """
    text = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    kept = "".join(" " if unicodedata.category(c) in _INVISIBLE else c for c in text)
    words = " ".join(kept.split()).rstrip(". ")
    path = PurePath(words or "berkas")
    if len(path.name) > MAX_NAME:
        ending = path.suffix[:20]
        return path.name[: MAX_NAME - len(ending)].rstrip() + ending
    return path.name


def is_program(name: str) -> bool:
    """Tell whether the system would run a file of this name instead of showing it."""
    return is_program_name(clean_name(name))


def require_document(name: str) -> str:
    """Return the clean name under which a file is kept as evidence.

    Raises:
        KinerjaError: it is a program, a script or a shortcut.
    """
    clean = clean_name(name)
    if is_program(clean):
        raise KinerjaError(
            f"{clean} adalah program, skrip, atau pintasan, bukan dokumen; mungkin virus.",
            "Jangan dibuka. Lampirkan dokumennya sendiri (PDF, foto, Word, Excel).",
        )
    return clean
