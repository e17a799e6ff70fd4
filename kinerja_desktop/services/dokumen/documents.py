"""Every document the program prints: gather, build, render."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

from sqlmodel import select

from kinerja_desktop.documents.docx import render_docx
from kinerja_desktop.documents.naskah.blocks import Naskah
from kinerja_desktop.documents.pdf import render_pdf
from kinerja_desktop.documents.xlsx.pengukuran_kinerja import render_pengukuran_kinerja_xlsx
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.capaian.snapshot import snapshot_from_data
from kinerja_desktop.domain.laporan.dari_snapshot import make_pengukuran_kinerja
from kinerja_desktop.domain.sop.formulir import Bacaan
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.exchange.files import write_file
from kinerja_desktop.services.dokumen import surat
from kinerja_desktop.services.kantor.kept_files import read_logo
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.lkjip.cetak import build_lkjip_docx, build_lkjip_pdf, compose_report
from kinerja_desktop.services.pengukuran.finalisasi import compose_snapshot
from kinerja_desktop.services.pengukuran.ukur import find_final, take_snapshot
from kinerja_desktop.services.rencana import plan_papers
from kinerja_desktop.services.sop.papers import compose_riwayat, compose_sop
from kinerja_desktop.store.records import Pejabat, Pengukuran

#: The formats of a document that is made of blocks only.
_BENTUK: tuple[str, ...] = ("pdf", "docx")


@dataclass(frozen=True)
class Dokumen:
    """A kind of document.

    Attributes:
        kunci: its name on the command line.
        judul: its name for people.
        bentuk: the formats it can be saved in.
        keterangan: what it is for.
        berperiode: whether it belongs to a year or triwulan.
        is_tahunan: whether it belongs to the year, whatever triwulan is chosen.
    """

    kunci: str
    judul: str
    bentuk: tuple[str, ...] = _BENTUK
    keterangan: str = ""
    berperiode: bool = True
    is_tahunan: bool = False


@dataclass(frozen=True)
class Permintaan:
    """Which document is wanted.

    Attributes:
        kunci: kind of document.
        periode: year or triwulan.
        tentang: the official, SOP or case it is about, for kinds that need one.
        tanggal: date on the paper; None for today.
    """

    kunci: str
    periode: Periode
    tentang: UUID | None = None
    tanggal: date | None = None


PENETAPAN_IKU = Dokumen(
    "penetapan-iku",
    "Penetapan IKU",
    keterangan="Lampiran Keputusan Camat tentang Penetapan Indikator Kinerja Utama.",
    is_tahunan=True,
)
RENCANA_KINERJA = Dokumen(
    "rencana-kinerja-tahunan",
    "Rencana Kinerja Tahunan",
    keterangan="Sasaran, indikator, target, dan program setahun, ditandatangani Camat.",
    is_tahunan=True,
)
PERJANJIAN = Dokumen(
    "perjanjian-kinerja",
    "Perjanjian Kinerja",
    keterangan="Pernyataan dan lampirannya, murni atau perubahan, ditandatangani kedua pihak.",
    is_tahunan=True,
)
RENCANA_AKSI = Dokumen(
    "rencana-aksi",
    "Rencana Aksi",
    keterangan="Target per triwulan atau bulan, kegiatan, anggaran, dan penanggung jawab.",
    is_tahunan=True,
)
PENGUKURAN = Dokumen(
    "pengukuran-kinerja",
    "Pengukuran Kinerja",
    (*_BENTUK, "xlsx"),
    "Formulir yang ditandatangani Camat dan dikirim ke Bappeda.",
)
PENGUKURAN_IKI = Dokumen(
    "pengukuran-iki",
    "Pengukuran Kinerja Individu (IKI)",
    (*_BENTUK, "xlsx"),
    "Capaian IKI seorang pejabat, ditandatangani pejabat itu dan Camat.",
)
LKJIP = Dokumen(
    "lkjip",
    "LKjIP",
    keterangan="Laporan Kinerja setahun, ditulis di halaman LKjIP dan ditandatangani Camat.",
    is_tahunan=True,
)
SOP = Dokumen("sop", "SOP dan diagram alirnya", keterangan="Seperti tercetak.", berperiode=False)
SOP_DIRAPIKAN = Dokumen(
    "sop-dirapikan",
    "SOP versi dirapikan",
    keterangan="Dengan bacaan dan perubahan yang sudah diterima kantor.",
    berperiode=False,
)
RIWAYAT_SOP = Dokumen(
    "riwayat-sop", "Riwayat pelaksanaan SOP", keterangan="Langkah demi langkah, nyata dan baku."
)
SURAT_PENGANTAR = Dokumen(
    "surat-pengantar", "Surat Pengantar ke Bappeda", keterangan="Rangkap dua, satu kembali."
)
TANDA_TERIMA = Dokumen("tanda-terima", "Tanda Terima", keterangan="Ditandatangani penerima.")

#: The kinds of which a final version is kept as it was printed.
_FINALISED = (PENGUKURAN.kunci, PENGUKURAN_IKI.kunci)

#: Every kind of document by its name, in the order of the page Dokumen.
DOKUMEN: Mapping[str, Dokumen] = {
    dokumen.kunci: dokumen
    for dokumen in (
        PENETAPAN_IKU, RENCANA_KINERJA, PERJANJIAN, RENCANA_AKSI,
        PENGUKURAN, PENGUKURAN_IKI, LKJIP, SURAT_PENGANTAR, TANDA_TERIMA, SOP,
        SOP_DIRAPIKAN, RIWAYAT_SOP,
    )
}  # fmt: skip


def build_naskah(office: Office, permintaan: Permintaan) -> Naskah:
    """Return a document as neutral blocks; its format is chosen afterwards.

    Raises:
        KinerjaError: what it is about is missing.
    """
    tanggal = permintaan.tanggal or office.today()
    periode = permintaan.periode
    match permintaan.kunci:
        case PENGUKURAN.kunci | PENGUKURAN_IKI.kunci:
            return _pengukuran(office, permintaan, tanggal)
        case LKJIP.kunci:
            return compose_report(office, periode.tahun, tanggal)
        case PENETAPAN_IKU.kunci:
            return plan_papers.compose_iku(office, periode.tahun)
        case RENCANA_KINERJA.kunci:
            return plan_papers.compose_rkt(office, periode.tahun, permintaan.tanggal)
        case PERJANJIAN.kunci:
            return plan_papers.compose_perjanjian(office, _require_subject(permintaan))
        case RENCANA_AKSI.kunci:
            return plan_papers.compose_rencana_aksi(
                office, periode.tahun, permintaan.tentang, permintaan.tanggal
            )
        case SURAT_PENGANTAR.kunci:
            return surat.compose_surat_pengantar(office, periode, tanggal)
        case TANDA_TERIMA.kunci:
            return surat.compose_tanda_terima(office, periode, tanggal)
        case SOP.kunci:
            return compose_sop(office, _require_subject(permintaan))
        case SOP_DIRAPIKAN.kunci:
            sop_id = _require_subject(permintaan)
            return compose_sop(office, sop_id, Bacaan.DIRAPIKAN)
        case RIWAYAT_SOP.kunci:
            return compose_riwayat(office, _require_subject(permintaan))
    raise _unknown(permintaan.kunci)


def build_pdf(office: Office, permintaan: Permintaan) -> bytes:
    """Return a document's PDF; a final one byte for byte as it was signed.

    Raises:
        KinerjaError: what it is about is missing.
    """
    if permintaan.kunci == LKJIP.kunci:
        day = permintaan.tanggal or office.today()
        return build_lkjip_pdf(office, permintaan.periode.tahun, day)
    if permintaan.kunci in _FINALISED:
        final = _find_final(office, permintaan)
        if final is not None and office.evidence.has(final.pdf):
            return office.evidence.path_of(final.pdf).read_bytes()
    return render_pdf(build_naskah(office, permintaan))


def build_docx(office: Office, permintaan: Permintaan) -> bytes:
    """Return a document as DOCX, to be finished in Word; of a final LKjIP the kept file.

    Raises:
        KinerjaError: what it is about is missing.
    """
    if permintaan.kunci == LKJIP.kunci:
        day = permintaan.tanggal or office.today()
        return build_lkjip_docx(office, permintaan.periode.tahun, day)
    return render_docx(build_naskah(office, permintaan))


def build_xlsx(office: Office, permintaan: Permintaan) -> bytes:
    """Return a document's XLSX with real numbers.

    Raises:
        KinerjaError: this kind has no XLSX, or what it is about is missing.
    """
    if "xlsx" not in DOKUMEN[permintaan.kunci].bentuk:
        raise KinerjaError(
            f"{DOKUMEN[permintaan.kunci].judul} tidak tersedia sebagai XLSX.", "Pilih PDF."
        )
    tanggal = permintaan.tanggal or office.today()
    final = _find_final(office, permintaan)
    if final is not None:
        snapshot, kode = snapshot_from_data(final.snapshot), final.kode
    else:
        snapshot = take_snapshot(office, permintaan.periode, _pejabat_of(permintaan), tanggal)
        kode = None
    logo = read_logo(office, snapshot.instansi.logo)
    laporan = make_pengukuran_kinerja(snapshot, draf=final is None, kode=kode, logo=logo)
    return render_pengukuran_kinerja_xlsx(laporan)


def save_document(office: Office, permintaan: Permintaan, path: Path) -> None:
    """Write a document to a file whose ending names the format.

    Raises:
        KinerjaError: unknown document or format, or the place cannot be written.
    """
    if permintaan.kunci not in DOKUMEN:
        raise _unknown(permintaan.kunci)
    build = _BUILDERS.get(path.suffix.lower().removeprefix("."))
    if build is None:
        raise KinerjaError(
            f"Berkas '{path.suffix.lower() or path.name}' tidak dikenal.",
            f"Akhiri nama berkas dengan {' atau '.join(f'.{bentuk}' for bentuk in _BUILDERS)}.",
        )
    write_file(path, build(office, permintaan))


def find_pejabat(office: Office, nama: str) -> UUID:
    """Return the official of a name.

    Raises:
        KinerjaError: there is none.
    """
    with office.journal.reading() as session:
        for row in session.exec(select(Pejabat)):
            if row.nama.casefold() == nama.strip().casefold():
                return row.id
    raise KinerjaError(f"Pejabat '{nama}' tidak ada.", "Periksa namanya di Pengaturan → Pejabat.")


#: How each format is made of a request.
_BUILDERS: Mapping[str, Callable[[Office, Permintaan], bytes]] = {
    "pdf": build_pdf,
    "docx": build_docx,
    "xlsx": build_xlsx,
}


def _unknown(kunci: str) -> KinerjaError:
    return KinerjaError(f"Dokumen '{kunci}' tidak dikenal.", f"Pilih {', '.join(DOKUMEN)}.")


def _pengukuran(office: Office, permintaan: Permintaan, tanggal: date) -> Naskah:
    final = _find_final(office, permintaan)
    if final is None:
        snapshot = take_snapshot(office, permintaan.periode, _pejabat_of(permintaan), tanggal)
        return compose_snapshot(office, snapshot, draf=True)
    return compose_snapshot(office, snapshot_from_data(final.snapshot), draf=False, kode=final.kode)


def _find_final(office: Office, permintaan: Permintaan) -> Pengukuran | None:
    with office.journal.reading() as session:
        return find_final(session, permintaan.periode, _pejabat_of(permintaan))


def _pejabat_of(permintaan: Permintaan) -> UUID | None:
    if permintaan.kunci == PENGUKURAN.kunci:
        return None
    return _require_subject(permintaan)


def _require_subject(permintaan: Permintaan) -> UUID:
    if permintaan.tentang is None:
        raise KinerjaError(
            f"{DOKUMEN[permintaan.kunci].judul}: belum dipilih untuk siapa atau yang mana.",
            "Pilih dari daftar, lalu ulangi.",
        )
    return permintaan.tentang
