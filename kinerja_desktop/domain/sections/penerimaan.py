"""At Bappeda: who delivers, until when, how indicators are matched (`docs/sakip.md` §10)."""

from kinerja_desktop.domain.angka.periode import TAHUN
from kinerja_desktop.domain.angka.teks import KATA_KABUPATEN, KATA_KECAMATAN
from kinerja_desktop.domain.sections.fields import Field, Kind, Section

JENIS_UNIT = {"kecamatan": "Kecamatan", "perangkat_daerah": "Perangkat daerah lain"}

PERANGKAT_DAERAH = Section(
    "perangkat_daerah",
    "Unit Pengirim",
    (
        Field("urut", "No", Kind.BULAT, batas=(0, 9999), lebar=6,
              bantuan="Tempatnya dalam daftar dan rekap."),
        Field("nama", "Nama unit", required=True, lebar=32,
              bantuan="Seperti pada paketnya, tanpa kata Kecamatan.", awalan=KATA_KECAMATAN),
        Field("jenis", "Jenis", Kind.PILIHAN, required=True, choices=JENIS_UNIT, lebar=20,
              bantuan="Kecamatan, atau perangkat daerah lain."),
        Field("kabupaten", "Kabupaten", lebar=20, awalan=KATA_KABUPATEN,
              bantuan="Kabupaten unit itu, misalnya Lumajang."),
        Field("kode", "Kode",
              bantuan="Kode unit, bila dipakai di daerah. Boleh kosong."),
        Field("aktif", "Masih mengirim", Kind.YA_TIDAK,
              bantuan="Tidak berarti unit ini tidak lagi diminta mengirim."),
    ),
    kunci=("nama", "kabupaten"),
    acuan="nama",
)  # fmt: skip

TENGGAT_PELAPORAN = Section(
    "tenggat_pelaporan",
    "Tenggat Pelaporan",
    (
        Field("tahun", "Tahun", Kind.BULAT, required=True, batas=TAHUN, lebar=8,
              bantuan="Tahun yang dilaporkan, misalnya 2025."),
        Field("triwulan", "Triwulan", Kind.BULAT, batas=(1, 4), lebar=10,
              bantuan="Kosong untuk paket tahunan."),
        Field("tenggat", "Paling lambat diterima", Kind.TANGGAL, lebar=20,
              bantuan="Hari terakhir paketnya diterima; sesudah itu terlambat."),
    ),
    kunci=("tahun", "triwulan"),
)  # fmt: skip

PADANAN_INDIKATOR = Section(
    "padanan_indikator",
    "Padanan Indikator",
    (
        Field(
            "uraian",
            "Indikator seperti ditulis unit",
            required=True,
            lebar=50,
            bantuan="Persis seperti pada paket unit itu.",
        ),
        Field(
            "satuan",
            "Satuan",
            lebar=14,
            bantuan="Seperti pada paket unit itu.",
        ),
        Field(
            "kelompok",
            "Dibandingkan sebagai",
            required=True,
            lebar=50,
            bantuan="Satu sebutan untuk indikator yang sama maksudnya.",
        ),
    ),
    kunci=("uraian", "satuan"),
)
