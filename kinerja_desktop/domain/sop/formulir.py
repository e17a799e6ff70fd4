"""The places of the SOP form and what stands in them (`docs/sakip.md` §8.1, SOP AP format).

The words of the source are never changed. Beside each stands, where there is one, a *usulan*: how
we propose to read it. A usulan counts only after someone of the office has accepted it
(`docs/sakip.md` §8.3).
"""

from dataclasses import dataclass
from enum import StrEnum


class Bacaan(StrEnum):
    """Which reading of an SOP is shown or printed."""

    TERCETAK = "tercetak"
    """Exactly the words of the source."""
    DIRAPIKAN = "dirapikan"
    """The same with the usulan that the office has accepted; what is open stays as printed."""


@dataclass(frozen=True)
class Isian:
    """One place of the form: what is printed, how we propose to read it, what was accepted.

    Attributes:
        tercetak: the words of the source; "" when the place is empty, None when it is missing.
        usulan: the proposed reading; None when there is nothing to propose.
        alasan: why, for the clerk. An `alasan` without `usulan` asks the office to decide itself.
        diterima: the reading that the office accepted.
    """

    tercetak: str | None = None
    usulan: str | None = None
    alasan: str = ""
    diterima: str | None = None

    @property
    def is_terbuka(self) -> bool:
        """Whether the office has still to accept or decide something here."""
        return self.diterima is None and (self.usulan is not None or bool(self.alasan))

    def read(self, bacaan: Bacaan = Bacaan.TERCETAK) -> str:
        """Return the words in the chosen reading; empty when there are none."""
        if bacaan is Bacaan.DIRAPIKAN and self.diterima is not None:
            return self.diterima
        return self.tercetak or ""


@dataclass(frozen=True)
class Butir:
    """One item of a list, with the sign printed before it such as ``1.``, ``a.`` or ``-``."""

    isi: Isian
    penanda: str = ""


@dataclass(frozen=True)
class Kotak:
    """One cell of the identity page, such as *Dasar Hukum* or *Peringatan*.

    Attributes:
        anomali: what is wrong with the whole cell.
        penjelasan: a sentence printed below the list.
    """

    judul: Isian
    butir: tuple[Butir, ...]
    anomali: tuple[str, ...] = ()
    penjelasan: str = ""


@dataclass(frozen=True)
class Identitas:
    """The upper half of the identity page; dates are texts as printed."""

    nama_sop: Isian
    pemerintah: Isian = Isian()
    perangkat_daerah: Isian = Isian()
    unit: Isian = Isian()
    judul_sampul: Isian = Isian()
    nomor_sop: Isian = Isian()
    tanggal_pembuatan: Isian = Isian()
    tanggal_revisi: Isian = Isian()
    tanggal_efektif: Isian = Isian()
    tanggal_pengesahan: Isian = Isian()
    disahkan_oleh_jabatan: Isian = Isian()
    disahkan_oleh_nama: Isian = Isian()
    disahkan_oleh_nip: Isian = Isian()
    tahun_perkiraan: int | None = None
    anomali: tuple[str, ...] = ()


@dataclass(frozen=True)
class TandaTangan:
    """A signature printed below the table of steps."""

    jabatan: Isian
    nama: Isian
    nip: Isian


@dataclass(frozen=True)
class Kepala:
    """The heads of the table of steps; *Keterangan* is missing in some offices' tables.

    Attributes:
        nomor_kolom: the row ``1 2 3 …`` below the heads, one text for each page of the source.
    """

    no: Isian
    aktivitas: Isian
    pelaksana: Isian
    mutu_baku: Isian
    kelengkapan: Isian
    waktu: Isian
    output: Isian
    keterangan: Isian = Isian()
    is_disimpulkan: bool = False
    nomor_kolom: tuple[str, ...] = ()

    @property
    def has_keterangan(self) -> bool:
        """Whether the table has a column *Keterangan*."""
        return self.keterangan.tercetak is not None
