"""The buku agenda of a year on paper (`docs/sakip.md` §9, *Nomor surat*)."""

from dataclasses import dataclass

from kinerja_desktop.domain.laporan.kop import FINAL, Kop, Pengesahan, Tanda


@dataclass(frozen=True)
class BarisBuku:
    """A letter: running number, day of receipt, its number and day, whose, what about."""

    agenda: str
    diterima: str
    nomor: str
    tanggal: str
    pihak: str
    hal: str
    keterangan: str


@dataclass(frozen=True)
class BukuTercetak:
    """A book with its letters by number.

    Attributes:
        is_masuk: it counts letters that came.
    """

    nama: str
    is_masuk: bool
    baris: tuple[BarisBuku, ...]


@dataclass(frozen=True)
class BukuAgenda:
    """All books of a year, each on pages of its own."""

    kop: Kop
    tahun: int
    buku: tuple[BukuTercetak, ...]
    pengesahan: Pengesahan
    tanda: Tanda = FINAL
