"""The colours that a PDF means: an ICC profile of sRGB, made here from its definition.

IEC 61966-2-1 defines the colours, ICC.1:2001-04 the file. Nobody's profile travels with the
program, so no licence does: what this module makes is in the public domain.
"""

from functools import cache
from struct import pack

_D50 = (0xF6D6, 0x10000, 0xD32D)
# The primaries of sRGB adapted to D50, as fixed point numbers of 1/65536.
_PRIMARIES = {
    b"rXYZ": (0x6FA2, 0x38F5, 0x0390),
    b"gXYZ": (0x6299, 0xB785, 0x18DA),
    b"bXYZ": (0x24A0, 0x0F84, 0xB6CF),
}
_STEPS = 1024
_NAME = b"sRGB IEC61966-2-1"
_COPYRIGHT = b"Public domain"


@cache
def make_srgb() -> bytes:
    """Return an ICC profile of version 2.1 for screens."""
    curve = _curve()
    tags = [
        (b"desc", _description()),
        (b"cprt", b"text" + bytes(4) + _COPYRIGHT + b"\0"),
        (b"wtpt", _xyz(_D50)),
        *((name, _xyz(values)) for name, values in _PRIMARIES.items()),
        *((name, curve) for name in (b"rTRC", b"gTRC", b"bTRC")),
    ]
    table, body = pack(">I", len(tags)), b""
    start = 128 + 4 + 12 * len(tags)
    places: dict[bytes, int] = {}
    for name, content in tags:
        # The three curves are one.
        if content not in places:
            places[content] = start + len(body)
            body += content + bytes(-len(content) % 4)
        table += name + pack(">II", places[content], len(content))
    return _header(start + len(body)) + table + body


def _header(size: int) -> bytes:
    return (
        pack(">I4xI", size, 0x02100000)
        + b"mntrRGB XYZ "
        + pack(">6H", 2026, 1, 1, 0, 0, 0)
        + b"acsp"
        + bytes(28)
        + pack(">3I", *_D50)
        + bytes(48)
    )


def _description() -> bytes:
    text = _NAME + b"\0"
    return b"desc" + bytes(4) + pack(">I", len(text)) + text + bytes(4 + 4 + 2 + 1 + 67)


def _xyz(values: tuple[int, int, int]) -> bytes:
    return b"XYZ " + bytes(4) + pack(">3I", *values)


def _curve() -> bytes:
    points = (round(65535 * _linear(step / (_STEPS - 1))) for step in range(_STEPS))
    return b"curv" + bytes(4) + pack(f">I{_STEPS}H", _STEPS, *points)


def _linear(value: float) -> float:
    """Return the light of a value between 0 and 1 (IEC 61966-2-1, 5.2)."""
    result: float = value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
    return result
