"""The register of letters, its books, and tasks (`docs/sakip.md` §9, *Nomor surat*)."""

from kinerja_desktop.domain.angka.periode import TAHUN
from kinerja_desktop.domain.sections.fields import Field, Kind, Section

ARAH = {"masuk": "Surat masuk", "keluar": "Surat keluar"}
SIFAT = {
    "biasa": "Biasa", "segera": "Segera", "sangat_segera": "Sangat segera", "rahasia": "Rahasia",
}  # fmt: skip

SURAT = Section(
    "surat",
    "Register Surat",
    (
        Field("tahun", "Tahun", Kind.BULAT, required=True, batas=TAHUN,
              bantuan="Tahun buku yang menomori surat ini."),
        Field("arah", "Masuk/keluar", Kind.PILIHAN, required=True, choices=ARAH,
              bantuan="Surat masuk diterima kantor; surat keluar dibuat kantor."),
        Field(
            "buku", "Buku",
            bantuan="Buku yang menomori surat: masuk, keluar, nota_dinas, keputusan.",
        ),
        Field("agenda", "Nomor urut", bantuan="Misalnya 16, atau 16.1 untuk sisipan."),
        Field("tanggal", "Tanggal surat", Kind.TANGGAL,
              bantuan="Tanggal yang tertulis pada surat."),
        Field("nomor", "Nomor surat", lebar=24,
              bantuan="Nomor lengkap seperti pada surat, misalnya 700/16/427.90/2025."),
        Field("pihak", "Dari/kepada", lebar=30,
              bantuan="Untuk surat masuk pengirimnya, untuk surat keluar tujuannya."),
        Field("hal", "Hal", lebar=40,
              bantuan="Pokok surat, seperti tertulis pada Hal."),
        Field("klasifikasi", "Klasifikasi", bantuan="Kode klasifikasi arsip, misalnya 700."),
        Field("diterima", "Diterima tanggal", Kind.TANGGAL,
              bantuan="Hari surat masuk itu diterima kantor."),
        Field("sifat", "Sifat", Kind.PILIHAN, choices=SIFAT,
              bantuan="Kosong berarti tidak disebut pada surat."),
        Field("lampiran", "Lampiran", bantuan="Misalnya 1 (satu) berkas."),
        Field("keterangan", "Keterangan", Kind.LONG_TEXT, lebar=30,
              bantuan="Untuk kantor sendiri."),
        Field(
            "dibatalkan", "Batal karena",
            bantuan="Nomor yang batal tetap tercatat dan tidak dipakai lagi.",
        ),
    ),
    kunci=("tahun", "arah", "buku", "agenda", "hal"),
)  # fmt: skip

BUKU_SURAT = Section(
    "buku_surat",
    "Buku Surat",
    (
        Field("kunci", "Kode buku", required=True, bantuan="Huruf kecil, misalnya keluar."),
        Field("nama", "Nama buku", required=True, lebar=24,
              bantuan="Misalnya Buku surat keluar."),
        Field("arah", "Masuk/keluar", Kind.PILIHAN, required=True, choices=ARAH,
              bantuan="Buku untuk surat masuk atau surat keluar."),
        Field(
            "pola", "Pola nomor", lebar=36,
            bantuan="Misalnya {klasifikasi}/{urut}/{unit}/{tahun}.",
        ),
        Field("klasifikasi", "Klasifikasi", bantuan="Yang diusulkan, misalnya 700."),
        Field("mulai", "Nomor pertama", Kind.BULAT, required=True, batas=(1, 999_999),
              bantuan="Nomor urut pertama setiap tahun, biasanya 1."),
    ),
    kunci=("kunci",),
)  # fmt: skip

TUGAS = Section(
    "tugas",
    "Tugas",
    (
        Field(
            "uraian",
            "Tugas",
            Kind.LONG_TEXT,
            required=True,
            lebar=40,
            bantuan="Yang harus dikerjakan, misalnya Menyusun rekap pengaduan Triwulan III.",
        ),
        Field(
            "penanggung_jawab", "Penanggung jawab", lebar=24, bantuan="Jabatan yang mengerjakannya."
        ),
        Field(
            "batas_waktu",
            "Batas waktu",
            Kind.TANGGAL,
            bantuan="Tampil di Beranda sampai selesai; lewat tanggal ini ditandai terlambat.",
        ),
        Field("selesai", "Selesai tanggal", Kind.TANGGAL, bantuan="Kosong selama belum selesai."),
        Field(
            "keterangan", "Keterangan", Kind.LONG_TEXT, lebar=30, bantuan="Untuk kantor sendiri."
        ),
    ),
    kunci=("uraian", "penanggung_jawab", "batas_waktu"),
)
