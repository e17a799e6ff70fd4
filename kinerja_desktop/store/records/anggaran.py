"""The budget: lines, pagu, realisasi, links to sasaran (`docs/sakip.md` §4.9)."""

from datetime import date
from decimal import Decimal
from uuid import UUID

from kinerja_desktop.store.columns import amount, belongs_to
from kinerja_desktop.store.records.base import Record


class MataAnggaran(Record, table=True):
    """A program, kegiatan or sub kegiatan; amounts stand at those without children."""

    __tablename__ = "mata_anggaran"

    kode: str
    nama: str
    jenis: str = "program"
    induk_id: UUID | None = belongs_to("mata_anggaran.id", optional=True)
    #: The unit that answers for it and reports what was spent; empty for that of its parent.
    penanggung_jawab: str = ""


class ProgramSasaran(Record, table=True):
    """A program that supports a sasaran."""

    __tablename__ = "program_sasaran"

    mata_anggaran_id: UUID = belongs_to("mata_anggaran.id")
    sasaran_id: UUID = belongs_to("sasaran.id")


class Pagu(Record, table=True):
    """The ceiling of a budget line in a year, in rupiah."""

    mata_anggaran_id: UUID = belongs_to("mata_anggaran.id")
    tahun: int
    murni: Decimal | None = amount()
    tanggal_murni: date | None = None
    perubahan: Decimal | None = amount()
    tanggal_perubahan: date | None = None
    #: Pagu indikatif of the Renstra for this year.
    renstra: Decimal | None = amount()


class RealisasiAnggaran(Record, table=True):
    """What was spent of a budget line in a year, in rupiah, each triwulan for itself."""

    __tablename__ = "realisasi_anggaran"

    mata_anggaran_id: UUID = belongs_to("mata_anggaran.id")
    tahun: int
    tw1: Decimal | None = amount()
    tw2: Decimal | None = amount()
    tw3: Decimal | None = amount()
    tw4: Decimal | None = amount()
    tahunan: Decimal | None = amount()
