"""The K of one indicator in Formulir E.81: columns 5 to 15 (`docs/sakip.md` §12, §4.14)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kinerja_desktop.domain.angka.periode import TRIWULAN
from kinerja_desktop.domain.capaian.akumulasi import Akumulasi, aggregate_realisasi
from kinerja_desktop.domain.capaian.capaian import (
    Capaian,
    IsianRealisasi,
    Keadaan,
    compute_capaian,
)
from kinerja_desktop.domain.capaian.nilai import Nilai
from kinerja_desktop.domain.capaian.pengukuran import BahanUkur
from kinerja_desktop.domain.capaian.profil import ProfilRumus
from kinerja_desktop.domain.capaian.rumus import KETERANGAN, Rumus
from kinerja_desktop.domain.evaluasi.bahan import BahanEvaluasi, BahanIndikator

#: Which rule the K of a row follows, as it is printed.
ATURAN: Mapping[Akumulasi, str] = {
    Akumulasi.AKUMULASI: "akumulasi",
    Akumulasi.POSISI_AKHIR: "posisi akhir",
    Akumulasi.RATA_RATA: "rata-rata",
    Akumulasi.MAKSIMUM: "tertinggi",
    Akumulasi.MINIMUM: "terendah",
    Akumulasi.TAHUNAN_SAJA: "tahunan saja",
}
TAHUN_PERTAMA = "tahun pertama Renstra"


@dataclass(frozen=True)
class Sel:
    """A figure of the form in one of the four states (`docs/architecture.md` §2.2)."""

    keadaan: Keadaan = Keadaan.BELUM_DIISI
    nilai: Nilai | None = None
    alasan: str = ""


@dataclass(frozen=True)
class KinerjaBaris:
    """The K of an indicator.

    Attributes:
        bahan: the indicator.
        rumus: the formula of its capaian.
        target_renstra: column 5.
        sebelum: column 6.
        target: column 7.
        triwulan: columns 8 to 11; those after the evaluated triwulan are blank.
        tahun_ini: column 12.
        capaian: column 13.
        sampai: column 14.
        capaian_renstra: column 15.
        aturan: which rules columns 12 to 15 follow, as printed.
        is_setahun: column 12 is the figure of the year as a whole, not made of the triwulan.
    """

    bahan: BahanUkur
    rumus: Rumus
    target_renstra: Sel
    sebelum: Sel
    target: Sel
    triwulan: tuple[Sel, Sel, Sel, Sel]
    tahun_ini: Sel
    capaian: Capaian
    sampai: Sel
    capaian_renstra: Capaian
    aturan: str
    is_setahun: bool = False


def reckon_kinerja(
    item: BahanIndikator, evaluasi: BahanEvaluasi, profil: ProfilRumus
) -> KinerjaBaris:
    """Reckon the K of an indicator up to the evaluated triwulan."""
    bahan, akumulasi = item.ukur, item.ukur.akumulasi
    rumus = bahan.rumus or profil.resolve_rumus(bahan.arah)
    target_renstra = _target_renstra(item, evaluasi)
    sebelum = _sebelum(item, evaluasi)
    entered = [_entered(bahan, tw, evaluasi.triwulan) for tw in TRIWULAN]
    setahun = _find_setahun(bahan, evaluasi.triwulan)
    isian = setahun or aggregate_realisasi(
        akumulasi, bahan.isian_triwulan, evaluasi.triwulan, profil.aturan
    )
    sampai = _reached(akumulasi, sebelum.nilai, isian)
    return KinerjaBaris(
        bahan=bahan,
        rumus=rumus,
        target_renstra=target_renstra,
        sebelum=sebelum,
        target=_sel(bahan.target),
        triwulan=(entered[0], entered[1], entered[2], entered[3]),
        tahun_ini=_sel_of(isian),
        capaian=compute_capaian(rumus, bahan.target, isian, profil),
        sampai=_sel_of(sampai),
        capaian_renstra=compute_capaian(rumus, target_renstra.nilai, sampai, profil),
        aturan=_describe(akumulasi, rumus, is_setahun=setahun is not None),
        is_setahun=setahun is not None,
    )


def combine_years(akumulasi: Akumulasi, values: Sequence[Nilai]) -> Nilai | None:
    """Make one value of several years: the sum for AKUMULASI, else the last one reached.

    `docs/sakip.md` §12: the sums of K hold for AKUMULASI only. Words and ranges have no sum.
    """
    numbers = [value for value in values if isinstance(value, Decimal)]
    if akumulasi is Akumulasi.AKUMULASI and numbers and len(numbers) == len(values):
        return sum(numbers, Decimal(0))
    return values[-1] if values else None


def _target_renstra(item: BahanIndikator, evaluasi: BahanEvaluasi) -> Sel:
    """Return the target at the Renstra's end; never the sum of fewer years than it is in force."""
    if evaluasi.renstra is None:
        return Sel(alasan=f"belum ada periode Renstra yang memuat {evaluasi.tahun}")
    years = sorted(item.target_renstra)
    needed = years if item.ukur.akumulasi is Akumulasi.AKUMULASI else years[-1:]
    blank = [str(tahun) for tahun in needed if item.target_renstra[tahun] is None]
    if blank:
        return Sel(alasan=f"target Renstra {', '.join(blank)} belum diisi")
    targets = [value for tahun in needed if (value := item.target_renstra[tahun]) is not None]
    return _sel(combine_years(item.ukur.akumulasi, targets))


def _sebelum(item: BahanIndikator, evaluasi: BahanEvaluasi) -> Sel:
    if evaluasi.renstra is not None and evaluasi.renstra[0] == evaluasi.tahun:
        return Sel(Keadaan.TIDAK_BERLAKU, alasan=TAHUN_PERTAMA)
    years = sorted(item.sebelum)
    counted = [tahun for tahun in years if not item.sebelum[tahun].tidak_berlaku]
    if years and not counted:
        return _sel_of(item.sebelum[years[-1]])
    values = [value for tahun in counted if (value := item.sebelum[tahun].nilai) is not None]
    blank = [str(tahun) for tahun in counted if item.sebelum[tahun].nilai is None]
    found = combine_years(item.ukur.akumulasi, values)
    told = f"realisasi {', '.join(blank)} belum diisi" if blank else ""
    return Sel(Keadaan.BELUM_DIISI if found is None else Keadaan.NILAI, found, told)


def _entered(bahan: BahanUkur, tw: int, last: int) -> Sel:
    return _sel_of(bahan.isian_of(tw)) if tw <= last else Sel()


def _find_setahun(bahan: BahanUkur, triwulan: int) -> IsianRealisasi | None:
    """Return the figure of the year as a whole where column 12 is that; None where it is not.

    In TW IV the year's own figure goes first, as in Pengukuran Kinerja (`docs/sakip.md` §4.14); of
    AKUMULASI only where no triwulan was filled, because column 12 is the sum of 8 to 11.
    """
    whole = bahan.isian_tahunan
    if triwulan != TRIWULAN[-1] or (whole.nilai is None and not whole.tidak_berlaku):
        return None
    filled = any(isian.nilai is not None for isian in bahan.isian_triwulan.values())
    return None if filled and bahan.akumulasi is Akumulasi.AKUMULASI else whole


def _reached(akumulasi: Akumulasi, before: Nilai | None, now: IsianRealisasi) -> IsianRealisasi:
    """Return column 14: 6 + 12 for AKUMULASI, else the value reached last."""
    value = None if now.tidak_berlaku else now.nilai
    if before is None:
        return now
    if value is None:
        return IsianRealisasi(before)
    return IsianRealisasi(
        combine_years(akumulasi, (before, value)), capaian_manual=now.capaian_manual
    )


def _describe(akumulasi: Akumulasi, rumus: Rumus, *, is_setahun: bool) -> str:
    """Say which rules a row follows; what everybody takes for granted (12/7×100) is not said."""
    rule = f"K: {ATURAN[akumulasi]}" + (", realisasi setahun" if is_setahun else "")
    return rule if rumus is Rumus.MAX else f"{rule}; capaian: {KETERANGAN[rumus].nama.lower()}"


def _sel(nilai: Nilai | None) -> Sel:
    return Sel() if nilai is None else Sel(Keadaan.NILAI, nilai)


def _sel_of(isian: IsianRealisasi) -> Sel:
    if isian.tidak_berlaku:
        return Sel(Keadaan.TIDAK_BERLAKU, alasan=isian.alasan or "tidak berlaku")
    return _sel(isian.nilai)
