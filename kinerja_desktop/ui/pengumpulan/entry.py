"""How the window describes the page of this room."""

from kinerja_desktop.ui.base.page import LazyPage

PENGUMPULAN_PAGE = LazyPage(
    "pengumpulan", "Pengumpulan Data", "pengumpulan", "pengumpulan.page:PengumpulanPage",
    TABLES=frozenset(
        {
            "formulir", "penerimaan_formulir", "teguran", "indikator", "realisasi", "pejabat",
            "mata_anggaran", "pagu", "realisasi_anggaran", "sasaran", "tujuan", "hari_libur",
            "pemetaan",
        }
    ),
    GROUP="Capaian & laporan",
)  # fmt: skip
