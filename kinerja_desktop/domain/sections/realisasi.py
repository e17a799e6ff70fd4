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
        Field("indikator_id", "Indikator", Kind.ACUAN, required=True, acuan="indikator"),
        Field("tahun", "Tahun", Kind.BULAT, required=True, batas=TAHUN, lebar=8),
        Field("tingkat", "Tingkat", Kind.PILIHAN, required=True, choices=TINGKAT_PEMBANDING),
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
        Field("indikator_id", "Indikator", Kind.ACUAN, required=True, acuan="indikator"),
        Field("tahun", "Tahun", Kind.BULAT, required=True, batas=TAHUN, lebar=8),
        Field("triwulan", "Triwulan", Kind.BULAT, batas=(1, 4), lebar=8,
              bantuan="Kosong berarti setahun."),
        Field("nilai", "Realisasi", Kind.NILAI,
              bantuan="Kosong berarti belum diisi; 0 adalah nilai."),
        Field("tidak_berlaku", "Tidak berlaku", Kind.YA_TIDAK),
        Field("alasan", "Alasan", lebar=24),
        Field("capaian_manual", "Capaian ditetapkan (%)", Kind.ANGKA),
        Field("pembilang", "Pembilang", Kind.ANGKA),
        Field("penyebut", "Penyebut", Kind.ANGKA),
        Field("pendorong", "Faktor pendorong", Kind.LONG_TEXT, lebar=40),
        Field("penghambat", "Faktor penghambat", Kind.LONG_TEXT, lebar=40),
        Field("tindak_lanjut", "Rencana tindak lanjut", Kind.LONG_TEXT, lebar=40),
        Field("penanggung_jawab", "Penanggung jawab tindak lanjut", lebar=28),
        Field("batas_waktu", "Batas waktu tindak lanjut", Kind.TANGGAL),
        Field("selesai", "Tindak lanjut selesai", Kind.TANGGAL,
              bantuan="Kosong selama belum selesai."),
    ),
    kunci=("indikator_id", "tahun", "triwulan"),
)  # fmt: skip
