"""Pembilang and penyebut of a realisasi, and what they come to (`docs/sakip.md` §4.14)."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from kinerja_desktop.domain.angka.angka import format_angka
from kinerja_desktop.domain.capaian.capaian import IsianRealisasi, to_decimal
from kinerja_desktop.domain.capaian.nilai import Nilai, format_nilai
from kinerja_desktop.domain.capaian.rumus import HUNDRED
from kinerja_desktop.domain.capaian.satuan import is_percent


def compute_rasio(
    pembilang: Decimal | None, penyebut: Decimal | None, satuan: str
) -> Fraction | None:
    """Return pembilang ÷ penyebut, × 100 where the unit is percent.

    Args:
        pembilang: what was counted.
        penyebut: what it is counted against.
        satuan: the indicator's unit.

    Returns:
        The quotient in that unit; None while one is missing or the penyebut is 0.
    """
    if pembilang is None or not penyebut:
        return None
    quotient = Fraction(pembilang) / Fraction(penyebut)
    return quotient * HUNDRED if is_percent(satuan) else quotient


def complete_realisasi(isian: IsianRealisasi, satuan: str) -> IsianRealisasi:
    """Fill a realisasi that was left blank from its pembilang and penyebut, in the given unit."""
    rasio = compute_rasio(isian.pembilang, isian.penyebut, satuan)
    if rasio is None or isian.nilai is not None or isian.tidak_berlaku:
        return isian
    return replace(isian, nilai=to_decimal(rasio))


def describe_rasio(isian: IsianRealisasi, satuan: str) -> str:
    """Write for *Lihat cara hitung*: ``Pembilang 45 ÷ penyebut 50 × 100 = 90``; empty for none."""
    rasio = compute_rasio(isian.pembilang, isian.penyebut, satuan)
    if rasio is None or isian.pembilang is None or isian.penyebut is None:
        return ""
    times = " × 100" if is_percent(satuan) else ""
    return (
        f"Pembilang {format_angka(isian.pembilang)} ÷ penyebut {format_angka(isian.penyebut)}"
        f"{times} = {format_nilai(to_decimal(rasio))}"
    )


def explain_rasio(isian: IsianRealisasi, satuan: str) -> str:
    """Say where a realisasi with pembilang and penyebut comes from, and what is missing.

    Args:
        isian: what was entered, as `complete_realisasi` left it.
        satuan: the indicator's unit.

    Returns:
        A sentence; empty while neither was entered.
    """
    pembilang, penyebut, nilai = isian.pembilang, isian.penyebut, isian.nilai
    if pembilang is None and penyebut is None:
        return ""
    typed = "" if nilai is None else f" Realisasi {format_nilai(nilai)} diketik sendiri."
    if pembilang is None or penyebut is None:
        missing = "Pembilang" if pembilang is None else "Penyebut"
        return f"{missing} belum diisi, jadi realisasi tidak dihitung.{typed}"
    rasio = compute_rasio(pembilang, penyebut, satuan)
    if rasio is None:
        return f"Penyebut 0 tidak dapat dipakai membagi, jadi realisasi tidak dihitung.{typed}"
    times = " × 100" if is_percent(satuan) else ""
    figures = f"{format_angka(pembilang)} ÷ {format_angka(penyebut)}{times}"
    exact = to_decimal(rasio)
    if isian.tidak_berlaku:
        return f"Tidak berlaku pada periode ini, jadi {figures} tidak dipakai."
    if nilai == exact:
        return f"Dihitung dari {figures} = {format_nilai(exact)}."
    if contradicts(nilai, rasio):
        return (
            f"Realisasi {format_nilai(nilai)} diketik sendiri, padahal {figures} = "
            f"{format_nilai(exact)}: kosongkan realisasinya agar dihitung, atau periksa ketiganya."
        )
    return (
        f"Realisasi {format_nilai(nilai)} diketik sendiri; {figures} = {format_nilai(exact)}, "
        "sesuai sesudah dibulatkan."
    )


def check_rasio(isian: IsianRealisasi, satuan: str) -> list[str]:
    """Return a sentence where a realisasi contradicts its own pembilang and penyebut."""
    rasio = compute_rasio(isian.pembilang, isian.penyebut, satuan)
    if isian.tidak_berlaku or not contradicts(isian.nilai, rasio):
        return []
    return [explain_rasio(isian, satuan)]


def contradicts(nilai: Nilai | None, rasio: Fraction | None) -> bool:
    """Tell whether a realisasi differs from its quotient by a unit of its last digit or more.

    Less is rounding or cutting off, which offices both do (`docs/sakip.md` §4.6).
    """
    if rasio is None or not isinstance(nilai, Decimal):
        return False
    last_digit = Fraction(10) ** int(nilai.as_tuple().exponent)
    return abs(Fraction(nilai) - rasio) >= last_digit
