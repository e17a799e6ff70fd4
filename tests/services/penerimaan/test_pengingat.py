"""Letters to all who have not delivered: one page each, signed by the head, numbered or not."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from docx import Document

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.dokumen.documents import SaveCancelledError
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.penerimaan.pengingat import (
    IsiPengingat,
    list_kurang,
    name_berkas,
    propose_isi,
    save_pengingat,
)
from kinerja_desktop.services.penerimaan.unit import (
    add_unit,
    ask_unit,
    list_unit,
    set_tenggat,
)
from kinerja_desktop.store.records import Pejabat, Penempatan
from tests.documents.reading import pages_of
from tests.services.dokumen.papers import TAHUN
from tests.services.penerimaan.senders import open_sender, take
from tests.stopping import Counter, stop_at

ISI = IsiPengingat(date(2025, 2, 10), date(2025, 2, 17))
TW4 = Periode(2024, 4)


def appoint(office: Office, jabatan: str, nama: str, mulai: date = date(2020, 1, 1)) -> None:
    with office.journal.action("Pejabat") as session:
        who = Pejabat(nama=nama, nip="197001011995031001")
        session.add(who)
        session.add(
            Penempatan(
                pejabat_id=who.id, jabatan=jabatan, peran="lain", status="definitif", mulai=mulai
            )
        )


def keep_only(office: Office, *nama: str) -> None:
    others = [row.nama for row in list_unit(office) if row.nama not in nama]
    ask_unit(office, others, is_asked=False)


def write(
    office: Office, folder: Path, isi: IsiPengingat = ISI, triwulan: int | None = None
) -> list[str]:
    path = folder / "surat.pdf"
    save_pengingat(office, path, isi, 2024, triwulan)
    return [" ".join(page.split()) for page in pages_of(path.read_bytes())]


@pytest.fixture
def late(bappeda: Office, sticks: Path) -> Office:
    """Candipuro delivered; Klakah and Dinas Sosial owe the year and TW IV, which is late too."""
    add_unit(bappeda, ["Dinas Sosial"], jenis="perangkat_daerah")
    keep_only(bappeda, "Candipuro", "Klakah", "Dinas Sosial")
    set_tenggat(bappeda, TAHUN, date(2025, 2, 7))
    take(bappeda, sticks / "v1")
    return bappeda


def test_who_owes_what_is_late(late: Office) -> None:
    owing = list_kurang(late, 2024)
    assert [(unit.sebutan, [item.hari for item in unit.kurang]) for unit in owing] == [
        ("Kecamatan Klakah", [3]), ("Dinas Sosial", [3]),
    ]  # fmt: skip
    assert [unit.nama for unit in list_kurang(late, 2024, hari=date(2025, 2, 7))] == []
    # Whoever names a triwulan wants it asked for, with a day or without.
    assert [[item.tenggat for item in unit.kurang] for unit in list_kurang(late, 2024, 4)] == [
        [None], [None], [None],
    ]  # fmt: skip
    set_tenggat(late, TW4, None)
    assert len(list_kurang(late, 2024)) == 2
    set_tenggat(late, TW4, date(2025, 1, 10))
    assert [len(unit.kurang) for unit in list_kurang(late, 2024)] == [1, 2, 2]


def test_each_has_a_page_signed_by_the_head(late: Office, tmp_path: Path) -> None:
    appoint(late, "Kepala Bidang Perencanaan", "Orang Lain")
    appoint(late, "Kepala Bappeda Kabupaten Lumajang", "Ir. Bambang", date(2019, 1, 1))
    first, second = write(late, tmp_path)
    for words in (
        "PEMERINTAH KABUPATEN LUMAJANG BAPPEDA", "Lumajang, 10 Februari 2025", "Nomor : ....",
        "Hal : Pengingat Penyampaian Laporan Kinerja Tahun 2024", "Yth. Camat Klakah di Klakah",
        "Pengukuran Kinerja Tahun 2024 7 Februari 2025 3 hari",
        "paling lambat tanggal 17 Februari 2025", "KEPALA BAPPEDA KABUPATEN LUMAJANG",
        "Ir. Bambang", "NIP 19700101 199503 1 001",
    ):  # fmt: skip
        assert words in first, words
    assert "Orang Lain" not in first
    assert "KECAMATAN" not in first
    assert "Yth. Kepala Dinas Sosial di Lumajang" in second
    assert "Halaman" not in first


def test_without_a_head_the_line_is_left_and_a_number_is_printed(
    late: Office, tmp_path: Path
) -> None:
    (first, _) = write(late, tmp_path, replace(ISI, nomor=" 700 / 12/427.70/2025"))
    assert "Nomor : 700/12/427.70/2025" in first
    assert "KEPALA BAPPEDA," in first


def test_before_its_day_it_is_a_request(late: Office, tmp_path: Path) -> None:
    set_tenggat(late, TW4, date(2025, 3, 1))
    pages = write(late, tmp_path, triwulan=4)
    assert len(pages) == 3
    assert "Hal : Permintaan Penyampaian Laporan Kinerja Triwulan IV Tahun 2024" in pages[0]
    assert "Sifat : Biasa" in pages[0]


def test_several_periods_stand_in_one_letter(late: Office, tmp_path: Path) -> None:
    set_tenggat(late, TW4, date(2025, 1, 10))
    pages = write(late, tmp_path)
    assert len(pages) == 3
    klakah = next(page for page in pages if "Camat Klakah" in page)
    assert "Hal : Pengingat Penyampaian Laporan Kinerja Yth." in klakah.replace("  ", " ")
    assert "1. Pengukuran Kinerja Triwulan IV Tahun 2024 10 Januari 2025 31 hari" in klakah
    assert "2. Pengukuran Kinerja Tahun 2024 7 Februari 2025 3 hari" in klakah


def test_word_says_the_same(late: Office, tmp_path: Path) -> None:
    path = tmp_path / "surat.docx"
    save_pengingat(late, path, ISI, 2024)
    texts = [item.text for item in Document(str(path)).paragraphs]
    assert sum("Sehubungan dengan penyampaian" in text for text in texts) == 2


def test_writing_them_is_stopped(late: Office, tmp_path: Path) -> None:
    folder = tmp_path / "keluar"
    folder.mkdir()
    asked = Counter()
    save_pengingat(late, tmp_path / "utuh.pdf", ISI, 2024, cancelled=asked)
    for when in (1, asked.asked):
        with pytest.raises(SaveCancelledError, match="Tidak ada berkas yang ditulis"):
            save_pengingat(late, folder / "surat.pdf", ISI, 2024, cancelled=stop_at(when))
        assert list(folder.iterdir()) == []


def test_what_is_wrong_is_said(late: Office, tmp_path: Path) -> None:
    with pytest.raises(KinerjaError, match="lebih awal dari tanggal surat"):
        write(late, tmp_path, replace(ISI, batas=date(2025, 2, 9)))
    with pytest.raises(KinerjaError, match="Nomornya belum benar: 'satu' bukan nomor surat"):
        write(late, tmp_path, replace(ISI, nomor="satu"))
    with pytest.raises(KinerjaError, match="folder data"):
        save_pengingat(late, late.folder / "s.pdf", ISI, 2024)
    with pytest.raises(KinerjaError, match=r"\.pdf atau \.docx"):
        save_pengingat(late, tmp_path / "s.xlsx", ISI, 2024)
    with pytest.raises(KinerjaError, match="Tidak ada unit yang terlambat"):
        save_pengingat(late, tmp_path / "s.pdf", ISI, 2023)
    kecamatan = open_sender(tmp_path / "kantor")
    with pytest.raises(KinerjaError, match="bukan Bappeda"):
        list_kurang(kecamatan, 2024)
    kecamatan.close()


def test_what_is_proposed(bappeda: Office) -> None:
    # 10 February 2025 is a Monday; five hari kerja on it is the next Monday.
    assert propose_isi(bappeda) == ISI
    assert name_berkas(2024, None) == "SURAT_PENGINGAT_2024"
    assert name_berkas(2024, 2) == "SURAT_PENGINGAT_2024_TW2"
