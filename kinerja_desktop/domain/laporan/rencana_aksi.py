"""What a Rencana Aksi says (`docs/sakip.md` §3.6): the Perjanjian Kinerja spread over the year."""

from dataclasses import dataclass

from kinerja_desktop.domain.laporan.pengukuran_kinerja import Angka, PejabatDiukur

#: The two grids of interim targets between which an office chooses (`docs/sakip.md` §3.6).
KISI_TRIWULAN, KISI_BULAN = "triwulan", "bulan"


@dataclass(frozen=True)
class BarisRencanaAksi:
    """One indicator of a printed Rencana Aksi, with its targets and what is done for it.

    Attributes:
        target: of the year.
        aktivitas: what is done for it.
        berkala: target of each triwulan or month as entered; a 0 is a target, "-" is none.
        program: program, kegiatan or sub kegiatan.
        pagu: of that line in rupiah, at its first mention only, or it would count twice.
    """

    indikator: str
    satuan: str
    target: Angka
    aktivitas: str
    berkala: tuple[Angka, ...]
    program: str
    pagu: Angka
    penanggung_jawab: str


@dataclass(frozen=True)
class SasaranRencanaAksi:
    """A sasaran with its indicators."""

    sasaran: str
    indikator: tuple[BarisRencanaAksi, ...]


@dataclass(frozen=True)
class RencanaAksiTercetak:
    """The Rencana Aksi of an office, or of one official.

    Attributes:
        skpd: "Kecamatan Lumajang".
        kisi: `KISI_TRIWULAN` or `KISI_BULAN`.
        pejabat: given for that of one official.
    """

    skpd: str
    tahun: int
    kisi: str
    sasaran: tuple[SasaranRencanaAksi, ...]
    pejabat: PejabatDiukur | None = None
