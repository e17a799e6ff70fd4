"""Evaluasi Renja and Dialog Kinerja per triwulan: what people say of the figures."""

from datetime import date
from uuid import UUID

from sqlmodel import Field

from kinerja_desktop.store.columns import belongs_to
from kinerja_desktop.store.records.base import Record


class EvaluasiRenja(Record, table=True):
    """The foot of Formulir E.81 for a triwulan, and its berita acara; the figures are measured."""

    __tablename__ = "evaluasi_renja"

    tahun: int = Field(index=True)
    triwulan: int
    pendorong: str = ""
    penghambat: str = ""
    tindak_lanjut_triwulan: str = ""
    tindak_lanjut_renja: str = ""
    #: Of the berita acara.
    nomor: str = ""
    tanggal: date | None = None
    tempat: str = ""
    catatan: str = ""


class DialogKinerja(Record, table=True):
    """What the Camat said of a triwulan's figures, of the office or of one official."""

    __tablename__ = "dialog_kinerja"

    tahun: int = Field(index=True)
    triwulan: int
    #: Whose figures; None for the office's.
    pejabat_id: UUID | None = belongs_to("pejabat.id", optional=True)
    tanggal: date | None = None
    tempat: str = ""
    catatan: str = ""
    rekomendasi: str = ""
    tindak_lanjut: str = ""
    penanggung_jawab: str = ""
    batas_waktu: date | None = None
    selesai: date | None = None
