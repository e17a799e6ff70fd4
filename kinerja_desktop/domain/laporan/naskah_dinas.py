"""A naskah dinas as it prints: its content, with kop, number, days and signers found out.

`docs/sakip.md` §9.
"""

from dataclasses import dataclass

from kinerja_desktop.domain.laporan.kop import FINAL, Kop, Penandatangan, Tanda
from kinerja_desktop.domain.surat.isi import IsiNaskah
from kinerja_desktop.domain.surat.jenis import JenisNaskah


@dataclass(frozen=True)
class NaskahTercetak:
    """A letter ready to be laid out.

    Attributes:
        isi: its words.
        tempat: where it is signed.
        tanggal: "5 Februari 2024"; dots while it is written by hand.
        nomor: empty leaves room to write it by hand.
        dari: whose a nota dinas is, by jabatan.
        kanan: who signs at the right.
        kiri: who signs at the left, if any.
        kepala: the head of the office as a Keputusan names it: "CAMAT LUMAJANG".
        jabatan: the posts of the office, to be ticked on a lembar disposisi.
    """

    jenis: JenisNaskah
    kop: Kop
    isi: IsiNaskah
    tempat: str
    tanggal: str
    nomor: str
    dari: str
    kanan: Penandatangan
    kiri: Penandatangan | None
    kepala: str
    jabatan: tuple[str, ...] = ()
    tanda: Tanda = FINAL

    @property
    def tempat_tanggal(self) -> str:
        """Place and day as above a signature: ``Lumajang, 5 Februari 2024``."""
        return f"{self.tempat}, {self.tanggal}"
