"""The kinds of letters: the surat pengantar to Bappeda, and its receipt."""

from collections.abc import Iterator

from kinerja_desktop.documents.naskah.blocks import Naskah
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.dokumen import surat
from kinerja_desktop.services.dokumen.isi_surat import KirimanSurat
from kinerja_desktop.services.kantor.dokumen import (
    SURAT_LKJIP,
    SURAT_PAKET,
    Dokumen,
    KeadaanDokumen,
    Permintaan,
    Salinan,
    TempatPaket,
)
from kinerja_desktop.services.kantor.kept_papers import find_paper
from kinerja_desktop.services.kantor.office import Office

#: At the package's top, where it is seen first.
_PENGANTAR = "00_SURAT_PENGANTAR.pdf"


def _compose_pengantar(office: Office, permintaan: Permintaan) -> Naskah:
    day = permintaan.tanggal or office.today()
    return surat.compose_surat_pengantar(office, permintaan.periode, day)


def _compose_tanda_terima(office: Office, permintaan: Permintaan) -> Naskah:
    day = permintaan.tanggal or office.today()
    return surat.compose_tanda_terima(office, permintaan.periode, day)


def _describe(office: Office, periode: Periode) -> KeadaanDokumen:
    nomor = surat.find_nomor(office, periode)
    return KeadaanDokumen(f"Nomor {nomor}" if nomor else "Belum bernomor")


def _compose_pengantar_lkjip(office: Office, permintaan: Permintaan) -> Naskah:
    day = permintaan.tanggal or office.today()
    return surat.compose_surat_pengantar(office, permintaan.periode, day, KirimanSurat.LKJIP)


def _compose_tanda_terima_lkjip(office: Office, permintaan: Permintaan) -> Naskah:
    day = permintaan.tanggal or office.today()
    return surat.compose_tanda_terima(office, permintaan.periode, day, KirimanSurat.LKJIP)


def _describe_lkjip(office: Office, periode: Periode) -> KeadaanDokumen:
    nomor = surat.find_nomor(office, periode, KirimanSurat.LKJIP)
    return KeadaanDokumen(f"Nomor {nomor}" if nomor else "Belum bernomor")


def _list_salinan(office: Office, periode: Periode) -> Iterator[Salinan]:
    yield Salinan(_PENGANTAR, "Surat pengantar", Permintaan(SURAT_PENGANTAR.kunci, periode))


def _describe_gap(office: Office, periode: Periode, goes_along: bool) -> str:
    if surat.find_nomor(office, periode):
        return ""
    wanted = Permintaan(SURAT_PENGANTAR.kunci, periode)
    with office.journal.reading() as session:
        final = find_paper(session, SURAT_PENGANTAR, wanted)
    if final is not None:
        return (
            "Surat pengantar belum bernomor dan sudah final: tulis nomornya dengan tangan, atau "
            "Buka kembali di Dokumen lalu isi nomornya"
        )
    return (
        "Surat pengantar belum bernomor: isi nomornya di Dokumen sebelum paket ditulis, karena "
        "sesudahnya surat itu final"
    )


SURAT_PENGANTAR = Dokumen(
    SURAT_PAKET[0],
    "Surat Pengantar ke Bappeda",
    "Surat yang menyertai kiriman ke Bappeda; rangkap dua, satu kembali.",
    compose=_compose_pengantar,
    describe=_describe,
    is_signed=True,
    has_kop=True,
    has_nomor=True,
    paket=TempatPaket(_PENGANTAR, "surat pengantar", _list_salinan, _describe_gap),
)

TANDA_TERIMA = Dokumen(
    SURAT_PAKET[1],
    "Tanda Terima",
    "Bukti bahwa kiriman sampai; ditandatangani penerima di Bappeda.",
    compose=_compose_tanda_terima,
    describe=_describe,
    is_signed=True,
    has_kop=True,
    has_nomor=True,
)

PENGANTAR_LKJIP = Dokumen(
    SURAT_LKJIP[0],
    "Surat Pengantar LKjIP",
    "Surat yang menyertai LKjIP yang sudah dijilid; rangkap dua, satu kembali.",
    compose=_compose_pengantar_lkjip,
    describe=_describe_lkjip,
    is_tahunan=True,
    is_signed=True,
    has_kop=True,
    has_nomor=True,
)

TANDA_TERIMA_LKJIP = Dokumen(
    SURAT_LKJIP[1],
    "Tanda Terima LKjIP",
    "Bukti bahwa LKjIP sampai; ditandatangani penerima di Bappeda.",
    compose=_compose_tanda_terima_lkjip,
    describe=_describe_lkjip,
    is_tahunan=True,
    is_signed=True,
    has_kop=True,
    has_nomor=True,
)

DOKUMEN = (SURAT_PENGANTAR, TANDA_TERIMA, PENGANTAR_LKJIP, TANDA_TERIMA_LKJIP)


def list_nomor(office: Office, periode: Periode) -> dict[str, str]:
    """Return the number of the letter that each kind bears, by its kunci."""
    return {
        dokumen.kunci: surat.find_nomor(office, periode, kiriman_of(dokumen.kunci))
        for dokumen in DOKUMEN
    }


def kiriman_of(kunci: str) -> KirimanSurat:
    """Return which delivery a kind of letter goes with."""
    return KirimanSurat.LKJIP if kunci in SURAT_LKJIP else KirimanSurat.PAKET
