"""The kinds of naskah dinas that the office writes around its SOPs (`docs/sakip.md` §9)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class TataLetak(StrEnum):
    """How a letter is laid out on paper."""

    SURAT = "surat"
    NOTA_DINAS = "nota_dinas"
    DISPOSISI = "disposisi"
    DAFTAR_HADIR = "daftar_hadir"
    NOTULEN = "notulen"
    BERITA_ACARA = "berita_acara"
    KEPUTUSAN = "keputusan"
    SURAT_TUGAS = "surat_tugas"
    SURAT_PENGANTAR = "surat_pengantar"
    TANDA_TERIMA = "tanda_terima"
    DAFTAR_BAGI = "daftar_bagi"


@dataclass(frozen=True)
class JenisNaskah:
    """A kind of letter.

    Attributes:
        kunci: names it for ever; its wording lies in ``resources/naskah`` under it.
        nama: for people.
        keterangan: what it is for.
        tata_letak: how it is laid out.
        buku: the book that counts it; empty for papers without a number.
    """

    kunci: str
    nama: str
    keterangan: str
    tata_letak: TataLetak
    buku: str = ""


_NOTA = (TataLetak.NOTA_DINAS, "nota_dinas")
#: In the order in which they are offered.
JENIS: Mapping[str, JenisNaskah] = {
    jenis.kunci: jenis
    for jenis in (
        JenisNaskah(
            "disposisi", "Lembar Disposisi",
            "Dua lembar pada satu halaman: siapa menindaklanjuti surat, dan bagaimana.",
            TataLetak.DISPOSISI,
        ),
        JenisNaskah(
            "nota-perintah", "Nota Dinas Perintah",
            "Camat memerintahkan penyusunan dokumen kinerja.", *_NOTA,
        ),
        JenisNaskah(
            "nota-permintaan", "Nota Dinas Permintaan Data",
            "Meminta data kinerja kepada seksi dan subbagian.", *_NOTA,
        ),
        JenisNaskah(
            "nota-pengantar-draf", "Nota Dinas Pengantar Draf",
            "Menyampaikan draf untuk dikoreksi.", *_NOTA,
        ),
        JenisNaskah(
            "nota-pengantar-ttd", "Nota Dinas Pengantar Tanda Tangan",
            "Menyampaikan dokumen kepada Camat untuk ditandatangani.", *_NOTA,
        ),
        JenisNaskah(
            "nota-teguran", "Nota Dinas Teguran",
            "Mengingatkan yang belum menyampaikan datanya.", *_NOTA,
        ),
        JenisNaskah(
            "penggandaan", "Nota Dinas Penggandaan",
            "Meminta dokumen digandakan: berapa rangkap, untuk siapa.", *_NOTA,
        ),
        JenisNaskah(
            "nota-dinas", "Nota Dinas lain", "Nota dinas untuk hal lain.", *_NOTA,
        ),
        JenisNaskah(
            "undangan", "Undangan Rapat", "Hari, pukul, tempat, dan acara rapat.",
            TataLetak.SURAT, "keluar",
        ),
        JenisNaskah(
            "daftar-hadir", "Daftar Hadir",
            "Nama pejabat kantor sudah terisi, dengan baris kosong untuk yang lain.",
            TataLetak.DAFTAR_HADIR,
        ),
        JenisNaskah(
            "notulen", "Notulen Rapat",
            "Acara, pembahasan, keputusan, dan tindak lanjut yang menjadi tugas di Beranda.",
            TataLetak.NOTULEN,
        ),
        JenisNaskah(
            "berita-acara", "Berita Acara", "Apa yang dilakukan bersama, dan hasilnya.",
            TataLetak.BERITA_ACARA, "keluar",
        ),
        JenisNaskah(
            "sk-tim", "Keputusan Tim SAKIP",
            "Keputusan Camat dengan lampiran susunan tim.", TataLetak.KEPUTUSAN, "keputusan",
        ),
        JenisNaskah(
            "surat-tugas", "Surat Tugas", "Menugaskan pejabat dan staf.",
            TataLetak.SURAT_TUGAS, "keluar",
        ),
        JenisNaskah(
            "surat", "Surat Dinas", "Surat kepada instansi lain.", TataLetak.SURAT, "keluar",
        ),
        JenisNaskah(
            "surat-pengantar", "Surat Pengantar lain",
            "Menyertai dokumen yang dikirim; rangkap dua, satu kembali.",
            TataLetak.SURAT_PENGANTAR, "keluar",
        ),
        JenisNaskah(
            "tanda-terima", "Tanda Terima lain", "Bukti bahwa dokumen sudah diterima.",
            TataLetak.TANDA_TERIMA,
        ),
        JenisNaskah(
            "daftar-bagi", "Daftar Bagi",
            "Dokumen yang dibagikan kepada seluruh pejabat, dengan tanda tangan penerima.",
            TataLetak.DAFTAR_BAGI,
        ),
    )
}  # fmt: skip
