"""What a Manual IKU says: everything that is known of an indicator, a sheet for each.

`docs/sakip.md` §3.1, the indicator master fields.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from kinerja_desktop.domain.laporan.pengukuran_kinerja import Angka

#: The rows of a sheet in their order; those that must be filled in for a manual to be of use.
BARIS: Mapping[str, str] = {
    "sasaran": "Tujuan/Sasaran Strategis",
    "uraian": "Indikator Kinerja Utama",
    "alasan": "Alasan pemilihan",
    "definisi_operasional": "Definisi operasional",
    "formula": "Formula perhitungan",
    "satuan": "Satuan",
    "arah": "Polaritas (arah)",
    "akumulasi": "Jenis akumulasi",
    "frekuensi": "Frekuensi pelaporan",
    "sumber_data": "Sumber data",
    "bukti": "Bukti",
    "penanggung_jawab": "Penanggung jawab",
    "pengumpul_data": "Pengumpul data",
    "baseline": "Baseline (tahun dan nilai)",
}
#: A manual without a reason for its choice, or without a baseline of a new indicator, is complete.
BOLEH_KOSONG = frozenset({"sasaran", "alasan", "baseline"})


@dataclass(frozen=True)
class LembarIku:
    """One indicator with all that the office holds of it.

    Attributes:
        kode: short code.
        isi: by key of `BARIS`; empty texts are printed as lines to write on.
        target: of each year of `ManualIku.tahun`.
    """

    kode: str
    isi: Mapping[str, str]
    target: tuple[Angka, ...] = ()

    @property
    def kurang(self) -> tuple[str, ...]:
        """The rows that a manual needs and that are empty, by their words."""
        return tuple(
            words
            for key, words in BARIS.items()
            if key not in BOLEH_KOSONG and not self.isi.get(key)
        )


@dataclass(frozen=True)
class ManualIku:
    """The sheets of all IKU in force in a year.

    Attributes:
        skpd: "Kecamatan Muncar".
        masa: "TAHUN 2025 – 2029", as on the Penetapan IKU.
        tahun: the years whose targets are printed.
    """

    skpd: str
    masa: str
    tahun: tuple[int, ...]
    lembar: tuple[LembarIku, ...]
