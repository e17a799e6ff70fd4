"""The order of codes as people count: S2 before S10, 1.9 before 1.10, 7.01.02 before 7.01.02.2."""

import re

_PARTS = re.compile(r"(\d+)|\D+")


def order_kode(kode: str) -> tuple[object, ...]:
    """Return the key by which codes are sorted, such as ``sorted(rows, key=…)`` asks for.

    Digits are compared as numbers, all else as letters without regard to capitals, and a code
    stands before those that begin with it. Codes that differ only in zeros or capitals keep one
    order, whatever order they came in.
    """
    parts = tuple(
        (0, len(digits), digits) if (digits := _number(part)) else (1, 0, part[0].casefold())
        for part in _PARTS.finditer(kode.strip())
    )
    return (parts, kode)


def _number(part: re.Match[str]) -> str:
    return (part[1].lstrip("0") or "0") if part[1] else ""
