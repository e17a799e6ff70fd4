"""What the yearly plan promises: sasaran with targets, programs with pagu (`docs/sakip.md` §3.5).

The Rencana Kinerja Tahunan and the Lampiran of a Perjanjian Kinerja say the same things.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kinerja_desktop.domain.laporan.pengukuran_kinerja import Angka


@dataclass(frozen=True)
class IndikatorBertarget:
    """An indicator with its target of the year; "-" while there is none."""

    uraian: str
    satuan: str
    target: Angka

    @property
    def target_bersatuan(self) -> str:
        """The target as entered with its unit (`docs/sakip.md` §3.5): ``0,9 Angka``, ``90%``.

        A word has its unit in brackets, ``BB (Predikat)``; nothing has none.
        """
        teks = self.target.teks
        if not self.satuan or not any(letter.isalnum() for letter in teks):
            return teks
        if teks[0].isalpha():
            return f"{teks} ({self.satuan})"
        # The unit must not stand alone on a line.
        return f"{teks}%" if self.satuan == "%" else f"{teks}\u00a0{self.satuan}"


@dataclass(frozen=True)
class SasaranBertarget:
    """A sasaran with its indicators, one line each."""

    sasaran: str
    indikator: tuple[IndikatorBertarget, ...]


@dataclass(frozen=True)
class ProgramBerpagu:
    """A line of the budget with its pagu in rupiah, and such as its source of funds."""

    kode: str
    nama: str
    pagu: Decimal | None
    keterangan: str = ""


@dataclass(frozen=True)
class RencanaKinerja:
    """A Rencana Kinerja Tahunan, the paper of SOP *Penyusunan Perencanaan Kinerja*.

    Attributes:
        skpd: "Kecamatan Lumajang".
        tahun: the year that is planned.
        sasaran: what is to be reached.
        program: the programs with their pagu, each once.
        jumlah: their sum in rupiah; ``None`` when none has a pagu.
    """

    skpd: str
    tahun: int
    sasaran: tuple[SasaranBertarget, ...]
    program: tuple[ProgramBerpagu, ...]
    jumlah: Decimal | None


def date_plan(tahun: int, today: date) -> date | None:
    """Return the date of a plan that is printed on a day.

    A plan is signed before or within its year (`docs/sakip.md` §2.3): printed afterwards it bears
    no date of its own, ``None``, and the clerk writes that of the signed paper.

    Args:
        tahun: the year that is planned.
        today: the day of printing.
    """
    return today if today.year <= tahun else None
