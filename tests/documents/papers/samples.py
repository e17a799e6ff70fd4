"""Data for the document tests: a real kecamatan's figures (tests/data/muncar.json, 2024)."""

from dataclasses import replace
from decimal import Decimal

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.laporan.kop import Kop, Penandatangan, Pengesahan, Tanda, jabatan_lines
from kinerja_desktop.domain.laporan.pengukuran_kinerja import (
    BELUM,
    LENGKAP,
    PEJABAT,
    TIDAK_BERLAKU,
    TIDAK_DAPAT_DIHITUNG,
    TRIWULAN,
    Angka,
    BarisIndikator,
    BarisProgram,
    JumlahAnggaran,
    KelompokSasaran,
    PejabatDiukur,
    PengukuranKinerja,
    RataTercetak,
    angka_nilai,
    angka_persen,
    angka_rupiah,
)
from kinerja_desktop.domain.laporan.riwayat_sop import LangkahTerlaksana, RiwayatSop
from kinerja_desktop.domain.laporan.surat import ButirKiriman, SuratPengantar, TandaTerima

KODE = "7Q2M-K9TX-4B8C-0HZD"
KOP = Kop(
    "PEMERINTAH KABUPATEN LUMAJANG",
    "KECAMATAN LUMAJANG",
    (
        "Jalan Pisang Agung No. 1, Telepon (0334) 881234, Kode Pos 67316",
        "laman kecamatan-lumajang.lumajangkab.go.id, pos-el kec.lumajang@lumajangkab.go.id",
    ),
    "LUMAJANG",
)
CAMAT = Penandatangan(
    jabatan_lines("Camat Muncar"), "Drs. BUDI SANTOSO, M.Si.", "Pembina Tingkat I",
    "197012181991011002",
)  # fmt: skip
KASI = Penandatangan(
    jabatan_lines("Kasi Pelayanan Umum"), "SITI RAHAYU, S.E.", "Penata", "198003152005012003"
)
CATATAN = (
    "Indikator makin besar makin baik: realisasi ÷ target × 100.",
    "Indikator makin kecil makin baik: (2 × target − realisasi) ÷ target × 100, paling rendah 0%.",
    "Kategori: Permendagri 86/2017 (> 90 Sangat Tinggi; > 75–90 Tinggi; > 65–75 Sedang; "
    "> 50–65 Rendah; ≤ 50 Sangat Rendah).",
    "Rata-rata keseluruhan: rata-rata seluruh indikator yang dapat dihitung.",
)


def indikator(
    name: str, target: str, realisasi: str, capaian: str, satuan: str = "Nilai"
) -> BarisIndikator:
    return BarisIndikator(
        name, angka_nilai(Decimal(target)), angka_nilai(Decimal(realisasi)),
        angka_persen(Decimal(capaian)), satuan, "Sangat Tinggi",
    )  # fmt: skip


def program(name: str, pagu: int, realisasi: int, serapan: str) -> BarisProgram:
    return BarisProgram(
        name,
        angka_rupiah(Decimal(pagu)),
        angka_rupiah(Decimal(realisasi)),
        angka_persen(Decimal(serapan)),
    )


KELOMPOK = (
    KelompokSasaran(
        "Meningkatnya kualitas pelayanan publik",
        (
            indikator("Indeks Kepuasan Masyarakat", "91.33", "97.66", "106.93"),
            indikator(
                "Persentase Penyelesaian Pengaduan Masyarakat", "90", "100", "111.11", "%"
            ),
        ),
        (
            program(
                "Program Penyelenggaraan Pemerintahan dan Pelayanan Publik",
                159280900, 157559350, "98.92",
            ),
        ),
        RataTercetak(angka_persen(Decimal("109.02")), "Sangat Tinggi", "2 dari 2 indikator"),
    ),
    KelompokSasaran(
        "Meningkatnya akuntabilitas kinerja kecamatan",
        (
            indikator("Nilai SAKIP Kecamatan", "82.53", "82.32", "99.75"),
            BarisIndikator(
                "Jumlah temuan pemeriksaan", angka_nilai(Decimal(0)), angka_nilai(Decimal(3)),
                Angka(TIDAK_DAPAT_DIHITUNG, alasan="target 0, capaian tidak dapat dihitung"),
                "Temuan",
            ),
            BarisIndikator(
                "Persentase desa yang menyampaikan LPPD tepat waktu",
                angka_nilai(Decimal(90)), BELUM, BELUM, "%",
            ),
            BarisIndikator(
                "Persentase kelurahan berprestasi", BELUM, BELUM,
                Angka(TIDAK_BERLAKU, alasan="kecamatan tidak mempunyai kelurahan"), "%",
            ),
        ),
        (
            program(
                "Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota",
                2964713651, 2581170421, "87.06",
            ),
            program(
                "Program Pemberdayaan Masyarakat Desa dan Kelurahan",
                686032100, 603269435, "87.94",
            ),
        ),
        RataTercetak(angka_persen(Decimal("99.75")), "Sangat Tinggi", "1 dari 4 indikator"),
    ),
)  # fmt: skip

TAHUNAN = PengukuranKinerja(
    "Kecamatan Muncar",
    Periode(2024),
    KELOMPOK,
    RataTercetak(angka_persen(Decimal("105.93")), "Sangat Tinggi", "3 dari 6 indikator"),
    Pengesahan("Muncar, 15 Januari 2025", CAMAT),
    anggaran=JumlahAnggaran(
        angka_rupiah(Decimal(3831102351)),
        angka_rupiah(Decimal(3361311356)),
        angka_persen(Decimal("87.74")),
    ),
    catatan=CATATAN,
    tanda=Tanda(kode=KODE),
)
RINCI = replace(TAHUNAN, kolom=LENGKAP, kop=KOP)

_TW = tuple(
    replace(
        group,
        program=(),
        indikator=tuple(
            replace(
                row,
                target_sd=row.target,
                realisasi_sd=row.realisasi,
                capaian_sd=row.capaian,
                pendorong="Petugas loket lengkap dan ramah",
                penghambat="Jaringan terputus pada jam sibuk",
                tindak_lanjut="Menambah satu jalur cadangan sebelum triwulan III",
                penanggung_jawab="Kasi Pelayanan Umum",
                sumber_data="Hasil SKM TW II",
            )
            for row in group.indikator
        ),
    )
    for group in KELOMPOK
)
TRIWULANAN = replace(
    TAHUNAN, periode=Periode(2024, 2), kelompok=_TW, kolom=TRIWULAN, tanda=Tanda(draf=True)
)
IKI = replace(
    TAHUNAN,
    kelompok=KELOMPOK[:1],
    kolom=PEJABAT,
    anggaran=None,
    pejabat=PejabatDiukur("SITI RAHAYU, S.E.", "198003152005012003", "Kasi Pelayanan Umum"),
    pengesahan=Pengesahan(
        "Muncar, 15 Januari 2025", KASI, replace(CAMAT, peran="Atasan langsung,")
    ),
)

KIRIMAN = (
    ButirKiriman(
        "Pengukuran Kinerja Kecamatan Muncar Tahun 2024", "1 (satu) berkas", f"Kode {KODE}"
    ),
    ButirKiriman("Laporan Kinerja Instansi Pemerintah Tahun 2024", "1 (satu) buku"),
    ButirKiriman("Flashdisk berisi paket data kinerja", "1 (satu) buah"),
)
_PENERIMA = Penandatangan(("...........................,",), peran="Penerima,")
PENGANTAR = SuratPengantar(
    KOP,
    "Lumajang, 5 Februari 2025",
    "Kepala Badan Perencanaan Pembangunan Daerah Kabupaten Lumajang",
    "Lumajang",
    "700/12/427.90/2025",
    KIRIMAN,
    replace(CAMAT, peran="Pengirim,"),
    _PENERIMA,
)
TERIMA = TandaTerima(
    KOP, "Kecamatan Muncar", "Laporan kinerja Tahun 2024", KIRIMAN,
    replace(KASI, peran="Yang menyerahkan,"), replace(_PENERIMA, peran="Yang menerima,"),
)  # fmt: skip
RIWAYAT = RiwayatSop(
    "Kecamatan Lumajang",
    "Prosedur Penyusunan Pengukuran Kinerja",
    "427.90/26/01/2024",
    "Tahun 2024",
    (
        LangkahTerlaksana(
            "1", "Menerima Surat Edaran tentang Penyusunan Pengukuran Kinerja SKPD dari Bappeda",
            "Staf Penerima Surat", "5 menit", "Selesai", "5 Februari 2024 08.10",
            "5 Februari 2024 08.15", "5 menit", bukti=("SE-Bappeda-2024.pdf",),
        ),
        LangkahTerlaksana(
            "7", "Melakukan koreksi atas draft Pengukuran Kinerja", "Sekretaris", "1 hari",
            "Dikembalikan", "12 Februari 2024 09.00", "14 Februari 2024 15.00", "2 hari 5 jam",
            is_late=True, putusan="Dikembalikan", alasan="Realisasi TW IV belum dilampiri bukti",
            dicatat="16 Februari 2024 10.05", pengecualian="Camat menandatangani di kabupaten",
        ),
        LangkahTerlaksana(
            "7", "Melakukan koreksi atas draft Pengukuran Kinerja", "Sekretaris", "1 hari",
            "Berjalan", "15 Februari 2024 08.00", putaran=2,
        ),
    ),
    (("Lama seluruhnya", "8 hari kerja (mutu baku 12 hari)"),),
    ("Hari kerja dihitung tanpa hari libur nasional dan cuti bersama.",),
    Pengesahan("Lumajang, 20 Februari 2024", CAMAT),
)  # fmt: skip
