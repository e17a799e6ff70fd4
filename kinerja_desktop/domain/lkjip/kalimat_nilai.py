"""A target, a realisasi and the distance between them as pieces of a sentence.

`docs/sakip.md` §7.8.
"""

from decimal import Decimal

from kinerja_desktop.domain.capaian.nilai import SKOR_PREDIKAT, TIDAK, YA, Nilai, format_nilai
from kinerja_desktop.domain.capaian.rumus import Arah
from kinerja_desktop.domain.capaian.satuan import is_percent, is_rupiah
from kinerja_desktop.domain.lkjip.kata import with_unit

_OPINI = SKOR_PREDIKAT[1]
#: Units of time, of which less is earlier.
_WAKTU = {"detik", "menit", "jam", "hari", "hari kerja", "minggu", "bulan", "tahun"}


def name_value(nilai: Nilai, satuan: str) -> str:
    """Name a value: ``88 hari``, ``predikat B``, ``opini WTP``, ``Ya``."""
    if not isinstance(nilai, str) or nilai in (YA, TIDAK):
        return with_unit(nilai, satuan)
    return f"opini {nilai}" if nilai in _OPINI else f"predikat {nilai}"


def tell_value(nilai: Nilai, target: Nilai | None, satuan: str) -> str:
    """Name a value, Ya and Tidak by what they mean: ``terpenuhi``."""
    if nilai in (YA, TIDAK):
        return tell_realisasi(nilai, target, satuan)
    return name_value(nilai, satuan)


def tell_target(target: Nilai, satuan: str) -> str:
    """Say what was aimed at: ``ditargetkan 88 hari``, ``ditargetkan memperoleh predikat BB``."""
    match target:
        case "Ya":
            return "ditargetkan terpenuhi"
        case "Tidak":
            return "ditargetkan tidak terjadi"
        case str():
            return f"ditargetkan memperoleh {name_value(target, satuan)}"
    return f"ditargetkan {with_unit(target, satuan)}"


def tell_realisasi(realisasi: Nilai, target: Nilai | None, satuan: str) -> str:
    """Say what came of it: ``terealisasi 90 hari``, ``memperoleh predikat B``, ``terpenuhi``."""
    match realisasi:
        case "Ya":
            return "terjadi" if target == TIDAK else "terpenuhi"
        case "Tidak":
            return "tidak terjadi" if target == TIDAK else "tidak terpenuhi"
        case str():
            return f"memperoleh {name_value(realisasi, satuan)}"
    return f"terealisasi {with_unit(realisasi, satuan)}"


def gap_of(gap: Decimal, satuan: str) -> str:
    """Write a difference; between two percentages it is in *poin persen*."""
    if is_percent(satuan):
        return f"{format_nilai(gap)} poin persen"
    text = with_unit(gap, satuan)
    return text if text != format_nilai(gap) else f"{text} poin"


def judge_target(
    target: Nilai | None,
    realisasi: Nilai | None,
    satuan: str,
    arah: Arah,
    *,
    tercapai: int,
    bentuk: int,
) -> str:
    """Say whether a target was met, and by how much where there is a plain distance.

    Args:
        target: what was aimed at.
        realisasi: what came of it.
        satuan: their unit.
        arah: which way is good.
        tercapai: 1 where it was passed, 0 where it was just met, -1 where it was missed.
        bentuk: which of two shapes of the sentence; neighbours have different ones.
    """
    if not (isinstance(target, Decimal) and isinstance(realisasi, Decimal)):
        return _PLAIN[tercapai][bentuk]
    if target == realisasi or (tercapai == 0 and arah is not Arah.TURUN):
        return _PLAIN[tercapai][bentuk]
    gap = gap_of(abs(realisasi - target), satuan)
    if arah is Arah.TURUN:
        return _falling(gap, satuan, realisasi < target, bentuk)
    if tercapai > 0 and realisasi > target:
        return (
            f"Target terlampaui: realisasi {gap} di atas target.",
            f"Realisasi tersebut melampaui target sebesar {gap}.",
        )[bentuk]
    where = "di atas" if realisasi > target else "di bawah"
    met = "Target terlampaui" if tercapai > 0 else "Target belum tercapai"
    return (
        f"{met}: realisasi {gap} {where} target.",
        f"Realisasi tersebut {gap} {where} target, sehingga {met[0].lower()}{met[1:]}.",
    )[bentuk]


def _falling(gap: str, satuan: str, is_below: bool, bentuk: int) -> str:
    is_time = satuan.strip().casefold() in _WAKTU
    if is_below:
        less = "lebih cepat" if is_time else "lebih rendah"
        return (
            f"Target tercapai: realisasi {gap} {less} daripada target.",
            f"Target tercapai dengan realisasi {gap} {less} daripada target.",
        )[bentuk]
    measure = "selama" if is_time else "sebanyak" if _is_counted(gap, satuan) else "sebesar"
    return (
        f"Target belum tercapai: realisasi melebihi batas target {measure} {gap}.",
        f"Batas target terlampaui {measure} {gap}, sehingga target belum tercapai.",
    )[bentuk]


def _is_counted(gap: str, satuan: str) -> bool:
    """Tell whether the unit is a thing that is counted, such as *pengaduan*."""
    return not (is_percent(satuan) or is_rupiah(satuan) or gap.endswith(" poin"))


_PLAIN = {
    1: ("Target terlampaui.", "Dengan demikian, target terlampaui."),
    0: ("Target tercapai.", "Dengan demikian, target terpenuhi."),
    -1: ("Target belum tercapai.", "Dengan demikian, target belum terpenuhi."),
}
