"""Everything that an LKjIP is made of, copied out of the office's data (`docs/sakip.md` §7, §4.11).

Plain values only: it is frozen whole when the report is made final.
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from kinerja_desktop.domain.capaian.freezing import added_later
from kinerja_desktop.domain.capaian.nilai import Nilai
from kinerja_desktop.domain.capaian.pengukuran import BahanUkur
from kinerja_desktop.domain.capaian.profil import ProfilRumus
from kinerja_desktop.domain.capaian.snapshot import IdentitasInstansi, IdentitasPejabat

TUJUAN, SASARAN = "tujuan", "sasaran"
#: `Standar.tingkat` of the standard that PermenPANRB 53/2014 asks for.
NASIONAL = "nasional"
#: Every tingkat. What was frozen before it was asked said of each that there is none.
TINGKAT = (NASIONAL, "provinsi", "kabupaten")


@dataclass(frozen=True)
class RenstraLkjip:
    """The Renstra in whose years the report falls."""

    nama: str
    awal: int
    akhir: int
    nomor: str = ""
    tanggal: date | None = None


@dataclass(frozen=True)
class Standar:
    """A national, provincial or kabupaten standard to compare an indicator with.

    Attributes:
        tingkat: nasional, provinsi or kabupaten.
        nilai: the standard in the indicator's unit.
        sumber: the document that has it.
    """

    tingkat: str
    nilai: Nilai
    sumber: str = ""


@dataclass(frozen=True)
class IndikatorLkjip:
    """What the report needs of an indicator beyond its measurement.

    Attributes:
        id: key of the indicator.
        target_renstra: target of each year of the Renstra, None where there is none.
        standar: standards of the year, in the order nasional, provinsi, kabupaten.
        program: kode of the program, kegiatan or sub kegiatan that it measures; empty for none.
        tanpa_standar: of which tingkat someone has confirmed that there is no standard.
    """

    id: str
    target_renstra: tuple[tuple[int, Nilai | None], ...] = ()
    standar: tuple[Standar, ...] = ()
    program: str = ""
    tanpa_standar: tuple[str, ...] = field(default=(), metadata=added_later(TINGKAT))

    def target_of(self, tahun: int) -> Nilai | None:
        """Return the Renstra's target of a year; None when there is none."""
        return dict(self.target_renstra).get(tahun)


@dataclass(frozen=True)
class SasaranLkjip:
    """A sasaran strategis, or a tujuan with indicators of its own.

    Attributes:
        id: key of the sasaran.
        kode: short code.
        uraian: its text.
        tingkat: `TUJUAN` or `SASARAN`.
        tujuan: text of the tujuan above it; empty for a tujuan.
        indikator: keys of its indicators in the order of the form; none is possible.
        program: kode of the programs that support it.
    """

    id: str
    kode: str
    uraian: str
    tingkat: str
    tujuan: str
    indikator: tuple[str, ...]
    program: tuple[str, ...]


@dataclass(frozen=True)
class TahunUkur:
    """A year as it was measured: by the frozen paper when there is one, else by present data."""

    tahun: int
    profil: ProfilRumus
    bahan: tuple[BahanUkur, ...]
    kode: str = ""


@dataclass(frozen=True)
class BarisBelanja:
    """A program, kegiatan or sub kegiatan with its amounts in rupiah; None where none was entered.

    Attributes:
        tingkat: 0 for a program, 1 for a kegiatan, 2 for a sub kegiatan.
    """

    kode: str
    nama: str
    tingkat: int
    pagu: Decimal | None
    realisasi: Decimal | None


@dataclass(frozen=True)
class BelanjaTahun:
    """The whole budget of an earlier year in rupiah."""

    tahun: int
    pagu: Decimal | None
    realisasi: Decimal | None


@dataclass(frozen=True)
class PejabatStruktur:
    """A post of the struktur organisasi.

    Attributes:
        peran: camat, sekretaris, kasubbag, kasi, lurah, staf or lain.
    """

    peran: str
    jabatan: str
    nama: str
    nip: str = ""
    pangkat: str = ""


@dataclass(frozen=True)
class FotoBukti:
    """A picture among the evidence: its SHA-256, what it shows, and which indicator it proves."""

    sha256: str
    keterangan: str
    indikator: str


@dataclass(frozen=True)
class RekomendasiLkjip:
    """What the LHE of the year before recommends, and what became of it, in words."""

    rekomendasi: str
    rencana: str
    penanggung_jawab: str
    status: str


@dataclass(frozen=True)
class LheLkjip:
    """The Laporan Hasil Evaluasi over the year before (`docs/sakip.md` §11.3).

    Attributes:
        tahun: the year whose performance was evaluated.
        predikat: of its nilai; empty without one.
    """

    tahun: int
    nomor: str
    tanggal: date | None
    nilai: Decimal | None
    predikat: str
    rekomendasi: tuple[RekomendasiLkjip, ...]


@dataclass(frozen=True)
class BahanLkjip:
    """All inputs of a year's report.

    Attributes:
        tahun: year of the report.
        tanggal: date under which it is signed.
        instansi: the office.
        tugas: the office's task.
        fungsi: its functions, one per line.
        camat: who signs; None when nobody was in post.
        renstra: None when no Renstra covers the year.
        sasaran: in the order of the Renstra.
        indikator: of this year.
        ukur: the measured years, oldest first; the last is the year of the report.
        belanja: budget of the year down to sub kegiatan, each line below its parent.
        belanja_lalu: whole budgets of earlier years, oldest first.
        pejabat: who held which post.
        foto: evidence that is a picture.
        kertas: "A4" or "F4".
        lhe: the evaluation over the year before; None where none is known.
    """

    tahun: int
    tanggal: date
    instansi: IdentitasInstansi
    tugas: str
    fungsi: str
    camat: IdentitasPejabat | None
    renstra: RenstraLkjip | None
    sasaran: tuple[SasaranLkjip, ...]
    indikator: tuple[IndikatorLkjip, ...]
    ukur: tuple[TahunUkur, ...]
    belanja: tuple[BarisBelanja, ...]
    belanja_lalu: tuple[BelanjaTahun, ...] = ()
    pejabat: tuple[PejabatStruktur, ...] = ()
    foto: tuple[FotoBukti, ...] = ()
    kertas: str = "A4"
    lhe: LheLkjip | None = field(default=None, metadata=added_later(None))

    @property
    def is_measured_finally(self) -> bool:
        """Whether the year's Pengukuran Kinerja is final; the report stays a DRAF until then."""
        return bool(self.ukur[-1].kode)
