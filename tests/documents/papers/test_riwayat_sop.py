from dataclasses import replace
from io import BytesIO

from pypdf import PdfReader

from kinerja_desktop.documents.papers.riwayat_sop import build_riwayat_sop
from kinerja_desktop.documents.pdf import render_pdf
from kinerja_desktop.domain.laporan.riwayat_sop import RiwayatSop
from tests.documents.papers.samples import RIWAYAT
from tests.documents.reading import texts


def read(data: RiwayatSop) -> str:
    return " ".join(texts(PdfReader(BytesIO(render_pdf(build_riwayat_sop(data))))))


def test_each_step_stands_beside_what_the_sop_allows() -> None:
    page = read(RIWAYAT)
    for words in (
        "RIWAYAT PELAKSANAAN SOP",
        "Nama SOP : Prosedur Penyusunan Pengukuran Kinerja",
        "Nomor SOP : 427.90/26/01/2024",
        "Lama seluruhnya : 8 hari kerja (mutu baku 12 hari)",
        "Mutu baku",
        "5 Februari 2024 08.10",
        "5 menit",
        "2 hari 5 jam",
        "(dicatat 16 Februari 2024 10.05)",
        "dilanjutkan dengan alasan: Camat menandatangani di kabupaten",
        "Dikembalikan; Realisasi TW IV belum dilampiri bukti",
        "putaran 2",
        "SE-Bappeda-2024.pdf",
        "Hari kerja dihitung tanpa hari libur",
        "CAMAT MUNCAR,",
    ):
        assert words in page


def test_lateness_is_told_in_a_word_and_not_only_in_bold() -> None:
    assert "Dikembalikan, terlambat" in read(RIWAYAT)


def test_a_history_may_be_printed_without_signature_or_number() -> None:
    page = read(replace(RIWAYAT, pengesahan=None, nomor_sop=""))
    assert "Nomor SOP : -" in page
    assert "CAMAT" not in page
