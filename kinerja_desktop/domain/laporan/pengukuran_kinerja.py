"""What a Pengukuran Kinerja says (`docs/sakip.md` §5), with every figure already computed."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from kinerja_desktop.domain.angka.angka import format_angka
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.capaian.capaian import Capaian, Keadaan
from kinerja_desktop.domain.capaian.nilai import Nilai, format_nilai
from kinerja_desktop.domain.capaian.pengukuran import HasilIndikator, RataCapaian
from kinerja_desktop.domain.capaian.profil import Aturan, ProfilRumus
from kinerja_desktop.domain.capaian.tindak_lanjut import write_penanggung_jawab
from kinerja_desktop.domain.laporan.kop import FINAL, Kop, Pengesahan, Tanda

BELUM_DIISI = "-"
TIDAK_BERLAKU = "Tidak berlaku"
TIDAK_DAPAT_DIHITUNG = "Tidak dapat dihitung"
#: Stands s.d. triwulan where the target of the year is what was compared with.
TARGET_TAHUNAN = "Target Tahunan"


@dataclass(frozen=True)
class Angka:
    """A figure as it is printed, and as a number where it is one.

    Attributes:
        teks: "90,76", "7–8", "BB", or one of the words above.
        nilai: the number, for spreadsheets.
        alasan: why there is no figure; printed as a numbered note below the table.
    """

    teks: str
    nilai: Decimal | None = None
    alasan: str = ""


#: Where nobody says by which rules was measured.
PROFIL_BAKU = ProfilRumus()
BELUM = Angka(BELUM_DIISI)


def angka_nilai(nilai: Nilai | None) -> Angka:
    """Write a target or realisasi; "-" while there is none."""
    if nilai is None:
        return BELUM
    return Angka(format_nilai(nilai), nilai if isinstance(nilai, Decimal) else None)


def angka_capaian(capaian: Capaian) -> Angka:
    """Write a capaian in one of its four states (`docs/architecture.md` §2.2)."""
    match capaian.keadaan:
        case Keadaan.NILAI:
            return angka_persen(capaian.tampil)
        case Keadaan.TIDAK_BERLAKU:
            return Angka(TIDAK_BERLAKU, alasan=capaian.alasan)
        case Keadaan.TIDAK_DAPAT_DIHITUNG:
            return Angka(TIDAK_DAPAT_DIHITUNG, alasan=capaian.alasan)
    return BELUM


def angka_persen(persen: Decimal | None) -> Angka:
    """Write a percentage in a column whose head says %; "-" where there is none."""
    return BELUM if persen is None else Angka(format_angka(persen), persen)


def angka_rupiah(jumlah: Decimal | None) -> Angka:
    """Write rupiah with their sen, without "Rp" as in a column; "-" where there is none."""
    if jumlah is None:
        return BELUM
    digits = 0 if jumlah == jumlah.to_integral_value() else 2
    return Angka(format_angka(jumlah, digits), jumlah)


class Kolom(StrEnum):
    """The columns that an office may print, in the order in which they usually stand."""

    NO = "no"
    SASARAN = "sasaran"
    INDIKATOR = "indikator"
    SATUAN = "satuan"
    TARGET = "target"
    REALISASI = "realisasi"
    CAPAIAN = "capaian"
    KATEGORI = "kategori"
    TARGET_SD = "target_sd"
    REALISASI_SD = "realisasi_sd"
    CAPAIAN_SD = "capaian_sd"
    PROGRAM = "program"
    PAGU = "pagu"
    REALISASI_ANGGARAN = "realisasi_anggaran"
    SERAPAN = "serapan"
    PENDORONG = "pendorong"
    PENGHAMBAT = "penghambat"
    TINDAK_LANJUT = "tindak_lanjut"
    PENANGGUNG_JAWAB = "penanggung_jawab"
    SUMBER_DATA = "sumber_data"
    KETERANGAN = "keterangan"


_ANGGARAN = (Kolom.PROGRAM, Kolom.PAGU, Kolom.REALISASI_ANGGARAN, Kolom.SERAPAN)

#: The form that everyone prints: nine columns, (1) to (9).
RINGKAS = (
    Kolom.SASARAN, Kolom.INDIKATOR, Kolom.TARGET, Kolom.REALISASI, Kolom.CAPAIAN, *_ANGGARAN,
)  # fmt: skip
#: The fuller form that `docs/sakip.md` §5.2 recommends.
LENGKAP = (
    Kolom.NO, Kolom.SASARAN, Kolom.INDIKATOR, Kolom.SATUAN, Kolom.TARGET, Kolom.REALISASI,
    Kolom.CAPAIAN, Kolom.KATEGORI, *_ANGGARAN, Kolom.KETERANGAN,
)  # fmt: skip
#: A triwulan, by itself and s.d., with what people know about the figures.
TRIWULAN = (
    Kolom.NO, Kolom.SASARAN, Kolom.INDIKATOR, Kolom.SATUAN, Kolom.TARGET, Kolom.REALISASI,
    Kolom.CAPAIAN, Kolom.TARGET_SD, Kolom.REALISASI_SD, Kolom.CAPAIAN_SD, Kolom.PENDORONG,
    Kolom.PENGHAMBAT, Kolom.TINDAK_LANJUT, Kolom.PENANGGUNG_JAWAB, Kolom.SUMBER_DATA,
)  # fmt: skip
#: The IKI of one pejabat.
PEJABAT = (
    Kolom.NO, Kolom.SASARAN, Kolom.INDIKATOR, Kolom.SATUAN, Kolom.TARGET, Kolom.REALISASI,
    Kolom.CAPAIAN, Kolom.KATEGORI, Kolom.KETERANGAN,
)  # fmt: skip


@dataclass(frozen=True)
class BarisIndikator:
    """One indicator; the figures s.d. this triwulan are "-" on a yearly form.

    Attributes:
        penanggung_jawab: who answers for the indicator.
        pelaksana: who does the tindak lanjut, where somebody is named.
        batas_waktu: until when.
        asal: what was measured; None for words only.
    """

    indikator: str
    target: Angka
    realisasi: Angka
    capaian: Angka
    satuan: str = ""
    kategori: str = ""
    target_sd: Angka = BELUM
    realisasi_sd: Angka = BELUM
    capaian_sd: Angka = BELUM
    pendorong: str = ""
    penghambat: str = ""
    tindak_lanjut: str = ""
    penanggung_jawab: str = ""
    sumber_data: str = ""
    keterangan: str = ""
    pelaksana: str = ""
    batas_waktu: date | None = None
    asal: HasilIndikator | None = None

    @property
    def penanggung_jawab_tercetak(self) -> str:
        """Who does the tindak lanjut and until when; where nobody is named, who answers for it."""
        return write_penanggung_jawab(self.pelaksana or self.penanggung_jawab, self.batas_waktu)


@dataclass(frozen=True)
class BarisProgram:
    """One program; amounts in rupiah, serapan in %.

    A program that serves two sasaran has its amounts in the first place only, or they would
    count twice (`docs/sakip.md` §4.9); in the second place they are empty texts.

    Attributes:
        rujukan: in the second place, where its amounts stand: "lihat sasaran ke-1".
        kode: of the program, for spreadsheets; `nama` has it too.
    """

    nama: str
    pagu: Angka
    realisasi: Angka
    serapan: Angka
    rujukan: str = ""
    kode: str = ""


@dataclass(frozen=True)
class RataTercetak:
    """A mean of capaian in %, its kategori, "n dari m indikator", and what it was taken of."""

    capaian: Angka
    kategori: str
    keterangan: str
    asal: RataCapaian | None = None


@dataclass(frozen=True)
class KelompokSasaran:
    """One sasaran with its indicators, the programs that serve it, and its mean."""

    sasaran: str
    indikator: tuple[BarisIndikator, ...]
    program: tuple[BarisProgram, ...] = ()
    rata_rata: RataTercetak | None = None


@dataclass(frozen=True)
class JumlahAnggaran:
    """The whole budget in rupiah and its serapan in %, summed over programs, never indicators."""

    pagu: Angka
    realisasi: Angka
    serapan: Angka


@dataclass(frozen=True)
class PejabatDiukur:
    """Whose IKI is measured."""

    nama: str
    nip: str
    jabatan: str


@dataclass(frozen=True)
class PengukuranKinerja:
    """A whole Pengukuran Kinerja, of a year or a triwulan, of an office or a pejabat.

    Attributes:
        skpd: "Kecamatan Lumajang".
        kolom: which columns to print, in their order.
        anggaran: sums below the table; ``None`` leaves them out.
        catatan: formula profile, kategori scale and cap, one sentence each.
        kop: printed at the top if given; the usual form has none.
        pejabat: given for the IKI of one pejabat.
        tanggal: of the document.
        profil: the office's rules; its edition words the form too.
    """

    skpd: str
    periode: Periode
    kelompok: tuple[KelompokSasaran, ...]
    rata_rata: RataTercetak
    pengesahan: Pengesahan
    kolom: tuple[Kolom, ...] = RINGKAS
    anggaran: JumlahAnggaran | None = None
    catatan: tuple[str, ...] = ()
    kop: Kop | None = None
    pejabat: PejabatDiukur | None = None
    judul: str = "PENGUKURAN KINERJA"
    tanda: Tanda = FINAL
    tanggal: date | None = None
    profil: ProfilRumus = PROFIL_BAKU

    @property
    def aturan(self) -> Aturan:
        """The edition by which it was signed, or would be."""
        return self.profil.aturan
