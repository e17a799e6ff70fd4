"""Numbers in Indonesian notation: read what a clerk typed or Excel held, and write it back.

A decimal comma and a dot between thousands (`docs/sakip.md` §9, *Numbers*). Offices mix both
notations (``97.5`` beside ``97,95``, `docs/sakip.md` §3.1), so the reader accepts what can mean
only one thing and asks back for the rest.
"""

import math
import re
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

_SPACES = str.maketrans("", "", " \u00a0\u202f\t")
_PLAIN = re.compile(r"-?\d+(?:[.,]\d+)?")
_THOUSAND_DOTS = re.compile(r"-?\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_THOUSAND_COMMAS = re.compile(r"-?\d{1,3}(?:,\d{3})+\.\d+")
_AMBIGUOUS = re.compile(r"-?[1-9]\d{0,2}\.\d{3}")
_RUPIAH = re.compile(r"(?:-?\d{1,3}(?:\.\d{3})+|-?\d+)(?:,\d{1,2})?")
_EXCEL_ERROR = re.compile(r"#(?:DIV/0!|N/A|NAME\?|NULL!|NUM!|REF!|VALUE!|SPILL!|CALC!)")


class AmbiguousAngkaError(ValueError):
    """What was typed may mean two numbers, such as ``1.234``.

    Attributes:
        pilihan: the two readings, the one with thousands first.
    """

    def __init__(self, text: str, pilihan: tuple[Decimal, Decimal]) -> None:
        self.pilihan = pilihan
        ribuan, desimal = (format_isian(value) for value in pilihan)
        super().__init__(
            f"'{text}' dapat berarti {ribuan} atau {desimal}: tulis {ribuan} atau {desimal}"
        )


def parse_angka(raw: Any) -> Decimal:
    """Read a number such as ``1.234,5``, ``1234,5``, ``97.5`` or ``93,75%``.

    Args:
        raw: text, or the number in an Excel cell.

    Raises:
        AmbiguousAngkaError: ``1.234`` may be one thousand or one and a bit (`docs/architecture.md`
        §4.3).
        ValueError: it is no number; the message says so in Indonesian.
    """
    if not isinstance(raw, str):
        return _from_cell(raw)
    text = raw.translate(_SPACES).removesuffix("%").removeprefix("+").replace("\u2212", "-")
    if _AMBIGUOUS.fullmatch(text):
        raise AmbiguousAngkaError(raw.strip(), (Decimal(text.replace(".", "")), Decimal(text)))
    if _PLAIN.fullmatch(text):
        return Decimal(text.replace(",", "."))
    if _THOUSAND_DOTS.fullmatch(text):
        return Decimal(text.replace(".", "").replace(",", "."))
    if _THOUSAND_COMMAS.fullmatch(text):
        return Decimal(text.replace(",", ""))
    raise _no_number(raw)


def parse_rupiah(raw: Any) -> Decimal:
    """Read an amount in rupiah; a dot always stands between thousands.

    `docs/architecture.md` §4.3.

    Raises:
        ValueError: it is no amount; the message says so in Indonesian.
    """
    if not isinstance(raw, str):
        return _from_cell(raw)
    text = raw.translate(_SPACES).replace("\u2212", "-")
    text = re.sub(r"^(-?)Rp\.?", r"\1", text, flags=re.IGNORECASE).removesuffix(",-")
    if not _RUPIAH.fullmatch(text):
        if _PLAIN.fullmatch(text):
            raise ValueError(f"'{raw.strip()}' bukan jumlah rupiah: tulis seperti 1.234.567,00")
        raise _no_number(raw)
    return Decimal(text.replace(".", "").replace(",", "."))


def format_angka(value: Decimal, digits: int | None = None) -> str:
    """Write a number for print: ``1.234,50``; with `digits` rounded half up."""
    if digits is not None:
        value = round_half_up(value, digits)
    return f"{value:,f}".translate(str.maketrans(",.", ".,"))


def format_isian(value: Decimal) -> str:
    """Write a number for an entry cell, without dots, so that it reads back as it is."""
    return f"{value:f}".replace(".", ",")


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
    return value.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)


def _from_cell(raw: Any) -> Decimal:
    if isinstance(raw, bool):
        raise _no_number("Ya" if raw else "Tidak")
    if isinstance(raw, Decimal | int):
        return Decimal(raw)
    if isinstance(raw, float) and math.isfinite(raw):
        # Excel keeps fifteen digits; more are noise of the binary form.
        return Decimal(f"{raw:.15g}")
    raise _no_number(raw)


def _no_number(raw: Any) -> ValueError:
    text = str(raw).strip()
    if _EXCEL_ERROR.fullmatch(text):
        return ValueError(
            f"rumus Excel di sel ini gagal ({text}): ketik angkanya, atau kosongkan selnya"
        )
    return ValueError(f"'{text}' bukan angka: tulis seperti 93,75")
