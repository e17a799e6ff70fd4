"""How the window describes the page of this room."""

from kinerja_desktop.ui.base.page import LazyPage

PENERIMAAN_PAGE = LazyPage(
    "penerimaan", "Penerimaan", "kirim", "penerimaan.page:PenerimaanPage",
    TABLES=frozenset(
        {"perangkat_daerah", "tenggat_pelaporan", "paket_masuk", "instansi", "komentar"}
    ),
)  # fmt: skip
