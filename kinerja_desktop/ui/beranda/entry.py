"""How the window describes the pages of this room: the first of each kind of office."""

from kinerja_desktop.ui.base.page import LazyPage

BERANDA_PAGE = LazyPage(
    "beranda", "Beranda", "beranda", "beranda.page:BerandaPage",
    TABLES=frozenset(
        {
            "instansi", "indikator", "target_tahunan", "rencana_aksi",
            "rencana_aksi_bulanan", "realisasi", "pengukuran",
            "sasaran", "tujuan", "pelaksanaan_sop", "kejadian_sop", "hari_libur", "pagu",
            "perjanjian_kinerja", "butir_perjanjian", "profil_rumus", "penempatan",
            "realisasi_anggaran", "mata_anggaran",
            "lkjip", "pejabat", "periode_renstra", "program_sasaran", "sop", "tenggat_ditutup",
            "formulir", "penerimaan_formulir", "teguran", "tugas",
            "lhe", "rekomendasi_lhe", "komentar", "kiriman", "dokumen_final", "lampiran",
        }
    ),
)  # fmt: skip

BERANDA_BAPPEDA_PAGE = LazyPage(
    "beranda", "Beranda", "beranda", "beranda.bappeda:BerandaBappedaPage",
    TABLES=frozenset(
        {"instansi", "perangkat_daerah", "tenggat_pelaporan", "paket_masuk", "komentar"}
    ),
)  # fmt: skip
