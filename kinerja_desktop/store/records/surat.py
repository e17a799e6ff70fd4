"""Letters: the register of what came and went, letters written here, their wording, tasks."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import JSON
from sqlmodel import Field

from kinerja_desktop.store.columns import belongs_to, moment
from kinerja_desktop.store.records.base import Json, Record


class Surat(Record, table=True):
    """A letter in or out, with its number in the buku agenda (`docs/sakip.md` §9)."""

    arah: str = "keluar"
    nomor: str = ""
    #: Its running number in the book, such as ``16`` or, put in later, ``16.1``; empty for none.
    agenda: str = ""
    tanggal: date | None = None
    #: From whom it came, or to whom it goes.
    pihak: str = ""
    hal: str = ""
    tahun: int
    #: Key of the book that counts it, see `BukuSurat`; empty for that of its direction.
    buku: str = ""
    klasifikasi: str = ""
    #: The day on which it came in.
    diterima: date | None = None
    sifat: str = ""
    lampiran: str = ""
    keterangan: str = ""
    #: Why a number that was taken is not used; its number is never given again.
    dibatalkan: str = ""
    #: The case of an SOP that this letter began.
    pelaksanaan_id: UUID | None = Field(default=None, index=True)


class BukuSurat(Record, table=True):
    """A book of the register, and how its numbers are written."""

    __tablename__ = "buku_surat"

    kunci: str
    nama: str
    arah: str = "keluar"
    #: With tokens such as ``{klasifikasi}/{urut}/{unit}/{tahun}``.
    pola: str = ""
    klasifikasi: str = ""
    #: The first number of a year.
    mulai: int = 1


class NaskahDinas(Record, table=True):
    """A letter written here; final, it is kept as a `DokumenFinal` about its id."""

    __tablename__ = "naskah_dinas"

    #: Kind of letter, as `domain.naskah` names it.
    jenis: str
    tahun: int = Field(index=True)
    triwulan: int | None = None
    tanggal: date | None = None
    hal: str = ""
    #: What stands in its fields.
    isi: Json = Field(sa_type=JSON)
    #: Version of the wording that it was written with; 0 for what ships.
    templat: int = 0
    #: Its line in the register.
    surat_id: UUID | None = belongs_to("surat.id", optional=True)
    #: The step of an SOP that it belongs to.
    pelaksanaan_id: UUID | None = belongs_to("pelaksanaan_sop.id", optional=True)
    langkah: int | None = None
    putaran: int | None = None
    dibuat: datetime = moment()


class TemplatNaskah(Record, table=True):
    """The office's own wording of a kind of letter; the latest version is in force."""

    __tablename__ = "templat_naskah"

    jenis: str
    versi: int
    #: Empty when the office went back to what ships.
    isi: Json = Field(sa_type=JSON)
    dibuat: datetime = moment()


class Tugas(Record, table=True):
    """Something that somebody promised to do: in a meeting, after an evaluation."""

    uraian: str
    penanggung_jawab: str = ""
    batas_waktu: date | None = None
    selesai: date | None = None
    keterangan: str = ""
    #: The letter in which it was decided.
    naskah_id: UUID | None = belongs_to("naskah_dinas.id", optional=True)


class PublikasiDokumen(Record, table=True):
    """When and where a document was made public (`docs/sakip.md` §11)."""

    __tablename__ = "publikasi_dokumen"

    #: Kind of document, as in the registry of `services.dokumen.daftar`, or a name of its own.
    dokumen: str
    tahun: int = Field(index=True)
    tanggal: date | None = None
    #: Address of the page, or where it hangs.
    tempat: str = ""
    keterangan: str = ""
