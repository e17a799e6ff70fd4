"""Letters and their register, Dialog Kinerja, Evaluasi SAKIP, moments of events in an SOP."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    _create_letters()
    _create_evaluation()
    for column in ("buku", "klasifikasi", "sifat", "lampiran", "keterangan", "dibatalkan"):
        _add_text("surat", column)
    op.add_column("surat", sa.Column("diterima", sa.Date(), nullable=True))
    op.add_column("surat", sa.Column("pelaksanaan_id", sa.Uuid(), nullable=True))
    op.create_index(op.f("ix_surat_pelaksanaan_id"), "surat", ["pelaksanaan_id"])
    op.add_column("sop", sa.Column("sumber", sa.JSON(), nullable=True))
    op.add_column("kejadian_sop", sa.Column("terjadi", sa.DateTime(), nullable=True))
    _add_text("kejadian_sop", "pengecualian")
    op.add_column(
        "pembanding",
        sa.Column("tidak_ada", sa.Boolean(), nullable=False, server_default=sa.false()),
    )


def _create_letters() -> None:
    op.create_table(
        "buku_surat",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kunci", sa.String(), nullable=False),
        sa.Column("nama", sa.String(), nullable=False),
        sa.Column("arah", sa.String(), nullable=False),
        sa.Column("pola", sa.String(), nullable=False),
        sa.Column("klasifikasi", sa.String(), nullable=False),
        sa.Column("mulai", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "naskah_dinas",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("jenis", sa.String(), nullable=False),
        sa.Column("tahun", sa.Integer(), nullable=False),
        sa.Column("triwulan", sa.Integer(), nullable=True),
        sa.Column("tanggal", sa.Date(), nullable=True),
        sa.Column("hal", sa.String(), nullable=False),
        sa.Column("isi", sa.JSON(), nullable=False),
        sa.Column("templat", sa.Integer(), nullable=False),
        sa.Column("surat_id", sa.Uuid(), nullable=True),
        sa.Column("pelaksanaan_id", sa.Uuid(), nullable=True),
        sa.Column("langkah", sa.Integer(), nullable=True),
        sa.Column("putaran", sa.Integer(), nullable=True),
        sa.Column("dibuat", sa.DateTime(), nullable=False),
        _parent("surat_id", "surat.id"),
        _parent("pelaksanaan_id", "pelaksanaan_sop.id"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_naskah_dinas_tahun"), "naskah_dinas", ["tahun"])
    op.create_index(op.f("ix_naskah_dinas_surat_id"), "naskah_dinas", ["surat_id"])
    op.create_index(op.f("ix_naskah_dinas_pelaksanaan_id"), "naskah_dinas", ["pelaksanaan_id"])
    op.create_table(
        "templat_naskah",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("jenis", sa.String(), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.Column("isi", sa.JSON(), nullable=False),
        sa.Column("dibuat", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "tugas",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("uraian", sa.String(), nullable=False),
        sa.Column("penanggung_jawab", sa.String(), nullable=False),
        sa.Column("batas_waktu", sa.Date(), nullable=True),
        sa.Column("selesai", sa.Date(), nullable=True),
        sa.Column("keterangan", sa.String(), nullable=False),
        sa.Column("naskah_id", sa.Uuid(), nullable=True),
        _parent("naskah_id", "naskah_dinas.id"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_tugas_naskah_id"), "tugas", ["naskah_id"])
    op.create_table(
        "publikasi_dokumen",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("dokumen", sa.String(), nullable=False),
        sa.Column("tahun", sa.Integer(), nullable=False),
        sa.Column("tanggal", sa.Date(), nullable=True),
        sa.Column("tempat", sa.String(), nullable=False),
        sa.Column("keterangan", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_publikasi_dokumen_tahun"), "publikasi_dokumen", ["tahun"])


def _create_evaluation() -> None:
    op.create_table(
        "dialog_kinerja",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("tahun", sa.Integer(), nullable=False),
        sa.Column("triwulan", sa.Integer(), nullable=False),
        sa.Column("pejabat_id", sa.Uuid(), nullable=True),
        sa.Column("tanggal", sa.Date(), nullable=True),
        sa.Column("tempat", sa.String(), nullable=False),
        sa.Column("catatan", sa.String(), nullable=False),
        sa.Column("rekomendasi", sa.String(), nullable=False),
        sa.Column("tindak_lanjut", sa.String(), nullable=False),
        sa.Column("penanggung_jawab", sa.String(), nullable=False),
        sa.Column("batas_waktu", sa.Date(), nullable=True),
        sa.Column("selesai", sa.Date(), nullable=True),
        _parent("pejabat_id", "pejabat.id"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_dialog_kinerja_tahun"), "dialog_kinerja", ["tahun"])
    op.create_index(op.f("ix_dialog_kinerja_pejabat_id"), "dialog_kinerja", ["pejabat_id"])
    op.create_table(
        "lembar_lke",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("nama", sa.String(), nullable=False),
        sa.Column("berlaku_dari", sa.Integer(), nullable=False),
        sa.Column("skala", sa.String(), nullable=False),
        sa.Column("isi", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "jawaban_lke",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("tahun", sa.Integer(), nullable=False),
        sa.Column("kriteria", sa.String(), nullable=False),
        sa.Column("jawaban", sa.String(), nullable=False),
        sa.Column("catatan", sa.String(), nullable=False),
        sa.Column("dijawab", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_jawaban_lke_tahun"), "jawaban_lke", ["tahun"])
    op.create_table(
        "lhe",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("tahun", sa.Integer(), nullable=False),
        sa.Column("nomor", sa.String(), nullable=False),
        sa.Column("tanggal", sa.Date(), nullable=True),
        sa.Column("nilai", sa.String(), nullable=True),
        sa.Column("keterangan", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_lhe_tahun"), "lhe", ["tahun"])
    op.create_table(
        "rekomendasi_lhe",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("lhe_id", sa.Uuid(), nullable=False),
        sa.Column("urutan", sa.Integer(), nullable=True),
        sa.Column("rekomendasi", sa.String(), nullable=False),
        sa.Column("rencana", sa.String(), nullable=False),
        sa.Column("penanggung_jawab", sa.String(), nullable=False),
        sa.Column("batas_waktu", sa.Date(), nullable=True),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("selesai", sa.Date(), nullable=True),
        sa.Column("keterangan", sa.String(), nullable=False),
        _parent("lhe_id", "lhe.id"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_rekomendasi_lhe_lhe_id"), "rekomendasi_lhe", ["lhe_id"])


def _parent(column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [target], initially="DEFERRED", deferrable=True)


def _add_text(table: str, column: str) -> None:
    op.add_column(table, sa.Column(column, sa.String(), nullable=False, server_default=""))
