"""The office itself: identity, people, formula profile, holidays (`docs/sakip.md` §9, §13)."""

from kinerja_desktop.domain.angka.periode import TAHUN
from kinerja_desktop.domain.angka.teks import KATA_KABUPATEN, KATA_KECAMATAN
from kinerja_desktop.domain.capaian.profil import (
    Efisiensi,
    PembandingTriwulan,
    Pembulatan,
    RataRata,
    TargetNol,
)
from kinerja_desktop.domain.capaian.rumus import KETERANGAN, Rumus
from kinerja_desktop.domain.capaian.skala import SKALA
from kinerja_desktop.domain.sections.fields import Field, Kind, Section

KERTAS = {"F4": "F4 (215 × 330 mm)", "A4": "A4 (210 × 297 mm)"}
KISI_RENCANA_AKSI = {"triwulan": "Per triwulan", "bulan": "Per bulan"}
BENTUK_PENGUKURAN = {"ringkas": "Formulir 9 kolom", "lengkap": "Kolom lengkap"}

INSTANSI = Section(
    "instansi",
    "Instansi",
    (
        Field("kecamatan", "Kecamatan", required=True, lebar=20, awalan=KATA_KECAMATAN),
        Field("kabupaten", "Kabupaten", required=True, lebar=20, awalan=KATA_KABUPATEN),
        Field("provinsi", "Provinsi", required=True, lebar=20),
        Field("kode_unit", "Kode unit surat", bantuan="Bagian nomor surat, misalnya 427.90."),
        Field("kode_skpd", "Kode SKPD"),
        Field("alamat", "Alamat", lebar=40),
        Field("telepon", "Telepon"),
        Field("kode_pos", "Kode pos"),
        Field("laman", "Laman"),
        Field("pos_el", "Pos-el"),
        Field(
            "tempat", "Tempat tanda tangan", bantuan="Ditulis sebelum tanggal, misalnya Lumajang."
        ),
        Field(
            "tujuan_surat", "Tujuan pengiriman", bantuan="Penerima surat, misalnya Kepala Bappeda."
        ),
        Field("bupati", "Nama Bupati", lebar=24),
        Field("tugas", "Tugas", Kind.LONG_TEXT, lebar=40),
        Field("fungsi", "Fungsi", Kind.LONG_TEXT, lebar=40),
        Field("kertas", "Kertas", Kind.PILIHAN, choices=KERTAS),
        Field(
            "bentuk_pengukuran",
            "Bentuk Pengukuran Kinerja",
            Kind.PILIHAN,
            choices=BENTUK_PENGUKURAN,
        ),
        Field("kertas_laporan", "Kertas LKjIP", Kind.PILIHAN, choices=KERTAS),
        Field("kisi_rencana_aksi", "Target Rencana Aksi", Kind.PILIHAN, choices=KISI_RENCANA_AKSI),
        Field("contoh", "Data contoh", Kind.YA_TIDAK),
    ),
    kunci=(),
)

UNIT_KERJA = Section(
    "unit_kerja",
    "Unit Kerja",
    (
        Field("nama", "Nama unit kerja", required=True, lebar=36),
        Field(
            "jenis", "Jenis", Kind.PILIHAN,
            choices={
                "sekretariat": "Sekretariat", "subbagian": "Subbagian", "seksi": "Seksi",
                "kelurahan": "Kelurahan", "lain": "Lainnya",
            },
        ),
        Field("induk_id", "Induk", Kind.ACUAN, acuan="unit_kerja", lebar=36),
    ),
    kunci=("nama",),
    acuan="nama",
)  # fmt: skip

PEJABAT = Section(
    "pejabat",
    "Pejabat",
    (
        Field("nama", "Nama", required=True, lebar=32),
        Field("nip", "NIP", lebar=24),
        Field("pangkat", "Pangkat", lebar=20),
        Field("golongan", "Golongan"),
    ),
    kunci=("nama",),
    acuan="nama",
)

PERAN = {
    "camat": "Camat", "sekretaris": "Sekretaris Kecamatan", "kasi": "Kepala Seksi",
    "kasubbag": "Kepala Subbagian", "lurah": "Lurah", "staf": "Staf", "lain": "Lainnya",
}  # fmt: skip
STATUS_PENEMPATAN = {"definitif": "Definitif", "plt": "Plt.", "plh": "Plh.", "pj": "Pj."}

PENEMPATAN = Section(
    "penempatan",
    "Penempatan",
    (
        Field("pejabat_id", "Pejabat", Kind.ACUAN, required=True, acuan="pejabat", lebar=32),
        Field("jabatan", "Jabatan", required=True, lebar=32),
        Field("peran", "Peran", Kind.PILIHAN, required=True, choices=PERAN, lebar=20),
        Field("status", "Status", Kind.PILIHAN, required=True, choices=STATUS_PENEMPATAN),
        Field("unit_kerja_id", "Unit kerja", Kind.ACUAN, acuan="unit_kerja", lebar=32),
        Field("mulai", "Mulai menjabat", Kind.TANGGAL, required=True),
        Field("selesai", "Selesai menjabat", Kind.TANGGAL),
        Field(
            "pengelola_kinerja", "Pengelola kinerja", Kind.YA_TIDAK,
            bantuan="Pejabat yang menjalankan SAKIP di kantor ini.",
        ),
    ),
    kunci=("pejabat_id", "jabatan", "mulai"),
)  # fmt: skip

PROFIL_RUMUS = Section(
    "profil_rumus",
    "Profil Rumus",
    (
        Field("berlaku_dari", "Berlaku dari tahun", Kind.BULAT, required=True, batas=TAHUN),
        Field(
            "rumus_turun", "Indikator makin kecil makin baik", Kind.PILIHAN, required=True,
            choices={r: KETERANGAN[r].rumus for r in (Rumus.MIN_2T, Rumus.MIN_TR)}, lebar=30,
        ),
        Field("lantai", "Capaian paling rendah (%)", Kind.ANGKA),
        Field("cap_capaian", "Capaian paling tinggi (%)", Kind.ANGKA),
        Field("cap_rata_rata", "Paling tinggi dalam rata-rata (%)", Kind.ANGKA),
        Field(
            "target_nol", "Target 0", Kind.PILIHAN, required=True,
            choices={
                TargetNol.KELUARKAN: "Tidak dihitung", TargetNol.SERATUS: "Dinilai 100",
                TargetNol.MANUAL: "Ditetapkan sendiri dengan alasan",
            },
        ),
        Field("realisasi_nol_penuh", "Realisasi 0 dinilai setinggi batas", Kind.YA_TIDAK),
        Field("digit", "Angka di belakang koma", Kind.BULAT, required=True, batas=(0, 4)),
        Field(
            "pembulatan", "Pembulatan", Kind.PILIHAN, required=True,
            choices={
                Pembulatan.SETENGAH_KE_ATAS: "Setengah ke atas", Pembulatan.POTONG: "Dipotong",
            },
        ),
        Field(
            "rata_rata", "Rata-rata keseluruhan dari", Kind.PILIHAN, required=True,
            choices={
                RataRata.INDIKATOR: "Seluruh indikator", RataRata.SASARAN: "Rata-rata sasaran",
            },
        ),
        Field("berbobot", "Rata-rata sasaran berbobot", Kind.YA_TIDAK),
        Field(
            "pembanding_triwulan", "S.d. triwulan dibandingkan dengan", Kind.PILIHAN, required=True,
            choices={
                PembandingTriwulan.TARGET_TRIWULAN: "Target triwulan yang terisi",
                PembandingTriwulan.TARGET_TAHUNAN: "Target tahunan",
            },
        ),
        Field(
            "skala", "Skala kategori", Kind.PILIHAN, required=True,
            choices={kode: skala.nama for kode, skala in SKALA.items()}, lebar=30,
        ),
        Field(
            "efisiensi", "Cara menghitung efisiensi", Kind.PILIHAN, required=True,
            choices={
                Efisiensi.EF_SELISIH: "Selisih capaian dan serapan",
                Efisiensi.EF_PMK: "PMK 22/2021",
                Efisiensi.EF_RASIO: "Rasio serapan terhadap capaian",
                Efisiensi.EF_RUPIAH: "Sisa anggaran", Efisiensi.EF_MANUAL: "Diketik sendiri",
            },
        ),
    ),
    kunci=("berlaku_dari",),
)  # fmt: skip

HARI_LIBUR = Section(
    "hari_libur",
    "Hari Libur",
    (
        Field("tanggal", "Tanggal", Kind.TANGGAL, required=True),
        Field("nama", "Nama hari libur", required=True, lebar=40),
        Field(
            "jenis", "Jenis", Kind.PILIHAN, required=True,
            choices={
                "nasional": "Libur nasional", "cuti_bersama": "Cuti bersama",
                "daerah": "Libur daerah",
            },
        ),
    ),
    kunci=("tanggal",),
)  # fmt: skip
