"""How the window describes the page of this room."""

from kinerja_desktop.ui.base.page import LazyPage

SURAT_PAGE = LazyPage(
    "surat", "Surat", "surat", "surat.page:SuratPage",
    TABLES=frozenset(
        {
            "surat", "buku_surat", "naskah_dinas", "templat_naskah", "tugas", "dokumen_final",
            "lampiran", "pejabat", "penempatan", "instansi", "pelaksanaan_sop", "kejadian_sop",
            "sop", "hari_libur",
        }
    ),
    GROUP="Surat & dokumen",
)  # fmt: skip
