"""The audit trail: every action and every row it changed."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import JSON
from sqlmodel import Field, SQLModel

from kinerja_desktop.store.columns import moment
from kinerja_desktop.store.records.base import Json


class Transaksi(SQLModel, table=True):
    """One action of the user: a line of the audit trail, a step of undo."""

    id: int | None = Field(default=None, primary_key=True)
    waktu: datetime = moment()
    pelaku: str
    label: str
    #: Seals it together with every deed before it (`domain/rantai.py`).
    rantai: str


class Perubahan(SQLModel, table=True):
    """One row changed by a transaksi. No `lama`: it was added. No `baru`: it was deleted."""

    id: int | None = Field(default=None, primary_key=True)
    transaksi_id: int = Field(foreign_key="transaksi.id", index=True)
    tabel: str
    baris: UUID = Field(index=True)
    lama: Json | None = Field(default=None, sa_type=JSON)
    baru: Json | None = Field(default=None, sa_type=JSON)
