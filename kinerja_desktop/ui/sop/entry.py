"""How the window describes the page of this room."""

from kinerja_desktop.ui.base.page import LazyPage

SOP_PAGE = LazyPage(
    "sop", "Prosedur (SOP)", "sop", "sop.page:SopPage",
    TABLES=frozenset(
        {
            "sop", "pelaksanaan_sop", "kejadian_sop", "lampiran", "hari_libur", "pejabat",
            "penempatan", "formulir", "penerimaan_formulir", "teguran", "indikator", "realisasi",
            "mata_anggaran", "pagu", "realisasi_anggaran", "sasaran", "tujuan",
        }
    ),
    GROUP="Surat & dokumen",
)  # fmt: skip
