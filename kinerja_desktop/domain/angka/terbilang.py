"""Whole numbers in words, as letters count what they send: ``12 (dua belas)``."""

_SATUAN = (
    "nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan",
    "sepuluh", "sebelas",
)  # fmt: skip
_STEPS = ((1000, "seribu", "ribu"), (100, "seratus", "ratus"), (10, "", "puluh"))


def write_terbilang(number: int) -> str:
    """Return a number from 0 to 999.999 in words: 105 is "seratus lima"."""
    if number < len(_SATUAN):
        return _SATUAN[number]
    if number < 20:
        return f"{_SATUAN[number - 10]} belas"
    unit, one, word = next(step for step in _STEPS if number >= step[0])
    count, rest = divmod(number, unit)
    head = one if one and count == 1 else f"{write_terbilang(count)} {word}"
    return f"{head} {write_terbilang(rest)}" if rest else head


def write_banyaknya(number: int, satuan: str) -> str:
    """Return how many there are as on a letter: ``1 (satu) berkas``."""
    return f"{number} ({write_terbilang(number)}) {satuan}"
