"""SOPs of the office and their cases (`docs/architecture.md` §4.2)."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import JSON
from sqlmodel import Field

from kinerja_desktop.store.columns import belongs_to, moment
from kinerja_desktop.store.records.base import Json, Record


class Sop(Record, table=True):
    """A version of an SOP in the office's own copy; `isi` is read by `domain.sop`."""

    kode: str = Field(index=True)
    nama: str
    versi: int = 1
    isi: Json = Field(sa_type=JSON)
    aktif: bool = True
    #: The SOP that the office made its own, verbatim; None where there is none beside it.
    sumber: Json | None = Field(default=None, sa_type=JSON)


class PelaksanaanSop(Record, table=True):
    """A case: one SOP run for a year or a triwulan."""

    __tablename__ = "pelaksanaan_sop"

    sop_id: UUID = belongs_to("sop.id")
    tahun: int
    triwulan: int | None = None
    judul: str = ""


class KejadianSop(Record, table=True):
    """Something that happened in a case; rows are only ever added."""

    __tablename__ = "kejadian_sop"

    pelaksanaan_id: UUID = belongs_to("pelaksanaan_sop.id")
    urutan: int
    #: When it was recorded.
    waktu: datetime = moment()
    #: When it happened, where the clerk says so; None for the moment of recording.
    terjadi: datetime | None = moment(optional=True)
    jenis: str
    langkah: int
    pelaku: str = ""
    alasan: str = ""
    putaran: int | None = None
    #: Why the step ended although its paper is not final, or nothing was delivered.
    pengecualian: str = ""
    #: Ids of evidence files.
    bukti: list[str] = Field(default_factory=list, sa_type=JSON)
