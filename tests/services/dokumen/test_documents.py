from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from pypdf import PdfReader

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.surat.jenis import JENIS
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.dokumen import documents
from kinerja_desktop.services.dokumen.daftar import DOKUMEN
from kinerja_desktop.services.dokumen.documents import (
    build_docx,
    build_naskah,
    build_pdf,
    build_xlsx,
)
from kinerja_desktop.services.kantor.data_entry import add_row, change_field
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.kept_papers import make_final, reopen_paper
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.lke.isi import set_jawaban
from kinerja_desktop.services.pengukuran.ukur import set_keterangan, set_realisasi
from kinerja_desktop.services.pengumpulan.kirim import send_formulir
from kinerja_desktop.services.pengumpulan.teguran import write_teguran
from kinerja_desktop.services.sop.cases import start_case
from kinerja_desktop.services.sop.library import list_sop
from kinerja_desktop.services.surat.register import SuratMasuk, take_in
from kinerja_desktop.services.surat.tulis import begin_naskah
from tests.conftest import Clock
from tests.finals import finalize
from tests.services.dokumen.papers import (
    TAHUN,
    TANGGAL,
    give_iki,
    indikator_id,
    pejabat_id,
    read_text,
    sign_perjanjian,
)
from tests.tampering import lose_file

F4 = (215, 330)
#: The kinds whose final is no kept print (`services.pengukuran`, `services.lkjip`).
FINAL_THEIR_OWN_WAY = {"pengukuran-kinerja", "pengukuran-iki", "lkjip", "cara-hitung"}


def values(xlsx: bytes) -> list[object]:
    sheet = openpyxl.load_workbook(BytesIO(xlsx)).active
    assert sheet is not None
    return [cell for row in sheet.iter_rows(values_only=True) for cell in row if cell is not None]


def ask_for_data(office: Office, folder: Path) -> None:
    """Hand out a form of the year that nobody returns, and remind of it."""
    key = indikator_id(office)
    change_field(office, "indikator", key, "pengumpul_data", "Kasi Pelayanan Umum")
    set_realisasi(office, key, TAHUN, None)
    (sent,) = send_formulir(office, TAHUN, folder, TANGGAL)
    write_teguran(office, TAHUN, [sent.id], TANGGAL, TANGGAL)


def evaluate(office: Office) -> None:
    """Answer a criterion of the year, and write down what an LHE over the year before asked."""
    set_jawaban(office, TAHUN.tahun, "1.1.3", "BB")
    lhe = add_row(office, "lhe", {"tahun": TAHUN.tahun - 1, "nomor": "700/1/2024"})
    advice = {"lhe_id": lhe, "urutan": 1, "rekomendasi": "Susun Manual IKU", "status": "belum"}
    add_row(office, "rekomendasi_lhe", advice)


def test_every_kind_is_printed_as_pdf(muncar: Office, tmp_path: Path) -> None:
    ask_for_data(muncar, tmp_path)
    evaluate(muncar)
    sop = list_sop(muncar)[0]
    subjects = {
        "perjanjian-kinerja": sign_perjanjian(muncar),
        "pengukuran-iki": give_iki(muncar),
        "iki": pejabat_id(muncar),
        "sop": sop.id,
        "sop-dirapikan": sop.id,
        "sop-catatan": sop.id,
        "sop-sumber": sop.id,
        "riwayat-sop": start_case(muncar, sop.id, TAHUN),
        **{
            f"naskah-{jenis}": begin_naskah(muncar, jenis, TAHUN, date(2025, 1, 15))
            for jenis in JENIS
        },
    }
    take_in(muncar, SuratMasuk("1", None, date(2024, 1, 9), "Bappeda", "Edaran"))
    titles = {
        "penetapan-iku": "INDIKATOR KINERJA UTAMA",
        "rencana-kinerja-tahunan": "RENCANA KINERJA TAHUNAN",
        "perjanjian-kinerja": "PERJANJIAN KINERJA TAHUN 2024",
        "rencana-aksi": "RENCANA AKSI",
        "permintaan-data": "Permintaan Data Kinerja Tahun 2024",
        "daftar-formulir": "DAFTAR PENERIMAAN FORMULIR DATA KINERJA",
        "teguran-data": "Teguran Pertama Penyampaian Data Kinerja Tahun 2024",
        "riwayat-pengumpulan": "RIWAYAT PENGUMPULAN DATA KINERJA",
        "pengukuran-kinerja": "PENGUKURAN KINERJA",
        "pengukuran-iki": "Laporan tepat waktu",
        "evaluasi-renja": "EVALUASI TERHADAP HASIL RENJA",
        "berita-acara-evaluasi": "BERITA ACARA EVALUASI HASIL RENJA",
        "tindak-lanjut-evaluasi": "TINDAK LANJUT EVALUASI HASIL RENJA",
        "lkjip": "LAPORAN KINERJA INSTANSI PEMERINTAH (LKjIP)",
        "lembar-lke": "LEMBAR KERJA EVALUASI (LKE) MANDIRI",
        "matriks-lhe": "MATRIKS TINDAK LANJUT HASIL EVALUASI AKIP",
        "surat-pengantar": "SURAT PENGANTAR",
        "tanda-terima": "TANDA TERIMA",
        "surat-pengantar-lkjip": "SURAT PENGANTAR",
        "tanda-terima-lkjip": "TANDA TERIMA",
        "sop": "STANDAR OPERASIONAL PROSEDUR",
        "sop-dirapikan": "STANDAR OPERASIONAL PROSEDUR",
        "sop-catatan": "STANDAR OPERASIONAL PROSEDUR",
        "sop-sumber": "STANDAR OPERASIONAL PROSEDUR",
        "riwayat-sop": "Status",
        "dialog-kinerja": "DIALOG KINERJA",
        "ringkasan-camat": "RINGKASAN KINERJA UNTUK CAMAT",
        "manual-iku": "MANUAL INDIKATOR KINERJA UTAMA",
        "pohon-kinerja": "POHON KINERJA KECAMATAN MUNCAR",
        "matriks-cascading": "MATRIKS CASCADING KINERJA",
        "matriks-peran-hasil": "MATRIKS PERAN HASIL",
        "iki": "INDIKATOR KINERJA INDIVIDU (IKI)",
        "cara-hitung": "LAMPIRAN CARA HITUNG",
        "buku-agenda": "BUKU AGENDA SURAT MASUK",
        **{f"naskah-{jenis}": "KECAMATAN MUNCAR" for jenis in JENIS},
    }
    assert set(titles) == set(DOKUMEN)
    tw4 = Periode(2024, 4)
    set_keterangan(muncar, indikator_id(muncar), tw4, tindak_lanjut="Menagih data")
    for kunci, title in titles.items():
        periode = tw4 if "evaluasi" in kunci or "dialog" in kunci else TAHUN
        text = read_text(build_pdf(muncar, Permintaan(kunci, periode, subjects.get(kunci))))
        assert title in text, kunci
        # What people sign is a draft until it is final; the agreement is signed on this very print.
        is_draft = DOKUMEN[kunci].is_signed or kunci in FINAL_THEIR_OWN_WAY
        assert ("DRAF" in text) == is_draft, kunci


def test_a_letter_in_word_bears_draf_until_it_is_final(muncar: Office) -> None:
    def marks(docx: bytes) -> bool:
        with ZipFile(BytesIO(docx)) as parts:
            heads = [parts.read(name) for name in parts.namelist() if "header" in name]
        return any(b"DRAF" in head for head in heads)

    wanted = Permintaan("rencana-kinerja-tahunan", TAHUN, tanggal=TANGGAL)
    assert marks(build_docx(muncar, wanted))
    make_final(muncar, DOKUMEN[wanted.kunci], wanted, TANGGAL)
    assert not marks(build_docx(muncar, wanted))
    assert not build_naskah(muncar, wanted).is_draft
    assert "DRAF" not in read_text(build_pdf(muncar, wanted))
    reopen_paper(muncar, DOKUMEN[wanted.kunci], wanted, "keliru")
    assert marks(build_docx(muncar, wanted))


def test_the_form_of_pengukuran_lies_across_f4(muncar: Office) -> None:
    pdf = build_pdf(muncar, Permintaan("pengukuran-kinerja", TAHUN))
    box = PdfReader(BytesIO(pdf)).pages[0].mediabox
    millimetres = (float(box.height) * 25.4 / 72, float(box.width) * 25.4 / 72)
    assert millimetres == pytest.approx(F4, abs=0.5)


def test_a_draft_bears_todays_date_unless_another_is_asked_for(muncar: Office) -> None:
    draft = read_text(build_pdf(muncar, Permintaan("pengukuran-kinerja", TAHUN)))
    assert "Muncar, 15 Januari 2025" in draft
    assert "DRAF" in draft
    other = Permintaan("pengukuran-kinerja", TAHUN, tanggal=date(2025, 2, 3))
    assert "Muncar, 3 Februari 2025" in read_text(build_pdf(muncar, other))


def test_a_final_is_printed_again_byte_for_byte_whatever_is_asked(
    muncar: Office, clock: Clock
) -> None:
    row = finalize(muncar, TAHUN, TANGGAL)
    first = build_pdf(muncar, Permintaan("pengukuran-kinerja", TAHUN))
    clock.moment = clock.moment.replace(year=2030)
    later = Permintaan("pengukuran-kinerja", TAHUN, tanggal=date(2030, 1, 1))
    assert build_pdf(muncar, later) == first
    lose_file(muncar, row.pdf)
    assert build_pdf(muncar, later) == first


def test_the_xlsx_has_real_numbers_draft_and_final(muncar: Office) -> None:
    wanted = Permintaan("pengukuran-kinerja", TAHUN)
    draft = values(build_xlsx(muncar, wanted))
    # Renstra Kecamatan Muncar, IKM 2024: target 91,33, realisasi 97,66.
    assert 91.33 in draft
    assert 97.66 in draft
    row = finalize(muncar, TAHUN, TANGGAL)
    final = openpyxl.load_workbook(BytesIO(build_xlsx(muncar, wanted))).active
    assert final is not None
    footer = final.oddFooter
    assert footer is not None
    assert row.kode in str(footer.left.text)


def test_the_iki_of_an_official_is_his_own(muncar: Office) -> None:
    wanted = Permintaan("pengukuran-iki", TAHUN, give_iki(muncar))
    text = read_text(build_pdf(muncar, wanted))
    assert "NAMA SEKRETARIS" in text
    assert "Indeks Kepuasan Masyarakat" not in text
    # On the form it is a live formula; the flat sheet has the number.
    data = openpyxl.load_workbook(BytesIO(build_xlsx(muncar, wanted)))["Data"]
    assert 75 in [cell.value for row in data.iter_rows() for cell in row]


def test_a_kind_that_is_about_somebody_asks_for_whom(muncar: Office) -> None:
    for kunci in ("perjanjian-kinerja", "pengukuran-iki", "sop", "riwayat-sop"):
        with pytest.raises(KinerjaError, match="belum dipilih"):
            build_pdf(muncar, Permintaan(kunci, TAHUN))
    with pytest.raises(KinerjaError, match="belum dipilih"):
        build_xlsx(muncar, Permintaan("pengukuran-iki", TAHUN))


def test_an_unknown_document_is_named_with_those_there_are(muncar: Office, tmp_path: Path) -> None:
    with pytest.raises(KinerjaError, match=r"'puisi' tidak dikenal\..*surat-pengantar"):
        build_pdf(muncar, Permintaan("puisi", TAHUN))
    with pytest.raises(KinerjaError, match="'puisi' tidak dikenal"):
        documents.save_document(muncar, Permintaan("puisi", TAHUN), tmp_path / "a.xlsx")


def test_a_letter_is_no_workbook(muncar: Office) -> None:
    with pytest.raises(KinerjaError, match="tidak tersedia sebagai XLSX"):
        build_xlsx(muncar, Permintaan("surat-pengantar", TAHUN))


def test_what_is_saved_is_what_is_shown(muncar: Office, tmp_path: Path) -> None:
    wanted = Permintaan("pengukuran-kinerja", TAHUN)
    documents.save_document(muncar, wanted, tmp_path / "a.PDF")
    assert (tmp_path / "a.PDF").read_bytes() == build_pdf(muncar, wanted)
    documents.save_document(muncar, wanted, tmp_path / "a.xlsx")
    assert 91.33 in values((tmp_path / "a.xlsx").read_bytes())


@pytest.mark.parametrize(("name", "told"), [("a.doc", "'.doc'"), ("a", "'a'")])
def test_only_known_endings_are_saved(muncar: Office, tmp_path: Path, name: str, told: str) -> None:
    with pytest.raises(KinerjaError, match=f"Berkas {told} tidak dikenal"):
        documents.save_document(muncar, Permintaan("pengukuran-kinerja", TAHUN), tmp_path / name)
    assert list(tmp_path.glob("a*")) == []


def test_an_office_that_is_not_set_up_prints_nothing(office: Office) -> None:
    with pytest.raises(KinerjaError, match="belum disiapkan"):
        build_pdf(office, Permintaan("pengukuran-kinerja", Periode(2024)))


def test_every_paper_of_blocks_is_made_for_word(muncar: Office) -> None:
    for kunci in ("rencana-kinerja-tahunan", "pengukuran-kinerja", "lkjip"):
        with ZipFile(BytesIO(build_docx(muncar, Permintaan(kunci, TAHUN)))) as package:
            assert "word/document.xml" in package.namelist()
    assert build_naskah(muncar, Permintaan("lkjip", TAHUN)).title.startswith("Laporan Kinerja")
