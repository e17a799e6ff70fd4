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
        Field("tahun", "Tahun", Kind.BULAT, required=True, batas=TAHUN),
        Field("arah", "Masuk/keluar", Kind.PILIHAN, required=True, choices=ARAH),
        Field(
            "buku", "Buku",
            bantuan="Buku yang menomori surat: masuk, keluar, nota_dinas, keputusan.",
        ),
        Field("agenda", "Nomor urut", bantuan="Misalnya 16, atau 16.1 untuk sisipan."),
        Field("tanggal", "Tanggal surat", Kind.TANGGAL),
        Field("nomor", "Nomor surat", lebar=24),
        Field("pihak", "Dari/kepada", lebar=30),
        Field("hal", "Hal", lebar=40),
        Field("klasifikasi", "Klasifikasi", bantuan="Kode klasifikasi arsip, misalnya 700."),
        Field("diterima", "Diterima tanggal", Kind.TANGGAL),
        Field("sifat", "Sifat", Kind.PILIHAN, choices=SIFAT),
        Field("lampiran", "Lampiran", bantuan="Misalnya 1 (satu) berkas."),
        Field("keterangan", "Keterangan", Kind.LONG_TEXT, lebar=30),
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
        Field("nama", "Nama buku", required=True, lebar=24),
        Field("arah", "Masuk/keluar", Kind.PILIHAN, required=True, choices=ARAH),
        Field(
            "pola", "Pola nomor", lebar=36,
            bantuan="Misalnya {klasifikasi}/{urut}/{unit}/{tahun}.",
        ),
        Field("klasifikasi", "Klasifikasi", bantuan="Yang diusulkan, misalnya 700."),
        Field("mulai", "Nomor pertama", Kind.BULAT, required=True, batas=(1, 999_999)),
    ),
    kunci=("kunci",),
)  # fmt: skip

TUGAS = Section(
    "tugas",
    "Tugas",
    (
        Field("uraian", "Tugas", Kind.LONG_TEXT, required=True, lebar=40),
        Field("penanggung_jawab", "Penanggung jawab", lebar=24),
        Field("batas_waktu", "Batas waktu", Kind.TANGGAL),
        Field("selesai", "Selesai tanggal", Kind.TANGGAL),
        Field("keterangan", "Keterangan", Kind.LONG_TEXT, lebar=30),
    ),
    kunci=("uraian", "penanggung_jawab", "batas_waktu"),
)
