"""How the window describes the pages of this room."""

from kinerja_desktop.ui.base.page import LazyPage

RENSTRA_PAGE = LazyPage(
    "renstra", "Renstra & IKU", "renstra", "rencana.renstra_page:RenstraPage",
    TABLES=frozenset(
        {
            "periode_renstra", "tujuan", "sasaran", "indikator", "target_tahunan", "pejabat",
            "mata_anggaran", "profil_rumus",
        }
    ),
    GROUP="Perencanaan",
)  # fmt: skip

PERJANJIAN_PAGE = LazyPage(
    "perjanjian", "Perjanjian Kinerja", "perjanjian", "rencana.perjanjian_page:PerjanjianPage",
    TABLES=frozenset(
        {
            "perjanjian_kinerja", "butir_perjanjian", "indikator", "target_tahunan", "pejabat",
            "penempatan", "sasaran", "tujuan", "mata_anggaran",
        }
    ),
    GROUP="Perencanaan",
)  # fmt: skip

RENCANA_AKSI_PAGE = LazyPage(
    "rencana_aksi", "Rencana Aksi", "rencana_aksi", "rencana.rencana_aksi_page:RencanaAksiPage",
    TABLES=frozenset(
        {
            "rencana_aksi", "indikator", "target_tahunan", "perjanjian_kinerja",
            "butir_perjanjian", "mata_anggaran", "sasaran", "tujuan", "pejabat",
            "rencana_aksi_bulanan", "instansi", "realisasi",
        }
    ),
    GROUP="Perencanaan",
)  # fmt: skip

ANGGARAN_PAGE = LazyPage(
    "anggaran", "Anggaran", "anggaran", "rencana.anggaran_page:AnggaranPage",
    TABLES=frozenset(
        {"mata_anggaran", "pagu", "realisasi_anggaran", "program_sasaran", "sasaran"}
    ),
    GROUP="Perencanaan",
)  # fmt: skip
