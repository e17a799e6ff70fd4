"""The tables: flat records of ids, values and foreign keys, without behaviour."""

from collections.abc import Mapping

from kinerja_desktop.store.records.anggaran import (
    MataAnggaran,
    Pagu,
    ProgramSasaran,
    RealisasiAnggaran,
)
from kinerja_desktop.store.records.base import Json, Record
from kinerja_desktop.store.records.evaluasi import DialogKinerja, EvaluasiRenja
from kinerja_desktop.store.records.instansi import (
    HariLibur,
    Instansi,
    Pejabat,
    Penempatan,
    ProfilRumus,
    UnitKerja,
)
from kinerja_desktop.store.records.lke import JawabanLke, LembarLke, Lhe, RekomendasiLhe
from kinerja_desktop.store.records.lkjip import KerangkaLkjip, Lkjip, Pembanding, TeksLkjip
from kinerja_desktop.store.records.penerimaan import (
    Komentar,
    PadananIndikator,
    PaketMasuk,
    PerangkatDaerah,
    TenggatPelaporan,
)
from kinerja_desktop.store.records.pengukuran import (
    Kiriman,
    Lampiran,
    Pengukuran,
    Realisasi,
)
from kinerja_desktop.store.records.pengumpulan import (
    Formulir,
    Pemetaan,
    PenerimaanFormulir,
    Teguran,
)
from kinerja_desktop.store.records.penutup import DokumenFinal, TenggatDitutup
from kinerja_desktop.store.records.rencana import (
    ButirPerjanjian,
    Indikator,
    PeriodeRenstra,
    PerjanjianKinerja,
    RencanaAksi,
    RencanaAksiBulanan,
    Sasaran,
    TargetTahunan,
    Tujuan,
)
from kinerja_desktop.store.records.sop import KejadianSop, PelaksanaanSop, Sop
from kinerja_desktop.store.records.surat import (
    BukuSurat,
    NaskahDinas,
    PublikasiDokumen,
    Surat,
    TemplatNaskah,
    Tugas,
)
from kinerja_desktop.store.records.trail import Perubahan, Transaksi

#: Every kind of office data by table name.
RECORDS: Mapping[str, type[Record]] = {
    str(record.__tablename__): record for record in Record.__subclasses__()
}

__all__ = [
    "RECORDS",
    "BukuSurat",
    "ButirPerjanjian",
    "DialogKinerja",
    "DokumenFinal",
    "EvaluasiRenja",
    "Formulir",
    "HariLibur",
    "Indikator",
    "Instansi",
    "JawabanLke",
    "Json",
    "KejadianSop",
    "KerangkaLkjip",
    "Kiriman",
    "Komentar",
    "Lampiran",
    "LembarLke",
    "Lhe",
    "Lkjip",
    "MataAnggaran",
    "NaskahDinas",
    "PadananIndikator",
    "Pagu",
    "PaketMasuk",
    "Pejabat",
    "PelaksanaanSop",
    "Pembanding",
    "Pemetaan",
    "Penempatan",
    "PenerimaanFormulir",
    "Pengukuran",
    "PerangkatDaerah",
    "PeriodeRenstra",
    "PerjanjianKinerja",
    "Perubahan",
    "ProfilRumus",
    "ProgramSasaran",
    "PublikasiDokumen",
    "Realisasi",
    "RealisasiAnggaran",
    "Record",
    "RekomendasiLhe",
    "RencanaAksi",
    "RencanaAksiBulanan",
    "Sasaran",
    "Sop",
    "Surat",
    "TargetTahunan",
    "Teguran",
    "TeksLkjip",
    "TemplatNaskah",
    "TenggatDitutup",
    "TenggatPelaporan",
    "Transaksi",
    "Tugas",
    "Tujuan",
    "UnitKerja",
]
