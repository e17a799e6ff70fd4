"""Units of indicators: which is written with a figure, and what a figure of one may come to."""

import re

_PERCENT = {"%", "persen", "persentase", "prosentase"}
_RUPIAH = {"rp", "rp.", "rupiah"}
#: Units in which a figure above 200 is likely rupiah or a count (`docs/sakip.md` §3.1).
_BOUNDED = {"nilai", "indeks", "skor", "poin"}
# From the first digit (or its sign) to the last; a unit stands behind, Rp before.
_PARTS = re.compile(r"(?P<before>[^\W\d]+\.?)?\s*(?P<figure>[-+\u2212]?\d(?:.*\d)?)(?P<after>\D*)")
_BEGINS_A_FIGURE = re.compile(r"[-+\u2212.,\d]")
_WORDS = re.compile(r"%|[^\W\d_][^\d]*")


def is_percent(satuan: str) -> bool:
    """Tell whether a unit is percent: a quotient is multiplied by 100, a difference in points."""
    return satuan.strip().lower() in _PERCENT


def is_rupiah(satuan: str) -> bool:
    """Tell whether a unit is rupiah, written out or as Rp."""
    return _fold(satuan) in _RUPIAH


def is_bounded(satuan: str) -> bool:
    """Tell whether figures of a unit stay below a few hundred: percent, indices, scores."""
    return is_percent(satuan) or "%" in satuan or _fold(satuan) in _BOUNDED


def take_off_satuan(text: str, satuan: str) -> str:
    """Return a figure without the unit that was written with it.

    ``0,9 Angka``, ``100,00 Persen`` and ``12 desa`` are taken where that is the indicator's own
    unit; % and *persen* are the same, and so are Rp and *rupiah*. ``Rp`` stays before its figure,
    for it says how dots are read. Where the indicator has no unit the text stays as it is.

    Args:
        text: as typed or pasted, without invisible signs.
        satuan: the indicator's own unit; empty for none.

    Raises:
        ValueError: another unit is written; says so in Indonesian.
    """
    own, text = _fold(satuan), " ".join(text.split())
    if not own:
        return text
    # First as a whole, for a unit may have digits in it: m2.
    if text.casefold().endswith(own):
        head = text[: -len(own)]
        rest = head.rstrip()
        # One that begins as figures do (0, 7-8) is the end of the figure it touches.
        is_apart = head != rest or not _BEGINS_A_FIGURE.match(own)
        if is_apart and rest[-1:].isdigit():
            text = rest
    parts = _PARTS.fullmatch(text)
    if parts is None:
        return text
    before, after = parts["before"] or "", parts["after"].strip()
    for written in (before, after if _WORDS.fullmatch(after) else ""):
        if written and not _is_same(written, own):
            raise ValueError(
                f"satuan '{written}' bukan satuan indikator ini ({satuan.strip()}): "
                "tulis angkanya saja, atau periksa satuannya"
            )
    keeps = parts["figure"] if _WORDS.fullmatch(after) else parts["figure"] + after
    return f"Rp{keeps}" if before or is_rupiah(after) else keeps


def _is_same(written: str, own: str) -> bool:
    word = _fold(written)
    if word == own or (word in _RUPIAH and own in _RUPIAH):
        return True
    return is_percent(word) and (is_percent(own) or "%" in own)


def _fold(satuan: str) -> str:
    return " ".join(satuan.split()).casefold()
