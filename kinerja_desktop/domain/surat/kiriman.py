"""How the letter of a delivery to Bappeda is called in the register, by which it is found again."""

from kinerja_desktop.domain.angka.periode import Periode


def hal_pengukuran(periode: Periode) -> str:
    """Return the *hal* of the surat pengantar of a Pengukuran Kinerja and its package."""
    return f"Pengiriman Pengukuran Kinerja {periode.label}"


def hal_lkjip(tahun: int) -> str:
    """Return the *hal* of the surat pengantar of an LKjIP."""
    return f"Pengiriman LKjIP Tahun {tahun}"
