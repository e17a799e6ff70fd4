"""Kinerja Desktop: the yearly SAKIP cycle of one kecamatan office, without internet."""

__version__ = "0.1.0"
