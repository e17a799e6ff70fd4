"""What was reached: realisasi per period with its story (`docs/sakip.md` §5)."""

from kinerja_desktop.domain.angka.periode import TAHUN
from kinerja_desktop.domain.sections.fields import Field, Kind, Section

TINGKAT_PEMBANDING = {
    "nasional": "Standar nasional", "provinsi": "Standar provinsi",
    "kabupaten": "Standar kabupaten",
}  # fmt: skip

PEMBANDING = Section(
    "pembanding",
    "Standar Pembanding",
    (
        Field("indikator_id", "Indikator", Kind.ACUAN, required=True, acuan="indikator",
              bantuan="Indikator yang dibandingkan, menurut kodenya."),
        Field("tahun", "Tahun", Kind.BULAT, required=True, batas=TAHUN, lebar=8,
              bantuan="Tahun standar itu berlaku, misalnya 2024."),
        Field("tingkat", "Tingkat", Kind.PILIHAN, required=True, choices=TINGKAT_PEMBANDING,
              bantuan="Standar nasional, provinsi, atau kabupaten."),
        Field("nilai", "Nilai standar", Kind.NILAI,
              bantuan="Kosong berarti belum diisi; 0 adalah nilai."),
        Field("sumber", "Sumber", lebar=40, bantuan="Dokumen yang memuat standar ini."),
        Field("tidak_ada", "Standar tidak ada", Kind.YA_TIDAK, lebar=12,
              bantuan="Ya berarti sudah dipastikan: indikator ini tidak mempunyai standar."),
    ),
    kunci=("indikator_id", "tahun", "tingkat"),
)  # fmt: skip

REALISASI = Section(
    "realisasi",
    "Realisasi",
    (
        Field("indikator_id", "Indikator", Kind.ACUAN, required=True, acuan="indikator",
              bantuan="Indikator yang diukur, menurut kodenya."),
        Field("tahun", "Tahun", Kind.BULAT, required=True, batas=TAHUN, lebar=8,
              bantuan="Tahun yang diukur, misalnya 2025."),
        Field("triwulan", "Triwulan", Kind.BULAT, batas=(1, 4), lebar=8,
              bantuan="Kosong berarti setahun."),
        Field("nilai", "Realisasi", Kind.NILAI,
              bantuan="Kosong berarti belum diisi; 0 adalah nilai."),
        Field("tidak_berlaku", "Tidak berlaku", Kind.YA_TIDAK,
              bantuan="Ya bila indikator ini memang tidak dinilai pada periode itu; ia tidak ikut"
              " dalam rata-rata."),
        Field("alasan", "Alasan", lebar=24,
              bantuan="Mengapa tidak berlaku, atau mengapa capaiannya ditetapkan sendiri."),
        Field("capaian_manual", "Capaian ditetapkan (%)", Kind.ANGKA,
              bantuan="Hanya bila rumusnya tidak dapat dipakai dan kantor memilih menetapkannya, "
              "dengan alasan."),
        Field("pembilang", "Pembilang", Kind.ANGKA,
              bantuan="Angka yang dibagi, misalnya 45 pengaduan selesai."),
        Field("penyebut", "Penyebut", Kind.ANGKA,
              bantuan="Angka pembagi, misalnya 50 pengaduan masuk; realisasinya lalu 90%."),
        Field("pendorong", "Faktor pendorong", Kind.LONG_TEXT, lebar=40,
              bantuan="Yang membantu target tercapai atau terlampaui."),
        Field("penghambat", "Faktor penghambat", Kind.LONG_TEXT, lebar=40,
              bantuan="Sebab target belum tercapai, dengan kata-kata, bukan angkanya lagi."),
        Field("tindak_lanjut", "Rencana tindak lanjut", Kind.LONG_TEXT, lebar=40,
              bantuan="Yang akan dikerjakan agar triwulan berikutnya lebih baik."),
        Field("penanggung_jawab", "Penanggung jawab tindak lanjut", lebar=28,
              bantuan="Jabatan yang mengerjakan tindak lanjut itu."),
        Field("batas_waktu", "Batas waktu tindak lanjut", Kind.TANGGAL,
              bantuan="Kapan tindak lanjut itu harus selesai; Beranda mengingatkan."),
        Field("selesai", "Tindak lanjut selesai", Kind.TANGGAL,
              bantuan="Kosong selama belum selesai."),
    ),
    kunci=("indikator_id", "tahun", "triwulan"),
)  # fmt: skip
