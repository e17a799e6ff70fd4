"""The documents of an office that receives: own papers, and those that came as they came."""

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.dokumen.daftar import DOKUMEN
from kinerja_desktop.services.dokumen.document_list import list_keadaan, suggest_name
from kinerja_desktop.services.dokumen.documents import (
    build_docx,
    build_naskah,
    build_pdf,
    save_document,
)
from kinerja_desktop.services.dokumen.tertanda import attach_tertanda
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kantor.pindaian import Pindaian
from kinerja_desktop.services.penerimaan.dokumen import (
    DITERIMA,
    DOKUMEN_BAPPEDA,
    PENGINGAT,
    REKAP,
    TANDA_TERIMA,
    daftar_of,
)
from kinerja_desktop.services.penerimaan.tanda_terima import write_tanda_terima
from kinerja_desktop.services.penerimaan.unit import set_tenggat
from tests.documents.pictures.scans import photograph
from tests.finals import finalize
from tests.services.dokumen.papers import TANGGAL, read_text
from tests.services.penerimaan.senders import open_sender, package_of, rows, send, take
from tests.tampering import lose_file

TAHUN = Periode(2024)
PENGUKURAN = "Pengukuran Kinerja 2024"


def states(office: Office, periode: Periode = TAHUN) -> dict[str, str]:
    found = list_keadaan(office, periode, DOKUMEN_BAPPEDA)
    return {kunci: state.kosong or state.keadaan for kunci, state in found.items()}


def test_bappeda_has_documents_of_its_own(
    bappeda: Office, muncar: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert daftar_of(muncar) is DOKUMEN
    assert daftar_of(bappeda) is DOKUMEN_BAPPEDA
    monkeypatch.setattr(bappeda, "instansi", lambda: None)
    assert daftar_of(bappeda) is DOKUMEN
    assert not set(DOKUMEN) & set(DOKUMEN_BAPPEDA)


def test_before_anything_came_each_says_what_to_do(bappeda: Office) -> None:
    assert states(bappeda) == {
        "rekap-kinerja": "Belum ada paket Tahun 2024: terima di halaman Penerimaan.",
        "dokumen-diterima": "Belum ada paket Tahun 2024: terima di halaman Penerimaan.",
        "tanda-terima-paket": (
            "Belum ada tanda terima Tahun 2024: terbit saat paket diterima di Penerimaan."
        ),
        "surat-pengingat": (
            "Tidak ada unit yang ditagih untuk Tahun 2024: semua sudah menyampaikan, atau "
            "tenggatnya belum lewat."
        ),
    }


def test_where_each_stands_when_packages_came(bappeda: Office, sticks: Path) -> None:
    set_tenggat(bappeda, TAHUN, date(2025, 2, 7))
    take(bappeda, sticks / "v1")
    (done,) = take(bappeda, sticks / "v2").masuk
    take(bappeda, sticks / "klakah")
    write_tanda_terima(bappeda, done.id, sticks)
    found = states(bappeda)
    assert found["rekap-kinerja"] == "2 unit sudah menyampaikan"
    assert found["tanda-terima-paket"] == "1 tanda terima"
    # 21 kecamatan less two.
    assert found["surat-pengingat"] == "19 unit belum menyampaikan"
    # A triwulan nobody sent, though the year was.
    assert states(bappeda, Periode(2024, 2))["rekap-kinerja"].startswith("Belum ada paket")
    assert states(bappeda, Periode(2024, 2))["dokumen-diterima"].startswith("Belum ada paket")


def test_a_paper_of_a_unit_is_the_very_one_that_came(bappeda: Office, sticks: Path) -> None:
    take(bappeda, sticks / "v2", sticks / "klakah")
    subjek = DITERIMA.describe(bappeda, TAHUN).subjek
    assert [item.nama for item in subjek if item.nama.endswith(PENGUKURAN)] == [
        f"Kecamatan Candipuro: {PENGUKURAN}", f"Kecamatan Klakah: {PENGUKURAN}",
    ]  # fmt: skip
    assert {item.keadaan for item in subjek} == {"diterima 10 Februari 2025"}
    # Not the evidence, though it may be a PDF as well.
    assert not any("bukti" in item.nama.casefold() for item in subjek)
    one = next(item for item in subjek if item.nama == f"Kecamatan Candipuro: {PENGUKURAN}")
    wanted = Permintaan(DITERIMA.kunci, TAHUN, one.id)
    original = package_of(sticks / "v2") / "data/03_PENGUKURAN/Pengukuran_Kinerja_2024.pdf"
    assert build_pdf(bappeda, wanted, DOKUMEN_BAPPEDA) == original.read_bytes()
    save_document(bappeda, wanted, sticks / "salinan.pdf", DOKUMEN_BAPPEDA)
    assert (sticks / "salinan.pdf").read_bytes() == original.read_bytes()
    assert suggest_name(wanted, "Candipuro", "pdf", DOKUMEN_BAPPEDA) == (
        "Dokumen_dari_Unit_Candipuro_2024.pdf"
    )
    with pytest.raises(KinerjaError, match="seperti aslinya, yaitu PDF"):
        build_docx(bappeda, wanted, DOKUMEN_BAPPEDA)
    with pytest.raises(KinerjaError, match="seperti aslinya"):
        build_naskah(bappeda, wanted, DOKUMEN_BAPPEDA)
    assert DITERIMA.bentuk == ("pdf",)


def test_the_scan_of_a_signed_paper_is_shown_too(bappeda: Office, tmp_path: Path) -> None:
    office = open_sender(tmp_path / "kantor")
    kode = finalize(office, TAHUN, TANGGAL).kode
    photo = tmp_path / "foto.png"
    photograph(kode, size=(400, 300), side=100).save(photo)
    attach_tertanda(office, Permintaan("pengukuran-kinerja", TAHUN), photo, Pindaian((kode,), 1, 0))
    send(office, tmp_path / "stik")
    office.close()
    take(bappeda, tmp_path / "stik")
    (scan,) = (
        item for item in DITERIMA.describe(bappeda, TAHUN).subjek if "bertanda tangan" in item.nama
    )
    pdf = build_pdf(bappeda, Permintaan(DITERIMA.kunci, TAHUN, scan.id), DOKUMEN_BAPPEDA)
    assert len(PdfReader(BytesIO(pdf)).pages) == 1


def test_the_newest_version_is_the_one_shown(bappeda: Office, sticks: Path) -> None:
    take(bappeda, sticks / "v2")
    newest = DITERIMA.describe(bappeda, TAHUN).subjek
    take(bappeda, sticks / "v1", alasan="arsip")
    assert DITERIMA.describe(bappeda, TAHUN).subjek == newest


def test_what_is_gone_is_told(bappeda: Office, sticks: Path) -> None:
    take(bappeda, sticks / "v1")
    old = DITERIMA.describe(bappeda, TAHUN).subjek[0]
    with pytest.raises(KinerjaError, match="belum dipilih"):
        build_pdf(bappeda, Permintaan(DITERIMA.kunci, TAHUN), DOKUMEN_BAPPEDA)
    take(bappeda, sticks / "v2")
    with pytest.raises(KinerjaError, match="diganti versi yang lebih baru"):
        build_pdf(bappeda, Permintaan(DITERIMA.kunci, TAHUN, old.id), DOKUMEN_BAPPEDA)
    new = DITERIMA.describe(bappeda, TAHUN).subjek[0]
    for row in rows(bappeda):
        for file in row.ringkas["berkas"]:
            if bappeda.evidence.has(file["sha256"]):
                lose_file(bappeda, file["sha256"])
    with pytest.raises(KinerjaError, match="hilang dari folder data") as caught:
        build_pdf(bappeda, Permintaan(DITERIMA.kunci, TAHUN, new.id), DOKUMEN_BAPPEDA)
    assert "Minta unitnya mengirim ulang" in str(caught.value)


def test_recap_letters_and_receipt_are_printed_here_too(bappeda: Office, sticks: Path) -> None:
    set_tenggat(bappeda, TAHUN, date(2025, 2, 7))
    (done,) = take(bappeda, sticks / "v1").masuk
    write_tanda_terima(bappeda, done.id, sticks)

    def text(kunci: str) -> str:
        wanted = Permintaan(kunci, TAHUN, done.id)
        return read_text(build_pdf(bappeda, wanted, DOKUMEN_BAPPEDA))

    assert "Kecamatan Candipuro" in text(REKAP.kunci)
    assert "Camat Tempeh" in text(PENGINGAT.kunci)
    (row,) = rows(bappeda)
    assert row.tanda_terima in text(TANDA_TERIMA.kunci)
    assert f"Kode paket {row.kode_paket}" in text(TANDA_TERIMA.kunci)
    save_document(bappeda, Permintaan(REKAP.kunci, TAHUN), sticks / "rekap.xlsx", DOKUMEN_BAPPEDA)
    assert (sticks / "rekap.xlsx").read_bytes()[:2] == b"PK"


def test_words_name_a_receipt_or_a_paper(bappeda: Office, sticks: Path) -> None:
    (done,) = take(bappeda, sticks / "v1").masuk
    write_tanda_terima(bappeda, done.id, sticks)
    (row,) = rows(bappeda)
    assert TANDA_TERIMA.tentang is not None
    assert DITERIMA.tentang is not None
    assert TANDA_TERIMA.tentang.find(bappeda, TAHUN, row.tanda_terima) == row.id
    assert TANDA_TERIMA.tentang.find(bappeda, TAHUN, "kecamatan candipuro VERSI 1") == row.id
    with pytest.raises(KinerjaError, match=r"'candipuro' cocok dengan \d+ dokumen"):
        DITERIMA.tentang.find(bappeda, TAHUN, "candipuro")
    with pytest.raises(KinerjaError, match="tidak ada di daftar"):
        DITERIMA.tentang.find(bappeda, TAHUN, " ")
    one = DITERIMA.describe(bappeda, TAHUN).subjek[0]
    assert DITERIMA.tentang.find(bappeda, TAHUN, one.nama.upper()) == one.id
    with pytest.raises(KinerjaError, match="tidak ada di daftar"):
        DITERIMA.tentang.find(bappeda, TAHUN, "lain")
