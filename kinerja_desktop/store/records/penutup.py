"""What was closed for good: signed papers as they were printed, deadlines that nobody will meet."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import JSON
from sqlmodel import Field

from kinerja_desktop.store.columns import moment
from kinerja_desktop.store.records.base import Json, Record


class DokumenFinal(Record, table=True):
    """A paper that was signed, kept as it was printed (`docs/architecture.md` §2.5).

    Pengukuran Kinerja and LKjIP have tables of their own, because figures are read from them.
    """

    __tablename__ = "dokumen_final"

    #: Kind of document, as in the registry of `services.dokumen.daftar`.
    kunci: str
    tahun: int = Field(index=True)
    triwulan: int | None = None
    #: The official, agreement or delivery it is about.
    tentang: UUID | None = None
    versi: int
    tanggal: date | None = None
    dibuat: datetime = moment()
    kode: str
    snapshot: Json = Field(sa_type=JSON)
    #: SHA-256 of the printed files among the evidence files.
    pdf: str = ""
    docx: str = ""
    dibuka: datetime | None = moment(optional=True)
    alasan_dibuka: str = ""


class TenggatDitutup(Record, table=True):
    """A deadline that was missed for good, and why nobody will meet it any more."""

    __tablename__ = "tenggat_ditutup"

    kunci: str
    tahun: int
    triwulan: int | None = None
    alasan: str
    ditutup: datetime = moment()
