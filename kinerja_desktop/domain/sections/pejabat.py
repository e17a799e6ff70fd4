"""The people of an office: its units, and who held which post when (`docs/sakip.md` §13)."""

from kinerja_desktop.domain.sections.fields import Field, Kind, Section

UNIT_KERJA = Section(
    "unit_kerja",
    "Unit Kerja",
    (
        Field("nama", "Nama unit kerja", required=True, lebar=36,
              bantuan="Misalnya Subbagian Keuangan atau Seksi Pemerintahan."),
        Field(
            "jenis", "Jenis", Kind.PILIHAN,
            choices={
                "sekretariat": "Sekretariat", "subbagian": "Subbagian", "seksi": "Seksi",
                "kelurahan": "Kelurahan", "lain": "Lainnya",
            },
              bantuan="Sekretariat, subbagian, seksi, kelurahan, atau lainnya."),
        Field("induk_id", "Induk", Kind.ACUAN, acuan="unit_kerja", lebar=36,
              bantuan="Unit di atasnya, misalnya Sekretariat untuk sebuah subbagian. Kosong bila "
              "langsung di bawah Camat."),
    ),
    kunci=("nama",),
    acuan="nama",
)  # fmt: skip

PEJABAT = Section(
    "pejabat",
    "Pejabat",
    (
        Field(
            "nama",
            "Nama",
            required=True,
            lebar=32,
            bantuan="Lengkap dengan gelar, seperti pada blok tanda tangan, misalnya Drs. Budi "
            "Santoso, M.Si.",
        ),
        Field(
            "nip",
            "NIP",
            lebar=24,
            bantuan="18 angka, misalnya 19701218 199101 1 002. Tercetak di bawah nama penanda "
            "tangan.",
        ),
        Field(
            "pangkat",
            "Pangkat",
            lebar=20,
            bantuan="Misalnya Pembina Tingkat I. Tercetak di bawah nama penanda tangan.",
        ),
        Field("golongan", "Golongan", bantuan="Golongan ruang, misalnya IV/b. Boleh kosong."),
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
        Field("pejabat_id", "Pejabat", Kind.ACUAN, required=True, acuan="pejabat", lebar=32,
              bantuan="Siapa yang menjabat. Orangnya ditambahkan dulu di Pejabat."),
        Field("jabatan", "Jabatan", required=True, lebar=32,
              bantuan="Nama jabatan seperti tercetak, misalnya Kepala Seksi Pelayanan Umum."),
        Field("peran", "Peran", Kind.PILIHAN, required=True, choices=PERAN, lebar=20,
              bantuan="Peran menentukan siapa yang menandatangani apa: Camat menandatangani "
              "dokumen kantor."),
        Field("status", "Status", Kind.PILIHAN, required=True, choices=STATUS_PENEMPATAN,
              bantuan="Definitif; Plt. bila jabatannya kosong; Plh. bila pejabatnya berhalangan; "
              "Pj. untuk penjabat."),
        Field("unit_kerja_id", "Unit kerja", Kind.ACUAN, acuan="unit_kerja", lebar=32,
              bantuan="Subbagian, seksi atau kelurahan yang dipimpinnya."),
        Field("mulai", "Mulai menjabat", Kind.TANGGAL, required=True,
              bantuan="Hari pertama di jabatan ini. Dokumen bertanggal sesudahnya ditandatangani "
              "pejabat ini."),
        Field("selesai", "Selesai menjabat", Kind.TANGGAL,
              bantuan="Hari terakhir di jabatan ini; kosong selama masih menjabat. Mutasi: isi "
              "ini, lalu tambah baris baru."),
        Field(
            "pengelola_kinerja", "Pengelola kinerja", Kind.YA_TIDAK,
            bantuan="Pejabat yang menjalankan SAKIP di kantor ini.",
        ),
        Field("tugas", "Tugas", Kind.LONG_TEXT, lebar=40,
              bantuan="Tugas jabatan menurut peraturan bupati, satu kalimat, untuk formulir IKI. "
              "Kosong: dari pejabat lain di jabatan ini."),
        Field("fungsi", "Fungsi", Kind.LONG_TEXT, lebar=40,
              bantuan="Fungsi jabatan menurut peraturan bupati, satu baris setiap fungsi, untuk "
              "formulir IKI. Kosong: dari pejabat lain di jabatan ini."),
    ),
    kunci=("pejabat_id", "jabatan", "mulai"),
)  # fmt: skip
