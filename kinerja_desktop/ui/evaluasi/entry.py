"""How the window describes the page of this room."""

from kinerja_desktop.ui.base.page import LazyPage

EVALUASI_PAGE = LazyPage(
    "evaluasi", "Evaluasi Renja", "evaluasi", "evaluasi.page:EvaluasiPage",
    TABLES=frozenset(
        {
            "evaluasi_renja", "dokumen_final", "mata_anggaran", "pagu", "realisasi_anggaran",
            "indikator", "realisasi", "target_tahunan", "rencana_aksi", "rencana_aksi_bulanan",
            "perjanjian_kinerja", "butir_perjanjian", "profil_rumus", "periode_renstra", "tujuan",
            "sasaran", "instansi", "pejabat", "penempatan",
        }
    ),
    GROUP="Capaian & laporan",
)  # fmt: skip
