"""The kinds of papers of collecting data."""

from uuid import UUID

from kinerja_desktop.documents.naskah.blocks import Naskah
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.angka.tanggal import format_tanggal
from kinerja_desktop.domain.pengumpulan.lembar import fold
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.dokumen import (
    BELUM_ADA,
    Dokumen,
    KeadaanDokumen,
    Permintaan,
    Subjek,
    Tentang,
)
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.pengumpulan.papan import read_papan
from kinerja_desktop.services.pengumpulan.surat import compose_daftar_terima, compose_permintaan
from kinerja_desktop.services.pengumpulan.surat_riwayat import compose_riwayat
from kinerja_desktop.services.pengumpulan.surat_teguran import compose_teguran, list_teguran_of

SEMUA = "semua"


def _compose_permintaan(office: Office, permintaan: Permintaan) -> Naskah:
    return compose_permintaan(office, permintaan.periode, permintaan.tanggal or office.today())


def _compose_teguran(office: Office, permintaan: Permintaan) -> Naskah:
    return compose_teguran(office, permintaan.periode, permintaan.tentang, permintaan.tanggal)


def _compose_daftar(office: Office, permintaan: Permintaan) -> Naskah:
    return compose_daftar_terima(office, permintaan.periode, permintaan.tanggal or office.today())


def _compose_riwayat(office: Office, permintaan: Permintaan) -> Naskah:
    return compose_riwayat(office, permintaan.periode, permintaan.tanggal or office.today())


def _describe(office: Office, periode: Periode) -> KeadaanDokumen:
    papan = read_papan(office, periode)
    sent = [row for row in papan.baris if row.dikirim]
    if not sent:
        text = f"Belum ada formulir untuk {periode.label}: kirim di Pengumpulan Data."
        return KeadaanDokumen(BELUM_ADA, kosong=text)
    return KeadaanDokumen(f"{papan.lengkap} dari {len(papan.baris)} pemegang lengkap")


def _describe_teguran(office: Office, periode: Periode) -> KeadaanDokumen:
    letters = list_teguran_of(office, periode)
    if not letters:
        text = f"Belum ada teguran untuk {periode.label}: buat di Pengumpulan Data."
        return KeadaanDokumen(BELUM_ADA, kosong=text)
    subjek = [
        Subjek(item.id, f"{pemegang}, ke-{item.ke}", format_tanggal(item.tanggal))
        for pemegang, item in letters
    ]
    if read_papan(office, periode).belum:
        subjek.insert(0, Subjek(None, "Semua yang belum lengkap"))
    return KeadaanDokumen(f"{len(letters)} teguran", tuple(subjek))


def _find_teguran(office: Office, periode: Periode, nama: str) -> UUID | None:
    """Return the latest reminder of a holder; None for those of all who still owe data."""
    if fold(nama) == SEMUA:
        return None
    own = [item for who, item in list_teguran_of(office, periode) if fold(who) == fold(nama)]
    if not own:
        raise KinerjaError(
            f"Tidak ada teguran untuk '{nama}', {periode.label}.",
            f"Tulis nama pemegang data, atau {SEMUA}.",
        )
    return own[-1].id


PERMINTAAN_DATA = Dokumen(
    "permintaan-data",
    "Nota Dinas Permintaan Data",
    "Menyertai formulir kepada para pemegang data, dengan batas waktunya.",
    compose=_compose_permintaan,
    describe=_describe,
    is_signed=True,
    has_kop=True,
)

DAFTAR_TERIMA = Dokumen(
    "daftar-formulir",
    "Daftar Penerimaan Formulir",
    "Formulir yang dikirim dan yang kembali, dengan tempat tanda tangan.",
    compose=_compose_daftar,
    describe=_describe,
    is_signed=True,
    has_kop=True,
)

TEGURAN = Dokumen(
    "teguran-data",
    "Nota Dinas Teguran Data",
    "Kepada pemegang yang belum menyampaikan datanya: pertama, kedua, ketiga.",
    compose=_compose_teguran,
    describe=_describe_teguran,
    is_signed=True,
    has_kop=True,
    tentang=Tentang("&Pemegang", _find_teguran),
)

RIWAYAT = Dokumen(
    "riwayat-pengumpulan",
    "Riwayat Pengumpulan Data",
    "Siapa menyampaikan apa dan kapan: bukti mekanisme pengumpulan data (LKE 2.1.3).",
    compose=_compose_riwayat,
    describe=_describe,
    is_signed=True,
    has_kop=True,
)

DOKUMEN = (PERMINTAAN_DATA, DAFTAR_TERIMA, TEGURAN, RIWAYAT)
