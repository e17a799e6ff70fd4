"""Dialog Kinerja: what the Camat said of a triwulan's figures (`docs/sakip.md` §11.3)."""

from kinerja_desktop.domain.angka.periode import TAHUN
from kinerja_desktop.domain.sections.fields import Field, Kind, Section

DIALOG_KINERJA = Section(
    "dialog_kinerja",
    "Dialog Kinerja",
    (
        Field("tahun", "Tahun", Kind.BULAT, required=True, batas=TAHUN,
              bantuan="Tahun yang dibicarakan, misalnya 2025."),
        Field("triwulan", "Triwulan", Kind.BULAT, required=True, batas=(1, 4),
              bantuan="Triwulan yang dibicarakan: 1 sampai 4."),
        Field(
            "pejabat_id", "Pejabat", Kind.ACUAN, acuan="pejabat", lebar=32,
            bantuan="Kosong untuk kinerja kantor.",
        ),
        Field("tanggal", "Tanggal dialog", Kind.TANGGAL,
              bantuan="Hari dialognya."),
        Field("tempat", "Tempat", lebar=24,
              bantuan="Misalnya Ruang Rapat Kecamatan."),
        Field("catatan", "Catatan pimpinan", Kind.LONG_TEXT, lebar=40,
              bantuan="Yang dikatakan pimpinan tentang hasil triwulan ini."),
        Field("rekomendasi", "Rekomendasi pimpinan", Kind.LONG_TEXT, lebar=40,
              bantuan="Yang diminta pimpinan untuk dikerjakan."),
        Field("tindak_lanjut", "Tindak lanjut", Kind.LONG_TEXT, lebar=40,
              bantuan="Yang sudah atau akan dikerjakan atas permintaan itu."),
        Field("penanggung_jawab", "Penanggung jawab", lebar=24,
              bantuan="Jabatan yang mengerjakannya."),
        Field("batas_waktu", "Batas waktu", Kind.TANGGAL,
              bantuan="Kapan harus selesai."),
        Field("selesai", "Selesai tanggal", Kind.TANGGAL,
              bantuan="Kosong selama belum selesai."),
    ),
    kunci=("tahun", "triwulan", "pejabat_id"),
)  # fmt: skip
