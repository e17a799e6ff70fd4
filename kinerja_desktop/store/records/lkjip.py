"""The LKjIP: outline, texts, what it is compared with, and what was made final."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import JSON
from sqlmodel import Field

from kinerja_desktop.domain.capaian.nilai import Nilai
from kinerja_desktop.store.columns import belongs_to, moment, nilai
from kinerja_desktop.store.records.base import Json, Record


class KerangkaLkjip(Record, table=True):
    """The outline that an office gave its report in a year; later years follow it."""

    __tablename__ = "kerangka_lkjip"

    tahun: int = Field(index=True)
    #: As `domain.lkjip.kerangka` writes it.
    kerangka: Json = Field(sa_type=JSON)


class TeksLkjip(Record, table=True):
    """What the office wrote in a section; a section without a row has its first draft."""

    # A naskah is a document as blocks; the table keeps the name that the first release gave it.
    __tablename__ = "naskah_lkjip"

    tahun: int = Field(index=True)
    bagian: str
    teks: str = ""
    #: The first draft that the text was written over; another draft means that figures moved.
    dasar: str = ""
    #: Why the section is declared *tidak ada*; empty when it is not.
    alasan_tidak_ada: str = ""


class Lkjip(Record, table=True):
    """A LKjIP made final: texts, figures and pictures never change.

    `docs/architecture.md` §2.5.
    """

    tahun: int
    versi: int
    tanggal: date
    dibuat: datetime = moment()
    kode: str
    snapshot: Json = Field(sa_type=JSON)
    #: SHA-256 of the printed files among the evidence files.
    pdf: str = ""
    docx: str = ""
    dibuka: datetime | None = moment(optional=True)
    alasan_dibuka: str = ""


class Pembanding(Record, table=True):
    """What others reached: the standard of an indicator in a year.

    `docs/sakip.md` §7.3, table 3.4.
    """

    indikator_id: UUID = belongs_to("indikator.id")
    tahun: int
    tingkat: str = "nasional"
    nilai: Nilai | None = nilai()
    sumber: str = ""
    #: The office confirmed that there is no such standard.
    tidak_ada: bool = False
