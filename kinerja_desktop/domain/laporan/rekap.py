"""What the recap of Bappeda says on paper: plain texts and figures, ready to be laid out."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from kinerja_desktop.domain.laporan.kop import Kop, Pengesahan, Tanda


@dataclass(frozen=True)
class BarisUnit:
    """A unit's figure of one indicator, as printed; `capaian` in % for the chart."""

    unit: str
    target: str
    realisasi: str
    tercetak: str
    kategori: str
    capaian: Decimal | None


@dataclass(frozen=True)
class TabelIndikator:
    """One indicator of all units.

    Attributes:
        rata_rata: the mean with of how many units, as printed; empty without one.
    """

    nama: str
    satuan: str
    baris: Sequence[BarisUnit]
    rata_rata: str


@dataclass(frozen=True)
class RekapTercetak:
    """The whole paper.

    Attributes:
        periode: "TAHUN 2024", "TRIWULAN II TAHUN 2024".
        ringkasan: what is told first, a label and its value each.
        penyampaian: the unit, and where it stands.
        indikator: a table for each indicator that is compared.
        anggaran: unit, pagu, realisasi, serapan; the last line is the sum.
        kejanggalan: unit, indicator, question.
        pengesahan: who signs; nobody's name is made up.
    """

    kop: Kop
    periode: str
    ringkasan: Sequence[tuple[str, str]]
    penyampaian: Sequence[tuple[str, str]]
    indikator: Sequence[TabelIndikator]
    anggaran: Sequence[tuple[str, str, str, str]]
    kejanggalan: Sequence[tuple[str, str, str]]
    pengesahan: Pengesahan
    tanda: Tanda
