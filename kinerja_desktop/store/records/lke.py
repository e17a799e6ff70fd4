"""Evaluasi SAKIP: the criteria, the office's own answers, the LHE and what it recommends."""

from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import JSON
from sqlmodel import Field

from kinerja_desktop.store.columns import amount, belongs_to, moment
from kinerja_desktop.store.records.base import Json, Record


class LembarLke(Record, table=True):
    """Criteria that replace those that ship, from a year on (`docs/sakip.md` §11)."""

    __tablename__ = "lembar_lke"

    nama: str
    berlaku_dari: int
    #: Kode of the scale of answers.
    skala: str = ""
    #: As `domain.lke` writes it.
    isi: Json = Field(sa_type=JSON)


class JawabanLke(Record, table=True):
    """The answer to one criterion in a year; evidence files are `Lampiran` of its id."""

    __tablename__ = "jawaban_lke"

    tahun: int = Field(index=True)
    #: Kode of the criterion, such as ``1.1.3``.
    kriteria: str
    jawaban: str = ""
    catatan: str = ""
    dijawab: datetime | None = moment(optional=True)


class Lhe(Record, table=True):
    """A Laporan Hasil Evaluasi of the Inspektorat."""

    #: The year whose performance was evaluated.
    tahun: int = Field(index=True)
    nomor: str = ""
    tanggal: date | None = None
    nilai: Decimal | None = amount()
    keterangan: str = ""


class RekomendasiLhe(Record, table=True):
    """A recommendation of an LHE, and what became of it; evidence is `Lampiran` of its id."""

    __tablename__ = "rekomendasi_lhe"

    lhe_id: UUID = belongs_to("lhe.id")
    urutan: int | None = None
    rekomendasi: str
    rencana: str = ""
    penanggung_jawab: str = ""
    batas_waktu: date | None = None
    status: str = "belum"
    selesai: date | None = None
    keterangan: str = ""
