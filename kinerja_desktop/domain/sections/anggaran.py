"""Budget lines, pagu and realisasi anggaran (`docs/sakip.md` §4.9, §6)."""

from kinerja_desktop.domain.anggaran.anggaran import JenisAnggaran
from kinerja_desktop.domain.angka.periode import TAHUN
from kinerja_desktop.domain.sections.fields import Field, Kind, Section

MATA_ANGGARAN = Section(
    "mata_anggaran",
    "Program, Kegiatan, Sub Kegiatan",
    (
        Field("kode", "Kode", required=True, lebar=20),
        Field("nama", "Nama", Kind.LONG_TEXT, required=True, lebar=60),
        Field(
            "jenis", "Jenis", Kind.PILIHAN, required=True,
            choices={
                JenisAnggaran.PROGRAM: "Program", JenisAnggaran.KEGIATAN: "Kegiatan",
                JenisAnggaran.SUB_KEGIATAN: "Sub kegiatan",
            },
        ),
        Field("induk_id", "Induk", Kind.ACUAN, acuan="mata_anggaran", lebar=20),
        Field("penanggung_jawab", "Penanggung jawab", lebar=28,
              bantuan="Bagian yang melaporkan realisasinya; kosong berarti seperti induknya."),
    ),
    kunci=("kode",),
    acuan="kode",
)  # fmt: skip

PROGRAM_SASARAN = Section(
    "program_sasaran",
    "Program Pendukung Sasaran",
    (
        Field("mata_anggaran_id", "Program", Kind.ACUAN, True, acuan="mata_anggaran", lebar=20),
        Field("sasaran_id", "Sasaran", Kind.ACUAN, required=True, acuan="sasaran"),
    ),
    kunci=("mata_anggaran_id", "sasaran_id"),
)

PAGU = Section(
    "pagu",
    "Pagu",
    (
        Field("mata_anggaran_id", "Kode", Kind.ACUAN, True, acuan="mata_anggaran", lebar=20),
        Field("tahun", "Tahun", Kind.BULAT, required=True, batas=TAHUN, lebar=8),
        Field("murni", "Pagu murni (Rp)", Kind.RUPIAH, batas=(0, None), lebar=20),
        Field("tanggal_murni", "Tanggal DPA", Kind.TANGGAL),
        Field("perubahan", "Pagu perubahan (Rp)", Kind.RUPIAH, batas=(0, None), lebar=20),
        Field("tanggal_perubahan", "Tanggal DPPA", Kind.TANGGAL),
        Field("renstra", "Pagu Renstra (Rp)", Kind.RUPIAH, batas=(0, None), lebar=20),
    ),
    kunci=("mata_anggaran_id", "tahun"),
)

REALISASI_ANGGARAN = Section(
    "realisasi_anggaran",
    "Realisasi Anggaran",
    (
        Field("mata_anggaran_id", "Kode", Kind.ACUAN, True, acuan="mata_anggaran", lebar=20),
        Field("tahun", "Tahun", Kind.BULAT, required=True, batas=TAHUN, lebar=8),
        Field("tw1", "TW I (Rp)", Kind.RUPIAH, lebar=20),
        Field("tw2", "TW II (Rp)", Kind.RUPIAH, lebar=20),
        Field("tw3", "TW III (Rp)", Kind.RUPIAH, lebar=20),
        Field("tw4", "TW IV (Rp)", Kind.RUPIAH, lebar=20),
        Field(
            "tahunan", "Setahun (Rp)", Kind.RUPIAH, lebar=20,
            bantuan="Hanya bila rincian per triwulan tidak ada.",
        ),
    ),
    kunci=("mata_anggaran_id", "tahun"),
)  # fmt: skip
