"""What looks odd about a realisasi: remarks that never block (`docs/sakip.md` §4.14).

One question for every door: the cell that is typed in, the preview of an import, a form that comes
back. `check_kewajaran` answers it.
"""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from kinerja_desktop.domain.angka.angka import format_persen
from kinerja_desktop.domain.angka.periode import ROMAWI, TRIWULAN
from kinerja_desktop.domain.capaian.akumulasi import Akumulasi
from kinerja_desktop.domain.capaian.capaian import Capaian
from kinerja_desktop.domain.capaian.nilai import Nilai, Rentang, format_nilai
from kinerja_desktop.domain.capaian.pengukuran import BahanUkur
from kinerja_desktop.domain.capaian.rumus import Arah
from kinerja_desktop.domain.capaian.satuan import is_bounded

#: So many times more or less than what it is compared with: likely a comma in the wrong place.
_JUMP = 10
#: A % or an index above this is likely rupiah or a count (`docs/sakip.md` §3.1).
_MOST = 200
#: A capaian above this is asked about by Bappeda, in % (`docs/sakip.md` §10).
BATAS_CAPAIAN = Decimal(150)


def check_kewajaran(bahan: BahanUkur, triwulan: int | None, nilai: Nilai | None) -> list[str]:
    """Return what is odd about a realisasi, a sentence for each thing; nothing where it is blank.

    Args:
        bahan: the indicator with its targets and the triwulan before.
        triwulan: of which the realisasi is; None for the year as a whole.
        nilai: the realisasi to be judged, whether it is stored already or not.
    """
    if nilai is None or isinstance(nilai, Rentang):
        return []  # a range is no realisasi at all, and refused
    target = _target(bahan, triwulan)
    if isinstance(nilai, str) or isinstance(target, str):
        return list(_check_kind(nilai, target))
    return [
        *_check_target(nilai, target),
        *_check_last(bahan, triwulan, nilai),
        *_check_bound(bahan.satuan, nilai, target),
        *_check_fall(bahan, triwulan, nilai),
    ]


def check_capaian(capaian: Capaian) -> str:
    """Return what Bappeda will ask about a capaian, as a sentence; empty for nothing.

    Measured by the profile's cap it may be lower than the rule says: what is printed counts.
    """
    if capaian.tampil is None or capaian.tampil <= BATAS_CAPAIAN:
        return ""
    return (
        f"Capaian {format_persen(capaian.tampil)} di atas {format_persen(BATAS_CAPAIAN)}, yang "
        "akan ditanyakan Bappeda: periksa target dan realisasinya."
    )


def _target(bahan: BahanUkur, triwulan: int | None) -> Nilai | None:
    """Return the target of the very period; the year's, where a triwulan may be held against it."""
    own = bahan.target if triwulan is None else bahan.target_triwulan.get(triwulan)
    if own is None and bahan.akumulasi is not Akumulasi.AKUMULASI:
        return bahan.target
    return own


def _find_last(bahan: BahanUkur, triwulan: int | None) -> tuple[int, Decimal] | None:
    """Return the last triwulan before with a number, and that number."""
    for tw in reversed(TRIWULAN[: (triwulan or 1) - 1]):
        isian = bahan.isian_of(tw)
        if isinstance(isian.nilai, Decimal) and not isian.tidak_berlaku:
            return tw, isian.nilai
    return None


def _check_kind(nilai: Nilai, target: Nilai | None) -> Iterator[str]:
    if target is not None and isinstance(nilai, str) != isinstance(target, str):
        yield (
            f"Realisasi {format_nilai(nilai)} tidak sejenis dengan target {format_nilai(target)}: "
            "yang satu kata, yang lain angka."
        )


def _check_target(nilai: Decimal, target: Nilai | None) -> Iterator[str]:
    match target:
        case Decimal():
            yield from _check_jump(nilai, target, target, f"target {format_nilai(target)}")
        case Rentang(low, high):
            yield from _check_jump(nilai, low, high, f"target {format_nilai(target)}")


def _check_last(bahan: BahanUkur, triwulan: int | None, nilai: Decimal) -> Iterator[str]:
    last = _find_last(bahan, triwulan)
    if last is not None:
        tw, before = last
        what = f"TW {ROMAWI[tw - 1]} ({format_nilai(before)})"
        yield from _check_jump(nilai, before, before, what)


def _check_jump(nilai: Decimal, low: Decimal, high: Decimal, what: str) -> Iterator[str]:
    if nilai == 0 or low == 0 or high == 0:
        return
    if abs(nilai) >= _JUMP * abs(high):
        yield (
            f"Realisasi {format_nilai(nilai)} sepuluh kali {what} atau lebih: "
            "periksa letak komanya."
        )
    elif _JUMP * abs(nilai) <= abs(low):
        yield (
            f"Realisasi {format_nilai(nilai)} sepersepuluh {what} atau kurang: "
            "periksa letak komanya."
        )


def _check_bound(satuan: str, nilai: Decimal, target: Nilai | None) -> Iterator[str]:
    is_usual = isinstance(target, Decimal) and target > _MOST
    if is_bounded(satuan) and nilai > _MOST and not is_usual:
        yield (
            f"Realisasi {format_nilai(nilai)} lebih dari {_MOST}, tidak lazim untuk satuan "
            f"{satuan}: periksa angka dan satuannya."
        )


def _check_fall(bahan: BahanUkur, triwulan: int | None, nilai: Decimal) -> Iterator[str]:
    """Remark where the figure s.d. this triwulan falls although it cannot."""
    if bahan.akumulasi is Akumulasi.AKUMULASI and nilai < 0:
        yield (
            f"Realisasi {format_nilai(nilai)} negatif, padahal triwulan dijumlahkan: angka s.d. "
            "triwulan ini menjadi turun."
        )
    last = _find_last(bahan, triwulan)
    if triwulan is None or last is None or not _rises(bahan, last[0], triwulan):
        return
    tw, before = last
    if nilai < before:
        yield (
            f"Realisasi {format_nilai(nilai)} lebih rendah dari TW {ROMAWI[tw - 1]} "
            f"({format_nilai(before)}), padahal targetnya naik terus. Bila dihitung s.d. triwulan "
            "ini, periksa angkanya; indeks yang diukur ulang boleh turun."
        )


def _rises(bahan: BahanUkur, first: int, last: int) -> bool:
    """Tell whether a posisi akhir is counted s.d. the triwulan: its targets rise each time."""
    if bahan.akumulasi is not Akumulasi.POSISI_AKHIR or bahan.arah is not Arah.NAIK:
        return False
    targets = [bahan.target_triwulan.get(tw) for tw in range(first, last + 1)]
    numbers = [target for target in targets if isinstance(target, Decimal)]
    rising = all(a < b for a, b in pairwise(numbers))
    return len(numbers) == len(targets) and rising
