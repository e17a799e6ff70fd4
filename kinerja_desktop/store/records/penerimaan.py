"""At Bappeda: who delivers, what came from each, how indicators are matched, what is told back."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import JSON
from sqlmodel import Field

from kinerja_desktop.store.columns import belongs_to, moment
from kinerja_desktop.store.records.base import Json, Record


class PerangkatDaerah(Record, table=True):
    """A kecamatan or another office of the kabupaten that delivers its performance."""

    __tablename__ = "perangkat_daerah"

    #: As its packages call it, without the word Kecamatan: ``Lumajang``.
    nama: str
    jenis: str = "kecamatan"
    kabupaten: str = ""
    kode: str = ""
    #: Its place in lists.
    urut: int = 0
    #: Whether it is still asked for packages.
    aktif: bool = True


class TenggatPelaporan(Record, table=True):
    """Until when all of them deliver a period; a period without a row is not asked for."""

    __tablename__ = "tenggat_pelaporan"

    tahun: int = Field(index=True)
    triwulan: int | None = None
    tenggat: date | None = None


class PaketMasuk(Record, table=True):
    """A package that was taken in; all versions stay, the newest counts (`docs/sakip.md` §10)."""

    __tablename__ = "paket_masuk"

    perangkat_id: UUID = belongs_to("perangkat_daerah.id")
    tahun: int = Field(index=True)
    triwulan: int | None = None
    #: How many times the sender had made the Pengukuran Kinerja final: clocks may differ.
    versi: int
    #: The day that the package bears.
    ditulis: date | None = None
    kode: str
    kode_paket: str = ""
    #: The seal of the sender's trail.
    riwayat: str = ""
    program: str = ""
    contoh: bool = False
    #: SHA-256 of its ``data.json`` among the evidence files.
    data: str
    #: What is read again and again: documents, files with their proof, indicators, budget.
    ringkas: Json = Field(sa_type=JSON)
    diterima: datetime = moment()
    penerima: str = ""
    #: Why it was taken in although something spoke against it.
    alasan: str = ""
    #: When it was chosen, with that reason, over another of the same version; None for never.
    dipilih: datetime | None = moment(optional=True)
    #: Number of the tanda terima that was written back; empty for none.
    tanda_terima: str = ""


class PadananIndikator(Record, table=True):
    """An indicator as some unit words it, and under which name Bappeda compares it."""

    __tablename__ = "padanan_indikator"

    uraian: str
    satuan: str = ""
    kelompok: str


class Komentar(Record, table=True):
    """What Bappeda tells a unit of a period; the unit keeps what it was told in the same table."""

    #: For whom; None in the office that was told.
    perangkat_id: UUID | None = belongs_to("perangkat_daerah.id", optional=True)
    tahun: int = Field(index=True)
    triwulan: int | None = None
    #: The indicator or document that is meant; empty for the whole.
    tentang: str = ""
    isi: str
    #: Who says so.
    dari: str = ""
    dibuat: datetime = moment()
    #: When it was written to a file; None for not yet.
    dikirim: datetime | None = moment(optional=True)
    #: When the unit has done with it.
    selesai: date | None = None
