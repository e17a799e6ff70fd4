"""Tugas and fungsi of every post, as the form of IKI prints them."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    for name in ("tugas", "fungsi"):
        op.add_column("penempatan", sa.Column(name, sa.String(), nullable=False, server_default=""))
