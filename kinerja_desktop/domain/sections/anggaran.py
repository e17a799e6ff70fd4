"""Budget lines, pagu and realisasi anggaran (`docs/sakip.md` §4.9, §6)."""

from kinerja_desktop.domain.anggaran.anggaran import JenisAnggaran
from kinerja_desktop.domain.angka.periode import TAHUN
from kinerja_desktop.domain.sections.fields import Field, Kind, Section

MATA_ANGGARAN = Section(
    "mata_anggaran",
    "Program, Kegiatan, Sub Kegiatan",
    (
        Field("kode", "Kode", required=True, lebar=20,
              bantuan="Kode nomenklatur, misalnya 7.01.02 untuk program, 7.01.02.2.01 untuk "
              "kegiatan."),
        Field("nama", "Nama", Kind.LONG_TEXT, required=True, lebar=60,
              bantuan="Nama menurut nomenklatur, seperti di DPA."),
        Field(
            "jenis", "Jenis", Kind.PILIHAN, required=True,
            choices={
                JenisAnggaran.PROGRAM: "Program", JenisAnggaran.KEGIATAN: "Kegiatan",
                JenisAnggaran.SUB_KEGIATAN: "Sub kegiatan",
            },
              bantuan="Program, kegiatan, atau sub kegiatan."),
        Field("induk_id", "Induk", Kind.ACUAN, acuan="mata_anggaran", lebar=20,
              bantuan="Untuk kegiatan: programnya. Untuk sub kegiatan: kegiatannya. Kosong untuk "
              "program."),
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
        Field(
            "mata_anggaran_id",
            "Program",
            Kind.ACUAN,
            True,
            acuan="mata_anggaran",
            lebar=20,
            bantuan="Program yang anggarannya mendukung sasaran itu.",
        ),
        Field(
            "sasaran_id",
            "Sasaran",
            Kind.ACUAN,
            required=True,
            acuan="sasaran",
            bantuan="Sasaran yang didukung program itu.",
        ),
    ),
    kunci=("mata_anggaran_id", "sasaran_id"),
)

PAGU = Section(
    "pagu",
    "Pagu",
    (
        Field(
            "mata_anggaran_id",
            "Kode",
            Kind.ACUAN,
            True,
            acuan="mata_anggaran",
            lebar=20,
            bantuan="Kode sub kegiatan, kegiatan atau program yang berpagu.",
        ),
        Field(
            "tahun",
            "Tahun",
            Kind.BULAT,
            required=True,
            batas=TAHUN,
            lebar=8,
            bantuan="Tahun anggaran, misalnya 2025.",
        ),
        Field(
            "murni",
            "Pagu murni (Rp)",
            Kind.RUPIAH,
            batas=(0, None),
            lebar=20,
            bantuan="Anggaran menurut DPA. Isi di sub kegiatan; kegiatan dan program "
            "dijumlahkan sendiri.",
        ),
        Field(
            "tanggal_murni",
            "Tanggal DPA",
            Kind.TANGGAL,
            bantuan="Tanggal DPA disahkan. Sejak itu dihitung sebulan untuk Perjanjian Kinerja.",
        ),
        Field(
            "perubahan",
            "Pagu perubahan (Rp)",
            Kind.RUPIAH,
            batas=(0, None),
            lebar=20,
            bantuan="Anggaran menurut DPPA. Kosong bila tidak berubah.",
        ),
        Field(
            "tanggal_perubahan",
            "Tanggal DPPA",
            Kind.TANGGAL,
            bantuan="Tanggal DPPA disahkan. Dokumen bertanggal sesudahnya memakai pagu perubahan.",
        ),
        Field(
            "renstra",
            "Pagu Renstra (Rp)",
            Kind.RUPIAH,
            batas=(0, None),
            lebar=20,
            bantuan="Anggaran menurut Renstra untuk tahun itu; hanya dipakai Formulir E.81.",
        ),
    ),
    kunci=("mata_anggaran_id", "tahun"),
)

REALISASI_ANGGARAN = Section(
    "realisasi_anggaran",
    "Realisasi Anggaran",
    (
        Field("mata_anggaran_id", "Kode", Kind.ACUAN, True, acuan="mata_anggaran", lebar=20,
              bantuan="Kode sub kegiatan, kegiatan atau program yang uangnya dipakai."),
        Field("tahun", "Tahun", Kind.BULAT, required=True, batas=TAHUN, lebar=8,
              bantuan="Tahun anggaran, misalnya 2025."),
        Field("tw1", "TW I (Rp)", Kind.RUPIAH, lebar=20,
              bantuan="Uang yang dipakai dalam Triwulan I saja, bukan s.d. triwulan itu."),
        Field("tw2", "TW II (Rp)", Kind.RUPIAH, lebar=20,
              bantuan="Uang yang dipakai dalam Triwulan II saja, bukan s.d. triwulan itu."),
        Field("tw3", "TW III (Rp)", Kind.RUPIAH, lebar=20,
              bantuan="Uang yang dipakai dalam Triwulan III saja, bukan s.d. triwulan itu."),
        Field("tw4", "TW IV (Rp)", Kind.RUPIAH, lebar=20,
              bantuan="Uang yang dipakai dalam Triwulan IV saja, bukan s.d. triwulan itu."),
        Field(
            "tahunan", "Setahun (Rp)", Kind.RUPIAH, lebar=20,
            bantuan="Hanya bila rincian per triwulan tidak ada.",
        ),
    ),
    kunci=("mata_anggaran_id", "tahun"),
)  # fmt: skip
