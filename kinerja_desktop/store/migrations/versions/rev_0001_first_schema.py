"""The first schema."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "hari_libur",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("tanggal", sa.Date(), nullable=False),
        sa.Column("nama", sa.String(), nullable=False),
        sa.Column("jenis", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "instansi",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kecamatan", sa.String(), nullable=False),
        sa.Column("kabupaten", sa.String(), nullable=False),
        sa.Column("provinsi", sa.String(), nullable=False),
        sa.Column("kode_unit", sa.String(), nullable=False),
        sa.Column("kode_skpd", sa.String(), nullable=False),
        sa.Column("alamat", sa.String(), nullable=False),
        sa.Column("telepon", sa.String(), nullable=False),
        sa.Column("kode_pos", sa.String(), nullable=False),
        sa.Column("laman", sa.String(), nullable=False),
        sa.Column("pos_el", sa.String(), nullable=False),
        sa.Column("tempat", sa.String(), nullable=False),
        sa.Column("tujuan_surat", sa.String(), nullable=False),
        sa.Column("bupati", sa.String(), nullable=False),
        sa.Column("tugas", sa.String(), nullable=False),
        sa.Column("fungsi", sa.String(), nullable=False),
        sa.Column("kertas", sa.String(), nullable=True),
        sa.Column("bentuk_pengukuran", sa.String(), nullable=True),
        sa.Column("contoh", sa.Boolean(), nullable=False),
        sa.Column("logo", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "kiriman",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("tahun", sa.Integer(), nullable=False),
        sa.Column("triwulan", sa.Integer(), nullable=True),
        sa.Column("waktu", sa.DateTime(), nullable=False),
        sa.Column("nama", sa.String(), nullable=False),
        sa.Column("tempat", sa.String(), nullable=False),
        sa.Column("berkas", sa.Integer(), nullable=False),
        sa.Column("ukuran", sa.Integer(), nullable=False),
        sa.Column("kode", sa.String(), nullable=False),
        sa.Column("nomor_surat", sa.String(), nullable=False),
        sa.Column("penerima", sa.String(), nullable=False),
        sa.Column("tanggal_terima", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "lampiran",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("nama", sa.String(), nullable=False),
        sa.Column("ukuran", sa.Integer(), nullable=False),
        sa.Column("keterangan", sa.String(), nullable=False),
        sa.Column("milik", sa.String(), nullable=False),
        sa.Column("milik_id", sa.Uuid(), nullable=False),
        sa.Column("ditambahkan", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_lampiran_milik_id"), "lampiran", ["milik_id"], unique=False)
    op.create_table(
        "mata_anggaran",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kode", sa.String(), nullable=False),
        sa.Column("nama", sa.String(), nullable=False),
        sa.Column("jenis", sa.String(), nullable=False),
        sa.Column("induk_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["induk_id"], ["mata_anggaran.id"], initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_mata_anggaran_induk_id"), "mata_anggaran", ["induk_id"], unique=False)
    op.create_table(
        "pejabat",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("nama", sa.String(), nullable=False),
        sa.Column("nip", sa.String(), nullable=False),
        sa.Column("pangkat", sa.String(), nullable=False),
        sa.Column("golongan", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "periode_renstra",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("nama", sa.String(), nullable=False),
        sa.Column("tahun_awal", sa.Integer(), nullable=False),
        sa.Column("tahun_akhir", sa.Integer(), nullable=False),
        sa.Column("nomor", sa.String(), nullable=False),
        sa.Column("tanggal", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "profil_rumus",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("berlaku_dari", sa.Integer(), nullable=False),
        sa.Column("rumus_turun", sa.String(), nullable=False),
        sa.Column("lantai", sa.String(), nullable=True),
        sa.Column("cap_capaian", sa.String(), nullable=True),
        sa.Column("cap_rata_rata", sa.String(), nullable=True),
        sa.Column("target_nol", sa.String(), nullable=False),
        sa.Column("realisasi_nol_penuh", sa.Boolean(), nullable=False),
        sa.Column("digit", sa.Integer(), nullable=False),
        sa.Column("pembulatan", sa.String(), nullable=False),
        sa.Column("rata_rata", sa.String(), nullable=False),
        sa.Column("berbobot", sa.Boolean(), nullable=False),
        sa.Column("pembanding_triwulan", sa.String(), nullable=False),
        sa.Column("skala", sa.String(), nullable=False),
        sa.Column("efisiensi", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "sop",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kode", sa.String(), nullable=False),
        sa.Column("nama", sa.String(), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.Column("isi", sa.JSON(), nullable=False),
        sa.Column("aktif", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_sop_kode"), "sop", ["kode"], unique=False)
    op.create_table(
        "surat",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("arah", sa.String(), nullable=False),
        sa.Column("nomor", sa.String(), nullable=False),
        sa.Column("agenda", sa.String(), nullable=False),
        sa.Column("tanggal", sa.Date(), nullable=True),
        sa.Column("pihak", sa.String(), nullable=False),
        sa.Column("hal", sa.String(), nullable=False),
        sa.Column("tahun", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "transaksi",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("waktu", sa.DateTime(), nullable=False),
        sa.Column("pelaku", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "unit_kerja",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("nama", sa.String(), nullable=False),
        sa.Column("jenis", sa.String(), nullable=True),
        sa.Column("induk_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["induk_id"], ["unit_kerja.id"], initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_unit_kerja_induk_id"), "unit_kerja", ["induk_id"], unique=False)
    op.create_table(
        "pagu",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("mata_anggaran_id", sa.Uuid(), nullable=False),
        sa.Column("tahun", sa.Integer(), nullable=False),
        sa.Column("murni", sa.String(), nullable=True),
        sa.Column("tanggal_murni", sa.Date(), nullable=True),
        sa.Column("perubahan", sa.String(), nullable=True),
        sa.Column("tanggal_perubahan", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["mata_anggaran_id"], ["mata_anggaran.id"], initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_pagu_mata_anggaran_id"), "pagu", ["mata_anggaran_id"], unique=False)
    op.create_table(
        "pelaksanaan_sop",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("sop_id", sa.Uuid(), nullable=False),
        sa.Column("tahun", sa.Integer(), nullable=False),
        sa.Column("triwulan", sa.Integer(), nullable=True),
        sa.Column("judul", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["sop_id"], ["sop.id"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_pelaksanaan_sop_sop_id"), "pelaksanaan_sop", ["sop_id"], unique=False)
    op.create_table(
        "penempatan",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("pejabat_id", sa.Uuid(), nullable=False),
        sa.Column("jabatan", sa.String(), nullable=False),
        sa.Column("peran", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("unit_kerja_id", sa.Uuid(), nullable=True),
        sa.Column("mulai", sa.Date(), nullable=False),
        sa.Column("selesai", sa.Date(), nullable=True),
        sa.Column("pengelola_kinerja", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["pejabat_id"], ["pejabat.id"], initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["unit_kerja_id"], ["unit_kerja.id"], initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_penempatan_pejabat_id"), "penempatan", ["pejabat_id"], unique=False)
    op.create_index(
        op.f("ix_penempatan_unit_kerja_id"), "penempatan", ["unit_kerja_id"], unique=False
    )
    op.create_table(
        "pengukuran",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("tahun", sa.Integer(), nullable=False),
        sa.Column("triwulan", sa.Integer(), nullable=True),
        sa.Column("pejabat_id", sa.Uuid(), nullable=True),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.Column("tanggal", sa.Date(), nullable=False),
        sa.Column("dibuat", sa.DateTime(), nullable=False),
        sa.Column("kode", sa.String(), nullable=False),
        sa.Column("snapshot", sa.JSON(), nullable=False),
        sa.Column("pdf", sa.String(), nullable=False),
        sa.Column("dibuka", sa.DateTime(), nullable=True),
        sa.Column("alasan_dibuka", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["pejabat_id"], ["pejabat.id"], initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_pengukuran_pejabat_id"), "pengukuran", ["pejabat_id"], unique=False)
    op.create_table(
        "perjanjian_kinerja",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kode", sa.String(), nullable=False),
        sa.Column("tahun", sa.Integer(), nullable=False),
        sa.Column("pejabat_id", sa.Uuid(), nullable=True),
        sa.Column("atasan_id", sa.Uuid(), nullable=True),
        sa.Column("perubahan_ke", sa.Integer(), nullable=False),
        sa.Column("nomor", sa.String(), nullable=False),
        sa.Column("tanggal", sa.Date(), nullable=True),
        sa.Column("alasan", sa.String(), nullable=True),
        sa.Column("uraian_alasan", sa.String(), nullable=False),
        sa.Column("ditandatangani", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["atasan_id"], ["pejabat.id"], initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["pejabat_id"], ["pejabat.id"], initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        op.f("ix_perjanjian_kinerja_atasan_id"), "perjanjian_kinerja", ["atasan_id"], unique=False
    )
    op.create_index(
        op.f("ix_perjanjian_kinerja_pejabat_id"), "perjanjian_kinerja", ["pejabat_id"], unique=False
    )
    op.create_table(
        "perubahan",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("transaksi_id", sa.Integer(), nullable=False),
        sa.Column("tabel", sa.String(), nullable=False),
        sa.Column("baris", sa.Uuid(), nullable=False),
        sa.Column("lama", sa.JSON(), nullable=True),
        sa.Column("baru", sa.JSON(), nullable=True),
        sa.ForeignKeyConstraint(
            ["transaksi_id"],
            ["transaksi.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_perubahan_baris"), "perubahan", ["baris"], unique=False)
    op.create_index(op.f("ix_perubahan_transaksi_id"), "perubahan", ["transaksi_id"], unique=False)
    op.create_table(
        "realisasi_anggaran",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("mata_anggaran_id", sa.Uuid(), nullable=False),
        sa.Column("tahun", sa.Integer(), nullable=False),
        sa.Column("tw1", sa.String(), nullable=True),
        sa.Column("tw2", sa.String(), nullable=True),
        sa.Column("tw3", sa.String(), nullable=True),
        sa.Column("tw4", sa.String(), nullable=True),
        sa.Column("tahunan", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["mata_anggaran_id"], ["mata_anggaran.id"], initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        op.f("ix_realisasi_anggaran_mata_anggaran_id"),
        "realisasi_anggaran",
        ["mata_anggaran_id"],
        unique=False,
    )
    op.create_table(
        "tujuan",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("periode_renstra_id", sa.Uuid(), nullable=False),
        sa.Column("kode", sa.String(), nullable=False),
        sa.Column("uraian", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["periode_renstra_id"], ["periode_renstra.id"], initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        op.f("ix_tujuan_periode_renstra_id"), "tujuan", ["periode_renstra_id"], unique=False
    )
    op.create_table(
        "kejadian_sop",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("pelaksanaan_id", sa.Uuid(), nullable=False),
        sa.Column("urutan", sa.Integer(), nullable=False),
        sa.Column("waktu", sa.DateTime(), nullable=False),
        sa.Column("jenis", sa.String(), nullable=False),
        sa.Column("langkah", sa.Integer(), nullable=False),
        sa.Column("pelaku", sa.String(), nullable=False),
        sa.Column("alasan", sa.String(), nullable=False),
        sa.Column("putaran", sa.Integer(), nullable=True),
        sa.Column("bukti", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["pelaksanaan_id"], ["pelaksanaan_sop.id"], initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        op.f("ix_kejadian_sop_pelaksanaan_id"), "kejadian_sop", ["pelaksanaan_id"], unique=False
    )
    op.create_table(
        "sasaran",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("tujuan_id", sa.Uuid(), nullable=False),
        sa.Column("kode", sa.String(), nullable=False),
        sa.Column("uraian", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["tujuan_id"], ["tujuan.id"], initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_sasaran_tujuan_id"), "sasaran", ["tujuan_id"], unique=False)
    op.create_table(
        "indikator",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kode", sa.String(), nullable=False),
        sa.Column("uraian", sa.String(), nullable=False),
        sa.Column("jenis", sa.String(), nullable=False),
        sa.Column("level", sa.String(), nullable=False),
        sa.Column("tujuan_id", sa.Uuid(), nullable=True),
        sa.Column("sasaran_id", sa.Uuid(), nullable=True),
        sa.Column("mata_anggaran_id", sa.Uuid(), nullable=True),
        sa.Column("pejabat_id", sa.Uuid(), nullable=True),
        sa.Column("kinerja", sa.String(), nullable=False),
        sa.Column("satuan", sa.String(), nullable=False),
        sa.Column("arah", sa.String(), nullable=False),
        sa.Column("rumus", sa.String(), nullable=True),
        sa.Column("akumulasi", sa.String(), nullable=False),
        sa.Column("bobot", sa.String(), nullable=True),
        sa.Column("definisi_operasional", sa.String(), nullable=False),
        sa.Column("alasan", sa.String(), nullable=False),
        sa.Column("formula", sa.String(), nullable=False),
        sa.Column("pembilang", sa.String(), nullable=False),
        sa.Column("penyebut", sa.String(), nullable=False),
        sa.Column("frekuensi", sa.String(), nullable=True),
        sa.Column("sumber_data", sa.String(), nullable=False),
        sa.Column("bukti", sa.String(), nullable=False),
        sa.Column("penanggung_jawab", sa.String(), nullable=False),
        sa.Column("pengumpul_data", sa.String(), nullable=False),
        sa.Column("baseline_tahun", sa.Integer(), nullable=True),
        sa.Column("baseline_nilai", sa.String(), nullable=True),
        sa.Column("berlaku_dari", sa.Integer(), nullable=True),
        sa.Column("berlaku_sampai", sa.Integer(), nullable=True),
        sa.Column("induk_id", sa.Uuid(), nullable=True),
        sa.Column("catatan", sa.String(), nullable=False),
        sa.Column("urutan", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["induk_id"], ["indikator.id"], initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["mata_anggaran_id"], ["mata_anggaran.id"], initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["pejabat_id"], ["pejabat.id"], initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["sasaran_id"], ["sasaran.id"], initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["tujuan_id"], ["tujuan.id"], initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_indikator_induk_id"), "indikator", ["induk_id"], unique=False)
    op.create_index(
        op.f("ix_indikator_mata_anggaran_id"), "indikator", ["mata_anggaran_id"], unique=False
    )
    op.create_index(op.f("ix_indikator_pejabat_id"), "indikator", ["pejabat_id"], unique=False)
    op.create_index(op.f("ix_indikator_sasaran_id"), "indikator", ["sasaran_id"], unique=False)
    op.create_index(op.f("ix_indikator_tujuan_id"), "indikator", ["tujuan_id"], unique=False)
    op.create_table(
        "program_sasaran",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("mata_anggaran_id", sa.Uuid(), nullable=False),
        sa.Column("sasaran_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["mata_anggaran_id"], ["mata_anggaran.id"], initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["sasaran_id"], ["sasaran.id"], initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        op.f("ix_program_sasaran_mata_anggaran_id"),
        "program_sasaran",
        ["mata_anggaran_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_program_sasaran_sasaran_id"), "program_sasaran", ["sasaran_id"], unique=False
    )
    op.create_table(
        "butir_perjanjian",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("perjanjian_kinerja_id", sa.Uuid(), nullable=False),
        sa.Column("indikator_id", sa.Uuid(), nullable=False),
        sa.Column("target", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["indikator_id"], ["indikator.id"], initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["perjanjian_kinerja_id"],
            ["perjanjian_kinerja.id"],
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        op.f("ix_butir_perjanjian_indikator_id"), "butir_perjanjian", ["indikator_id"], unique=False
    )
    op.create_index(
        op.f("ix_butir_perjanjian_perjanjian_kinerja_id"),
        "butir_perjanjian",
        ["perjanjian_kinerja_id"],
        unique=False,
    )
    op.create_table(
        "realisasi",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("indikator_id", sa.Uuid(), nullable=False),
        sa.Column("tahun", sa.Integer(), nullable=False),
        sa.Column("triwulan", sa.Integer(), nullable=True),
        sa.Column("nilai", sa.String(), nullable=True),
        sa.Column("tidak_berlaku", sa.Boolean(), nullable=False),
        sa.Column("alasan", sa.String(), nullable=False),
        sa.Column("capaian_manual", sa.String(), nullable=True),
        sa.Column("pembilang", sa.String(), nullable=True),
        sa.Column("penyebut", sa.String(), nullable=True),
        sa.Column("pendorong", sa.String(), nullable=False),
        sa.Column("penghambat", sa.String(), nullable=False),
        sa.Column("tindak_lanjut", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["indikator_id"], ["indikator.id"], initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_realisasi_indikator_id"), "realisasi", ["indikator_id"], unique=False)
    op.create_index(op.f("ix_realisasi_tahun"), "realisasi", ["tahun"], unique=False)
    op.create_table(
        "rencana_aksi",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("indikator_id", sa.Uuid(), nullable=False),
        sa.Column("tahun", sa.Integer(), nullable=False),
        sa.Column("aktivitas", sa.String(), nullable=False),
        sa.Column("tw1", sa.String(), nullable=True),
        sa.Column("tw2", sa.String(), nullable=True),
        sa.Column("tw3", sa.String(), nullable=True),
        sa.Column("tw4", sa.String(), nullable=True),
        sa.Column("mata_anggaran_id", sa.Uuid(), nullable=True),
        sa.Column("penanggung_jawab", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["indikator_id"], ["indikator.id"], initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["mata_anggaran_id"], ["mata_anggaran.id"], initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        op.f("ix_rencana_aksi_indikator_id"), "rencana_aksi", ["indikator_id"], unique=False
    )
    op.create_index(
        op.f("ix_rencana_aksi_mata_anggaran_id"), "rencana_aksi", ["mata_anggaran_id"], unique=False
    )
    op.create_table(
        "target_tahunan",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("indikator_id", sa.Uuid(), nullable=False),
        sa.Column("tahun", sa.Integer(), nullable=False),
        sa.Column("nilai", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["indikator_id"], ["indikator.id"], initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        op.f("ix_target_tahunan_indikator_id"), "target_tahunan", ["indikator_id"], unique=False
    )
