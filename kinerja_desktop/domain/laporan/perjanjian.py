"""What a Perjanjian Kinerja says, in the words of PermenPANRB 53/2014.

`docs/sakip.md` §3.4–3.5.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kinerja_desktop.domain.laporan.kop import write_tempat_tanggal
from kinerja_desktop.domain.laporan.rencana_kinerja import ProgramBerpagu, SasaranBertarget

#: The words of Anak Lampiran I/2-6, letter by letter.
PEMBUKA = (
    "Dalam rangka mewujudkan manajemen pemerintahan yang efektif, transparan dan akuntabel serta "
    "berorientasi pada hasil, kami yang bertanda tangan di bawah ini:"
)
SEBUTAN_PERTAMA = "selanjutnya disebut pihak pertama"
SEBUTAN_KEDUA = "selaku atasan pihak pertama, selanjutnya disebut pihak kedua"
JANJI = (
    "Pihak pertama berjanji akan mewujudkan target kinerja yang seharusnya sesuai lampiran "
    "perjanjian ini, dalam rangka mencapai target kinerja jangka menengah seperti yang telah "
    "ditetapkan dalam dokumen perencanaan. Keberhasilan dan kegagalan pencapaian target kinerja "
    "tersebut menjadi tanggung jawab kami."
)
SUPERVISI = (
    "Pihak kedua akan melakukan supervisi yang diperlukan serta akan melakukan evaluasi terhadap "
    "capaian kinerja dari perjanjian ini dan mengambil tindakan yang diperlukan dalam rangka "
    "pemberian penghargaan dan sanksi."
)


@dataclass(frozen=True)
class Pihak:
    """A party; the Bupati has neither pangkat nor NIP (`docs/sakip.md` §3.4).

    Attributes:
        nama: empty leaves a line to write on.
        jabatan: with its ``Plt.`` or ``Plh.``.
    """

    nama: str
    jabatan: str
    pangkat: str = ""
    nip: str = ""


@dataclass(frozen=True)
class PerjanjianTercetak:
    """One version of a Perjanjian Kinerja with its Lampiran.

    Attributes:
        kode: by which the office knows it, such as "PK-2025-P1".
        perubahan_ke: 0 for the murni one.
        unit: whose it is, one line each: ("Kecamatan Lumajang",).
        tempat: where it is signed.
        tanggal: when; ``None`` leaves dots to write on.
        pertama: who promises.
        kedua: to whom.
        sasaran: what is promised.
        program: the budget for it, each line once, with its pagu at signing.
        jumlah: sum in rupiah; ``None`` when there is none.
        is_skpd: the office's own, of Camat and Bupati; else that of another official.
    """

    kode: str
    tahun: int
    perubahan_ke: int
    unit: tuple[str, ...]
    tempat: str
    tanggal: date | None
    pertama: Pihak
    kedua: Pihak
    sasaran: tuple[SasaranBertarget, ...]
    program: tuple[ProgramBerpagu, ...]
    jumlah: Decimal | None
    is_skpd: bool = True

    @property
    def judul(self) -> str:
        """The title; a perubahan has no official form (`docs/sakip.md` §3.4)."""
        perubahan = "PERUBAHAN " if self.perubahan_ke else ""
        return f"PERJANJIAN KINERJA {perubahan}TAHUN {self.tahun}"

    @property
    def tempat_tanggal(self) -> str:
        """Place and date, with dots while there is no date."""
        return write_tempat_tanggal(self.tempat, self.tanggal)
