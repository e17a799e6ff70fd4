"""The office: identity, units, people, formula profile, holidays (`docs/architecture.md` §4.2)."""

from datetime import date
from decimal import Decimal
from uuid import UUID

from kinerja_desktop.store.columns import amount, belongs_to
from kinerja_desktop.store.records.base import Record


class Instansi(Record, table=True):
    """The office itself; there is one row."""

    kecamatan: str
    kabupaten: str = "Lumajang"
    provinsi: str = "Jawa Timur"
    kode_unit: str = ""
    kode_skpd: str = ""
    alamat: str = ""
    telepon: str = ""
    kode_pos: str = ""
    laman: str = ""
    pos_el: str = ""
    tempat: str = ""
    tujuan_surat: str = ""
    bupati: str = ""
    tugas: str = ""
    fungsi: str = ""
    kertas: str | None = "F4"
    bentuk_pengukuran: str | None = "ringkas"
    #: Paper of the LKjIP (`docs/sakip.md` §9).
    kertas_laporan: str | None = "A4"
    #: Whether a Rencana Aksi has targets per triwulan or per month (`docs/sakip.md` §3.6).
    kisi_rencana_aksi: str | None = "triwulan"
    contoh: bool = False
    #: Whether it is a kecamatan, or Bappeda, which receives what kecamatan deliver.
    jenis: str = "kecamatan"
    #: SHA-256 of the logo among the evidence files, empty for none.
    logo: str = ""


class UnitKerja(Record, table=True):
    """A secretariat, subbagian, seksi or kelurahan."""

    __tablename__ = "unit_kerja"

    nama: str
    jenis: str | None = None
    induk_id: UUID | None = belongs_to("unit_kerja.id", optional=True)


class Pejabat(Record, table=True):
    """A person."""

    nama: str
    nip: str = ""
    pangkat: str = ""
    golongan: str = ""


class Penempatan(Record, table=True):
    """A person in a post, from–to; signers are chosen from here by date."""

    pejabat_id: UUID = belongs_to("pejabat.id")
    jabatan: str
    peran: str = "lain"
    status: str = "definitif"
    unit_kerja_id: UUID | None = belongs_to("unit_kerja.id", optional=True)
    mulai: date
    selesai: date | None = None
    pengelola_kinerja: bool = False
    #: What the post is for, one sentence, and its fungsi, one a line (`docs/sakip.md` §3.2).
    tugas: str = ""
    fungsi: str = ""


class ProfilRumus(Record, table=True):
    """A version of the formula profile; the columns are those of `domain.capaian.profil`."""

    __tablename__ = "profil_rumus"

    berlaku_dari: int
    rumus_turun: str = "MIN_2T"
    lantai: Decimal | None = amount()
    cap_capaian: Decimal | None = amount()
    cap_rata_rata: Decimal | None = amount()
    target_nol: str = "keluarkan"
    realisasi_nol_penuh: bool = False
    digit: int = 2
    pembulatan: str = "setengah_ke_atas"
    rata_rata: str = "indikator"
    berbobot: bool = False
    pembanding_triwulan: str = "target_triwulan"
    skala: str = "permendagri_86"
    efisiensi: str = "EF_SELISIH"


class HariLibur(Record, table=True):
    """A day on which the office is closed."""

    __tablename__ = "hari_libur"

    tanggal: date
    nama: str
    jenis: str = "nasional"
