"""Collecting data: forms out and back, reminders, mappings; Evaluasi Renja; tindak lanjut."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    _create_forms()
    op.create_table(
        "pemetaan",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("nama", sa.String(), nullable=False),
        sa.Column("bagian", sa.String(), nullable=False),
        sa.Column("isi", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "evaluasi_renja",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("tahun", sa.Integer(), nullable=False),
        sa.Column("triwulan", sa.Integer(), nullable=False),
        sa.Column("pendorong", sa.String(), nullable=False),
        sa.Column("penghambat", sa.String(), nullable=False),
        sa.Column("tindak_lanjut_triwulan", sa.String(), nullable=False),
        sa.Column("tindak_lanjut_renja", sa.String(), nullable=False),
        sa.Column("nomor", sa.String(), nullable=False),
        sa.Column("tanggal", sa.Date(), nullable=True),
        sa.Column("tempat", sa.String(), nullable=False),
        sa.Column("catatan", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_evaluasi_renja_tahun"), "evaluasi_renja", ["tahun"], unique=False)
    _add_text("mata_anggaran", "penanggung_jawab")
    op.add_column("pagu", sa.Column("renstra", sa.String(), nullable=True))
    _add_text("realisasi", "penanggung_jawab")
    op.add_column("realisasi", sa.Column("batas_waktu", sa.Date(), nullable=True))
    op.add_column("realisasi", sa.Column("selesai", sa.Date(), nullable=True))


def _create_forms() -> None:
    op.create_table(
        "formulir",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("tahun", sa.Integer(), nullable=False),
        sa.Column("triwulan", sa.Integer(), nullable=True),
        sa.Column("pemegang", sa.String(), nullable=False),
        sa.Column("menurut", sa.String(), nullable=False),
        sa.Column("dibuat", sa.DateTime(), nullable=False),
        sa.Column("tenggat", sa.Date(), nullable=False),
        sa.Column("nama", sa.String(), nullable=False),
        sa.Column("tempat", sa.String(), nullable=False),
        sa.Column("definisi", sa.String(), nullable=False),
        sa.Column("isi", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_formulir_tahun"), "formulir", ["tahun"], unique=False)
    op.create_table(
        "penerimaan_formulir",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("formulir_id", sa.Uuid(), nullable=False),
        sa.Column("waktu", sa.DateTime(), nullable=False),
        sa.Column("nama", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("disimpan", sa.DateTime(), nullable=True),
        sa.Column("pengisi", sa.String(), nullable=False),
        sa.Column("isi", sa.JSON(), nullable=False),
        sa.Column("masuk", sa.Integer(), nullable=False),
        sa.Column("tetap", sa.Integer(), nullable=False),
        sa.Column("ditolak", sa.Integer(), nullable=False),
        sa.Column("kosong", sa.Integer(), nullable=False),
        _parent("formulir_id", "formulir.id"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        op.f("ix_penerimaan_formulir_formulir_id"), "penerimaan_formulir", ["formulir_id"]
    )
    op.create_table(
        "teguran",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("formulir_id", sa.Uuid(), nullable=False),
        sa.Column("ke", sa.Integer(), nullable=False),
        sa.Column("tanggal", sa.Date(), nullable=False),
        sa.Column("tenggat", sa.Date(), nullable=False),
        _parent("formulir_id", "formulir.id"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_teguran_formulir_id"), "teguran", ["formulir_id"])


def _parent(column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [target], initially="DEFERRED", deferrable=True)


def _add_text(table: str, column: str) -> None:
    op.add_column(table, sa.Column(column, sa.String(), nullable=False, server_default=""))
