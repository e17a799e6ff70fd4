"""Words as people write them in headings and cells, made alike so that they can be compared."""

import re

from kinerja_desktop.domain.angka.teks import clean_text

#: Stands for the year in a heading, so that *Target 2025* is found again as *Target 2026*.
YEAR = "#"

_SAMPAI = re.compile(r"s\s*[./]\s*d\b\.?|sampai\s+dengan", re.IGNORECASE)
_NO_WORD = re.compile(r"[\W_]+")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_ANY_SUM = r"(?:grand |sub ?)?(?:total|jumlah)"
_OF_WHAT = (
    r"(?:total|jumlah|seluruh\w*|keseluruhan|anggaran|pagu|belanja|realisasi|program|kegiatan|"
    r"sub|sasaran|tujuan|[ivx]+|\d+|[a-z])"
)
_SUM_LINE = re.compile(rf"{_ANY_SUM}(?: {_OF_WHAT})*")
_SUM_BEGIN = re.compile(rf"{_ANY_SUM}\b")


def fold(text: str) -> str:
    """Return words without capitals, signs and stray blanks; *s/d* and its kin become ``sd``."""
    plain = _SAMPAI.sub(" sd ", clean_text(text))
    return " ".join(_NO_WORD.sub(" ", plain.casefold()).split())


def fold_heading(text: str) -> str:
    """Return a heading folded, with its year made nameless."""
    return _YEAR.sub(YEAR, fold(text))


def find_year(text: str) -> int | None:
    """Return the year that a heading names; None for none or several."""
    found = {int(year) for year in _YEAR.findall(fold(text))}
    return found.pop() if len(found) == 1 else None


def has_phrase(words: str, phrase: str) -> bool:
    """Tell whether folded words hold a phrase as whole words."""
    return f" {phrase} " in f" {words} "


def is_sum(text: str, *, loosely: bool = False) -> bool:
    """Tell whether a text names a sum of other rows, such as *Jumlah* or *Sub Total Program*.

    Args:
        text: as it stands in the cell.
        loosely: whatever begins so; else only what says nothing besides, because many an
            indicator begins with *Jumlah*.
    """
    words = fold(text)
    if loosely:
        return _SUM_BEGIN.match(words) is not None
    return _SUM_LINE.fullmatch(words) is not None
