"""Sizes of files as people read them."""

from decimal import Decimal

from kinerja_desktop.domain.angka.angka import format_angka

_UNITS = ("kB", "MB", "GB", "TB")


def format_ukuran(count: int) -> str:
    """Write a number of bytes as ``12 kB`` or ``1,2 MB``, in thousands as on the stick's label."""
    size = Decimal(count) / 1000
    for unit in _UNITS[:-1]:
        if size < 1000:
            return f"{format_angka(size, _digits(size))} {unit}"
        size /= 1000
    return f"{format_angka(size, _digits(size))} {_UNITS[-1]}"


def _digits(size: Decimal) -> int:
    return 1 if 0 < size < 10 else 0
