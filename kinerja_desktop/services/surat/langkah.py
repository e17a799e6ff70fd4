"""What each step of an SOP is done with: a letter, a paper, a page (`docs/sop.md`).

The first of them is the step's first button; a table in `docs/sop.md` walks all five SOPs.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from uuid import UUID

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.sop.langkah import Langkah, Tindakan
from kinerja_desktop.domain.sop.model import Sop
from kinerja_desktop.domain.sop.syarat import PERENCANAAN, NaskahSop, find_naskah
from kinerja_desktop.services.pengumpulan.dokumen import DAFTAR_TERIMA, PERMINTAAN_DATA
from kinerja_desktop.services.surat.nilai import Tempat

#: The pages that a step is done on.
PENGUMPULAN, PENGUKURAN, RENSTRA, LKJIP, KIRIM, DOKUMEN = (
    "pengumpulan", "pengukuran", "renstra", "lkjip", "kirim", "dokumen",
)  # fmt: skip


@dataclass(frozen=True)
class Tawaran:
    """One thing that does a step; exactly one of the last four says which.

    Attributes:
        label: what it does, with an Indonesian verb.
        surat: kind of letter to write.
        dokumen: kunci of a document to print.
        halaman: page to open.
        is_masuk: write the letter that came into the register.
    """

    label: str
    surat: str = ""
    dokumen: str = ""
    halaman: str = ""
    is_masuk: bool = False


@dataclass(frozen=True)
class SuratLangkah:
    """A letter of a kind that a step of a case is to have."""

    jenis: str
    periode: Periode
    tempat: Tempat


@dataclass(frozen=True)
class SuratMasukKasus:
    """The letter that began a case is to be written into the register, or chosen from it."""

    case_id: UUID
    periode: Periode


def list_tawaran(sop: Sop, langkah: Langkah) -> tuple[Tawaran, ...]:
    """Return what can do a step, the most fitting first; empty when nothing here does."""
    make = _OFFERS.get(langkah.tindakan)
    return make(sop, langkah) if make else ()


def _page(label: str, halaman: str, *more: Tawaran) -> tuple[Tawaran, ...]:
    return (Tawaran(label, halaman=halaman), *more)


def _letter(jenis: str, label: str) -> Tawaran:
    return Tawaran(label, surat=jenis)


_UNDANGAN = _letter("undangan", "Buat &undangan rapat")
_HADIR = _letter("daftar-hadir", "Buat daftar &hadir")
_NOTULEN = _letter("notulen", "Buat &notulen")
_TEGURAN = _letter("nota-teguran", "Buat nota dinas teguran")
_PENGANTAR_DRAF = _letter("nota-pengantar-draf", "Buat nota dinas pengantar draf")

_PENGANTAR_TTD = _letter("nota-pengantar-ttd", "Buat nota dinas pengantar tanda tangan")


def _receive(sop: Sop, langkah: Langkah) -> tuple[Tawaran, ...]:
    came = Tawaran("Catat s&urat masuk", is_masuk=True)
    return came, _letter("disposisi", "Cetak &lembar disposisi")


def _dispose(sop: Sop, langkah: Langkah) -> tuple[Tawaran, ...]:
    """A step that its form does with a nota dinas is an order; else it is a disposisi."""
    order = _letter("nota-perintah", "&Buat nota dinas perintah")
    sheet = _letter("disposisi", "Cetak lembar &disposisi")
    return (order, sheet) if "nota dinas" in _words(langkah) else (sheet, order)


def _print(verb: str, *more: Tawaran) -> Callable[[Sop, Langkah], tuple[Tawaran, ...]]:
    """Print the paper of the process; other SOPs print papers that the clerk must choose."""

    def make(sop: Sop, langkah: Langkah) -> tuple[Tawaran, ...]:
        paper = find_naskah(sop)
        if paper is None:
            return (Tawaran("&Buka Dokumen", halaman=DOKUMEN), *more)
        return (Tawaran(verb, dokumen=paper.value), *more)

    return make


def _look(verb: str) -> Callable[[Sop, Langkah], tuple[Tawaran, ...]]:
    """Show the paper that is corrected or signed; nothing where the process has none of ours."""

    def make(sop: Sop, langkah: Langkah) -> tuple[Tawaran, ...]:
        paper = find_naskah(sop)
        return (Tawaran(verb, dokumen=paper.value),) if paper else ()

    return make


def _share(sop: Sop, langkah: Langkah) -> tuple[Tawaran, ...]:
    """Copies are ordered by a nota dinas, and handed out with a list to sign."""
    copies = _letter("penggandaan", "&Buat nota dinas penggandaan")
    given = _letter("daftar-bagi", "Buat daftar &bagi")
    letters = (copies, given) if "ganda" in _words(langkah) else (given, copies)
    return (*letters, *_print("Cetak untuk &dibagikan")(sop, langkah))


def _cover(sop: Sop, langkah: Langkah) -> tuple[Tawaran, ...]:
    """A surat pengantar lists the very papers of its delivery; for plans it is a plain letter."""
    return (_cover_of(sop), _letter("surat-pengantar", "Buat surat pengantar lain"))


def _deliver(sop: Sop, langkah: Langkah) -> tuple[Tawaran, ...]:
    """A plan goes to Bappeda as paper: a package is made of a measurement that is final."""
    if sop.proses == PERENCANAAN:
        return (*_print("Cetak untuk &Bappeda")(sop, langkah), _cover_of(sop))
    receipt = "tanda-terima-lkjip" if find_naskah(sop) is NaskahSop.LKJIP else "tanda-terima"
    return (
        Tawaran("Kirim ke &Bappeda", halaman=KIRIM),
        _cover_of(sop),
        Tawaran("Cetak tanda terima", dokumen=receipt),
    )


def _cover_of(sop: Sop) -> Tawaran:
    if sop.proses == PERENCANAAN:
        return _letter("surat-pengantar", "&Buat surat pengantar")
    kunci = "surat-pengantar-lkjip" if find_naskah(sop) is NaskahSop.LKJIP else "surat-pengantar"
    return Tawaran("&Buat surat pengantar", dokumen=kunci)


def _plan(sop: Sop, langkah: Langkah) -> tuple[Tawaran, ...]:
    """A step that no page does is told to others by a nota dinas, if its form plans something."""
    if "rencana kegiatan" not in _words(langkah):
        return ()
    return (
        _letter("nota-dinas", "&Buat nota dinas rencana kegiatan"),
        _letter("surat-tugas", "Buat surat &tugas"),
        _letter("sk-tim", "Buat keputusan &Tim SAKIP"),
    )


def _words(langkah: Langkah) -> str:
    """Return what stands on the form about a step, to recognise what it is done with."""
    parts = (langkah.uraian, langkah.kelengkapan, langkah.output)
    texts = (isian.diterima or isian.usulan or isian.tercetak or "" for isian in parts)
    return " ".join(texts).casefold()


_OFFERS: Mapping[Tindakan, Callable[[Sop, Langkah], tuple[Tawaran, ...]]] = {
    Tindakan.TERIMA_SURAT: _receive,
    Tindakan.DISPOSISI: _dispose,
    Tindakan.KIRIM_FORMULIR: lambda sop, langkah: _page(
        "Kirim &formulir isian", PENGUMPULAN,
        Tawaran("Cetak nota dinas permintaan data", dokumen=PERMINTAAN_DATA.kunci), _UNDANGAN,
    ),
    Tindakan.KUMPULKAN_DATA: lambda sop, langkah: _page(
        "Kumpulkan &data", PENGUMPULAN, _TEGURAN,
        Tawaran("Cetak daftar penerimaan formulir", dokumen=DAFTAR_TERIMA.kunci),
    ),
    Tindakan.BUKA_PERENCANAAN: lambda sop, langkah: _page(
        "&Buka Renstra && IKU", RENSTRA, _UNDANGAN, _NOTULEN
    ),
    Tindakan.BUKA_PENGUKURAN: lambda sop, langkah: _page(
        "&Buka Pengukuran", PENGUKURAN, _UNDANGAN, _NOTULEN
    ),
    Tindakan.BUKA_LKJIP: lambda sop, langkah: _page("&Buka LKjIP", LKJIP, _UNDANGAN, _NOTULEN),
    Tindakan.CETAK_DRAF: _print("Cetak &draf", _PENGANTAR_DRAF),
    Tindakan.KOREKSI: _look("Buka &draf"),
    Tindakan.TANDA_TANGAN: _look("Cetak untuk tan&da tangan"),
    Tindakan.CETAK_UNTUK_TTD: _print("Cetak untuk tan&da tangan", _PENGANTAR_TTD),
    Tindakan.BAGIKAN: _share,
    Tindakan.SURAT_PENGANTAR: _cover,
    Tindakan.KIRIM_BAPPEDA: _deliver,
    Tindakan.RAPAT: lambda sop, langkah: (_UNDANGAN, _HADIR, _NOTULEN),
    Tindakan.NONE: _plan,
}  # fmt: skip
