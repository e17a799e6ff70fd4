"""The plan: Renstra, indicators, targets, Perjanjian Kinerja, Rencana Aksi."""

from datetime import date
from decimal import Decimal
from uuid import UUID

from kinerja_desktop.domain.capaian.nilai import Nilai
from kinerja_desktop.store.columns import amount, belongs_to, nilai
from kinerja_desktop.store.records.base import Record


class PeriodeRenstra(Record, table=True):
    """The five years of a Renstra."""

    __tablename__ = "periode_renstra"

    nama: str
    tahun_awal: int
    tahun_akhir: int
    nomor: str = ""
    tanggal: date | None = None
    #: Keputusan Camat tentang Penetapan IKU of these years.
    nomor_iku: str = ""
    tanggal_iku: date | None = None


class Tujuan(Record, table=True):
    """A tujuan of a Renstra."""

    periode_renstra_id: UUID = belongs_to("periode_renstra.id")
    kode: str
    uraian: str


class Sasaran(Record, table=True):
    """A sasaran strategis under a tujuan."""

    tujuan_id: UUID = belongs_to("tujuan.id")
    kode: str
    uraian: str


class Indikator(Record, table=True):
    """An indicator with all metadata of `docs/sakip.md` §3.1; retired, never deleted."""

    kode: str
    uraian: str
    jenis: str = "IKU"
    level: str = "sasaran"
    tujuan_id: UUID | None = belongs_to("tujuan.id", optional=True)
    sasaran_id: UUID | None = belongs_to("sasaran.id", optional=True)
    mata_anggaran_id: UUID | None = belongs_to("mata_anggaran.id", optional=True)
    pejabat_id: UUID | None = belongs_to("pejabat.id", optional=True)
    kinerja: str = ""
    satuan: str = ""
    arah: str = "naik"
    rumus: str | None = None
    akumulasi: str = "posisi_akhir"
    bobot: Decimal | None = amount()
    definisi_operasional: str = ""
    alasan: str = ""
    formula: str = ""
    pembilang: str = ""
    penyebut: str = ""
    frekuensi: str | None = None
    sumber_data: str = ""
    bukti: str = ""
    penanggung_jawab: str = ""
    pengumpul_data: str = ""
    baseline_tahun: int | None = None
    baseline_nilai: Nilai | None = nilai()
    berlaku_dari: int | None = None
    berlaku_sampai: int | None = None
    induk_id: UUID | None = belongs_to("indikator.id", optional=True)
    catatan: str = ""
    urutan: int | None = None


class TargetTahunan(Record, table=True):
    """The target of an indicator in a year of the Renstra."""

    __tablename__ = "target_tahunan"

    indikator_id: UUID = belongs_to("indikator.id")
    tahun: int
    nilai: Nilai | None = nilai()


class RencanaAksi(Record, table=True):
    """Targets per triwulan of an indicator in a year, and what is done for them."""

    __tablename__ = "rencana_aksi"

    indikator_id: UUID = belongs_to("indikator.id")
    tahun: int
    aktivitas: str = ""
    tw1: Nilai | None = nilai()
    tw2: Nilai | None = nilai()
    tw3: Nilai | None = nilai()
    tw4: Nilai | None = nilai()
    mata_anggaran_id: UUID | None = belongs_to("mata_anggaran.id", optional=True)
    penanggung_jawab: str = ""


class RencanaAksiBulanan(Record, table=True):
    """Targets per month of an indicator in a year, for offices that plan by months."""

    __tablename__ = "rencana_aksi_bulanan"

    indikator_id: UUID = belongs_to("indikator.id")
    tahun: int
    b1: Nilai | None = nilai()
    b2: Nilai | None = nilai()
    b3: Nilai | None = nilai()
    b4: Nilai | None = nilai()
    b5: Nilai | None = nilai()
    b6: Nilai | None = nilai()
    b7: Nilai | None = nilai()
    b8: Nilai | None = nilai()
    b9: Nilai | None = nilai()
    b10: Nilai | None = nilai()
    b11: Nilai | None = nilai()
    b12: Nilai | None = nilai()


class PerjanjianKinerja(Record, table=True):
    """A Perjanjian Kinerja, murni (0) or perubahan ke-n; every version is kept."""

    __tablename__ = "perjanjian_kinerja"

    kode: str
    tahun: int
    pejabat_id: UUID | None = belongs_to("pejabat.id", optional=True)
    atasan_id: UUID | None = belongs_to("pejabat.id", optional=True)
    perubahan_ke: int = 0
    nomor: str = ""
    tanggal: date | None = None
    alasan: str | None = None
    uraian_alasan: str = ""
    ditandatangani: bool = False


class ButirPerjanjian(Record, table=True):
    """A promised target of one indicator."""

    __tablename__ = "butir_perjanjian"

    perjanjian_kinerja_id: UUID = belongs_to("perjanjian_kinerja.id")
    indikator_id: UUID = belongs_to("indikator.id")
    target: Nilai | None = nilai()
