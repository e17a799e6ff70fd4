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
        Field("tahun", "Tahun", Kind.BULAT, required=True, batas=TAHUN, lebar=8),
        Field("kriteria", "Kode kriteria", required=True, bantuan="Misalnya 1.1.3."),
        Field("jawaban", "Jawaban", bantuan="Menurut skala kantor, misalnya BB."),
        Field("catatan", "Catatan", Kind.LONG_TEXT, lebar=60),
    ),
    kunci=("tahun", "kriteria"),
)

LHE = Section(
    "lhe",
    "Laporan Hasil Evaluasi",
    (
        Field("tahun", "Tahun yang dievaluasi", Kind.BULAT, required=True, batas=TAHUN, lebar=10),
        Field("nomor", "Nomor LHE", required=True, lebar=30),
        Field("tanggal", "Tanggal", Kind.TANGGAL),
        Field("nilai", "Nilai", Kind.ANGKA, batas=(0, 100)),
        Field("keterangan", "Keterangan", Kind.LONG_TEXT, lebar=40),
    ),
    kunci=("nomor",),
    acuan="nomor",
)

REKOMENDASI_LHE = Section(
    "rekomendasi_lhe",
    "Rekomendasi LHE",
    (
        Field("lhe_id", "LHE", Kind.ACUAN, required=True, acuan="lhe", lebar=30),
        Field("urutan", "No", Kind.BULAT, required=True, batas=(1, 500), lebar=6),
        Field("rekomendasi", "Rekomendasi", Kind.LONG_TEXT, required=True, lebar=60),
        Field("rencana", "Rencana tindak lanjut", Kind.LONG_TEXT, lebar=50),
        Field("penanggung_jawab", "Penanggung jawab", lebar=28),
        Field("batas_waktu", "Tenggat", Kind.TANGGAL),
        Field("status", "Status", Kind.PILIHAN, required=True, choices=STATUS_REKOMENDASI,
              lebar=22),
        Field("selesai", "Tanggal selesai", Kind.TANGGAL),
        Field("keterangan", "Keterangan", Kind.LONG_TEXT, lebar=40),
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
        Field("tahun", "Tahun", Kind.BULAT, required=True, batas=TAHUN, lebar=8),
        Field("tanggal", "Tanggal terbit", Kind.TANGGAL),
        Field("tempat", "Alamat laman atau tempat", lebar=50),
        Field("keterangan", "Keterangan", Kind.LONG_TEXT, lebar=40),
    ),
    kunci=("dokumen", "tahun", "tempat"),
)  # fmt: skip
