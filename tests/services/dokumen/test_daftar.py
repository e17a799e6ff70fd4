import pytest

from kinerja_desktop.domain.surat.jenis import JENIS
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.dokumen.daftar import DOKUMEN, get_dokumen


def test_a_document_is_known_by_the_word_of_the_command_line() -> None:
    assert get_dokumen("lkjip").judul == "LKjIP"
    with pytest.raises(KinerjaError, match=r"'puisi' tidak dikenal\. Pilih penetapan-iku, "):
        get_dokumen("puisi")


def test_the_documents_stand_in_the_order_of_the_page() -> None:
    assert list(DOKUMEN) == [
        "penetapan-iku", "rencana-kinerja-tahunan", "perjanjian-kinerja", "rencana-aksi",
        "manual-iku", "pohon-kinerja", "matriks-cascading", "matriks-peran-hasil", "iki",
        "permintaan-data", "daftar-formulir", "teguran-data", "riwayat-pengumpulan",
        "pengukuran-kinerja", "pengukuran-iki", "cara-hitung", "evaluasi-renja",
        "berita-acara-evaluasi", "tindak-lanjut-evaluasi", "dialog-kinerja", "ringkasan-camat",
        "lkjip", "lembar-lke", "matriks-lhe", "surat-pengantar", "tanda-terima",
        "surat-pengantar-lkjip", "tanda-terima-lkjip", "sop",
        "sop-dirapikan", "sop-catatan", "sop-sumber", "riwayat-sop",
        *(f"naskah-{jenis}" for jenis in JENIS), "buku-agenda",
    ]  # fmt: skip


def test_every_document_says_what_it_is_for() -> None:
    assert all(dokumen.keterangan.endswith(".") for dokumen in DOKUMEN.values())
