"""Indicators with their metadata (`docs/sakip.md` §3.1), yearly targets and Rencana Aksi (§3.6)."""

from collections.abc import Mapping

from kinerja_desktop.domain.angka.periode import TAHUN
from kinerja_desktop.domain.capaian.akumulasi import Akumulasi
from kinerja_desktop.domain.capaian.rumus import KETERANGAN, Arah
from kinerja_desktop.domain.sections.fields import Field, Kind, Section

JENIS = {"IKU": "IKU", "IKK": "IKK", "IKI": "IKI"}
LEVEL = {
    "tujuan": "Tujuan", "sasaran": "Sasaran", "program": "Program", "kegiatan": "Kegiatan",
    "sub_kegiatan": "Sub kegiatan",
}  # fmt: skip
ARAH: Mapping[str, str] = {
    Arah.NAIK: "Makin besar makin baik", Arah.TURUN: "Makin kecil makin baik",
    Arah.RENTANG: "Rentang", Arah.RENTANG_TURUN: "Rentang, makin kecil makin baik",
    Arah.STABIL: "Makin dekat ke target makin baik", Arah.PREDIKAT: "Predikat",
    Arah.YA_TIDAK: "Ya atau tidak",
}  # fmt: skip
AKUMULASI: Mapping[str, str] = {
    Akumulasi.AKUMULASI: "Dijumlahkan", Akumulasi.POSISI_AKHIR: "Posisi akhir",
    Akumulasi.RATA_RATA: "Rata-rata", Akumulasi.MAKSIMUM: "Tertinggi",
    Akumulasi.MINIMUM: "Terendah", Akumulasi.TAHUNAN_SAJA: "Tahunan saja",
}  # fmt: skip
FREKUENSI = {
    "bulanan": "Bulanan",
    "triwulanan": "Triwulanan",
    "semesteran": "Semesteran",
    "tahunan": "Tahunan",
}

#: Names of `docs/sakip.md` §4.2 with what they compute; never the code alone.
RUMUS: Mapping[str, str] = {
    kode: f"{arti.nama}: {arti.rumus}" for kode, arti in KETERANGAN.items()
}  # fmt: skip
#: The name alone, and as workbooks of version 1.1 and before wrote it.
SEBUTAN_RUMUS: Mapping[str, str] = {
    **{arti.nama: kode for kode, arti in KETERANGAN.items()},
    **{f"{kode}: {arti.rumus}": kode for kode, arti in KETERANGAN.items()},
}

INDIKATOR = Section(
    "indikator",
    "Indikator",
    (
        Field("kode", "Kode", required=True, bantuan="Kode pendek, misalnya IKU-1."),
        Field("uraian", "Indikator kinerja", Kind.LONG_TEXT, required=True, lebar=50),
        Field("jenis", "Jenis", Kind.PILIHAN, required=True, choices=JENIS, lebar=8),
        Field("level", "Tingkat", Kind.PILIHAN, required=True, choices=LEVEL),
        Field("tujuan_id", "Tujuan", Kind.ACUAN, acuan="tujuan", lebar=10),
        Field("sasaran_id", "Sasaran", Kind.ACUAN, acuan="sasaran", lebar=10),
        Field("mata_anggaran_id", "Program/kegiatan", Kind.ACUAN, acuan="mata_anggaran", lebar=20),
        Field("pejabat_id", "Pejabat (IKI)", Kind.ACUAN, acuan="pejabat", lebar=24),
        Field("kinerja", "Kinerja (IKI)", Kind.LONG_TEXT, lebar=30,
              bantuan="Sasaran atau kinerja pejabat yang diukur indikator ini."),
        Field("satuan", "Satuan", lebar=10),
        Field("arah", "Arah", Kind.PILIHAN, required=True, choices=ARAH, lebar=26),
        Field("rumus", "Rumus khusus", Kind.PILIHAN, lebar=26,
              choices=RUMUS, sebutan=SEBUTAN_RUMUS,
              bantuan="Kosongkan untuk mengikuti profil rumus kantor."),
        Field("akumulasi", "Perhitungan triwulan", Kind.PILIHAN, required=True, choices=AKUMULASI),
        Field("bobot", "Bobot", Kind.ANGKA, lebar=8, batas=(0, None)),
        Field("definisi_operasional", "Definisi operasional", Kind.LONG_TEXT, lebar=40),
        Field("alasan", "Alasan pemilihan", Kind.LONG_TEXT, lebar=30),
        Field("formula", "Formula perhitungan", Kind.LONG_TEXT, lebar=30),
        Field("pembilang", "Pembilang", Kind.LONG_TEXT, lebar=24),
        Field("penyebut", "Penyebut", Kind.LONG_TEXT, lebar=24),
        Field("frekuensi", "Frekuensi", Kind.PILIHAN, choices=FREKUENSI),
        Field("sumber_data", "Sumber data", lebar=24),
        Field("bukti", "Bukti", lebar=24),
        Field("penanggung_jawab", "Penanggung jawab", lebar=24),
        Field("pengumpul_data", "Pengumpul data", lebar=24),
        Field("baseline_tahun", "Tahun baseline", Kind.BULAT, batas=TAHUN),
        Field("baseline_nilai", "Nilai baseline", Kind.NILAI),
        Field("berlaku_dari", "Berlaku dari tahun", Kind.BULAT, batas=TAHUN),
        Field("berlaku_sampai", "Berlaku sampai tahun", Kind.BULAT, batas=TAHUN,
              bantuan="Isi untuk menonaktifkan indikator; riwayatnya tetap ada."),
        Field("induk_id", "Indikator induk", Kind.ACUAN, acuan="indikator"),
        Field("catatan", "Catatan", Kind.LONG_TEXT, lebar=30),
        Field("urutan", "Urutan", Kind.BULAT, batas=(0, 9_999), lebar=8),
    ),
    kunci=("kode",),
    acuan="kode",
)  # fmt: skip

TARGET_TAHUNAN = Section(
    "target_tahunan",
    "Target Tahunan",
    (
        Field("indikator_id", "Indikator", Kind.ACUAN, required=True, acuan="indikator"),
        Field("tahun", "Tahun", Kind.BULAT, required=True, batas=TAHUN, lebar=8),
        Field("nilai", "Target", Kind.NILAI),
    ),
    kunci=("indikator_id", "tahun"),
)

BULAN = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September",
    "Oktober", "November", "Desember",
)  # fmt: skip

RENCANA_AKSI_BULANAN = Section(
    "rencana_aksi_bulanan",
    "Rencana Aksi Bulanan",
    (
        Field("indikator_id", "Indikator", Kind.ACUAN, required=True, acuan="indikator"),
        Field("tahun", "Tahun", Kind.BULAT, required=True, batas=TAHUN, lebar=8),
        *(Field(f"b{nomor}", nama, Kind.NILAI) for nomor, nama in enumerate(BULAN, start=1)),
    ),
    kunci=("indikator_id", "tahun"),
)

RENCANA_AKSI = Section(
    "rencana_aksi",
    "Rencana Aksi",
    (
        Field("indikator_id", "Indikator", Kind.ACUAN, required=True, acuan="indikator"),
        Field("tahun", "Tahun", Kind.BULAT, required=True, batas=TAHUN, lebar=8),
        Field("aktivitas", "Rencana aksi/kegiatan", Kind.LONG_TEXT, lebar=40),
        Field("tw1", "Target TW I", Kind.NILAI),
        Field("tw2", "Target TW II", Kind.NILAI),
        Field("tw3", "Target TW III", Kind.NILAI),
        Field("tw4", "Target TW IV", Kind.NILAI),
        Field(
            "mata_anggaran_id", "Program/kegiatan/sub kegiatan", Kind.ACUAN, acuan="mata_anggaran"
        ),
        Field("penanggung_jawab", "Penanggung jawab", lebar=24),
    ),
    kunci=("indikator_id", "tahun"),
)
