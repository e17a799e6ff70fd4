"""What Evaluasi Hasil Renja is reckoned from: the budget's lines, each with its indicators."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from kinerja_desktop.domain.capaian.capaian import IsianRealisasi
from kinerja_desktop.domain.capaian.nilai import Nilai
from kinerja_desktop.domain.capaian.pengukuran import BahanUkur

#: The levels of indicators that stand in the form; the others are measured in Pengukuran alone.
TINGKAT = ("program", "kegiatan", "sub_kegiatan")
Rupiah = Decimal | None


@dataclass(frozen=True)
class BahanIndikator:
    """An indicator of a program, kegiatan or sub kegiatan.

    Attributes:
        ukur: as it is measured in the evaluated year, target and realisasi included.
        target_renstra: target of each year of the Renstra in which it is in force.
        sebelum: realisasi of each earlier year of the Renstra in which it is in force.
    """

    ukur: BahanUkur
    target_renstra: Mapping[int, Nilai | None] = field(default_factory=dict)
    sebelum: Mapping[int, IsianRealisasi] = field(default_factory=dict)


@dataclass(frozen=True)
class RupiahBaris:
    """The amounts of a line, summed upward; None where nothing was entered.

    Attributes:
        renstra: pagu indikatif of all years of the Renstra (column 5).
        sebelum: spent in the earlier years of the Renstra (6).
        pagu: of the year, in force at the end of the triwulan (7).
        triwulan: spent in each of the four triwulan; None for those after the evaluated (8–11).
        setahun: spent in the whole year, where TW IV is evaluated; it is known also where only the
            year was entered.
    """

    renstra: Rupiah = None
    sebelum: Rupiah = None
    pagu: Rupiah = None
    triwulan: tuple[Rupiah, Rupiah, Rupiah, Rupiah] = (None, None, None, None)
    setahun: Rupiah = None


@dataclass(frozen=True)
class BahanBaris:
    """A line of the budget, in the order of the form.

    Attributes:
        tingkat: 0 for a program, one more for each line above.
        unit: who answers for it, its own or that of the line above.
        catatan: what should be known of its amounts.
    """

    kode: str
    nama: str
    tingkat: int
    rupiah: RupiahBaris
    indikator: tuple[BahanIndikator, ...] = ()
    unit: str = ""
    catatan: str = ""


@dataclass(frozen=True)
class BahanEvaluasi:
    """Everything that the evaluation of a triwulan is reckoned from.

    Attributes:
        tahun: the year of the Renja.
        triwulan: 1 to 4.
        renstra: first and last year of the Renstra; None when none holds this year.
    """

    tahun: int
    triwulan: int
    renstra: tuple[int, int] | None
    baris: tuple[BahanBaris, ...]
