"""One step of an SOP: who does it, with what, how long, and where it leads.

`docs/sakip.md` §8.1.
"""

from dataclasses import dataclass
from enum import StrEnum

from kinerja_desktop.domain.angka.hari_kerja import MENIT_SEHARI
from kinerja_desktop.domain.sop.formulir import Isian

MENIT_SEJAM = 60


class Keterlibatan(StrEnum):
    """The part someone plays in a step; only pelaksana do the step."""

    PELAKSANA = "pelaksana"
    PENERIMA = "penerima"
    MENDAMPINGI = "mendampingi"


class Satuan(StrEnum):
    """The units of time on the form."""

    MENIT = "menit"
    JAM = "jam"
    HARI = "hari"


class Tindakan(StrEnum):
    """What in the program does the work of a step; `NONE` when it is done elsewhere."""

    TERIMA_SURAT = "terima_surat"
    DISPOSISI = "disposisi"
    KIRIM_FORMULIR = "kirim_formulir"
    KUMPULKAN_DATA = "kumpulkan_data"
    BUKA_PERENCANAAN = "buka_perencanaan"
    BUKA_PENGUKURAN = "buka_pengukuran"
    BUKA_LKJIP = "buka_lkjip"
    CETAK_DRAF = "cetak_draf"
    CETAK_UNTUK_TTD = "cetak_untuk_ttd"
    KOREKSI = "koreksi"
    TANDA_TANGAN = "tanda_tangan"
    BAGIKAN = "bagikan"
    SURAT_PENGANTAR = "surat_pengantar"
    KIRIM_BAPPEDA = "kirim_bappeda"
    RAPAT = "rapat"
    NONE = "none"


@dataclass(frozen=True)
class Peran:
    """Someone who takes part, named by jabatan.

    Attributes:
        kode: short key that the steps use.
        nama: as we name it in sentences.
        tercetak: the head of its column; None when it has no column of its own.
        disimpulkan: the source does not show the column; it was deduced.
        dikonfirmasi: the office has confirmed the deduction.
    """

    kode: str
    nama: str
    tercetak: str | None = None
    disimpulkan: bool = False
    dikonfirmasi: bool = False

    @property
    def has_kolom(self) -> bool:
        """Whether the table has a column for this peran."""
        return self.tercetak is not None


@dataclass(frozen=True)
class PeranLangkah:
    """The part of one peran in one step."""

    peran: str
    sebagai: Keterlibatan
    disimpulkan: bool = False
    dikonfirmasi: bool = False

    @property
    def is_terbuka(self) -> bool:
        """Whether it was deduced and nobody has confirmed it."""
        return self.disimpulkan and not self.dikonfirmasi


@dataclass(frozen=True)
class Keputusan:
    """The question of a decision step: *Ya* goes on, *Tidak* goes back.

    Attributes:
        kembali_ke: sequence of the step to go back to.
        disimpulkan: the source does not say in words that there is a decision.
        kembali_disimpulkan: the source does not name the step to go back to.
        dikonfirmasi: the office has confirmed both.
    """

    kembali_ke: int
    disimpulkan: bool = False
    kembali_disimpulkan: bool = False
    dikonfirmasi: bool = False

    @property
    def is_terbuka(self) -> bool:
        """Whether part of it was deduced and nobody has confirmed it."""
        return (self.disimpulkan or self.kembali_disimpulkan) and not self.dikonfirmasi


@dataclass(frozen=True)
class Waktu:
    """Mutu baku *Waktu*: the text of the form and what it means.

    Attributes:
        satuan_dari_kepala: the head that names the unit when the cell has only a number.
    """

    teks: str
    nilai: int
    satuan: Satuan
    satuan_dari_kepala: str = ""

    def to_menit(self, menit_sehari: int = MENIT_SEHARI) -> int:
        """Return working minutes; how many make a hari kerja is the office's setting."""
        match self.satuan:
            case Satuan.MENIT:
                return self.nilai
            case Satuan.JAM:
                return self.nilai * MENIT_SEJAM
        return self.nilai * menit_sehari


@dataclass(frozen=True)
class Langkah:
    """One row of the table of steps.

    Attributes:
        sequence: 1..n without gaps; orders the steps, unlike the printed number.
        no: the printed number, which may return or be illegible.
        peran: who takes part; the first pelaksana bears the main symbol.
        dasar_peran: why these, when the source does not say so.
        keputusan: set for a decision step.
        tindakan: what in the program does this step.
        ocr_mentah: what the scanner read, when the row had to be put together from it.
        catatan_sumber: how the row was put together.
    """

    sequence: int
    no: Isian
    uraian: Isian
    peran: tuple[PeranLangkah, ...]
    waktu: Waktu
    kelengkapan: Isian
    output: Isian
    keterangan: str = ""
    dasar_peran: str = ""
    keputusan: Keputusan | None = None
    is_start: bool = False
    is_end: bool = False
    tindakan: Tindakan = Tindakan.NONE
    anomali: tuple[str, ...] = ()
    ocr_mentah: str = ""
    catatan_sumber: str = ""

    @property
    def no_tercetak(self) -> str:
        """The number as it stands on the form; it may return or be illegible."""
        return self.no.tercetak or ""

    @property
    def is_decision(self) -> bool:
        """Whether the step ends with *Ya* or *Tidak*."""
        return self.keputusan is not None

    @property
    def kembali_ke(self) -> int | None:
        """Sequence of the step that a *Tidak* goes back to."""
        return self.keputusan.kembali_ke if self.keputusan else None

    @property
    def pelaksana(self) -> tuple[str, ...]:
        """Kode of those who do the step, the main one first."""
        return tuple(p.peran for p in self.peran if p.sebagai is Keterlibatan.PELAKSANA)
