"""Collecting data: forms out and back, reminders, mappings of the office's own tables."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import JSON
from sqlmodel import Field

from kinerja_desktop.store.columns import belongs_to, moment
from kinerja_desktop.store.records.base import Json, Record


class Formulir(Record, table=True):
    """A form as it was handed out to one holder of data for one period.

    Its id stands in the file, so that it is recognised wherever its name went. One row for each
    time a form was written: a holder may get a newer one when definitions change.
    """

    __tablename__ = "formulir"

    tahun: int = Field(index=True)
    triwulan: int | None = None
    #: The holder, as indicators or budget lines name it.
    pemegang: str
    #: By which attribute of an indicator: ``pengumpul_data`` or ``penanggung_jawab``.
    menurut: str = "pengumpul_data"
    dibuat: datetime = moment()
    tenggat: date
    nama: str
    tempat: str = ""
    #: Fingerprint of everything on it that the holder must not change.
    definisi: str
    #: What stood on it: the rows to fill, by id, with their words and targets of then.
    isi: Json = Field(sa_type=JSON)


class PenerimaanFormulir(Record, table=True):
    """A form that came back, and what of it was taken in."""

    __tablename__ = "penerimaan_formulir"

    formulir_id: UUID = belongs_to("formulir.id")
    waktu: datetime = moment()
    #: Name of the file, and SHA-256 of its bytes among the evidence files.
    nama: str
    sha256: str
    #: When the file says that it was saved last; None when it does not say.
    disimpan: datetime | None = moment(optional=True)
    #: Who filled it in, as the form says.
    pengisi: str = ""
    #: What stood in its cells to fill, by row.
    isi: Json = Field(sa_type=JSON)
    masuk: int = 0
    tetap: int = 0
    ditolak: int = 0
    kosong: int = 0


class Teguran(Record, table=True):
    """A reminder to a holder whose form has not come back."""

    __tablename__ = "teguran"

    formulir_id: UUID = belongs_to("formulir.id")
    #: 1 for the first reminder after the request.
    ke: int
    tanggal: date
    tenggat: date


class Pemetaan(Record, table=True):
    """How the columns of the office's own table are read, kept by name for next year."""

    __tablename__ = "pemetaan"

    nama: str
    #: Key of the section that it fills.
    bagian: str
    isi: Json = Field(sa_type=JSON)
