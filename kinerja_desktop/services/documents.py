"""Every document the program prints: gather, build, render."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

from sqlmodel import select

from kinerja_desktop.documents.pengukuran_kinerja_xlsx import render_pengukuran_kinerja_xlsx
from kinerja_desktop.domain.laporan.dari_snapshot import make_pengukuran_kinerja
from kinerja_desktop.domain.periode import Periode
from kinerja_desktop.domain.snapshot import snapshot_from_data
from kinerja_desktop.domain.sop.formulir import Bacaan
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.exchange.files import write_file
from kinerja_desktop.services import sop_documents, surat
from kinerja_desktop.services.finalisasi import print_snapshot, read_logo
from kinerja_desktop.services.office import Office
from kinerja_desktop.services.pengukuran import find_final, take_snapshot
from kinerja_desktop.store.records import Pejabat, Pengukuran


@dataclass(frozen=True)
class Dokumen:
    """A kind of document.

    Attributes:
        kunci: its name on the command line.
        judul: its name for people.
        bentuk: the formats it can be saved in.
        keterangan: what it is for.
        berperiode: whether it belongs to a year or triwulan.
    """

    kunci: str
    judul: str
    bentuk: tuple[str, ...] = ("pdf",)
    keterangan: str = ""
    berperiode: bool = True


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


PENGUKURAN = Dokumen(
    "pengukuran-kinerja",
    "Pengukuran Kinerja",
    ("pdf", "xlsx"),
    "Formulir yang ditandatangani Camat dan dikirim ke Bappeda.",
)
PENGUKURAN_IKI = Dokumen(
    "pengukuran-iki",
    "Pengukuran Kinerja Individu (IKI)",
    ("pdf", "xlsx"),
    "Capaian IKI seorang pejabat, ditandatangani pejabat itu dan Camat.",
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

#: Every kind of document by its name, in the order of the page Dokumen.
DOKUMEN: Mapping[str, Dokumen] = {
    dokumen.kunci: dokumen
    for dokumen in (
        PENGUKURAN, PENGUKURAN_IKI, SURAT_PENGANTAR, TANDA_TERIMA, SOP,
        SOP_DIRAPIKAN, RIWAYAT_SOP,
    )
}  # fmt: skip


def build_pdf(office: Office, permintaan: Permintaan) -> bytes:
    """Return a document's PDF; a final one byte for byte as it was signed.

    Raises:
        KinerjaError: what it is about is missing.
    """
    tanggal = permintaan.tanggal or office.today()
    match permintaan.kunci:
        case PENGUKURAN.kunci | PENGUKURAN_IKI.kunci:
            return _pengukuran_pdf(office, permintaan, tanggal)
        case SURAT_PENGANTAR.kunci:
            return surat.print_surat_pengantar(office, permintaan.periode, tanggal)
        case TANDA_TERIMA.kunci:
            return surat.print_tanda_terima(office, permintaan.periode, tanggal)
        case SOP.kunci:
            return sop_documents.print_sop(office, _require_subject(permintaan))
        case SOP_DIRAPIKAN.kunci:
            sop_id = _require_subject(permintaan)
            return sop_documents.print_sop(office, sop_id, Bacaan.DIRAPIKAN)
        case RIWAYAT_SOP.kunci:
            return sop_documents.print_riwayat(office, _require_subject(permintaan))
    raise KinerjaError(
        f"Dokumen '{permintaan.kunci}' tidak dikenal.", f"Pilih {', '.join(DOKUMEN)}."
    )


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
        build_pdf(office, permintaan)
    match path.suffix.lower():
        case ".pdf":
            content = build_pdf(office, permintaan)
        case ".xlsx":
            content = build_xlsx(office, permintaan)
        case other:
            raise KinerjaError(
                f"Berkas '{other or path.name}' tidak dikenal.",
                "Akhiri nama berkas dengan .pdf atau .xlsx.",
            )
    write_file(path, content)


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


def _pengukuran_pdf(office: Office, permintaan: Permintaan, tanggal: date) -> bytes:
    final = _find_final(office, permintaan)
    if final is None:
        snapshot = take_snapshot(office, permintaan.periode, _pejabat_of(permintaan), tanggal)
        return print_snapshot(office, snapshot, draf=True)
    if office.evidence.has(final.pdf):
        return office.evidence.path_of(final.pdf).read_bytes()
    return print_snapshot(office, snapshot_from_data(final.snapshot), draf=False, kode=final.kode)


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
