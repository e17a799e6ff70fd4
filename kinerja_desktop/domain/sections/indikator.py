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
        Field("uraian", "Indikator kinerja", Kind.LONG_TEXT, required=True, lebar=50,
              bantuan="Ukurannya, persis seperti di dokumen, misalnya Indeks Kepuasan Masyarakat."),
        Field("jenis", "Jenis", Kind.PILIHAN, required=True, choices=JENIS, lebar=8,
              bantuan="IKU: indikator utama kantor. IKI: milik seorang pejabat. IKK: indikator "
              "kantor lain, misalnya milik program."),
        Field("level", "Tingkat", Kind.PILIHAN, required=True, choices=LEVEL,
              bantuan="Yang diukur indikator ini: tujuan, sasaran, program, kegiatan, atau sub "
              "kegiatan."),
        Field("tujuan_id", "Tujuan", Kind.ACUAN, acuan="tujuan", lebar=10,
              bantuan="Hanya untuk indikator tingkat tujuan."),
        Field("sasaran_id", "Sasaran", Kind.ACUAN, acuan="sasaran", lebar=10,
              bantuan="Sasaran yang keberhasilannya ditunjukkan indikator ini."),
        Field("mata_anggaran_id", "Program/kegiatan", Kind.ACUAN, acuan="mata_anggaran", lebar=20,
              bantuan="Untuk tingkat program, kegiatan atau sub kegiatan: yang mana. Selain itu "
              "boleh kosong."),
        Field("pejabat_id", "Pejabat (IKI)", Kind.ACUAN, acuan="pejabat", lebar=24,
              bantuan="Pejabat yang memperjanjikan IKI ini."),
        Field("kinerja", "Kinerja (IKI)", Kind.LONG_TEXT, lebar=30,
              bantuan="Sasaran atau kinerja pejabat yang diukur indikator ini."),
        Field("satuan", "Satuan", lebar=10,
              bantuan="Misalnya %, nilai, laporan, hari. Tercetak di samping target dan "
              "realisasi."),
        Field("arah", "Arah", Kind.PILIHAN, required=True, choices=ARAH, lebar=26,
              bantuan="Makin besar makin baik untuk hampir semua indikator; makin kecil untuk "
              "lama layanan atau pengaduan."),
        Field("rumus", "Rumus khusus", Kind.PILIHAN, lebar=26,
              choices=RUMUS, sebutan=SEBUTAN_RUMUS,
              bantuan="Cara hitung capaian yang lain daripada rumus kantor. Kosongkan untuk "
              "mengikuti rumus kantor."),
        Field("akumulasi", "Perhitungan triwulan", Kind.PILIHAN, required=True, choices=AKUMULASI,
              bantuan="Cara empat triwulan menjadi setahun: jumlah laporan dijumlahkan, indeks "
              "memakai posisi akhir."),
        Field("bobot", "Bobot", Kind.ANGKA, lebar=8, batas=(0, None),
              bantuan="Beratnya di antara indikator sesasaran, misalnya 60 dan 40. Hanya dipakai "
              "bila rumus kantor berbobot."),
        Field("definisi_operasional", "Definisi operasional", Kind.LONG_TEXT, lebar=40,
              bantuan="Apa yang dihitung, dari data mana, kapan. Tercetak pada Penetapan IKU dan "
              "Manual IKU."),
        Field("alasan", "Alasan pemilihan", Kind.LONG_TEXT, lebar=30,
              bantuan="Mengapa indikator ini dipilih untuk sasarannya. Tercetak pada Manual IKU."),
        Field("formula", "Formula perhitungan", Kind.LONG_TEXT, lebar=30,
              bantuan="Cara menghitung angkanya, misalnya (pengaduan selesai : pengaduan masuk) ×"
              " 100%."),
        Field("pembilang", "Pembilang", Kind.LONG_TEXT, lebar=24,
              bantuan="Nama angka yang dibagi, misalnya Pengaduan selesai. Isi bila realisasinya "
              "sebuah pecahan."),
        Field("penyebut", "Penyebut", Kind.LONG_TEXT, lebar=24,
              bantuan="Nama angka pembaginya, misalnya Pengaduan masuk. Isi bila realisasinya "
              "sebuah pecahan."),
        Field("frekuensi", "Frekuensi", Kind.PILIHAN, choices=FREKUENSI,
              bantuan="Seberapa sering angkanya diukur."),
        Field("sumber_data", "Sumber data", lebar=24,
              bantuan="Laporan atau aplikasi asal angkanya, misalnya Laporan SKM semester."),
        Field("bukti", "Bukti", lebar=24,
              bantuan="Berkas yang membuktikan angkanya, misalnya rekap pengaduan yang "
              "ditandatangani."),
        Field("penanggung_jawab", "Penanggung jawab", lebar=24,
              bantuan="Jabatan yang bertanggung jawab atas hasilnya, misalnya Kasi Pelayanan "
              "Umum."),
        Field("pengumpul_data", "Pengumpul data", lebar=24,
              bantuan="Jabatan yang mengumpulkan angkanya; ia yang mendapat formulir di "
              "Pengumpulan Data."),
        Field("baseline_tahun", "Tahun baseline", Kind.BULAT, batas=TAHUN,
              bantuan="Tahun keadaan awal sebelum Renstra, misalnya 2024."),
        Field("baseline_nilai", "Nilai baseline", Kind.NILAI,
              bantuan="Keadaan awal pada tahun baseline, dalam satuan indikator ini."),
        Field("berlaku_dari", "Berlaku dari tahun", Kind.BULAT, batas=TAHUN,
              bantuan="Tahun pertama indikator ini dipakai. Kosong: sejak awal."),
        Field("berlaku_sampai", "Berlaku sampai tahun", Kind.BULAT, batas=TAHUN,
              bantuan="Tahun terakhir indikator ini dipakai. Isi untuk menonaktifkannya; "
              "riwayatnya tetap ada."),
        Field("induk_id", "Indikator induk", Kind.ACUAN, acuan="indikator",
              bantuan="Indikator di atasnya yang didukung indikator ini; membentuk pohon kinerja."),
        Field("catatan", "Catatan", Kind.LONG_TEXT, lebar=30,
              bantuan="Untuk kantor sendiri."),
        Field("urutan", "Urutan", Kind.BULAT, batas=(0, 9_999), lebar=8,
              bantuan="Tempatnya dalam daftar dan cetakan: 1 paling atas. Kosong: menurut kode."),
    ),
    kunci=("kode",),
    acuan="kode",
)  # fmt: skip

TARGET_TAHUNAN = Section(
    "target_tahunan",
    "Target Tahunan",
    (
        Field(
            "indikator_id",
            "Indikator",
            Kind.ACUAN,
            required=True,
            acuan="indikator",
            bantuan="Indikator yang bertarget, menurut kodenya.",
        ),
        Field(
            "tahun",
            "Tahun",
            Kind.BULAT,
            required=True,
            batas=TAHUN,
            lebar=8,
            bantuan="Tahun target itu, misalnya 2025.",
        ),
        Field(
            "nilai",
            "Target",
            Kind.NILAI,
            bantuan="Satu angka, rentang seperti 7–8, predikat seperti BB, atau Ya. Kosong "
            "berarti belum ditetapkan.",
        ),
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
        Field(
            "indikator_id",
            "Indikator",
            Kind.ACUAN,
            required=True,
            acuan="indikator",
            bantuan="Indikator yang dibagi targetnya, menurut kodenya.",
        ),
        Field(
            "tahun",
            "Tahun",
            Kind.BULAT,
            required=True,
            batas=TAHUN,
            lebar=8,
            bantuan="Tahun Rencana Aksi, misalnya 2025.",
        ),
        *(
            Field(
                f"b{nomor}",
                nama,
                Kind.NILAI,
                bantuan=f"Target bulan {nama}. Kosong berarti tidak ada; 0 adalah target.",
            )
            for nomor, nama in enumerate(BULAN, start=1)
        ),
    ),
    kunci=("indikator_id", "tahun"),
)

RENCANA_AKSI = Section(
    "rencana_aksi",
    "Rencana Aksi",
    (
        Field(
            "indikator_id",
            "Indikator",
            Kind.ACUAN,
            required=True,
            acuan="indikator",
            bantuan="Indikator yang dibagi targetnya, menurut kodenya.",
        ),
        Field(
            "tahun",
            "Tahun",
            Kind.BULAT,
            required=True,
            batas=TAHUN,
            lebar=8,
            bantuan="Tahun Rencana Aksi, misalnya 2025.",
        ),
        Field(
            "aktivitas",
            "Rencana aksi/kegiatan",
            Kind.LONG_TEXT,
            lebar=40,
            bantuan="Yang dikerjakan agar target tercapai, misalnya survei kepuasan setiap bulan.",
        ),
        Field(
            "tw1",
            "Target TW I",
            Kind.NILAI,
            bantuan="Target Triwulan I. Kosong berarti tidak ada targetnya; 0 adalah target.",
        ),
        Field(
            "tw2",
            "Target TW II",
            Kind.NILAI,
            bantuan="Target Triwulan II, menurut perhitungan triwulan indikatornya.",
        ),
        Field(
            "tw3",
            "Target TW III",
            Kind.NILAI,
            bantuan="Target Triwulan III, menurut perhitungan triwulan indikatornya.",
        ),
        Field(
            "tw4",
            "Target TW IV",
            Kind.NILAI,
            bantuan="Target Triwulan IV. Pada posisi akhir sama dengan target setahun.",
        ),
        Field(
            "mata_anggaran_id",
            "Program/kegiatan/sub kegiatan",
            Kind.ACUAN,
            acuan="mata_anggaran",
            bantuan="Yang membiayai rencana aksi ini.",
        ),
        Field(
            "penanggung_jawab",
            "Penanggung jawab",
            lebar=24,
            bantuan="Jabatan yang mengerjakannya, misalnya Kasi Pemerintahan.",
        ),
    ),
    kunci=("indikator_id", "tahun"),
)
