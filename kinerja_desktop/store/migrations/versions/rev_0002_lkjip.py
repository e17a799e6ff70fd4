"""The LKjIP, standards to compare with, Rencana Aksi per month, Penetapan IKU."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "kerangka_lkjip",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("tahun", sa.Integer(), nullable=False),
        sa.Column("kerangka", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_kerangka_lkjip_tahun"), "kerangka_lkjip", ["tahun"], unique=False)
    op.create_table(
        "naskah_lkjip",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("tahun", sa.Integer(), nullable=False),
        sa.Column("bagian", sa.String(), nullable=False),
        sa.Column("teks", sa.String(), nullable=False),
        sa.Column("dasar", sa.String(), nullable=False),
        sa.Column("alasan_tidak_ada", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_naskah_lkjip_tahun"), "naskah_lkjip", ["tahun"], unique=False)
    op.create_table(
        "lkjip",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("tahun", sa.Integer(), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.Column("tanggal", sa.Date(), nullable=False),
        sa.Column("dibuat", sa.DateTime(), nullable=False),
        sa.Column("kode", sa.String(), nullable=False),
        sa.Column("snapshot", sa.JSON(), nullable=False),
        sa.Column("pdf", sa.String(), nullable=False),
        sa.Column("docx", sa.String(), nullable=False),
        sa.Column("dibuka", sa.DateTime(), nullable=True),
        sa.Column("alasan_dibuka", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "pembanding",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("indikator_id", sa.Uuid(), nullable=False),
        sa.Column("tahun", sa.Integer(), nullable=False),
        sa.Column("tingkat", sa.String(), nullable=False),
        sa.Column("nilai", sa.String(), nullable=True),
        sa.Column("sumber", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["indikator_id"], ["indikator.id"], initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        op.f("ix_pembanding_indikator_id"), "pembanding", ["indikator_id"], unique=False
    )
    op.create_table(
        "rencana_aksi_bulanan",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("indikator_id", sa.Uuid(), nullable=False),
        sa.Column("tahun", sa.Integer(), nullable=False),
        sa.Column("b1", sa.String(), nullable=True),
        sa.Column("b2", sa.String(), nullable=True),
        sa.Column("b3", sa.String(), nullable=True),
        sa.Column("b4", sa.String(), nullable=True),
        sa.Column("b5", sa.String(), nullable=True),
        sa.Column("b6", sa.String(), nullable=True),
        sa.Column("b7", sa.String(), nullable=True),
        sa.Column("b8", sa.String(), nullable=True),
        sa.Column("b9", sa.String(), nullable=True),
        sa.Column("b10", sa.String(), nullable=True),
        sa.Column("b11", sa.String(), nullable=True),
        sa.Column("b12", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["indikator_id"], ["indikator.id"], initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        op.f("ix_rencana_aksi_bulanan_indikator_id"),
        "rencana_aksi_bulanan",
        ["indikator_id"],
        unique=False,
    )
    op.add_column("instansi", sa.Column("kertas_laporan", sa.String(), nullable=True))
    op.add_column("instansi", sa.Column("kisi_rencana_aksi", sa.String(), nullable=True))
    op.add_column(
        "periode_renstra", sa.Column("nomor_iku", sa.String(), nullable=False, server_default="")
    )
    op.add_column("periode_renstra", sa.Column("tanggal_iku", sa.Date(), nullable=True))
