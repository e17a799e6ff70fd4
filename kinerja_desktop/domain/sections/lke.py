"""Evaluasi SAKIP: answers of the self-check, LHE with recommendations, publications.

`docs/sakip.md` §11. The criteria themselves are `domain.lke`.
"""

from kinerja_desktop.domain.angka.periode import TAHUN
from kinerja_desktop.domain.sections.fields import Field, Kind, Section

#: Where a recommendation stands.
STATUS_REKOMENDASI = {
    "belum": "Belum ditindaklanjuti", "proses": "Dalam proses", "selesai": "Selesai",
}  # fmt: skip

JAWABAN_LKE = Section(
    "jawaban_lke",
    "Jawaban LKE",
    (
        Field(
            "tahun",
            "Tahun",
            Kind.BULAT,
            required=True,
            batas=TAHUN,
            lebar=8,
            bantuan="Tahun yang dinilai, misalnya 2024.",
        ),
        Field("kriteria", "Kode kriteria", required=True, bantuan="Misalnya 1.1.3."),
        Field("jawaban", "Jawaban", bantuan="Menurut skala kantor, misalnya BB."),
        Field(
            "catatan",
            "Catatan",
            Kind.LONG_TEXT,
            lebar=60,
            bantuan="Alasan jawaban dan di mana buktinya.",
        ),
    ),
    kunci=("tahun", "kriteria"),
)

LHE = Section(
    "lhe",
    "Laporan Hasil Evaluasi",
    (
        Field(
            "tahun",
            "Tahun yang dievaluasi",
            Kind.BULAT,
            required=True,
            batas=TAHUN,
            lebar=10,
            bantuan="Tahun kinerja yang dievaluasi Inspektorat, misalnya 2024.",
        ),
        Field(
            "nomor",
            "Nomor LHE",
            required=True,
            lebar=30,
            bantuan="Nomor surat laporan hasil evaluasi.",
        ),
        Field("tanggal", "Tanggal", Kind.TANGGAL, bantuan="Tanggal laporan hasil evaluasi."),
        Field(
            "nilai",
            "Nilai",
            Kind.ANGKA,
            batas=(0, 100),
            bantuan="Nilai dari Inspektorat, 0 sampai 100; predikatnya mengikuti.",
        ),
        Field(
            "keterangan", "Keterangan", Kind.LONG_TEXT, lebar=40, bantuan="Untuk kantor sendiri."
        ),
    ),
    kunci=("nomor",),
    acuan="nomor",
)

REKOMENDASI_LHE = Section(
    "rekomendasi_lhe",
    "Rekomendasi LHE",
    (
        Field("lhe_id", "LHE", Kind.ACUAN, required=True, acuan="lhe", lebar=30,
              bantuan="Laporan hasil evaluasi yang memuat rekomendasi ini."),
        Field("urutan", "No", Kind.BULAT, required=True, batas=(1, 500), lebar=6,
              bantuan="Nomor rekomendasi dalam laporan itu."),
        Field("rekomendasi", "Rekomendasi", Kind.LONG_TEXT, required=True, lebar=60,
              bantuan="Disalin persis dari laporan hasil evaluasi."),
        Field("rencana", "Rencana tindak lanjut", Kind.LONG_TEXT, lebar=50,
              bantuan="Yang akan dikerjakan kantor untuk memenuhinya."),
        Field("penanggung_jawab", "Penanggung jawab", lebar=28,
              bantuan="Jabatan yang mengerjakannya."),
        Field("batas_waktu", "Tenggat", Kind.TANGGAL,
              bantuan="Tampil di Beranda bila hampir lewat."),
        Field("status", "Status", Kind.PILIHAN, required=True, choices=STATUS_REKOMENDASI,
              lebar=22,
              bantuan="Belum, dalam proses, atau selesai ditindaklanjuti."),
        Field("selesai", "Tanggal selesai", Kind.TANGGAL,
              bantuan="Kosong selama belum selesai."),
        Field("keterangan", "Keterangan", Kind.LONG_TEXT, lebar=40,
              bantuan="Hasilnya, atau di mana buktinya."),
    ),
    kunci=("lhe_id", "urutan"),
)  # fmt: skip

PUBLIKASI_DOKUMEN = Section(
    "publikasi_dokumen",
    "Publikasi Dokumen",
    (
        Field("dokumen", "Dokumen", required=True, lebar=28,
              bantuan="Kata kunci dokumen, misalnya lkjip, renstra, penetapan-iku, "
              "perjanjian-kinerja, rencana-aksi, atau nama lain."),
        Field("tahun", "Tahun", Kind.BULAT, required=True, batas=TAHUN, lebar=8,
              bantuan="Tahun dokumen itu, misalnya 2024."),
        Field("tanggal", "Tanggal terbit", Kind.TANGGAL,
              bantuan="Hari dokumen itu diumumkan."),
        Field("tempat", "Alamat laman atau tempat", lebar=50,
              bantuan="Misalnya alamat laman kecamatan, atau papan pengumuman."),
        Field("keterangan", "Keterangan", Kind.LONG_TEXT, lebar=40,
              bantuan="Untuk kantor sendiri."),
    ),
    kunci=("dokumen", "tahun", "tempat"),
)  # fmt: skip
