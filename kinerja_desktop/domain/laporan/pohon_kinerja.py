"""What a Pohon Kinerja says: which kinerja brings about which (`docs/sakip.md` §3.3)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kinerja_desktop.domain.laporan.pengukuran_kinerja import BELUM_DIISI, Angka

#: The levels of a kecamatan from the outcome down, with the heads of their columns.
TINGKAT = {
    "tujuan": "Tujuan", "sasaran": "Sasaran", "program": "Program", "kegiatan": "Kegiatan",
    "sub_kegiatan": "Sub Kegiatan",
}  # fmt: skip


@dataclass(frozen=True)
class IndikatorPohon:
    """An indicator in a box, with the target of the year."""

    uraian: str
    satuan: str
    target: Angka

    @property
    def kalimat(self) -> str:
        """The indicator with its target, as it stands in a box."""
        if self.target.teks == BELUM_DIISI:
            return self.uraian
        unit = self.satuan if self.satuan.startswith("%") else f" {self.satuan}"
        return f"{self.uraian} ({f'{self.target.teks}{unit}'.strip()})"


@dataclass(frozen=True)
class SimpulKinerja:
    """A box: a kondisi kinerja, its indicators, who answers for it, and what brings it about.

    Attributes:
        tingkat: a key of `TINGKAT`.
        kinerja: its words.
        indikator: what it is measured by.
        pemilik: who answers for it; empty when the office says nobody.
        anak: the boxes of the next level, in their order.
        catatan: what else is said of it, such as where its rincian stands.
        kunci: names its row; empty for a box that gathers indicators without a place.
    """

    tingkat: str
    kinerja: str
    indikator: tuple[IndikatorPohon, ...] = ()
    pemilik: str = ""
    anak: "tuple[SimpulKinerja, ...]" = ()
    catatan: str = ""
    kunci: str = ""


@dataclass(frozen=True)
class PohonKinerja:
    """The whole cascading of an office for a year.

    Attributes:
        skpd: "Kecamatan Muncar".
        tahun: whose targets are shown.
        akar: the tujuan; and whatever no tujuan leads to, which `lepas` counts.
        lepas: how many of the last `akar` hang on nothing above them.
    """

    skpd: str
    tahun: int
    akar: tuple[SimpulKinerja, ...]
    lepas: int = 0

    @property
    def tingkat(self) -> tuple[str, ...]:
        """The levels that have a box, from the outcome down."""
        used = {simpul.tingkat for simpul in self.semua}
        return tuple(tingkat for tingkat in TINGKAT if tingkat in used)

    @property
    def has_indikator(self) -> bool:
        """Whether anything is measured at all; without that there is nothing to print."""
        return any(simpul.indikator for simpul in self.semua)

    @property
    def lepasan(self) -> tuple[SimpulKinerja, ...]:
        """The boxes that hang on nothing above them."""
        return self.akar[len(self.akar) - self.lepas :]

    @property
    def semua(self) -> Iterator[SimpulKinerja]:
        """All boxes from top to bottom, each before those below it."""
        return walk(self.akar)


def walk(akar: tuple[SimpulKinerja, ...]) -> Iterator[SimpulKinerja]:
    """Yield boxes, each before those below it."""
    for simpul in akar:
        yield simpul
        yield from walk(simpul.anak)


def continued(simpul: SimpulKinerja) -> SimpulKinerja:
    """Return a box as it is repeated on a next page: its words, without what stood there before."""
    return replace(simpul, indikator=(), pemilik="", anak=(), catatan="lanjutan")
