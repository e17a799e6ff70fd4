"""Bappeda: which kind of office it is, units, deadlines, packages taken in, comments."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.add_column(
        "instansi",
        sa.Column("jenis", sa.String(), nullable=False, server_default="kecamatan"),
    )
    op.create_table(
        "perangkat_daerah",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("nama", sa.String(), nullable=False),
        sa.Column("jenis", sa.String(), nullable=False),
        sa.Column("kabupaten", sa.String(), nullable=False),
        sa.Column("kode", sa.String(), nullable=False),
        sa.Column("urut", sa.Integer(), nullable=False),
        sa.Column("aktif", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "tenggat_pelaporan",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("tahun", sa.Integer(), nullable=False),
        sa.Column("triwulan", sa.Integer(), nullable=True),
        sa.Column("tenggat", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_tenggat_pelaporan_tahun"), "tenggat_pelaporan", ["tahun"])
    _create_packages()
    op.create_table(
        "padanan_indikator",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("uraian", sa.String(), nullable=False),
        sa.Column("satuan", sa.String(), nullable=False),
        sa.Column("kelompok", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "komentar",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("perangkat_id", sa.Uuid(), nullable=True),
        sa.Column("tahun", sa.Integer(), nullable=False),
        sa.Column("triwulan", sa.Integer(), nullable=True),
        sa.Column("tentang", sa.String(), nullable=False),
        sa.Column("isi", sa.String(), nullable=False),
        sa.Column("dari", sa.String(), nullable=False),
        sa.Column("dibuat", sa.DateTime(), nullable=False),
        sa.Column("dikirim", sa.DateTime(), nullable=True),
        sa.Column("selesai", sa.Date(), nullable=True),
        _parent("perangkat_id", "perangkat_daerah.id"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_komentar_perangkat_id"), "komentar", ["perangkat_id"])
    op.create_index(op.f("ix_komentar_tahun"), "komentar", ["tahun"])


def _create_packages() -> None:
    op.create_table(
        "paket_masuk",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("perangkat_id", sa.Uuid(), nullable=False),
        sa.Column("tahun", sa.Integer(), nullable=False),
        sa.Column("triwulan", sa.Integer(), nullable=True),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.Column("ditulis", sa.Date(), nullable=True),
        sa.Column("kode", sa.String(), nullable=False),
        sa.Column("kode_paket", sa.String(), nullable=False),
        sa.Column("riwayat", sa.String(), nullable=False),
        sa.Column("program", sa.String(), nullable=False),
        sa.Column("contoh", sa.Boolean(), nullable=False),
        sa.Column("data", sa.String(), nullable=False),
        sa.Column("ringkas", sa.JSON(), nullable=False),
        sa.Column("diterima", sa.DateTime(), nullable=False),
        sa.Column("penerima", sa.String(), nullable=False),
        sa.Column("alasan", sa.String(), nullable=False),
        sa.Column("dipilih", sa.DateTime(), nullable=True),
        sa.Column("tanda_terima", sa.String(), nullable=False),
        _parent("perangkat_id", "perangkat_daerah.id"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_paket_masuk_perangkat_id"), "paket_masuk", ["perangkat_id"])
    op.create_index(op.f("ix_paket_masuk_tahun"), "paket_masuk", ["tahun"])


def _parent(column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [target], deferrable=True, initially="DEFERRED")
