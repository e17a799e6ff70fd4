"""Kinerja Desktop: the yearly SAKIP cycle of one kecamatan office, without internet."""

__version__ = "0.1.0"
#: The day this version was made; a PC whose clock is before it has a wrong clock.
__released__ = "2026-11-21"
