"""Evaluasi Hasil Renja per triwulan: what people say at its foot (`docs/sakip.md` §12)."""

from datetime import date

from sqlmodel import Field

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
