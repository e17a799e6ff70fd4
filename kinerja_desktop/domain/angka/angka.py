"""Numbers in Indonesian notation: read what a clerk typed or Excel held, and write it back.

A decimal comma and a dot between thousands (`docs/sakip.md` §9, *Numbers*). Offices mix both
notations (``97.5`` beside ``97,95``, `docs/sakip.md` §3.1), so the reader accepts what can mean
only one thing and asks back for the rest.
"""

import math
import re
from decimal import ROUND_DOWN, ROUND_HALF_UP, Context, Decimal
from typing import Any

from kinerja_desktop.domain.angka.teks import drop_invisible

#: What a number may be (`docs/architecture.md` §4.9): digits before and behind the decimal sign,
#: and the largest amount in rupiah.
MAKS_DIGIT, MAKS_RUPIAH = 15, Decimal(10) ** 15

_SPACES = str.maketrans("", "", " \u00a0\u2007\u2009\u202f\t")
_PLAIN = re.compile(r"-?\d+(?:[.,]\d+)?")
_THOUSAND_DOTS = re.compile(r"-?\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_THOUSAND_COMMAS = re.compile(r"-?\d{1,3}(?:(?:,\d{3})+\.\d+|(?:,\d{3}){2,})")
_AMBIGUOUS = re.compile(r"-?[1-9]\d{0,2}\.\d{3}")
_AMBIGUOUS_COPY = re.compile(r"-?[1-9]\d{0,2}[.,]\d{3}")
_RUPIAH_COMMAS = re.compile(r"-?\d{1,3}(?:(?:,\d{3})+\.\d{1,2}|(?:,\d{3}){2,})")
_RUPIAH = re.compile(r"(?:-?\d{1,3}(?:\.\d{3})+|-?\d+)(?:,\d{1,2})?")
_EXCEL_ERROR = re.compile(r"#(?:DIV/0!|N/A|NAME\?|NULL!|NUM!|REF!|VALUE!|SPILL!|CALC!)")
# A refusal repeats what was written, but not a whole page that was pasted into a number's cell.
_ECHOED = 40
_RIBU, _DIGITS_OF_RIBU = 1000, 3
# Binary and decimal noise never reaches this many digits, and quantizing never needs more.
_WIDE = Context(prec=400)


class AmbiguousAngkaError(ValueError):
    """What was written may mean two numbers, such as ``1.234``.

    Attributes:
        pilihan: the two readings, the one with thousands first.
    """

    def __init__(self, text: str, pilihan: tuple[Decimal, Decimal], *, copied: bool) -> None:
        self.pilihan = pilihan
        write = format_salinan if copied else format_isian
        ribuan, desimal = (write(value) for value in pilihan)
        super().__init__(
            f"'{text}' dapat berarti {ribuan} atau {desimal}: tulis {ribuan} atau {desimal}"
        )


def parse_angka(raw: Any, *, copied: bool = False) -> Decimal:
    """Read a number such as ``1.234,5``, ``1234,5``, ``97.5`` or ``93,75%``.

    Args:
        raw: text, or the number in an Excel cell.
        copied: the text was pasted, or stood in a workbook's cell. Who types a comma means
            decimals; a program in English writes ``1,250`` for one thousand and more.

    Raises:
        AmbiguousAngkaError: ``1.234``, or a copied ``1,250``, may be one thousand or one and a bit
            (`docs/architecture.md` §4.3).
        ValueError: it is no number, or larger or finer than one may be (`docs/architecture.md`
            §4.9); the message says so in Indonesian.
    """
    if not isinstance(raw, str):
        return _limit(_from_cell(raw))
    text = drop_invisible(raw).translate(_SPACES)
    text = text.removesuffix("%").removeprefix("+").replace("\u2212", "-")
    if (_AMBIGUOUS_COPY if copied else _AMBIGUOUS).fullmatch(text):
        pilihan = (Decimal(re.sub("[.,]", "", text)), Decimal(text.replace(",", ".")))
        raise AmbiguousAngkaError(_echo(raw), pilihan, copied=copied)
    if _PLAIN.fullmatch(text):
        return _limit(Decimal(text.replace(",", ".")))
    if _THOUSAND_DOTS.fullmatch(text):
        return _limit(Decimal(text.replace(".", "").replace(",", ".")))
    if _THOUSAND_COMMAS.fullmatch(text):
        return _limit(Decimal(text.replace(",", "")))
    raise _no_number(raw)


def parse_rupiah(raw: Any) -> Decimal:
    """Read an amount in rupiah; a lone dot or several signs alike stand between thousands.

    `docs/architecture.md` §4.3. A program in English takes ``1.234`` for one and a bit: a number
    below a thousand with three decimals, which sen have not, is asked back.

    Raises:
        ValueError: it is no amount, may be a thousand times what it is, or is above
            `MAKS_RUPIAH`; the message says so in Indonesian.
    """
    if not isinstance(raw, str):
        return _limit_rupiah(_require_sen(_from_cell(raw)))
    text = drop_invisible(raw).translate(_SPACES).replace("\u2212", "-")
    text = re.sub(r"^(-?)Rp\.?", r"\1", text, flags=re.IGNORECASE).removesuffix(",-")
    if _RUPIAH.fullmatch(text):
        return _limit_rupiah(Decimal(text.replace(".", "").replace(",", ".")))
    if _RUPIAH_COMMAS.fullmatch(text):
        return _limit_rupiah(Decimal(text.replace(",", "")))
    if _PLAIN.fullmatch(text):
        raise ValueError(f"'{_echo(raw)}' bukan jumlah rupiah: tulis seperti 1.234.567,00")
    raise _no_number(raw)


def format_angka(value: Decimal, digits: int | None = None) -> str:
    """Write a number for print: ``1.234,50``; with `digits` rounded half up."""
    if digits is not None:
        value = round_half_up(value, digits)
    return f"{value:,f}".translate(str.maketrans(",.", ".,"))


def format_isian(value: Decimal) -> str:
    """Write a number for an entry cell, without dots, so that it reads back as it is."""
    return f"{value:f}".replace(".", ",")


def format_salinan(value: Decimal) -> str:
    """Write a number for the clipboard or a workbook's text, so that nobody asks what it means.

    ``1,250`` is written ``1,25`` and ``1,234`` is written ``1,2340``: see `parse_angka`.
    """
    text = format_isian(value)
    if not _AMBIGUOUS_COPY.fullmatch(text):
        return text
    return text[:-1] if text.endswith("0") else f"{text}0"


def format_rupiah(value: Decimal) -> str:
    """Write an amount as ``Rp1.234.567``, with sen only where there are some.

    `docs/sakip.md` §9.
    """
    digits = 0 if value == value.to_integral_value() else 2
    sign = "-" if value < 0 else ""
    return f"{sign}Rp{format_angka(abs(value), digits)}"


def format_persen(value: Decimal) -> str:
    """Write a percentage as ``93,75%``, and ``100%`` without ``,00`` (`docs/sakip.md` §9)."""
    text = format_angka(value)
    return f"{text.rstrip('0').removesuffix(',') if ',' in text else text}%"


def round_half_up(value: Decimal, digits: int) -> Decimal:
    """Round as clerks do: 0,125 becomes 0,13 (`docs/sakip.md` §4.6)."""
    return value.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP, _WIDE)


def cut_off(value: Decimal, digits: int) -> Decimal:
    """Drop the decimals beyond some digits, as some offices do (`docs/sakip.md` §4.6)."""
    return value.quantize(Decimal(1).scaleb(-digits), ROUND_DOWN, _WIDE)


def require_angka(value: Decimal) -> Decimal:
    """Refuse a number that cannot be measured, printed and written to Excel, wherever it is from.

    Raises:
        ValueError: it is none (NaN, endless), or larger or finer than one may be
            (`docs/architecture.md` §4.9); the message says so in Indonesian.
    """
    if not value.is_finite():
        raise _no_number(value)
    return _limit(value)


def require_rupiah(value: Decimal) -> Decimal:
    """Refuse an amount that is none, or above `MAKS_RUPIAH`.

    Raises:
        ValueError: says so in Indonesian.
    """
    if not value.is_finite():
        raise _no_number(value)
    if _decimals(value) > MAKS_DIGIT:
        return _limit(value)
    return _limit_rupiah(value)


def _from_cell(raw: Any) -> Decimal:
    if isinstance(raw, bool):
        raise _no_number("Ya" if raw else "Tidak")
    if isinstance(raw, int) or (isinstance(raw, Decimal) and raw.is_finite()):
        return Decimal(raw)
    if isinstance(raw, float) and math.isfinite(raw):
        # Excel keeps fifteen digits; more are noise of the binary form.
        value = Decimal(f"{raw:.15g}")
        return value if _decimals(value) <= MAKS_DIGIT else _round_noise(value)
    raise _no_number(raw)


def _require_sen(value: Decimal) -> Decimal:
    exact = value.normalize()
    if abs(value) < _RIBU and _decimals(exact) == _DIGITS_OF_RIBU:
        ribuan, desimal = (
            format_isian(one) for one in (round_half_up(value * _RIBU, 0), round_half_up(value, 2))
        )
        raise ValueError(f"{format_isian(exact)} rupiah? tulis {ribuan} atau {desimal}")
    return value


def _round_noise(value: Decimal) -> Decimal:
    """A sum in Excel that should be 0 holds 2.8E-17: more decimals than one may have are noise."""
    rounded = round_half_up(value, MAKS_DIGIT)
    return rounded if rounded else Decimal(0)


def _decimals(value: Decimal) -> int:
    return -int(value.as_tuple().exponent)


def _limit(value: Decimal) -> Decimal:
    if value and value.adjusted() >= MAKS_DIGIT:
        raise ValueError(
            f"angkanya terlalu besar, paling banyak {MAKS_DIGIT} angka di depan koma: "
            "periksa angkanya, atau pakai satuan yang lebih besar"
        )
    if _decimals(value) > MAKS_DIGIT:
        raise ValueError(
            f"angkanya terlalu panjang, paling banyak {MAKS_DIGIT} angka di belakang koma: bulatkan"
        )
    return value


def _limit_rupiah(value: Decimal) -> Decimal:
    if abs(value) > MAKS_RUPIAH:
        raise ValueError(
            f"jumlahnya lebih dari {format_rupiah(MAKS_RUPIAH)}: periksa berapa nolnya"
        )
    return value


def _echo(raw: Any) -> str:
    text = drop_invisible(str(raw)).strip()
    return text if len(text) <= _ECHOED else f"{text[:_ECHOED]}…"


def _no_number(raw: Any) -> ValueError:
    text = _echo(raw)
    if _EXCEL_ERROR.fullmatch(text):
        return ValueError(
            f"rumus Excel di sel ini gagal ({text}): ketik angkanya, atau kosongkan selnya"
        )
    return ValueError(f"'{text}' bukan angka: tulis seperti 93,75")
