"""A small report by hand: one tujuan, two sasaran, the years 2022–2024."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.capaian.capaian import IsianRealisasi
from kinerja_desktop.domain.capaian.nilai import Nilai
from kinerja_desktop.domain.capaian.pengukuran import BahanUkur, Narasi
from kinerja_desktop.domain.capaian.profil import ProfilRumus
from kinerja_desktop.domain.capaian.snapshot import (
    IdentitasInstansi,
    IdentitasPejabat,
    SnapshotPengukuran,
)
from kinerja_desktop.domain.laporan.lkjip import LampiranLkjip, LkjipBeku
from kinerja_desktop.domain.laporan.penetapan_iku import PenetapanIku
from kinerja_desktop.domain.laporan.rencana_aksi import RencanaAksiTercetak
from kinerja_desktop.domain.laporan.rencana_kinerja import RencanaKinerja
from kinerja_desktop.domain.lkjip.bahan import (
    SASARAN,
    BahanLkjip,
    BarisBelanja,
    BelanjaTahun,
    IndikatorLkjip,
    RenstraLkjip,
    SasaranLkjip,
    TahunUkur,
)
from kinerja_desktop.domain.lkjip.kerangka import Kerangka, kerangka_from_data
from kinerja_desktop.paths import read_json

INSTANSI = IdentitasInstansi(
    "Lumajang", "Lumajang", "Jawa Timur", "Jl. Contoh 1", tempat="Lumajang"
)
CAMAT = IdentitasPejabat("BUDI", "Camat Lumajang", "197001011990011001", "Pembina")
PROFIL = ProfilRumus()
IKM, SAKIP = "Indeks Kepuasan Masyarakat", "Nilai SAKIP"
S1, S2 = "Meningkatnya pelayanan", "Meningkatnya akuntabilitas"
PELAYANAN = BarisBelanja(
    "7.01.02", "PROGRAM PELAYANAN", 0, Decimal(100_000_000), Decimal(90_000_000)
)


def ukur(
    key: str, uraian: str, kelompok: str, target: Nilai | None, realisasi: Nilai | None,
    narasi: Narasi | None = None, **more: Any,
) -> BahanUkur:  # fmt: skip
    return BahanUkur(
        key, uraian, kelompok, target=target, isian_tahunan=IsianRealisasi(realisasi),
        narasi={None: narasi} if narasi else {}, **more,
    )  # fmt: skip


def tahun(year: int, *bahan: BahanUkur, kode: str = "", profil: ProfilRumus = PROFIL) -> TahunUkur:
    return TahunUkur(year, profil, bahan, kode)


MET = Narasi(pendorong="petugas dilatih")
MISSED = Narasi(penghambat="dokumen terlambat", tindak_lanjut="jadwal dimajukan")

#: IKM: 80 → 85 → 90 against 88 and a last target of 100; SAKIP 70 → 66 against 70.
BAHAN = BahanLkjip(
    tahun=2024,
    tanggal=date(2025, 2, 3),
    instansi=INSTANSI,
    tugas="Membantu Bupati",
    fungsi="- Koordinasi\n- Pelayanan",
    camat=CAMAT,
    renstra=RenstraLkjip("2022–2026", 2022, 2026),
    sasaran=(
        SasaranLkjip("s1", "S1", S1, SASARAN, "Tujuan satu", ("i1",), ("7.01.02",)),
        SasaranLkjip("s2", "S2", S2, SASARAN, "Tujuan satu", ("i2",), ()),
    ),
    indikator=(
        IndikatorLkjip(
            "i1",
            ((2024, Decimal(88)), (2025, Decimal(92)), (2026, Decimal(100))),
            tanpa_standar=("nasional",),
        ),
        IndikatorLkjip("i2", ((2026, Decimal(75)),), tanpa_standar=("nasional",)),
    ),
    ukur=(
        tahun(2022, ukur("i1", IKM, S1, Decimal(80), Decimal(80))),
        tahun(
            2023,
            ukur("i1", IKM, S1, Decimal(85), Decimal(85)),
            ukur("i2", SAKIP, S2, Decimal(70), Decimal(70)),
        ),
        tahun(
            2024,
            ukur("i1", IKM, S1, Decimal(88), Decimal(90), MET, satuan="Indeks"),
            ukur("i2", SAKIP, S2, Decimal(70), Decimal(66), MISSED, satuan="Nilai"),
            kode="7Q4H-0M2X-9KDT-5VRA",
        ),
    ),
    belanja=(PELAYANAN,),
    belanja_lalu=(BelanjaTahun(2023, Decimal(100_000_000), Decimal(80_000_000)),),
)

LAMPIRAN = LampiranLkjip(
    SnapshotPengukuran(
        Periode(2024), INSTANSI, PROFIL, BAHAN.ukur[-1].bahan, (), CAMAT, date(2025, 1, 31)
    ),
    PenetapanIku("Kecamatan Lumajang", "Keputusan Camat", "", None, "", "", 2022, 2026, ()),
    RencanaKinerja("Kecamatan Lumajang", 2024, (), (), None),
    None,
    RencanaAksiTercetak("Kecamatan Lumajang", 2024, "triwulan", ()),
)


def kerangka() -> Kerangka:
    return kerangka_from_data(read_json("lkjip/kerangka.json"))


def beku(bahan: BahanLkjip = BAHAN) -> LkjipBeku:
    return LkjipBeku(bahan, kerangka(), (), LAMPIRAN)


def with_year(bahan: BahanLkjip, *items: BahanUkur) -> BahanLkjip:
    """Exchange the measured year of the report."""
    return replace(bahan, ukur=(*bahan.ukur[:-1], replace(bahan.ukur[-1], bahan=items)))
