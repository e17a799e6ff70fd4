"""What stands in a target or realisasi cell: a number, a range, or a word such as ``BB``."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from kinerja_desktop.domain.angka.angka import (
    format_angka,
    format_isian,
    format_salinan,
    parse_angka,
    parse_rupiah,
)
from kinerja_desktop.domain.angka.teks import drop_invisible
from kinerja_desktop.domain.capaian.satuan import take_off_satuan

YA, TIDAK = "Ya", "Tidak"

#: Ordinal results and their scores (`docs/sakip.md` §4.2, PREDIKAT).
SKOR_PREDIKAT = (
    {"D": 1, "C": 2, "CC": 3, "B": 4, "BB": 5, "A": 6, "AA": 7},
    {"TMP": 1, "TW": 2, "WDP": 3, "WTP": 4},
)

_WORDS = {word.upper(): word for scale in SKOR_PREDIKAT for word in scale} | {
    "YA": YA, "ADA": YA, "TIDAK": TIDAK, "TIDAK ADA": TIDAK,
}  # fmt: skip
_RANGE = re.compile(
    r"(?P<min>[\d.,]+)\s*%?\s*(?:-|\u2013|\u2014|s\.?\s?d\.?|s/d|sampai(?:\s+dengan)?)"
    r"\s*(?P<maks>[\d.,]+)\s*%?",
    re.IGNORECASE,
)
#: Stands between the bounds of a stored range.
RANGE_MARK = ".."
_MOST_DIGITS = 6


@dataclass(frozen=True)
class Rentang:
    """A target between two numbers, both included (`docs/sakip.md` §4.2, RANGE_8)."""

    min: Decimal
    maks: Decimal


#: A number, a range (targets only), or a word of `SKOR_PREDIKAT` / ``Ya`` / ``Tidak``.
Nilai = Decimal | Rentang | str


def parse_nilai(raw: Any, *, copied: bool = False, satuan: str = "") -> Nilai:
    """Read a target or realisasi as typed: ``93,5``, ``12 desa``, ``7–8``, ``BB`` or ``Ya``.

    Args:
        raw: text, or the value of an Excel cell.
        copied: the text was pasted, or stood in a workbook's cell; see `parse_angka`.
        satuan: the indicator's own unit, which may stand with the figure; empty where it has none.

    Raises:
        AmbiguousAngkaError: a number that may mean two things.
        ValueError: neither number, range nor known word, a range upside down, or a unit that is
            not the indicator's; see `parse_angka`.
    """
    if not isinstance(raw, str):
        if hasattr(raw, "year"):
            raise ValueError(
                "sel ini berisi tanggal (Excel mengubah 7-8 menjadi tanggal): tulis 7 s.d. 8"
            )
        return parse_angka(raw)
    text = drop_invisible(raw).strip()
    if word := _WORDS.get(" ".join(text.upper().split())):
        return word
    text = take_off_satuan(text, satuan)
    if text.startswith("Rp"):
        return parse_rupiah(text)
    if match := _RANGE.fullmatch(text):
        low, high = (parse_angka(match[bound], copied=copied) for bound in ("min", "maks"))
        bounds = Rentang(low, high)
        if bounds.min > bounds.maks:
            raise ValueError(f"rentang '{text}' terbalik: tulis yang kecil lebih dulu")
        return bounds
    return parse_angka(text, copied=copied)


def format_nilai(nilai: Nilai | None) -> str:
    """Write a value for print, as typed; nothing for none.

    A mean of triwulan may have endless decimals: it is shown rounded half up to two.
    """
    return _write(nilai, _print_angka)


def format_nilai_isian(nilai: Nilai | None) -> str:
    """Write a value for an entry cell, so that it reads back as it is."""
    return _write(nilai, format_isian)


def format_nilai_salinan(nilai: Nilai | None) -> str:
    """Write a value for the clipboard or a workbook's text, where ``1,250`` would be asked back."""
    return _write(nilai, format_salinan)


def is_word(text: str) -> bool:
    """Tell whether a text is a result in words, as it is kept: ``BB``, ``WTP``, ``Ya``."""
    return text in _WORDS.values()


def nilai_to_text(nilai: Nilai) -> str:
    """Write a value for storing: ``90.76``, ``7..8``, ``BB``."""
    match nilai:
        case Rentang():
            return f"{nilai.min:f}{RANGE_MARK}{nilai.maks:f}"
        case Decimal():
            return f"{nilai:f}"
    return nilai


def nilai_from_text(text: str) -> Nilai:
    """Read back what `nilai_to_text` wrote."""
    if RANGE_MARK in text:
        low, high = text.split(RANGE_MARK)
        return Rentang(Decimal(low), Decimal(high))
    return text if text in _WORDS.values() else Decimal(text)


def _print_angka(value: Decimal) -> str:
    exponent = value.as_tuple().exponent
    endless = isinstance(exponent, int) and -exponent > _MOST_DIGITS
    return format_angka(value, 2 if endless else None)


def _write(nilai: Nilai | None, number: Callable[[Decimal], str]) -> str:
    match nilai:
        case None:
            return ""
        case Rentang():
            return f"{number(nilai.min)}\u2013{number(nilai.maks)}"
        case Decimal():
            return number(nilai)
    return nilai
