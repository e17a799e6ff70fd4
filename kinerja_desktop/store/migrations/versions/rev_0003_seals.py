"""The trail sealed as a chain, signed papers kept, reasons for what stays undone."""

import json
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from alembic import op

from kinerja_desktop.domain.rantai import AWAL, Mata, seal

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "dokumen_final",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kunci", sa.String(), nullable=False),
        sa.Column("tahun", sa.Integer(), nullable=False),
        sa.Column("triwulan", sa.Integer(), nullable=True),
        sa.Column("tentang", sa.Uuid(), nullable=True),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.Column("tanggal", sa.Date(), nullable=True),
        sa.Column("dibuat", sa.DateTime(), nullable=False),
        sa.Column("kode", sa.String(), nullable=False),
        sa.Column("snapshot", sa.JSON(), nullable=False),
        sa.Column("pdf", sa.String(), nullable=False),
        sa.Column("docx", sa.String(), nullable=False),
        sa.Column("dibuka", sa.DateTime(), nullable=True),
        sa.Column("alasan_dibuka", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_dokumen_final_tahun"), "dokumen_final", ["tahun"], unique=False)
    op.create_table(
        "tenggat_ditutup",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kunci", sa.String(), nullable=False),
        sa.Column("tahun", sa.Integer(), nullable=False),
        sa.Column("triwulan", sa.Integer(), nullable=True),
        sa.Column("alasan", sa.String(), nullable=False),
        sa.Column("ditutup", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.add_column(
        "pengukuran",
        sa.Column("tidak_dapat_dipenuhi", sa.String(), nullable=False, server_default=""),
    )
    op.add_column("transaksi", sa.Column("rantai", sa.String(), nullable=False, server_default=""))
    _seal_trail(op.get_bind())


def _read_json(kept: Any) -> Any:
    """Read what SQLite keeps as text; PostgreSQL hands it out read."""
    return json.loads(kept or "null") if kept is None or isinstance(kept, str) else kept


def _seal_trail(connection: sa.Connection) -> None:
    """Seal the deeds of before in their order, as the journal will seal those to come."""
    rantai = AWAL
    deeds = connection.execute(
        sa.text("SELECT id, waktu, pelaku, label FROM transaksi ORDER BY id")
    ).all()
    for key, waktu, pelaku, label in deeds:
        lines = connection.execute(
            sa.text(
                "SELECT tabel, baris, lama, baru FROM perubahan "
                "WHERE transaksi_id = :key ORDER BY id"
            ),
            {"key": key},
        )
        changes = [
            (tabel, str(UUID(str(baris))), _read_json(lama), _read_json(baru))
            for tabel, baris, lama, baru in lines
        ]
        moment = datetime.fromisoformat(str(waktu)).replace(tzinfo=UTC)
        rantai = seal(rantai, Mata(moment, pelaku, label, changes))
        connection.execute(
            sa.text("UPDATE transaksi SET rantai = :rantai WHERE id = :key"),
            {"rantai": rantai, "key": key},
        )
