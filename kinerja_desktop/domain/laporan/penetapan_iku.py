"""What a Penetapan IKU says: the Lampiran of a Keputusan Camat (`docs/sakip.md` §3.1)."""

from dataclasses import dataclass
from datetime import date

from kinerja_desktop.domain.laporan.pengukuran_kinerja import Angka


@dataclass(frozen=True)
class BarisIku:
    """One IKU as determined.

    Attributes:
        penjelasan: why it was chosen and what it means (definisi operasional).
        target: of each year of `PenetapanIku.tahun`.
    """

    uraian: str
    satuan: str
    penjelasan: str
    formula: str
    sumber_data: str
    penanggung_jawab: str
    target: tuple[Angka, ...] = ()


@dataclass(frozen=True)
class SasaranIku:
    """A sasaran strategis with its IKU."""

    sasaran: str
    iku: tuple[BarisIku, ...]


@dataclass(frozen=True)
class PenetapanIku:
    """The IKU of the years of a Renstra.

    Attributes:
        skpd: "Kecamatan Lumajang", the name of the organisation.
        keputusan: whose it is: "Keputusan Camat Lumajang".
        nomor: of the Keputusan; empty leaves dots to write on.
        tanggal: of the Keputusan; ``None`` leaves dots.
        tugas: of the office, as the Perbup has it.
        fungsi: the same, one a line.
        tahun_awal: first year of the Renstra.
        tahun_akhir: last year of the Renstra.
        tahun: the years for which targets are printed; empty leaves their table out.
    """

    skpd: str
    keputusan: str
    nomor: str
    tanggal: date | None
    tugas: str
    fungsi: str
    tahun_awal: int
    tahun_akhir: int
    sasaran: tuple[SasaranIku, ...]
    tahun: tuple[int, ...] = ()

    @property
    def masa(self) -> str:
        """The years in the title: ``TAHUN 2025 – 2029``, or one year."""
        if self.tahun_awal == self.tahun_akhir:
            return f"TAHUN {self.tahun_awal}"
        return f"TAHUN {self.tahun_awal} – {self.tahun_akhir}"


def write_formula(formula: str, pembilang: str, penyebut: str, satuan: str) -> str:
    """Return the words of a formula; of pembilang and penyebut where there is no other.

    Args:
        formula: as entered.
        pembilang: what is counted.
        penyebut: what it is counted against.
        satuan: a quotient in "%" is multiplied by 100%.
    """
    if formula or not (pembilang and penyebut):
        return formula
    quotient = f"{pembilang} ÷ {penyebut}"
    return f"({quotient}) × 100%" if satuan == "%" else quotient
