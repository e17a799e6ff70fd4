"""What the form of an official's IKI says (`docs/sakip.md` §3.2)."""

from dataclasses import dataclass

from kinerja_desktop.domain.laporan.pengukuran_kinerja import Angka, PejabatDiukur


@dataclass(frozen=True)
class BarisIki:
    """One Indikator Kinerja Individu.

    Attributes:
        penjelasan: its formula, and what it means.
        target: of the year.
    """

    uraian: str
    satuan: str
    penjelasan: str
    sumber_data: str
    target: Angka


@dataclass(frozen=True)
class KinerjaIki:
    """A sasaran or kinerja of the official, with what it is measured by."""

    kinerja: str
    indikator: tuple[BarisIki, ...]


@dataclass(frozen=True)
class FormulirIki:
    """The IKI of one official in a year.

    Attributes:
        tugas: of the post; empty leaves lines to write on.
        fungsi: the same, one a line.
    """

    tahun: int
    pejabat: PejabatDiukur
    kinerja: tuple[KinerjaIki, ...]
    tugas: str = ""
    fungsi: str = ""
