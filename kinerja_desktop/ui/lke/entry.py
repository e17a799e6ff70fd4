"""How the window describes the page of this room."""

from kinerja_desktop.ui.base.page import LazyPage

LKE_PAGE = LazyPage(
    "lke", "Evaluasi SAKIP", "centang", "lke.page:LkePage",
    TABLES=frozenset(
        {
            "lembar_lke", "jawaban_lke", "lhe", "rekomendasi_lhe", "publikasi_dokumen", "lampiran",
            "instansi", "pejabat", "penempatan", "periode_renstra", "tujuan", "sasaran",
            "indikator", "target_tahunan", "rencana_aksi", "rencana_aksi_bulanan",
            "perjanjian_kinerja", "butir_perjanjian", "mata_anggaran", "pagu",
            "realisasi_anggaran", "program_sasaran", "profil_rumus", "realisasi", "pembanding",
            "pengukuran", "dokumen_final", "lkjip", "kerangka_lkjip", "naskah_lkjip", "kiriman",
            "evaluasi_renja", "dialog_kinerja", "formulir", "penerimaan_formulir", "sop",
            "pelaksanaan_sop", "kejadian_sop", "hari_libur",
        }
    ),
    GROUP="Capaian & laporan",
)  # fmt: skip
