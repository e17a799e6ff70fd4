"""Words as people write them in headings and cells, made alike so that they can be compared."""

import re
from functools import lru_cache

from kinerja_desktop.domain.angka.periode import ROMAWI, TRIWULAN
from kinerja_desktop.domain.angka.teks import clean_text

#: Stands for the year in a heading, so that *Target 2025* is found again as *Target 2026*.
YEAR = "#"

_SAMPAI = re.compile(r"s\s*[./]\s*d\b\.?|sampai\s+dengan", re.IGNORECASE)
_NO_WORD = re.compile(r"[\W_]+")
_SIGNS = [*(roman.casefold() for roman in ROMAWI), *(str(number) for number in TRIWULAN)]
_TRIWULAN = re.compile(rf"\b(?:triwulan|tribulan|tw|trw)(?: ke)? ?({'|'.join(_SIGNS)})\b")
_SIGN = rf"(?:{'|'.join(_SIGNS)})"
_FROM_TO = re.compile(rf"\b{_SIGN} (?:sd|dan) (?:(?:triwulan|tribulan|tw|trw) )?{_SIGN}\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_CAPAIAN_OF = re.compile(
    r"\b(realisasi|target) capaian(?: kinerja)?\b|\bcapaian kinerja (realisasi|target)\b"
)
_ANY_SUM = r"(?:grand |sub ?)?(?:total|jumlah)"
_OF_WHAT = (
    r"(?:total|jumlah|seluruh\w*|keseluruhan|anggaran|pagu|belanja|realisasi|program|kegiatan|"
    r"sub|sasaran|tujuan|[ivx]+|\d+|[a-z])"
)
_SUM_LINE = re.compile(rf"{_ANY_SUM}(?: {_OF_WHAT})*")
_SUM_BEGIN = re.compile(rf"{_ANY_SUM}\b")


#: Of headings the same few are folded again and again.
@lru_cache(maxsize=10_000)
def fold(text: str) -> str:
    """Return words without capitals, signs and stray blanks; *s/d* and its kin become ``sd``."""
    plain = _SAMPAI.sub(" sd ", clean_text(text))
    return " ".join(_NO_WORD.sub(" ", plain.casefold()).split())


def fold_heading(text: str) -> str:
    """Return a heading folded, with its year made nameless."""
    return _YEAR.sub(YEAR, fold(text))


def drop_capaian(heading: str) -> str:
    """Return a folded heading without a *capaian* that only says of what.

    *Target Capaian Kinerja* is the target, and below *Capaian Kinerja* may stand *Realisasi*;
    *Capaian* by itself is how much of the target was reached.
    """
    return _CAPAIAN_OF.sub(lambda match: match[1] or match[2], heading)


def find_year(text: str) -> int | None:
    """Return the year that a heading names; None for none or several."""
    found = {int(year) for year in _YEAR.findall(fold(text))}
    return found.pop() if len(found) == 1 else None


def find_triwulan(text: str) -> int | None:
    """Return the triwulan that a title names; None for none, several, or from one to another."""
    words = fold(text)
    found = {_SIGNS.index(sign) % len(TRIWULAN) + 1 for sign in _TRIWULAN.findall(words)}
    return found.pop() if len(found) == 1 and not _FROM_TO.search(words) else None


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
