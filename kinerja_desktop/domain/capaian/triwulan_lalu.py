"""Whether a realisasi may be taken as it was in the triwulan before (`docs/sakip.md` §4.14)."""

from kinerja_desktop.domain.angka.periode import ROMAWI
from kinerja_desktop.domain.capaian.akumulasi import Akumulasi
from kinerja_desktop.domain.capaian.pengukuran import BahanUkur


def refuse_triwulan_lalu(bahan: BahanUkur, triwulan: int) -> str:
    """Return why the figure of the triwulan before is not taken over; empty where it may be.

    Args:
        bahan: the indicator with what was entered.
        triwulan: into which it would go, II to IV.
    """
    now, before = bahan.isian_of(triwulan), bahan.isian_of(triwulan - 1)
    if now.nilai is not None:
        return "sudah terisi"
    if now.pembilang is not None or now.penyebut is not None:
        return "pembilang atau penyebutnya sudah terisi"
    if now.tidak_berlaku:
        return "ditetapkan tidak berlaku"
    match bahan.akumulasi:
        case Akumulasi.AKUMULASI:
            return "triwulannya dijumlahkan, jadi angka yang sama akan terhitung dua kali"
        case Akumulasi.TAHUNAN_SAJA:
            return "diukur setahun sekali"
    if before.tidak_berlaku or before.nilai is None:
        return f"TW {ROMAWI[triwulan - 2]} belum diisi"
    return ""
