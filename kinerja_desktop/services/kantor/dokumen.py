"""How a kind of document is described, once, for all who deal with it.

The page *Dokumen*, the command line, the package for Bappeda and the lampiran of the LKjIP read
these descriptions. Each kind stands in the module ``dokumen`` of its room, beside its subject;
`services.dokumen.daftar` lists them all.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlmodel import Session

from kinerja_desktop.documents.naskah.blocks import Naskah
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.errors import KinerjaError, Problem
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.store.records import DokumenFinal

#: The letters that go with a period's package, and with the bound LKjIP of a year: made final when
#: it is sent, and opened again along with what they list.
SURAT_PAKET = ("surat-pengantar", "tanda-terima")
SURAT_LKJIP = ("surat-pengantar-lkjip", "tanda-terima-lkjip")
#: The folder of the package for plans (`docs/sakip.md` §10).
PERENCANAAN = "00_PERENCANAAN/"
FINAL, DRAF, BELUM_ADA = "Final", "Draf", "Belum ada"
#: The formats: any paper is rendered as the first two, tables of figures as all three.
PDF, DOCX, XLSX = "pdf", "docx", "xlsx"


@dataclass(frozen=True)
class Permintaan:
    """Which document is wanted.

    Attributes:
        kunci: kind of document.
        periode: year or triwulan.
        tentang: the official, SOP or case it is about, for kinds that need one.
        tanggal: date on the paper; None for today.
        untuk: the case and the step of an SOP that it is printed for; what was printed is kept
            there. None for no step.
    """

    kunci: str
    periode: Periode
    tentang: UUID | None = None
    tanggal: date | None = None
    untuk: tuple[UUID, int] | None = None

    def require_tentang(self, judul: str) -> UUID:
        """Return whom or what it is about.

        Args:
            judul: the document's name, for the sentence.

        Raises:
            KinerjaError: nobody was chosen.
        """
        if self.tentang is None:
            raise KinerjaError(
                f"{judul}: belum dipilih untuk siapa atau yang mana.",
                "Pilih dari daftar, lalu ulangi.",
            )
        return self.tentang


@dataclass(frozen=True)
class Subjek:
    """Whom or what a document can be about, and where that document stands.

    Attributes:
        id: of an official, SOP, case or agreement; None for the office itself.
    """

    id: UUID | None
    nama: str
    keadaan: str = ""


@dataclass(frozen=True)
class KeadaanDokumen:
    """Where a kind of document stands for a period.

    Attributes:
        keadaan: in words: final with its kode, draf, belum ada.
        subjek: whom it can be about, for kinds that need one.
        kosong: why there is none and what to do; empty when there is one.
        catatan: what should be mended before it is printed; empty for nothing.
    """

    keadaan: str
    subjek: tuple[Subjek, ...] = ()
    kosong: str = ""
    catatan: str = ""


@dataclass(frozen=True)
class Tentang:
    """What a kind of document is about.

    Attributes:
        caption: its name on the page *Dokumen*, with a key.
        find: returns what `--tentang` names in a period, None for nothing; raises a `KinerjaError`
            that names what there is not.
    """

    caption: str
    find: Callable[[Office, Periode, str], UUID | None]


@dataclass(frozen=True)
class Salinan:
    """A document as one file of the package for Bappeda.

    Attributes:
        nama: of the file, in the folder of its kind.
        keterangan: what it is, for people.
        permintaan: which document.
        bentuk: in which format.
        judul: what a letter calls it; empty for the name of its kind with its period.
    """

    nama: str
    keterangan: str
    permintaan: Permintaan
    bentuk: str = PDF
    judul: str = ""


def _no_gap(office: Office, periode: Periode, goes_along: bool) -> str:
    return ""


def _nothing_odd(office: Office, permintaan: Permintaan) -> Sequence[Problem]:
    return ()


def _no_data(office: Office, periode: Periode) -> Sequence[Mapping[str, Any]]:
    return ()


@dataclass(frozen=True)
class TempatPaket:
    """The place of a kind of document in the package for Bappeda (`docs/sakip.md` §10).

    Attributes:
        tempat: a folder with its ``/``, or the name of the one file at the package's top.
        isi: what ``BACA_SAYA.txt`` says of it.
        list_salinan: which of the documents that there are go along with a period.
        describe_gap: what to tell the clerk before a period is sent, given whether any goes
            along; empty for nothing.
        list_data: its entries among the documents of ``data.json``.
    """

    tempat: str
    isi: str
    list_salinan: Callable[[Office, Periode], Iterable[Salinan]]
    describe_gap: Callable[[Office, Periode, bool], str] = _no_gap
    list_data: Callable[[Office, Periode], Sequence[Mapping[str, Any]]] = _no_data


@dataclass(frozen=True)
class LampiranLaporan:
    """A document as lampiran of the year's LKjIP.

    Attributes:
        nama: the attribute of `domain.laporan.lkjip.LampiranLkjip` that holds what it says.
        gather: returns what it says in a year, for a report signed on a day.
    """

    nama: str
    gather: Callable[[Office, int, date], Any]


#: Given a request, what is printed when it becomes final, and what else belongs to that deed.
PrepareFinal = Callable[
    [Office, Permintaan], tuple[Naskah, Callable[[Session, DokumenFinal], None]]
]


@dataclass(frozen=True)
class Dokumen:
    """A kind of document.

    Attributes:
        kunci: its name on the command line.
        judul: its name for people.
        keterangan: what it is for: on the page, and in the help of the command line.
        compose: returns it as neutral blocks; raises a `KinerjaError` when what it is about is
            missing.
        describe: where it stands for a period.
        berperiode: whether it belongs to a year or triwulan.
        is_tahunan: whether it belongs to the year, whatever triwulan is chosen.
        has_kop: whether the office's letterhead stands on it, so that an address is missed.
        has_nomor: whether it bears the number of the period's surat pengantar.
        tentang: whom or what it is about; None for the office itself.
        is_signed: whether it can be made final as it was printed (`kept_papers`), because people
            sign it; kinds that are final in a way of their own are not.
        is_optional: whether it is only shown where there is one, as kinds of letters are.
        find_kept: the very bytes that were kept in a format when it was made final; None where
            there are none. None for kinds that are never final.
        prepare_final: returns what is printed when it becomes final, and what else is written then,
            such as the number that a letter takes; None for kinds that print as they are.
        list_odd: what should be looked at before it becomes final on the day of the request; all
            of it may be passed by.
        build_xlsx: returns it as a workbook with real numbers; None when there is none.
        paket: its place in the package; None when it does not go along.
        lampiran: itself as a lampiran of the LKjIP; None when it is not attached.
        bentuk_asli: the only formats that there are of what others wrote; empty for own papers.
    """

    kunci: str
    judul: str
    keterangan: str
    compose: Callable[[Office, Permintaan], Naskah]
    describe: Callable[[Office, Periode], KeadaanDokumen]
    berperiode: bool = True
    is_tahunan: bool = False
    has_kop: bool = False
    has_nomor: bool = False
    tentang: Tentang | None = None
    is_signed: bool = False
    is_optional: bool = False
    find_kept: Callable[[Office, Permintaan, str], bytes | None] | None = None
    prepare_final: PrepareFinal | None = None
    list_odd: Callable[[Office, Permintaan], Sequence[Problem]] = _nothing_odd
    build_xlsx: Callable[[Office, Permintaan], bytes] | None = None
    paket: TempatPaket | None = None
    lampiran: LampiranLaporan | None = None
    bentuk_asli: tuple[str, ...] = ()

    @property
    def bentuk(self) -> tuple[str, ...]:
        """The formats it can be saved in."""
        if self.bentuk_asli:
            return self.bentuk_asli
        return (PDF, DOCX) if self.build_xlsx is None else (PDF, DOCX, XLSX)

    @property
    def has_kode(self) -> bool:
        """Whether its final bears its kode verifikasi; of a kept print only the data has it."""
        return self.find_kept is not None

    @property
    def nama_berkas(self) -> str:
        """What names of its files begin with, before a period."""
        return self.judul.split(" (")[0].replace(" ", "_")


def read_kept(office: Office, sha256: str) -> bytes | None:
    """Return what was kept when a document was made final; None when it is lost or damaged."""
    if not office.evidence.has(sha256):
        return None
    return office.evidence.path_of(sha256).read_bytes()
