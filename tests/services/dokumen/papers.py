"""What several tests of letters, documents and deliveries need."""

from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from uuid import UUID

from pypdf import PdfReader

from kinerja_desktop.documents.naskah.blocks import Naskah
from kinerja_desktop.documents.pdf import render_pdf
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.dokumen.daftar import DOKUMEN
from kinerja_desktop.services.dokumen.final_mana import find_final_row
from kinerja_desktop.services.dokumen.tertanda import attach_tertanda
from kinerja_desktop.services.kantor.data_entry import add_row, list_rows
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.kept_papers import make_final
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kantor.pindaian import Pindaian
from kinerja_desktop.services.pengukuran.ukur import set_realisasi
from kinerja_desktop.services.rencana.perjanjian import change_perjanjian, create_murni
from kinerja_desktop.store.records import Pengukuran
from tests.finals import finalize

TAHUN = Periode(2024)
TW1 = Periode(2024, 1)
TANGGAL = date(2025, 1, 31)
IKM = "Indeks Kepuasan Masyarakat"


def indikator_id(office: Office, kode: str = "IKU-1") -> UUID:
    (row,) = list_rows(office, "indikator", kode=kode)
    key: UUID = row["id"]
    return key


def pejabat_id(office: Office, nama: str = "NAMA SEKRETARIS") -> UUID:
    (row,) = list_rows(office, "pejabat", nama=nama)
    key: UUID = row["id"]
    return key


def give_iki(office: Office) -> UUID:
    """Give the Sekretaris one IKI with target and realisasi; return whose it is."""
    owner = pejabat_id(office)
    key = add_row(
        office,
        "indikator",
        {
            "kode": "IKI-1", "uraian": "Laporan tepat waktu", "jenis": "IKI", "level": "sasaran",
            "pejabat_id": owner, "satuan": "laporan", "arah": "naik", "akumulasi": "akumulasi",
        },
    )  # fmt: skip
    add_row(office, "target_tahunan", {"indikator_id": key, "tahun": 2024, "nilai": Decimal(4)})
    set_realisasi(office, key, TAHUN, Decimal(3))
    return owner


def keep_plans(office: Office, *kunci: str) -> None:
    """Make plans of 2024 final, so that they go along with a delivery."""
    for key in kunci or ("penetapan-iku", "rencana-kinerja-tahunan"):
        make_final(office, DOKUMEN[key], Permintaan(key, TAHUN), date(2024, 1, 9))


def attach_scan(office: Office, folder: Path, kunci: str = "pengukuran-kinerja") -> None:
    """Let the signed paper of 2024 come back as a photo whose QR was read."""
    wanted, photo = Permintaan(kunci, TAHUN), folder / f"{kunci}.jpg"
    with office.journal.reading() as session:
        final = find_final_row(session, wanted)
    assert final
    photo.write_bytes(kunci.encode())
    attach_tertanda(office, wanted, photo, Pindaian((final.kode,), 1, 0), is_sure=True)


def sign_perjanjian(office: Office, tanggal: date = date(2024, 1, 10)) -> UUID:
    """Write the Camat's Perjanjian Kinerja 2024 and mark it as signed; return its id."""
    key = create_murni(office, 2024, pejabat_id(office, "NAMA CAMAT"))
    change_perjanjian(office, key, "tanggal", tanggal)
    change_perjanjian(office, key, "ditandatangani", True)
    return key


def finalize_triwulan(office: Office) -> Pengukuran:
    """Give every indicator a target and a realisasi of triwulan I, and make it final."""
    for row in list_rows(office, "indikator"):
        add_row(
            office,
            "rencana_aksi",
            {"indikator_id": row["id"], "tahun": 2024, "tw1": Decimal(10)},
        )
        set_realisasi(office, row["id"], TW1, Decimal(10))
    return finalize(office, TW1, date(2024, 4, 5))


def read_text(paper: bytes | Naskah) -> str:
    """Return the text of a PDF or naskah with single spaces for all white."""
    pdf = render_pdf(paper) if isinstance(paper, Naskah) else paper
    pages = PdfReader(BytesIO(pdf)).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)
