"""Measurement: realisasi, frozen Pengukuran Kinerja, evidence, letters, deliveries."""

from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import JSON
from sqlmodel import Field

from kinerja_desktop.domain.capaian.nilai import Nilai
from kinerja_desktop.store.columns import amount, belongs_to, moment, nilai
from kinerja_desktop.store.records.base import Json, Record


class Realisasi(Record, table=True):
    """What was reached in a triwulan, or (triwulan None) in the year as a whole."""

    indikator_id: UUID = belongs_to("indikator.id")
    tahun: int = Field(index=True)
    triwulan: int | None = None
    nilai: Nilai | None = nilai()
    tidak_berlaku: bool = False
    alasan: str = ""
    capaian_manual: Decimal | None = amount()
    pembilang: Decimal | None = amount()
    penyebut: Decimal | None = amount()
    pendorong: str = ""
    penghambat: str = ""
    tindak_lanjut: str = ""
    #: Who does the tindak lanjut, until when, and when it was done.
    penanggung_jawab: str = ""
    batas_waktu: date | None = None
    selesai: date | None = None


class Pengukuran(Record, table=True):
    """A Pengukuran Kinerja made final: what was signed never changes (`docs/architecture.md` §2.5).

    One row for each time it was made final; reopening marks the row and keeps it.
    """

    tahun: int
    triwulan: int | None = None
    #: None for the office's IKU, else whose IKI.
    pejabat_id: UUID | None = belongs_to("pejabat.id", optional=True)
    versi: int
    tanggal: date
    dibuat: datetime = moment()
    kode: str
    snapshot: Json = Field(sa_type=JSON)
    #: SHA-256 of the printed PDF among the evidence files.
    pdf: str = ""
    dibuka: datetime | None = moment(optional=True)
    alasan_dibuka: str = ""
    #: Why it was made final although something that should be told was missing.
    tidak_dapat_dipenuhi: str = ""


class Lampiran(Record, table=True):
    """An evidence file; its bytes lie in the data folder under their hash."""

    sha256: str
    nama: str
    ukuran: int
    keterangan: str = ""
    milik: str
    milik_id: UUID = Field(index=True)
    ditambahkan: datetime = moment()


class Kiriman(Record, table=True):
    """A package that was written and read back."""

    tahun: int
    triwulan: int | None = None
    waktu: datetime = moment()
    nama: str
    tempat: str
    berkas: int
    ukuran: int
    kode: str = ""
    nomor_surat: str = ""
    penerima: str = ""
    tanggal_terima: date | None = None
