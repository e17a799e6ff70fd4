"""How the window describes the page of this room."""

from kinerja_desktop.ui.base.page import LazyPage

PENGUKURAN_PAGE = LazyPage(
    "pengukuran", "Pengukuran", "pengukuran", "pengukuran.page:PengukuranPage",
    TABLES=frozenset(
        {
            "realisasi", "lampiran", "pengukuran", "indikator", "target_tahunan", "rencana_aksi",
            "rencana_aksi_bulanan",
            "perjanjian_kinerja", "butir_perjanjian", "profil_rumus", "tujuan", "sasaran",
            "mata_anggaran", "pagu", "realisasi_anggaran", "program_sasaran", "instansi",
            "pejabat", "penempatan", "komentar",
        }
    ),
    GROUP="Capaian & laporan",
)  # fmt: skip
