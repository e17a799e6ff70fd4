"""Dialog Kinerja: what the Camat said of a triwulan's figures (`docs/sakip.md` §11.3)."""

from kinerja_desktop.domain.angka.periode import TAHUN
from kinerja_desktop.domain.sections.fields import Field, Kind, Section

DIALOG_KINERJA = Section(
    "dialog_kinerja",
    "Dialog Kinerja",
    (
        Field("tahun", "Tahun", Kind.BULAT, required=True, batas=TAHUN),
        Field("triwulan", "Triwulan", Kind.BULAT, required=True, batas=(1, 4)),
        Field(
            "pejabat_id", "Pejabat", Kind.ACUAN, acuan="pejabat", lebar=32,
            bantuan="Kosong untuk kinerja kantor.",
        ),
        Field("tanggal", "Tanggal dialog", Kind.TANGGAL),
        Field("tempat", "Tempat", lebar=24),
        Field("catatan", "Catatan pimpinan", Kind.LONG_TEXT, lebar=40),
        Field("rekomendasi", "Rekomendasi pimpinan", Kind.LONG_TEXT, lebar=40),
        Field("tindak_lanjut", "Tindak lanjut", Kind.LONG_TEXT, lebar=40),
        Field("penanggung_jawab", "Penanggung jawab", lebar=24),
        Field("batas_waktu", "Batas waktu", Kind.TANGGAL),
        Field("selesai", "Selesai tanggal", Kind.TANGGAL),
    ),
    kunci=("tahun", "triwulan", "pejabat_id"),
)  # fmt: skip
