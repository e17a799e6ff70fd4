"""Planning papers for the document tests, as the real ones of `docs/sakip.md` §3.5–3.6 are."""

from datetime import date
from decimal import Decimal

from kinerja_desktop.domain.laporan.kop import Penandatangan, Pengesahan, jabatan_lines
from kinerja_desktop.domain.laporan.penetapan_iku import BarisIku, PenetapanIku, SasaranIku
from kinerja_desktop.domain.laporan.pengukuran_kinerja import (
    BELUM,
    Angka,
    PejabatDiukur,
    angka_nilai,
    angka_rupiah,
)
from kinerja_desktop.domain.laporan.perjanjian import PerjanjianTercetak, Pihak
from kinerja_desktop.domain.laporan.rencana_aksi import (
    KISI_BULAN,
    KISI_TRIWULAN,
    BarisRencanaAksi,
    RencanaAksiTercetak,
    SasaranRencanaAksi,
)
from kinerja_desktop.domain.laporan.rencana_kinerja import (
    IndikatorBertarget,
    ProgramBerpagu,
    RencanaKinerja,
    SasaranBertarget,
)

CAMAT = Pihak("Drs. BUDI SANTOSO, M.Si.", "Camat Lumajang", "Pembina", "197012181991011002")
BUPATI = Pihak("AGUS IRAWAN", "Bupati Lumajang")
SEKRETARIS = Pihak("SITI RAHAYU, S.E.", "Sekretaris Kecamatan", "Penata", "198003152005012003")
PENGESAHAN = Pengesahan(
    "Lumajang, 10 Januari 2025",
    Penandatangan(jabatan_lines(CAMAT.jabatan), CAMAT.nama, CAMAT.pangkat, CAMAT.nip),
)
SASARAN = (
    SasaranBertarget(
        "Meningkatnya kualitas pelayanan publik",
        (
            IndikatorBertarget(
                "Indeks Kepuasan Masyarakat", "Nilai", angka_nilai(Decimal("91.33"))
            ),
            IndikatorBertarget("Persentase penyelesaian pengaduan", "%", angka_nilai(Decimal(90))),
        ),
    ),
    SasaranBertarget(
        "Meningkatnya akuntabilitas kinerja",
        (IndikatorBertarget("Nilai SAKIP Kecamatan", "Predikat", angka_nilai("BB")),),
    ),
)
PROGRAM = (
    ProgramBerpagu("7.01.01", "PROGRAM PENUNJANG URUSAN", Decimal(5294655000), "APBD"),
    ProgramBerpagu("7.01.02", "PROGRAM PELAYANAN PUBLIK", Decimal("159280900.50"), "APBD"),
)
# 5.294.655.000,00 + 159.280.900,50
JUMLAH = Decimal("5453935900.50")
RKT = RencanaKinerja("Kecamatan Lumajang", 2025, SASARAN, PROGRAM, JUMLAH)
PK = PerjanjianTercetak(
    "PK-2025", 2025, 0, ("Kecamatan Lumajang",), "Lumajang", date(2025, 1, 10), CAMAT, BUPATI,
    SASARAN, PROGRAM, JUMLAH,
)  # fmt: skip
PK_SEKRETARIS = PerjanjianTercetak(
    "PK-2025-2", 2025, 0, ("Sekretaris Kecamatan", "Kecamatan Lumajang"), "Lumajang", None,
    SEKRETARIS, CAMAT, SASARAN[1:], PROGRAM[:1], PROGRAM[0].pagu, is_skpd=False,
)  # fmt: skip
IKU = PenetapanIku(
    "Kecamatan Lumajang",
    "Keputusan Camat Lumajang",
    "188.45/7/427.90/2025",
    date(2025, 2, 3),
    "Membantu Bupati",
    "a. Pelayanan;\nb. Pembinaan.",
    2025,
    2029,
    (
        SasaranIku(
            "Meningkatnya kualitas pelayanan publik",
            (
                BarisIku(
                    "Indeks Kepuasan Masyarakat", "Nilai", "Ukuran mutu layanan", "Hasil SKM",
                    "Laporan SKM", "Kasi Pelayanan",
                    tuple(angka_nilai(Decimal(value)) for value in (88, 89, 90, 91, 92)),
                ),
                BarisIku("Pengaduan selesai", "%", "", "", "", "", (BELUM,) * 5),
            ),
        ),
    ),
    (2025, 2026, 2027, 2028, 2029),
)  # fmt: skip


def plan_line(berkala: str, pagu: Angka = BELUM, program: str = "") -> BarisRencanaAksi:
    """A line of a Rencana Aksi; "-" is a blank target."""
    return BarisRencanaAksi(
        "Indeks Kepuasan Masyarakat", "Nilai", angka_nilai(Decimal("91.33")), "Survei kepuasan",
        tuple(BELUM if text == "-" else angka_nilai(Decimal(text)) for text in berkala.split()),
        program, pagu, "Kasi Pelayanan",
    )  # fmt: skip


RENCANA_AKSI = RencanaAksiTercetak(
    "Kecamatan Lumajang",
    2025,
    KISI_TRIWULAN,
    (
        SasaranRencanaAksi(
            "Meningkatnya kualitas pelayanan publik",
            (
                plan_line("0 45.5 - 91.33", pagu=angka_rupiah(Decimal(159280900)),
                          program="7.01.02 PROGRAM PELAYANAN PUBLIK"),
                plan_line("- - - -"),
            ),
        ),
    ),
)  # fmt: skip
BULANAN = RencanaAksiTercetak(
    "Kecamatan Lumajang",
    2025,
    KISI_BULAN,
    (SasaranRencanaAksi("Sasaran", (plan_line("0 0 0 50 50 50 67 67 67 87 87 100"),)),),
    PejabatDiukur(SEKRETARIS.nama, SEKRETARIS.nip, SEKRETARIS.jabatan),
)
