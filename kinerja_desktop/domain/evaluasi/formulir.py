"""Formulir E.81 as plain figures (`docs/sakip.md` §12): every column, its state, and the means.

K is kinerja in the indicator's unit, Rp the budget. All arithmetic is exact; a percentage is
rounded once, by the same functions as everywhere.
"""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from kinerja_desktop.domain.anggaran.anggaran import compute_serapan, compute_serapan_tepat
from kinerja_desktop.domain.anggaran.rincian_anggaran import add_up
from kinerja_desktop.domain.capaian.capaian import Capaian
from kinerja_desktop.domain.capaian.pengukuran import (
    HasilIndikator,
    Narasi,
    RataCapaian,
    Ukuran,
    mean_of,
)
from kinerja_desktop.domain.capaian.profil import ProfilRumus
from kinerja_desktop.domain.evaluasi.bahan import BahanBaris, BahanEvaluasi, Rupiah, RupiahBaris
from kinerja_desktop.domain.evaluasi.kinerja import KinerjaBaris, reckon_kinerja

PAGU_NOL = "pagu 0"
TARGET_RENSTRA_NOL = "pagu Renstra 0"


@dataclass(frozen=True)
class PersenRupiah:
    """An absorption in %: exact and as shown; both None with the reason, or while one is blank."""

    tepat: Fraction | None
    tampil: Decimal | None
    alasan: str = ""


@dataclass(frozen=True)
class RupiahTerhitung:
    """The Rp of a line: what was entered, and columns 12 to 15."""

    bahan: RupiahBaris
    tahun_ini: Rupiah
    capaian: PersenRupiah
    sampai: Rupiah
    capaian_renstra: PersenRupiah


@dataclass(frozen=True)
class BarisEvaluasi:
    """A line of the form: its budget once, and one K for each of its indicators."""

    kode: str
    nama: str
    tingkat: int
    unit: str
    catatan: str
    rupiah: RupiahTerhitung
    kinerja: tuple[KinerjaBaris, ...]


@dataclass(frozen=True)
class FormulirEvaluasi:
    """The whole form, reckoned.

    Attributes:
        rata_renja: mean of column 13 over all indicators that can be computed, with its predikat.
        rata_renstra: the same of column 15.
    """

    tahun: int
    triwulan: int
    renstra: tuple[int, int] | None
    profil: ProfilRumus
    baris: tuple[BarisEvaluasi, ...]
    rata_renja: RataCapaian
    rata_renstra: RataCapaian


def reckon(bahan: BahanEvaluasi, profil: ProfilRumus) -> FormulirEvaluasi:
    """Reckon columns 12 to 15 of every line, and the means below 13 and 15."""
    baris = tuple(_reckon_line(line, bahan, profil) for line in bahan.baris)
    kinerja = [item for line in baris for item in line.kinerja]
    return FormulirEvaluasi(
        bahan.tahun,
        bahan.triwulan,
        bahan.renstra,
        profil,
        baris,
        _mean([(item, item.capaian) for item in kinerja], profil),
        _mean([(item, item.capaian_renstra) for item in kinerja], profil),
    )


def _reckon_line(line: BahanBaris, bahan: BahanEvaluasi, profil: ProfilRumus) -> BarisEvaluasi:
    return BarisEvaluasi(
        line.kode,
        line.nama,
        line.tingkat,
        line.unit,
        line.catatan,
        reckon_rupiah(line.rupiah),
        tuple(reckon_kinerja(item, bahan, profil) for item in line.indikator),
    )


def reckon_rupiah(bahan: RupiahBaris) -> RupiahTerhitung:
    """Add up the Rp of a line: always a sum, of what was entered (`docs/sakip.md` §12)."""
    tahun_ini = add_up(bahan.triwulan) if bahan.setahun is None else bahan.setahun
    sampai = add_up((bahan.sebelum, tahun_ini))
    return RupiahTerhitung(
        bahan,
        tahun_ini,
        _persen(bahan.pagu, tahun_ini, PAGU_NOL),
        sampai,
        _persen(bahan.renstra, sampai, TARGET_RENSTRA_NOL),
    )


def _persen(pagu: Rupiah, spent: Rupiah, zero: str) -> PersenRupiah:
    """`docs/sakip.md` §4.9: with pagu 0 there is none."""
    if pagu == 0 and spent is not None:
        return PersenRupiah(None, None, zero)
    return PersenRupiah(compute_serapan_tepat(pagu, spent), compute_serapan(pagu, spent))


def _mean(figures: list[tuple[KinerjaBaris, Capaian]], profil: ProfilRumus) -> RataCapaian:
    """Take the mean by the office's own rule; only its figures count (`docs/sakip.md` §4.6)."""
    hasil = [
        HasilIndikator(item.bahan, item.rumus, Ukuran(None, None, capaian), None, None, Narasi())
        for item, capaian in figures
    ]
    return mean_of(hasil, profil, berbobot=False)
