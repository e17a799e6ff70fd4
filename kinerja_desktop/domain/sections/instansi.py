"""The office itself: identity, formula profile, holidays (`docs/sakip.md` §4.10, §9)."""

from kinerja_desktop.domain.angka.periode import TAHUN
from kinerja_desktop.domain.angka.teks import KATA_KABUPATEN, KATA_KECAMATAN, KATA_PROVINSI
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
        Field(
            "kecamatan",
            "Kecamatan",
            required=True,
            lebar=20,
            awalan=KATA_KECAMATAN,
            bantuan="Namanya saja, tanpa kata Kecamatan, misalnya Sukodono.",
        ),
        Field(
            "kabupaten",
            "Kabupaten",
            required=True,
            lebar=20,
            awalan=KATA_KABUPATEN,
            bantuan="Namanya saja, tanpa kata Kabupaten, misalnya Lumajang.",
        ),
        Field(
            "provinsi",
            "Provinsi",
            required=True,
            lebar=20,
            awalan=KATA_PROVINSI,
            bantuan="Namanya saja, misalnya Jawa Timur.",
        ),
        Field("kode_unit", "Kode unit surat", bantuan="Bagian nomor surat, misalnya 427.90."),
        Field(
            "kode_skpd",
            "Kode SKPD",
            bantuan="Kode kantor dalam daftar pemerintah daerah. Boleh kosong; tidak tercetak.",
        ),
        Field("alamat", "Alamat", lebar=40, bantuan="Jalan dan nomornya, seperti pada kop surat."),
        Field("telepon", "Telepon", bantuan="Nomor pada kop surat; boleh kosong."),
        Field("kode_pos", "Kode pos", bantuan="Kode pos pada kop surat; boleh kosong."),
        Field("laman", "Laman", bantuan="Alamat situs kantor pada kop surat, bila ada."),
        Field(
            "pos_el", "Pos-el", bantuan="Alamat pos elektronik (email) pada kop surat, bila ada."
        ),
        Field(
            "tempat", "Tempat tanda tangan", bantuan="Ditulis sebelum tanggal, misalnya Lumajang."
        ),
        Field(
            "tujuan_surat", "Tujuan pengiriman", bantuan="Penerima surat, misalnya Kepala Bappeda."
        ),
        Field(
            "bupati",
            "Nama Bupati",
            lebar=24,
            bantuan="Nama lengkap dengan gelar, tanpa NIP: pihak kedua Perjanjian Kinerja Camat.",
        ),
        Field(
            "tugas",
            "Tugas",
            Kind.LONG_TEXT,
            lebar=40,
            bantuan="Tugas kecamatan menurut peraturan bupati; tercetak pada Penetapan IKU.",
        ),
        Field(
            "fungsi",
            "Fungsi",
            Kind.LONG_TEXT,
            lebar=40,
            bantuan="Fungsi kecamatan menurut peraturan bupati; tercetak pada Penetapan IKU.",
        ),
        Field(
            "kertas",
            "Kertas",
            Kind.PILIHAN,
            choices=KERTAS,
            bantuan="Ukuran kertas surat, Perjanjian Kinerja dan Pengukuran Kinerja.",
        ),
        Field(
            "bentuk_pengukuran",
            "Bentuk Pengukuran Kinerja",
            Kind.PILIHAN,
            choices=BENTUK_PENGUKURAN,
            bantuan="Formulir 9 kolom yang biasa dipakai, atau kolom lengkap dengan satuan, "
            "kategori dan keterangan.",
        ),
        Field(
            "kertas_laporan",
            "Kertas LKjIP",
            Kind.PILIHAN,
            choices=KERTAS,
            bantuan="Ukuran kertas LKjIP.",
        ),
        Field(
            "kisi_rencana_aksi",
            "Target Rencana Aksi",
            Kind.PILIHAN,
            choices=KISI_RENCANA_AKSI,
            bantuan="Target di halaman Rencana Aksi: empat kolom triwulan, atau dua belas kolom"
            " bulan.",
        ),
        Field(
            "contoh",
            "Data contoh",
            Kind.YA_TIDAK,
            bantuan="Ya berarti semua cetakan bertanda CONTOH: untuk berlatih, bukan untuk "
            "ditandatangani.",
        ),
    ),
    kunci=(),
)

PROFIL_RUMUS = Section(
    "profil_rumus",
    "Profil Rumus",
    (
        Field("berlaku_dari", "Berlaku dari tahun", Kind.BULAT, required=True, batas=TAHUN,
              bantuan="Aturan ini dipakai mulai tahun itu. Yang sudah final tetap memakai "
              "aturannya sendiri."),
        Field(
            "rumus_turun", "Indikator makin kecil makin baik", Kind.PILIHAN, required=True,
            choices={r: KETERANGAN[r].rumus for r in (Rumus.MIN_2T, Rumus.MIN_TR)}, lebar=30,
              bantuan="Untuk indikator seperti lama layanan, misalnya target 10 hari, realisasi 8"
              " hari. Tercetak di bawah tabel."),
        Field("lantai", "Capaian paling rendah (%)", Kind.ANGKA,
              bantuan="Capaian di bawah angka ini dicatat setinggi angka ini, biasanya 0. Kosong:"
              " tanpa batas."),
        Field("cap_capaian", "Capaian paling tinggi (%)", Kind.ANGKA,
              bantuan="Capaian di atas angka ini dicatat setinggi angka ini, misalnya 120. "
              "Kosong: tanpa batas."),
        Field("cap_rata_rata", "Paling tinggi dalam rata-rata (%)", Kind.ANGKA,
              bantuan="Dalam rata-rata saja, capaian dibatasi setinggi angka ini, misalnya 100. "
              "Kosong: tanpa batas."),
        Field(
            "target_nol", "Target 0", Kind.PILIHAN, required=True,
            choices={
                TargetNol.KELUARKAN: "Tidak dihitung", TargetNol.SERATUS: "Dinilai 100",
                TargetNol.MANUAL: "Ditetapkan sendiri dengan alasan",
            },
              bantuan="Bila target sebuah indikator 0, capaiannya tidak dapat dihitung dengan "
              "membagi: pilih perlakuannya."),
        Field("realisasi_nol_penuh", "Realisasi 0 dinilai setinggi batas", Kind.YA_TIDAK,
              bantuan="Untuk rumus target dibagi realisasi: realisasi 0 diberi capaian paling "
              "tinggi, bukan 100."),
        Field("digit", "Angka di belakang koma", Kind.BULAT, required=True, batas=(0, 4),
              bantuan="Banyaknya angka desimal yang tampil dan tercetak, misalnya 2 untuk 87,35."),
        Field(
            "pembulatan", "Pembulatan", Kind.PILIHAN, required=True,
            choices={
                Pembulatan.SETENGAH_KE_ATAS: "Setengah ke atas", Pembulatan.POTONG: "Dipotong",
            },
              bantuan="Setengah ke atas: 87,345 menjadi 87,35. Dipotong: 87,349 menjadi 87,34."),
        Field(
            "rata_rata", "Rata-rata keseluruhan dari", Kind.PILIHAN, required=True,
            choices={
                RataRata.INDIKATOR: "Seluruh indikator", RataRata.SASARAN: "Rata-rata sasaran",
            },
              bantuan="Rata-rata semua indikator, atau rata-rata dari rata-rata tiap sasaran. "
              "Hasilnya dapat berbeda."),
        Field("berbobot", "Rata-rata sasaran berbobot", Kind.YA_TIDAK,
              bantuan="Ya: rata-rata sebuah sasaran memakai Bobot indikatornya. Tidak: semua "
              "indikator sama berat."),
        Field(
            "pembanding_triwulan", "S.d. triwulan dibandingkan dengan", Kind.PILIHAN, required=True,
            choices={
                PembandingTriwulan.TARGET_TRIWULAN: "Target triwulan yang terisi",
                PembandingTriwulan.TARGET_TAHUNAN: "Target tahunan",
            },
              bantuan="Untuk indikator yang dijumlahkan: s.d. triwulan ini dibandingkan dengan "
              "target triwulan yang terisi, atau target setahun."),
        Field(
            "skala", "Skala kategori", Kind.PILIHAN, required=True,
            choices={kode: skala.nama for kode, skala in SKALA.items()}, lebar=30,
              bantuan="Kata untuk sebuah capaian, misalnya Sangat Tinggi di atas 90. Bawaannya "
              "Permendagri 86/2017."),
        Field(
            "efisiensi", "Cara menghitung efisiensi", Kind.PILIHAN, required=True,
            choices={
                Efisiensi.EF_SELISIH: "Selisih capaian dan serapan",
                Efisiensi.EF_PMK: "PMK 22/2021",
                Efisiensi.EF_RASIO: "Rasio serapan terhadap capaian",
                Efisiensi.EF_RUPIAH: "Sisa anggaran", Efisiensi.EF_MANUAL: "Diketik sendiri",
            },
              bantuan="Cara LKjIP membandingkan capaian dengan uang yang dipakai. Bawaannya "
              "selisih capaian dan serapan."),
    ),
    kunci=("berlaku_dari",),
)  # fmt: skip

HARI_LIBUR = Section(
    "hari_libur",
    "Hari Libur",
    (
        Field("tanggal", "Tanggal", Kind.TANGGAL, required=True,
              bantuan="Hari yang tidak dihitung sebagai hari kerja."),
        Field("nama", "Nama hari libur", required=True, lebar=40,
              bantuan="Misalnya Hari Jadi Kabupaten Lumajang."),
        Field(
            "jenis", "Jenis", Kind.PILIHAN, required=True,
            choices={
                "nasional": "Libur nasional", "cuti_bersama": "Cuti bersama",
                "daerah": "Libur daerah",
            },
              bantuan="Libur nasional, cuti bersama, atau libur daerah. Ketiganya bukan hari "
              "kerja."),
    ),
    kunci=("tanggal",),
)  # fmt: skip
