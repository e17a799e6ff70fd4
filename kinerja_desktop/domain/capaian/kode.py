"""The *kode verifikasi*: a short code that proves that a signed paper and its data agree.

`docs/architecture.md` §2.6: 80 bits of the SHA-256 of the canonical data, written in Crockford's
base32 as ``XXXX-XXXX-XXXX-XXXX``. Equal data has one canonical form, so anyone's program finds the
same code.
"""

import json
import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from hashlib import sha256
from uuid import UUID

# Crockford's digits: no I, L, O (look like 1, 1, 0) and no U.
_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LENGTH = 16
_BYTES = 10  # 80 bits are 16 digits of 5 bits
_AS_READ = str.maketrans(
    {small: small.upper() for small in "abcdefghijklmnopqrstuvwxyz"}
    | dict.fromkeys("oO", "0")
    | dict.fromkeys("iIlL", "1")
)
_DASHES_AND_SPACES = re.compile(r"[\s\-‐‑‒–—−_.]+")


def canonical_json(data: object) -> bytes:
    """Write plain data in its one canonical form: JSON in UTF-8, keys sorted, no spaces.

    A `Decimal` becomes a string without exponent or trailing zeros (1.50 and 1.5 are one number), a
    `date` and an aware `datetime` (in UTC) become ISO 8601, a `UUID` its text. Reading the result
    and writing it again gives the same bytes.

    Raises:
        TypeError: a float, or anything else that is not plain data.
        ValueError: a number that is not finite, a moment without time zone, or text that UTF-8
            cannot hold.
    """
    text = json.dumps(_plain(data), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode("utf-8")


def compute_kode(data: object) -> str:
    """Compute the kode verifikasi of plain data, such as ``7Q4H-0M2X-9KDT-5VRA``.

    Raises:
        TypeError: see `canonical_json`.
        ValueError: see `canonical_json`.
    """
    rest = int.from_bytes(sha256(canonical_json(data)).digest()[:_BYTES], "big")
    digits = ""
    for _ in range(_LENGTH):
        rest, digit = divmod(rest, len(_DIGITS))
        digits = _DIGITS[digit] + digits
    return _group(digits)


def parse_kode(raw: str) -> str:
    """Read a kode verifikasi as a person types it, and return it in its printed form.

    Small letters, missing or other dashes, and the look-alikes O (0), I and L (1) are understood.

    Raises:
        ValueError: with an Indonesian sentence that says what is wrong.
    """
    digits = _DASHES_AND_SPACES.sub("", raw).translate(_AS_READ)
    if not digits:
        raise ValueError("Kode verifikasi belum diisi.")
    for character in digits:
        if character not in _DIGITS:
            raise ValueError(
                f"Kode verifikasi tidak pernah memuat “{character}”. "
                "Periksa lagi kode yang tercetak."
            )
    if len(digits) != _LENGTH:
        raise ValueError(
            f"Kode verifikasi terdiri atas {_LENGTH} huruf dan angka, yang diisi {len(digits)}. "
            "Periksa lagi kode yang tercetak."
        )
    return _group(digits)


def _group(digits: str) -> str:
    return "-".join(digits[start : start + 4] for start in range(0, _LENGTH, 4))


def _plain(value: object) -> object:
    match value:
        case None | bool() | int() | str():
            return value
        case Decimal():
            return _plain_number(value)
        case datetime():
            if value.tzinfo is None:
                raise ValueError(f"A moment needs its time zone: {value!r}")
            return value.astimezone(UTC).isoformat()
        case date():
            return value.isoformat()
        case UUID():
            return str(value)
        case list() | tuple():
            return [_plain(item) for item in value]
        case Mapping():
            return {_key(key): _plain(item) for key, item in value.items()}
    raise TypeError(f"Not plain data: {value!r}")


def _plain_number(value: Decimal) -> str:
    if not value.is_finite():
        raise ValueError(f"Not a finite number: {value}")
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    # Minus zero is zero.
    return "0" if value == 0 else text


def _key(key: object) -> str:
    if not isinstance(key, str):
        raise TypeError(f"A key must be text: {key!r}")
    return key
